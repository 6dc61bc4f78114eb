import Synchronization

/// Something that happens once, seen from several threads.
final class OnceOnly: Sendable {
    private let isRaised = Atomic(false)

    /// Raises it.
    ///
    /// - Returns: whether it was raised before.
    func raise() -> Bool { isRaised.exchange(true, ordering: .acquiringAndReleasing) }
}
