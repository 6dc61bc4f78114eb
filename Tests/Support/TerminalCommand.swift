import Foundation

/// Runs a command to its end and gives what it said.
///
/// Not through Foundation's `Process`: tests run on threads that block all signals, the command would inherit
/// that, and a terminal whose programs receive no signals is none.
enum TerminalCommand {
    /// - Throws: `TerminalTmux.Failure` when the command cannot be started or does not end with 0.
    static func run(_ words: [String], environment: [String: String]) throws -> String {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw TerminalTmux.Failure(description: "no pipe: \(errno)") }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        let process: pid_t
        do {
            defer { close(writing) }
            process = try spawn(words, environment, output: writing, not: reading)
        }
        let said = FileHandle(fileDescriptor: reading).readDataToEndOfFile()
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            throw TerminalTmux.Failure(description: "status \(status) of \(words)")
        }
        return String(decoding: said, as: UTF8.self)
    }

    private static func spawn(
        _ words: [String], _ environment: [String: String], output: Int32, not unused: Int32
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclose(&actions, unused)
        posix_spawn_file_actions_addclose(&actions, output)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var process: pid_t = 0
        var attributes = unblocked()
        defer { posix_spawnattr_destroy(&attributes) }
        let problem = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables)
        guard problem == 0 else { throw TerminalTmux.Failure(description: "\(words[0]): error \(problem)") }
        return process
    }

    /// No signal blocked or ignored.
    private static func unblocked() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        return attributes
    }
}
