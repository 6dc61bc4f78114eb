import Dispatch
import Foundation
import Support

/// The built program with folders of its own, run as a user runs it.
struct Program {
    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = try BuiltPrograms.path("ahual")
    }

    var environment: [String: String] {
        [
            "XDG_DATA_HOME": scratch.file("data"), "XDG_STATE_HOME": scratch.file("state"),
            "HOME": scratch.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "AHUAL_LANG": "en", "AHUAL_PERSON": "tester",
        ]
    }

    /// What a run of the program gave.
    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Runs the program to its end.
    func run(_ arguments: String..., input: String? = nil, adding extra: [String: String] = [:]) throws
        -> Result
    {
        try run(arguments, input: input, adding: extra)
    }

    /// Runs the program to its end.
    ///
    /// - Parameter seconds: after how long Ctrl-C is pressed; a program that goes on for long is then killed.
    func run(
        _ arguments: [String], input: String? = nil, adding extra: [String: String] = [:],
        interruptAfter seconds: Double? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment.merging(extra) { $1 }
        let (standardOutput, standardError, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = standardOutput
        process.standardError = standardError
        process.standardInput = standardInput
        try process.run()
        let alarms = [(SIGINT, 0.0), (SIGKILL, 20)].compactMap { signal, later in
            seconds.map { Self.alarm(process.processIdentifier, signal, after: $0 + later) }
        }
        defer { for alarm in alarms { alarm.cancel() } }
        if let input { try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try standardInput.fileHandleForWriting.close()
        let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
        let errors = try standardError.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }

    private static func alarm(_ process: pid_t, _ signal: Int32, after seconds: Double) -> DispatchWorkItem {
        let alarm = DispatchWorkItem { kill(process, signal) }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: alarm)
        return alarm
    }
}
