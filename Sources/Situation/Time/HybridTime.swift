/// A hybrid logical clock reading: 48 bits of milliseconds and a 16-bit counter in one number.
///
/// It never runs backwards within a journal, and stays close to the wall clock. After Kulkarni, Demirbas
/// and others, "Logical Physical Clocks", OPODIS 2014.
public struct HybridTime: Hashable, Comparable, Codable, Sendable {
    /// Milliseconds in the upper 48 bits, counter in the lower 16: the stored form.
    public let bits: Int64

    public init(bits: Int64) { self.bits = bits }

    /// The reading at `instant` with `counter`. Moments before 1970 count as 1970.
    public init(_ instant: Instant, counter: UInt16 = 0) {
        let milliseconds = min(max(instant.milliseconds, 0), Self.maximumMilliseconds)
        bits = milliseconds << 16 | Int64(counter)
    }

    private static let maximumMilliseconds: Int64 = (1 << 47) - 1

    /// The physical part.
    public var instant: Instant { Instant(milliseconds: bits >> 16) }

    /// How many readings share the physical part before this one.
    public var counter: UInt16 { UInt16(truncatingIfNeeded: bits) }

    /// The last reading that belongs to `instant`: what "known at `instant`" includes.
    public static func last(at instant: Instant) -> HybridTime {
        HybridTime(instant, counter: .max)
    }

    public static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }

    /// How far a clock may stand from the journal before it is flagged instead of believed.
    public static let tolerance = Span.minutes(5)

    /// The reading after `last` when the wall clock shows `wall`.
    ///
    /// A wall clock at or ahead of the journal is taken as it is. One that stands behind does not pull the
    /// journal back: the counter goes on instead.
    public static func next(after last: HybridTime?, wall: Instant) -> HybridTime {
        let now = HybridTime(wall)
        guard let last, now <= last else { return now }
        return HybridTime(bits: last.bits + 1)
    }
}
