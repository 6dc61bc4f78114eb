import Foundation
import Situation

/// The wall clock, held against the time that has passed since the program started.
///
/// A clock that jumps by more than five minutes is not followed: time goes on from where the program began, and
/// the jump is told.
struct SteadyClock: Sendable {
    private let start = Self.wall()
    private let started = ContinuousClock.now

    /// The wall clock, or where it would be had it not jumped.
    func now() -> Instant {
        let wall = Self.wall()
        let expected = expected()
        return Self.isJump(wall - expected) ? expected : wall
    }

    /// How far the wall clock stands from where it should; `nil` within five minutes.
    func jump() -> Span? {
        let difference = Self.wall() - expected()
        return Self.isJump(difference) ? difference : nil
    }

    private func expected() -> Instant {
        let passed = (ContinuousClock.now - started).components
        return start
            + Span(milliseconds: passed.seconds * 1000 + passed.attoseconds / 1_000_000_000_000_000)
    }

    private static func isJump(_ difference: Span) -> Bool {
        difference > HybridTime.tolerance || .zero - difference > HybridTime.tolerance
    }

    private static func wall() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
