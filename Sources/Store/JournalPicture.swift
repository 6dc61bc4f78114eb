import Situation

/// A picture with what is needed to take it further.
public struct JournalPicture: Sendable {
    /// Everything known.
    public internal(set) var picture = Picture()
    /// The corrections that were applied.
    public internal(set) var amendments = Amendments()
    /// The latest time at which any of its entries was recorded; decides for which "as recorded at" it holds.
    var lastRecorded = HybridTime(bits: 0)

    public init() {}
}

/// Which entries a picture takes in.
public struct PictureMoment: Hashable, Sendable {
    /// Only what was known by then; `nil` for all.
    public var asKnownAt: Instant?
    /// Only what this journal held by then; `nil` for all.
    public var asRecordedAt: Instant?
    /// Only the first so many entries this journal took, for a document that names its position; `nil` for all.
    public var entries: Int?
    /// Only what was known by then or speaks of times up to then, with everything that was learnt and corrected since:
    /// the moment as it is known now. `nil` for all.
    public var inHindsightOf: Instant?

    public init(
        asKnownAt: Instant? = nil, asRecordedAt: Instant? = nil, entries: Int? = nil,
        inHindsightOf: Instant? = nil
    ) {
        self.asKnownAt = asKnownAt
        self.asRecordedAt = asRecordedAt
        self.entries = entries
        self.inHindsightOf = inHindsightOf
    }

    /// Everything the journal holds.
    public static let now = PictureMoment()

    /// The time that ages and deadlines are counted from: the earliest that is set, and never later than `present`.
    public func now(_ present: Instant) -> Instant {
        [asKnownAt, asRecordedAt, present].compactMap(\.self).min() ?? present
    }

    /// Whether this looks at the past, where nothing can be done.
    public var isPast: Bool { self != .now }

    var knownLimit: HybridTime { asKnownAt.map(HybridTime.last) ?? HybridTime(bits: .max) }
    var recordedLimit: HybridTime { asRecordedAt.map(HybridTime.last) ?? HybridTime(bits: .max) }
    var positionLimit: Int64 { entries.map(Int64.init) ?? .max }

    /// Whether an entry within the limits is taken in.
    func takesIn(_ entry: Entry) -> Bool {
        inHindsightOf.map { entry.known.instant <= $0 || entry.about.end <= $0 } ?? true
    }
}
