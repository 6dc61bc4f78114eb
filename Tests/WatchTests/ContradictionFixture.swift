import Situation
import Support

@testable import Watch

/// A small country of four posts, two regions and three shelters, its journal, and the desk that looks at it.
struct ContradictionFixture {
    static let post: CheckpointID = "p1"
    static let posts: [CheckpointID] = ["p1", "p2", "p3", "p4"]
    static let regions: [RegionCode] = ["KZ-27", "KZ-15"]

    var builder = EntryBuilder()
    var entries: [Entry] = []
    var watch = ContradictionWatch()

    static let places = Places(
        posts: posts.enumerated().map { place, id in
            Places.Post(
                id: id, section: place < 2 ? "west" : "north", region: regions[place / 2],
                lanesIn: Figure(4, .reference), lanesOut: Figure(4, .reference),
                personsPerLaneHour: Figure(60, .illustrative), usualIn: Figure(1000, .illustrative))
        },
        sites: ["s1", "s2", "s3"].map { id in
            Places.Site(
                id: id, region: "KZ-27", openBeds: Figure(1000, .reference),
                reserveBeds: Figure(500, .reference), leadHours: Figure(24, .reference))
        },
        sections: ["west", "north"], regions: regions)

    /// Adds an entry, and returns its name.
    @discardableResult
    mutating func say(
        _ fact: Fact, about: About, known: Instant? = nil, source: SourceID = "border"
    ) -> EntryID {
        entries.append(builder.entry(fact, about: about, known: known ?? about.end, source: source))
        return entries[entries.count - 1].id
    }

    /// What an authority states for an area and a stretch of days of September 2022, known the day after.
    @discardableResult
    mutating func total(
        _ persons: Int, _ area: String = "KZ-27", _ days: ClosedRange<Int> = 24...24,
        direction: Direction = .in, mode: TravelMode = .all, precision: Precision = .exact,
        category: String? = nil, source: SourceID = "ministry"
    ) -> EntryID {
        let from = Instant.at(0, day: days.lowerBound)
        let to = Instant.at(0, day: days.upperBound) + .days(1)
        let total = StatedTotal(
            area: Area(code: area), direction: direction, mode: mode, persons: Persons(persons),
            precision: precision, category: category)
        return say(.statedTotal(total), about: .between(from, to), known: to + .hours(8), source: source)
    }

    /// What a post counted in an hour of 24 September, or over a day of September.
    @discardableResult
    mutating func count(
        _ persons: Int, _ post: CheckpointID = post, hour: Int? = nil, day: Int = 24,
        mode: TravelMode = .all, category: String? = nil, direction: Direction = .in, lanes: Int? = nil,
        source: SourceID = "border"
    ) -> EntryID {
        let from = Instant.at(hour ?? 0, day: day)
        let report = CheckpointReport(
            checkpoint: post, direction: direction, mode: mode, persons: Persons(persons),
            lanesOpen: lanes.map(Lanes.init), category: category)
        return say(
            .checkpointReport(report), about: .between(from, from + .hours(hour == nil ? 24 : 1)),
            source: source)
    }

    @discardableResult
    mutating func shelter(
        _ occupied: Int, at hour: Int, arrived: Int? = nil, departed: Int? = nil, open: Int = 1000,
        reserve: Int = 500, known: Instant? = nil, source: SourceID = "site"
    ) -> EntryID {
        let report = ShelterReport(
            shelter: "s1", openBeds: Beds(open), reserveBeds: Beds(reserve), occupied: Beds(occupied),
            arrived: arrived.map(Persons.init), departed: departed.map(Persons.init))
        return say(.shelterReport(report), about: .moment(.at(hour)), known: known, source: source)
    }

    /// A later word on an entry, known two days later.
    mutating func correct(_ entry: EntryID, _ change: Correction.Change) {
        guard let target = entries.first(where: { $0.id == entry }) else { return }
        say(
            .correction(Correction(target: entry, change: change, reason: "recount")), about: target.about,
            known: (entries.map(\.known.instant).max() ?? target.known.instant) + .minutes(1))
    }

    var picture: Picture { Picture.folding(entries) }

    var now: Instant { entries.map(\.known.instant).max() ?? .at(0) }

    /// Looks, and stores what was found.
    @discardableResult
    mutating func look() -> [ContradictionEvent] {
        let (picture, now) = (picture, now)
        let reading = SituationReading(picture, places: Self.places, targets: [], now: now)
        return watch.look(at: picture, reading: reading, now: now).compactMap { draft in
            entries.append(
                builder.entry(draft.fact, about: draft.about, known: now + .seconds(1), source: draft.source))
            if case .contradiction(let event) = draft.fact { return event }
            return nil
        }
    }

    /// Looks, and gives the cases raised.
    mutating func raised() -> [ContradictionEvent.Finding] {
        look().compactMap { if case .raised(let finding) = $0.change { finding } else { nil } }
    }

    /// Looks, and gives the rules and variants raised, as `rule.variant`.
    mutating func names() -> [String] { raised().map { "\($0.rule).\($0.variant)" }.sorted() }

    /// An officer settles a case.
    mutating func settle(_ id: ContradictionID, _ settlement: ContradictionEvent.Settlement) {
        say(
            .contradiction(ContradictionEvent(id, .settled(settlement, reason: "telephone"))),
            about: .moment(now), known: now + .minutes(1))
    }
}

extension About {
    /// A period whose order the test has written down.
    static func between(_ from: Instant, _ to: Instant) -> About {
        Period(from: from, to: to).map(About.period) ?? .moment(to)
    }
}
