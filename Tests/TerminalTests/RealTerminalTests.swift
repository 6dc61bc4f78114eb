import Foundation
import Support
import Testing

/// The probe program in a real terminal: one at a time, since the machine's time is measured too.
@Suite(.serialized) struct RealTerminalTests {
    /// Starts the probe and waits until it answers keys, and so signals too.
    private func start(
        columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
    ) throws -> TerminalTmux {
        let terminal = try launch(columns: columns, rows: rows, environment: environment)
        try terminal.press("k")
        try terminal.wait(for: "character(\"k\")")
        return terminal
    }

    /// Starts the probe with marks of the terminal's settings before and after.
    private func launch(
        columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
    ) throws -> TerminalTmux {
        let terminal = try TerminalTmux(columns: columns, rows: rows, environment: environment)
        let probe = try BuiltPrograms.path("terminal-probe")
        try terminal.run("clear; B=$(stty -g); '\(probe)'; [ \"$B\" = \"$(stty -g)\" ] && echo all as before")
        try terminal.wait(for: "шығу")
        return terminal
    }

    private func expectGivenBack(_ terminal: TerminalTmux) throws {
        try terminal.wait(for: "all as before")
        #expect(try terminal.modes() == .shell)
    }

    @Test func `Kazakh, wide and combined characters arrive, and quitting gives the terminal back`() throws {
        let terminal = try start()
        let rows = try terminal.screen()
        #expect(rows[0].hasPrefix("Ақылды шекара — Ә Ғ Қ Ң Ө Ұ Ү Һ І 日本 e\u{301}x"))
        #expect(rows[1].hasPrefix("┌ Бекеттер"))
        #expect(try terminal.modes().otherScreen)
        #expect(try terminal.modes().cursor == false)
        #expect(try terminal.title() == "probe")
        try terminal.press("q")
        try terminal.wait(for: "probe ended: quit")
        try expectGivenBack(terminal)
        #expect(try terminal.title() != "probe")
    }

    @Test(arguments: ["q", "й"])
    func `commands work in three keyboard layouts`(quit: String) throws {
        let terminal = try start()
        try terminal.type("о")
        try terminal.wait(for: "character(\"о\")")
        try terminal.type("Ж")
        try terminal.wait(for: "character(\"Ж\")")
        // In the prompt that Ж opened, letters are text and not commands.
        try terminal.type("йқ")
        #expect(try terminal.wait(for: ":йқ").count > 20)
        #expect(try terminal.modes().cursor)
        try terminal.press("Escape")
        try terminal.wait(for: "шығу")
        try terminal.type(quit)
        try terminal.wait(for: "probe ended: quit")
    }

    @Test func `a new size is drawn at once`() throws {
        let terminal = try start()
        try terminal.resize(columns: 120, rows: 30)
        try terminal.wait(for: "120x30")
        try terminal.resize(columns: 12, rows: 4)
        try terminal.resize(columns: 1, rows: 1)
        try terminal.resize(columns: 60, rows: 16)
        let rows = try terminal.wait(for: "60x16")
        #expect(rows[1].hasSuffix("┐"))
        try terminal.press("q")
        try expectGivenBack(terminal)
    }

    @Test func `Ctrl-Z gives the terminal back and returning draws it anew`() throws {
        let terminal = try start()
        try terminal.press("C-z")
        try terminal.wait(for: "Stopped")
        #expect(try terminal.modes() == .shell)
        try terminal.run("fg")
        try terminal.wait(for: "resumed")
        #expect(try terminal.screen()[0].hasPrefix("Ақылды шекара"))
        #expect(try terminal.modes().otherScreen)
        try terminal.press("q")
        try terminal.wait(for: "probe ended: quit")
        #expect(try terminal.modes() == .shell)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `signals that end a program give the terminal back`(signal: Int32) throws {
        let terminal = try start()
        let process = try #require(try terminal.child())
        kill(process, signal)
        try terminal.wait(for: "probe ended: signal \(signal)")
        try expectGivenBack(terminal)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal that comes before anybody listens gives it back too`(signal: Int32) throws {
        for _ in 1...5 {
            let terminal = try launch()
            if let process = try terminal.child() { kill(process, signal) }
            try expectGivenBack(terminal)
        }
    }

    @Test func `Ctrl-C gives the terminal back`() throws {
        let terminal = try start()
        try terminal.press("C-c")
        try terminal.wait(for: "probe ended: signal 2")
        try expectGivenBack(terminal)
    }

    @Test(arguments: ["x", "s"])
    func `a crash and a stack overflow give the terminal back`(key: String) throws {
        let terminal = try start()
        try terminal.press(key)
        try expectGivenBack(terminal)
        #expect(!(try terminal.screen().contains { $0.contains("probe ended") }))
    }

    @Test func `when the terminal goes away the program ends`() throws {
        let terminal = try start()
        let process = try #require(try terminal.child())
        try terminal.hangUp()
        let deadline = Date(timeIntervalSinceNow: 5)
        while isRunning(process), Date() < deadline { usleep(20_000) }
        #expect(!isRunning(process))
    }

    /// A zombie that nobody has waited for has ended too.
    private func isRunning(_ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
            return false
        }
        return !status.contains("State:\tZ")
    }

    @Test(arguments: [
        ("dumb", "tooSimple"), ("no-such-terminal", "unknownTerminal"),
    ])
    func `a terminal that cannot serve is refused in words`(name: String, reason: String) throws {
        let terminal = try TerminalTmux(environment: ["TERM": name])
        try terminal.run("'\(try BuiltPrograms.path("terminal-probe"))'")
        try terminal.wait(for: "probe: \(reason)")
        #expect(try terminal.modes() == .shell)
    }

    @Test func `a session without a locale still shows Kazakh`() throws {
        let terminal = try start(environment: ["LC_ALL": "C", "LANG": "C"])
        #expect(try terminal.screen()[0].hasPrefix("Ақылды шекара — Ә Ғ Қ"))
    }

    @Test func `the console of Linux gets no braille, a vt100 no boxes`() throws {
        let console = try start(environment: ["TERM": "linux"]).screen().joined()
        #expect(console.contains("┌") && console.contains("█"))
        #expect(!console.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
        let old = try start(environment: ["TERM": "vt100"]).screen()
        #expect(old[1].hasPrefix("+ Бекеттер ---"))
    }

    @Test func `NO_COLOR leaves marks and no colours`() throws {
        let plain = try start(environment: ["NO_COLOR": "1"])
        try plain.wait(for: "80x24 none")
        let marks = try plain.styledScreen().joined()
        #expect(!marks.contains("38;5") && !marks.contains("48;5"), "\(marks.debugDescription)")
        #expect(marks.contains("\u{1B}[1m"), "\(marks.debugDescription)")
    }

    @Test func `colours are those of the palette of 256`() throws {
        let coloured = try start()
        try coloured.wait(for: "80x24 palette")
        let marks = try coloured.styledScreen().joined()
        #expect(marks.contains("38;5;33") && marks.contains("48;5;124"), "\(marks.debugDescription)")
    }
}
