import Foundation
import Support
import Testing

/// The console in a real terminal, from start to the terminal given back.
@Suite(.serialized)
struct ConsoleTerminalTests {
    /// What a loaded machine may need until the first screen.
    private static let patience = 60.0

    private func opened(
        columns: Int = 100, rows: Int = 30, _ arguments: String
    ) throws -> (Program, TerminalTmux) {
        let program = try Program()
        let terminal = try TerminalTmux(columns: columns, rows: rows, environment: program.environment)
        try terminal.run("\(program.path) \(arguments)")
        return (program, terminal)
    }

    private func isFramed(_ lines: [String]) -> Bool {
        let shown = lines.filter { !$0.isEmpty }
        return shown.first?.contains("EXERCISE") == true && shown.last?.contains("EXERCISE") == true
    }

    /// Waits until the program is gone and says how it left the terminal.
    private func modesAfterEnd(_ terminal: TerminalTmux) throws -> TerminalTmux.Modes {
        for _ in 0..<500 where try terminal.child() != nil { usleep(20_000) }
        return try terminal.modes()
    }

    @Test
    func
        `the demonstration is framed as an exercise, answers keys in three layouts and leaves the terminal whole`()
        throws
    {
        let (_, terminal) = try opened("demo --hours 2")
        #expect(isFramed(try terminal.wait(for: "Russia, west", seconds: Self.patience)))

        // The key of 2 sends 2, and ә in the Kazakh layout.
        try terminal.press("2")
        try terminal.wait(for: "Checkpoints")
        try terminal.press("1")
        try terminal.wait(for: "Russia, west")
        try terminal.type("ә")
        #expect(isFramed(try terminal.wait(for: "Checkpoints")))
        try terminal.press("Escape")
        try terminal.wait(for: "Russia, west")

        // Russian т stands on the key of n: the note's prompt, and what is typed there is taken as it is.
        try terminal.type("т")
        try terminal.type("Қордайда тыныш")
        try terminal.press("Enter")
        try terminal.press("8")
        try terminal.wait(for: "Қордайда тыныш")

        try terminal.resize(columns: 80, rows: 24)
        usleep(500_000)
        let small = try terminal.wait(for: "Қордайда тыныш")
        #expect(isFramed(small) && small.count <= 25)

        // Russian й stands on the key of q; leaving is asked, and н stands on the key of y.
        try terminal.type("й")
        try terminal.type("н")
        #expect(try modesAfterEnd(terminal) == .shell)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a signal ends the console and leaves the terminal whole`(signal: Int32) throws {
        let (_, terminal) = try opened(columns: 80, rows: 24, "console")
        try terminal.wait(for: "UTC+5", seconds: Self.patience)
        let child = try #require(try terminal.child())
        kill(child, signal)
        #expect(try modesAfterEnd(terminal) == .shell)
    }

    @Test func `consoles on one journal see one another's notes, and those of commands, within a second`()
        throws
    {
        let (program, first) = try opened("console")
        try first.wait(for: "UTC+5", seconds: Self.patience)
        _ = try program.run("note", "алғашқы жазба")
        let second = try TerminalTmux(columns: 100, rows: 30, environment: program.environment)
        try second.run("\(program.path) console")
        try second.wait(for: "алғашқы жазба", seconds: Self.patience)
        try first.press("8")
        try first.wait(for: "алғашқы жазба")
        try first.press("n")
        try first.type("екінші жазба")
        try first.press("Enter")
        try first.wait(for: "екінші жазба", seconds: 2)
        try second.wait(for: "екінші жазба", seconds: 2)
        _ = try program.run("note", "үшінші жазба")
        try first.wait(for: "үшінші жазба", seconds: 2)
    }

    @Test func `a station without live data opens on a page that says what can be done`() throws {
        let (_, terminal) = try opened(columns: 80, rows: 24, "")
        try terminal.wait(for: "emonstration", seconds: Self.patience)
        let text = try terminal.screen().joined(separator: "\n").lowercased()
        #expect(text.contains("import") && text.contains("empty"))
    }
}
