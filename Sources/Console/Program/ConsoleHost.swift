/// Does outside what the screens want done: the program that has the journal, the files and the exercise.
@MainActor
public protocol ConsoleHost: AnyObject {
    /// Does `effect` without holding up the main actor, and tells what came of it.
    func perform(_ effect: Effect, reply: @escaping @MainActor (Message) -> Void)
}

/// Why the console ended.
public enum ConsoleExit: Hashable, Sendable {
    case quit
    /// A signal asked for it, or the terminal is gone (SIGHUP).
    case signal(Int32)
}
