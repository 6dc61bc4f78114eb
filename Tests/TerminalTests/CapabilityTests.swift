import Terminal
import Testing

@Suite struct CapabilityTests {
    private func probe(_ name: String?, input: Bool = true, output: Bool = true) throws -> TerminalCapability
    {
        try TerminalCapability.probe(
            environment: name.map { ["TERM": $0] } ?? [:], inputIsTerminal: input, outputIsTerminal: output)
    }

    @Test func `what is no terminal or cannot place text is refused with the reason`() {
        #expect(throws: TerminalError.notATerminal(.output)) { try probe("xterm", output: false) }
        #expect(throws: TerminalError.notATerminal(.input)) { try probe("xterm", input: false) }
        #expect(throws: TerminalError.noTerminalName) { try probe(nil) }
        #expect(throws: TerminalError.noTerminalName) { try probe("") }
        #expect(throws: TerminalError.tooSimple(name: "dumb")) { try probe("dumb") }
    }

    @Test func `the characters follow the terminal's font and the locale`() throws {
        #expect(try probe("xterm-256color").repertoire(isUnicode: true) == .unicode)
        #expect(try probe("tmux-256color").repertoire(isUnicode: true) == .unicode)
        #expect(try probe("linux").repertoire(isUnicode: true) == .blocks)
        #expect(try probe("vt100").repertoire(isUnicode: true) == .ascii)
        #expect(try probe("xterm-256color").repertoire(isUnicode: false) == .ascii)
    }
}
