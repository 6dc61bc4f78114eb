/// The name of one entry: the station that wrote it and its running number there.
public struct EntryID: Hashable, Comparable, Sendable {
    public let station: StationID
    /// 1 for the first entry of the station.
    public let number: Int64

    public init(station: StationID, number: Int64) {
        self.station = station
        self.number = number
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.station, left.number) < (right.station, right.number)
    }
}

extension EntryID: TextCoded {
    /// Reads the written form `station#number`.
    public init?(_ description: String) {
        guard let mark = description.lastIndex(of: "#"),
            let number = Int64(description[description.index(after: mark)...])
        else { return nil }
        self.init(station: StationID(String(description[..<mark])), number: number)
    }

    public var description: String { "\(station)#\(number)" }
}

/// Who wrote an entry: the person, and the seat they held.
public struct Author: Hashable, Codable, Sendable {
    public let person: PersonName
    public let seat: SeatName

    public init(person: PersonName, seat: SeatName) {
        self.person = person
        self.seat = seat
    }

    /// The program itself, where no person acted: feeds, the simulator.
    public static func system(_ name: String) -> Author {
        Author(person: PersonName(name), seat: "system")
    }
}

/// How sure the source is of what it says.
public enum Confidence: String, CaseIterable, Codable, Sendable {
    /// Checked by a second source or person.
    case confirmed
    /// Said by the one who counts it.
    case reported
    /// Worked out or guessed, not counted.
    case estimated
}

/// What someone wants to append: an entry before the journal gave it a number, a time and a hash.
public struct Draft: Hashable, Sendable {
    public var fact: Fact
    public var about: About
    public var author: Author
    public var source: SourceID
    public var confidence: Confidence
    /// When it became known; `nil` means when it is recorded.
    public var known: Instant?
    /// Where it has to stand in its thread.
    public var place: ThreadPlace

    public init(
        _ fact: Fact, about: About, author: Author, source: SourceID,
        confidence: Confidence = .reported, known: Instant? = nil, place: ThreadPlace = .anywhere
    ) {
        self.fact = fact
        self.about = about
        self.author = author
        self.source = source
        self.confidence = confidence
        self.known = known
        self.place = place
    }
}

/// One line of the journal: never changed, never deleted.
public struct Entry: Hashable, Sendable, Identifiable {
    public let id: EntryID
    /// When the journal took it.
    public let recorded: HybridTime
    /// When it became known; never more than five minutes after `recorded`.
    public let known: HybridTime
    /// What time it speaks of.
    public let about: About
    public let author: Author
    public let source: SourceID
    public let confidence: Confidence
    public let fact: Fact

    public init(
        id: EntryID, recorded: HybridTime, known: HybridTime, about: About, author: Author,
        source: SourceID, confidence: Confidence, fact: Fact
    ) {
        self.id = id
        self.recorded = recorded
        self.known = known
        self.about = about
        self.author = author
        self.source = source
        self.confidence = confidence
        self.fact = fact
    }

    /// The entry's place in the one order in which every journal is folded.
    public var foldKey: FoldKey { FoldKey(known: known, recorded: recorded, id: id) }
}

/// The one order in which entries become a picture: by when they were known, then recorded, then by station
/// and number. Any order of arrival therefore gives the same picture.
public struct FoldKey: Hashable, Comparable, Sendable {
    public let known: HybridTime
    public let recorded: HybridTime
    public let id: EntryID

    public init(known: HybridTime, recorded: HybridTime, id: EntryID) {
        self.known = known
        self.recorded = recorded
        self.id = id
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.known, left.recorded, left.id) < (right.known, right.recorded, right.id)
    }
}

/// Whether a journal holds the real situation or an exercise. The two are separate files and never mix.
public enum JournalNature: String, Codable, CaseIterable, Sendable {
    case live, exercise
}
