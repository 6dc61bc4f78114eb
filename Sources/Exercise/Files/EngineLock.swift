import Foundation

/// The right to play an exercise's engine: one process has it, and the kernel gives it back when that process ends,
/// however it ends.
public final class EngineLock: Sendable {
    private let file: Int32

    /// `nil` when another process has it, or the file cannot be made.
    public init?(_ path: String) {
        let file = open(path, O_RDONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { return nil }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        self.file = file
    }

    deinit { close(file) }
}
