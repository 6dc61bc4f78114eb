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

    public init(asKnownAt: Instant? = nil, asRecordedAt: Instant? = nil) {
        self.asKnownAt = asKnownAt
        self.asRecordedAt = asRecordedAt
    }

    /// Everything the journal holds.
    public static let now = PictureMoment()

    /// Whether this looks at the past, where nothing can be done.
    public var isPast: Bool { self != .now }

    var knownLimit: HybridTime { asKnownAt.map(HybridTime.last) ?? HybridTime(bits: .max) }
    var recordedLimit: HybridTime { asRecordedAt.map(HybridTime.last) ?? HybridTime(bits: .max) }
}
