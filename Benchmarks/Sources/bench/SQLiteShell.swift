import Foundation

/// The `sqlite3` command line shell: what the journal's speed is held against, and a way to look into a
/// file without the code that is measured.
struct SQLiteShell {
    /// The shell could not be run or refused.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs `script` on the database at `path`, the script on the shell's standard input.
    ///
    /// - Returns: what it printed, and how long it took from its start to its end.
    @discardableResult
    func run(_ path: String, script: String) throws -> (output: String, taken: Duration) {
        let file = path + ".script.sql"
        try script.write(toFile: file, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        return try run(path, scriptFile: file)
    }

    /// The same with a script that is a file already.
    @discardableResult
    func run(_ path: String, scriptFile: String) throws -> (output: String, taken: Duration) {
        guard let input = FileHandle(forReadingAtPath: scriptFile) else {
            throw Failure(description: "\(scriptFile) cannot be read")
        }
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", "-batch", "-bail", path]
        process.standardInput = input
        process.standardOutput = output
        let begin = ContinuousClock.now
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let taken = ContinuousClock.now - begin
        guard process.terminationStatus == 0 else {
            throw Failure(description: "sqlite3 \(path) ended with \(process.terminationStatus)")
        }
        return (String(decoding: bytes, as: UTF8.self), taken)
    }

    /// The one number a query gives.
    func number(_ path: String, _ query: String) throws -> Double {
        let text = try run(path, script: query + ";\n").output.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let number = Double(text) else { throw Failure(description: "\(query) gave \(text)") }
        return number
    }
}

extension Duration {
    var inSeconds: Double { self / .seconds(1) }

    var inMilliseconds: Double { self / .milliseconds(1) }
}
