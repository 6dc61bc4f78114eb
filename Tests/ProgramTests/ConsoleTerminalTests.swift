import Foundation
import Support
import Testing

/// The console in a real terminal, from start to the terminal given back.
@Suite(.serialized)
struct ConsoleTerminalTests {
    private func opened(columns: Int = 100, rows: Int = 30, _ arguments: String = "demo --hours 2") throws -> (Program, TmuxTerminal) {
        let program = try Program()
        let terminal = try TmuxTerminal(program, columns: columns, rows: rows)
        try terminal.wait(for: "$")
        try terminal.type("\(program.path) \(arguments)")
        try terminal.press("Enter")
        return (program, terminal)
    }

    private func isFramed(_ lines: [String]) -> Bool {
        let shown = lines.filter { !$0.isEmpty }
        return shown.first?.contains("EXERCISE") == true && shown.last?.contains("EXERCISE") == true
    }

    @Test func `the demonstration opens framed as an exercise, answers keys in three layouts, and gives the terminal back`() throws {
        let (_, terminal) = try opened()
        try terminal.wait("an exercise on the first and last line", seconds: 60, where: isFramed)
        try terminal.wait(for: "Russia, west")

        // Latin 2, Kazakh ә (on the key of 2): the checkpoints. Kazakh і is on the key of 3.
        try terminal.type("2")
        try terminal.wait(for: "Taskala")
        try terminal.type("1")
        try terminal.wait(for: "Russia, west")
        try terminal.type("ә")
        try terminal.wait(for: "Taskala")
        #expect(isFramed(try terminal.screen))
        try terminal.press("Escape")
        try terminal.wait(for: "Russia, west")

        // Russian т stands on the key of n: the note's prompt; what is typed there is taken as it is.
        try terminal.type("т")
        try terminal.type("Қордайда тыныш")
        try terminal.press("Enter")
        try terminal.type("8")
        try terminal.wait(for: "Қордайда тыныш")

        try terminal.resize(columns: 80, rows: 24)
        try terminal.wait("the frame on a smaller screen") { $0.count <= 25 && isFramed($0) }

        // Russian й stands on the key of q; leaving is asked.
        try terminal.type("й")
        try terminal.press("Enter")
        try terminal.wait(for: "$")
        try terminal.wait("the shell's own screen") { _ in try terminal.isWhole }
        #expect(try terminal.command == "bash")
    }

    @Test(arguments: ["TERM", "HUP", "INT"])
    func `a signal ends the console and the terminal is whole`(name: String) throws {
        let (program, terminal) = try opened(columns: 80, rows: 24, "console")
        try terminal.wait("the console", where: { _ in try terminal.command == "ahual" && !terminal.isWhole })
        usleep(300_000)
        let kill = Process()
        kill.executableURL = URL(fileURLWithPath: "/usr/bin/pkill")
        kill.arguments = ["-\(name)", "-f", "\(program.path) console"]
        try kill.run()
        kill.waitUntilExit()
        try terminal.wait("the shell") { _ in try terminal.command == "bash" && terminal.isWhole }
    }

    @Test func `a second console sees a note of the first within a second, and an import too`() throws {
        let (program, first) = try opened(columns: 100, rows: 30, "console")
        try first.wait("the console") { _ in try !first.isWhole }
        _ = try program.run("note", "алғашқы жазба")
        let second = try TmuxTerminal(program, columns: 100, rows: 30)
        try second.wait(for: "$")
        try second.type("\(program.path) console")
        try second.press("Enter")
        try second.wait("the console") { _ in try !second.isWhole }
        for terminal in [first, second] {
            try terminal.press("F8")
            try terminal.type("8")
            try terminal.wait(for: "алғашқы жазба")
        }
        try first.type("n")
        try first.type("екінші жазба")
        try first.press("Enter")
        try first.wait(for: "екінші жазба")
        try second.wait(for: "екінші жазба", seconds: 2)
        _ = try program.run("note", "үшінші жазба")
        try second.wait(for: "үшінші жазба", seconds: 2)
    }

    @Test func `a station without live data opens on a page that says what can be done`() throws {
        let (_, terminal) = try opened(columns: 80, rows: 24, "")
        try terminal.wait("the three ways to begin") { lines in
            let text = lines.joined(separator: "\n").lowercased()
            return text.contains("demonstration") && text.contains("import") && text.contains("empty")
        }
    }
}
