import ArgumentParser
import Foundation

/// The program. Exit 0: done. Exit 1: done in part, or something was found wrong. Exit 2: wrong use.
@main
struct Main {
    static func main() async {
        do {
            var command = try Ahual.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(end(with: error))
        }
    }

    /// Says what is to be said about `error` and gives the exit code.
    private static func end(with error: any Error) -> Int32 {
        if let failure = error as? Failure {
            if !failure.message.isEmpty { Output.problem(failure.message) }
            return failure.code
        }
        let code = Ahual.exitCode(for: error)
        let message = Ahual.fullMessage(for: error)
        if code.isSuccess {
            if !message.isEmpty { print(message) }
            return 0
        }
        if !message.isEmpty { Output.problem(message) }
        return code == .validationFailure ? 2 : 1
    }
}

/// An end that was foreseen: a message in the reader's language, or none when all is said, and the exit code.
struct Failure: Error {
    let message: String
    let code: Int32

    static func found(_ message: String) -> Failure { Failure(message: message, code: 1) }
    static func wrongUse(_ message: String) -> Failure { Failure(message: message, code: 2) }
    /// Everything was said already.
    static let silent = Failure(message: "", code: 1)
}
