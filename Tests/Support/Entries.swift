import Situation

/// Makes entries by hand, with what a test does not care for filled in.
public struct EntryBuilder {
    public var station: StationID
    public private(set) var number: Int64 = 0

    public init(station: StationID = "test") { self.station = station }

    /// The next entry of the station.
    public mutating func entry(
        _ fact: Fact, about: About, known: Instant, recorded: Instant? = nil, source: SourceID = "border",
        author: Author = .system("test")
    ) -> Entry {
        number += 1
        return Entry(
            id: EntryID(station: station, number: number), recorded: HybridTime(recorded ?? known),
            known: HybridTime(known), about: about, author: author, source: source,
            confidence: .reported, fact: fact)
    }

    /// A post's report of persons over a period, known when the period ended.
    public mutating func report(
        _ persons: Int, of checkpoint: CheckpointID = "syrym", from: Instant, to: Instant,
        direction: Direction = .in, mode: TravelMode = .all, known: Instant? = nil,
        source: SourceID = "border", category: String? = nil
    ) -> Entry {
        entry(
            .checkpointReport(
                CheckpointReport(
                    checkpoint: checkpoint, direction: direction, mode: mode, persons: Persons(persons),
                    category: category)),
            about: Period(from: from, to: to).map(About.period) ?? .moment(to), known: known ?? to,
            source: source)
    }

    /// A correction of `target`.
    public mutating func correction(
        of target: Entry, _ change: Correction.Change, known: Instant
    ) -> Entry {
        entry(
            .correction(Correction(target: target.id, change: change, reason: "test")),
            about: target.about, known: known)
    }
}

extension Instant {
    /// A moment of 24 September 2022 in Kazakhstan, the day the beds ran out in Oral.
    public static func at(_ hour: Int, _ minute: Int = 0, day: Int = 24) -> Instant {
        Instant(year: 2022, month: 9, day: day, hour: hour, minute: minute)
    }
}
