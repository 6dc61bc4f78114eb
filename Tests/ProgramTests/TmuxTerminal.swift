import Foundation
import Support
import Testing

/// A real terminal of its own (tmux) with a shell in it, in which the program is run and looked at.
final class TmuxTerminal {
    private let socket = "ahual-\(UUID().uuidString.prefix(8))"

    init(_ program: Program, columns: Int, rows: Int) throws {
        try tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows), "-s", "t",
            "env -i " + program.environment.map { "\($0)='\($1)'" }.joined(separator: " ")
                + " PS1='$ ' bash --norc --noprofile")
        // Without this tmux shrinks the window to the smallest client it has ever seen.
        try tmux("set-option", "-t", "t", "window-size", "manual")
    }

    deinit { _ = try? tmux("kill-server") }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/tmux")
        process.arguments = ["-L", socket] + arguments
        var environment = ProcessInfo.processInfo.environment
        environment["LANG"] = "C.UTF-8"
        environment["LC_ALL"] = "C.UTF-8"
        environment["TMUX"] = nil
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// Sends keys by tmux's names (`Enter`, `C-z`).
    func press(_ keys: String...) throws {
        for key in keys { try tmux("send-keys", "-t", "t", key) }
    }

    /// Sends text as typed.
    func type(_ text: String) throws { try tmux("send-keys", "-t", "t", "-l", text) }

    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-t", "t", "-x", String(columns), "-y", String(rows))
    }

    /// The lines on the screen.
    var screen: [String] {
        get throws { try tmux("capture-pane", "-p", "-t", "t").components(separatedBy: "\n") }
    }

    /// Whether the terminal is as a shell wants it: the ordinary screen, the cursor shown, no mouse.
    var isWhole: Bool {
        get throws {
            try tmux("display-message", "-p", "-t", "t", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
                .hasPrefix("0 1 0")
        }
    }

    /// The process that runs in the terminal now.
    var command: String {
        get throws {
            try tmux("display-message", "-p", "-t", "t", "#{pane_current_command}")
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    /// Waits until the screen satisfies `condition`, as long as a loaded machine may need.
    func wait(
        _ what: String, seconds: Double = 20, where condition: ([String]) throws -> Bool,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            if try condition(screen) { return }
            usleep(30_000)
        }
        let shown = try screen.joined(separator: "\n")
        Issue.record("never came: \(what)\n\(shown)", sourceLocation: location)
    }

    /// Waits until `text` stands somewhere on the screen.
    func wait(for text: String, seconds: Double = 20, location: SourceLocation = #_sourceLocation) throws {
        try wait("'\(text)'", seconds: seconds, where: { lines in lines.contains { $0.contains(text) } }, location: location)
    }
}
