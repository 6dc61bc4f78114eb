import Foundation

/// A real terminal for tests: a shell in tmux, on a server of its own that ends with this object.
public final class TerminalTmux {
    /// What failed, in words.
    public struct Failure: Error, CustomStringConvertible {
        /// The words.
        public let description: String
    }

    private let socket = "ahual-test-\(UUID().uuidString.prefix(8))"

    /// Starts a shell.
    ///
    /// - Parameter environment: set for the shell besides what it inherits, `TERM` for instance.
    public init(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
        var command = ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        // What colours the tests' own terminal may have must not matter here.
        command += ["env", "-u", "NO_COLOR", "-u", "COLORTERM", "TERM=tmux-256color"]
        command += ["PS1=$ ", "SWIFT_BACKTRACE=enable=no"]
        command += environment.map { "\($0.key)=\($0.value)" } + ["bash", "--norc", "--noprofile"]
        try tmux(command)
        try tmux(["set-option", "-g", "status", "off"])
        try wait(for: "$")
    }

    deinit { _ = try? tmux(["kill-server"]) }

    /// Sends keys by tmux's names: `Enter`, `Escape`, `C-z`, `F5`, or a character.
    public func press(_ keys: String...) throws {
        try tmux(["send-keys"] + keys)
    }

    /// Types text as it is, in any script.
    public func type(_ text: String) throws {
        try tmux(["send-keys", "-l", text])
    }

    /// Types a command and Enter.
    public func run(_ command: String) throws {
        try type(command)
        try press("Enter")
    }

    /// Gives the window another size.
    public func resize(columns: Int, rows: Int) throws {
        try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// What the terminal shows, one string a row.
    public func screen() throws -> [String] {
        try tmux(["capture-pane", "-p"]).components(separatedBy: "\n")
    }

    /// The same with the control sequences of its colours.
    public func styledScreen() throws -> [String] {
        try tmux(["capture-pane", "-p", "-e"]).components(separatedBy: "\n")
    }

    /// Which modes a program has left on; `modes` of a terminal at a shell's prompt are `.shell`.
    public func modes() throws -> Modes {
        let format = "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag}"
        let flags = try tmux(["display-message", "-p", format]).split(whereSeparator: \.isWhitespace)
        guard flags.count == 4 else { throw Failure(description: "tmux said \(flags)") }
        return Modes(
            otherScreen: flags[0] == "1", cursor: flags[1] == "1", mouse: flags[2] == "1",
            keypad: flags[3] == "1")
    }

    /// What can be left on.
    public struct Modes: Equatable, Sendable {
        public var otherScreen, cursor, mouse, keypad: Bool

        /// As a shell expects them.
        public static let shell = Modes(otherScreen: false, cursor: true, mouse: false, keypad: false)
    }

    /// The window's title.
    public func title() throws -> String {
        try tmux(["display-message", "-p", "#{pane_title}"]).trimmingCharacters(in: .newlines)
    }

    /// The process the shell runs now.
    public func child() throws -> Int32? {
        let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .newlines)
        let path = "/proc/\(shell)/task/\(shell)/children"
        let children = try String(contentsOfFile: path, encoding: .utf8)
        return children.split(separator: " ").last.flatMap { Int32($0) }
    }

    /// Takes the terminal away, as a dropped connection does.
    public func hangUp() throws { try tmux(["kill-server"]) }

    /// Waits until some row contains the text.
    /// - Throws: `Failure` with the screen when that takes more than `seconds`.
    @discardableResult
    public func wait(for text: String, seconds: Double = 10) throws -> [String] {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            let rows = try screen()
            if rows.contains(where: { $0.contains(text) }) { return rows }
            guard Date() < deadline else {
                throw Failure(description: "no “\(text)” in:\n" + rows.joined(separator: "\n"))
            }
            usleep(20_000)
        }
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        var environment = ProcessInfo.processInfo.environment
        environment["TMUX"] = nil
        environment["LC_ALL"] = "C.UTF-8"
        return try TerminalCommand.run(["tmux", "-u", "-L", socket] + arguments, environment: environment)
    }
}

/// Where the package's own programs were built: beside the tests that run.
public enum BuiltPrograms {
    /// The path of a program of this package.
    public static func path(_ name: String) throws -> String {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent(name).path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        throw TerminalTmux.Failure(description: "\(name) was not built beside \(CommandLine.arguments[0])")
    }
}
