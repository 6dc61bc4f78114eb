import Foundation
import Situation
import Store
import Support

@testable import Crossings

/// A fresh journal with a place for crossings beside it.
struct CrossingFixture {
    let scratch: Scratch
    let journal: Journal
    let desk: CrossingDesk
    var file: CrossingFile { desk.file }

    static let posts: [CheckpointID] = ["syrym", "taskala", "kordai", "korgas"]
    static let scopes: [CrossingScope] =
        [
            .country, .section("ru-west", posts: ["syrym", "taskala"]),
            .section("south", posts: ["kordai", "korgas"]),
        ] + posts.map { .post($0) }

    /// A day well before ``now``.
    static let start = Instant(year: 2026, month: 9, day: 1)
    static let now = Instant(year: 2026, month: 11, day: 20, hour: 12)

    init() throws {
        scratch = try Scratch()
        journal = try Journal.create(
            scratch.file("journal.ahual"),
            header: JournalHeader(
                id: "crossings", nature: .live, created: Instant(year: 2026, month: 1, day: 1)),
            station: "st-test")
        desk = try Self.desk(journal)
    }

    static func desk(_ journal: Journal) throws -> CrossingDesk {
        CrossingDesk(
            journal: journal,
            file: try CrossingFile(
                path: CrossingFile.path(besideJournal: journal.path), journal: journal.header.id),
            scopes: scopes, author: .system("test"))
    }

    /// Days after ``start``.
    static func days(_ from: Int, _ to: Int) throws -> Period {
        guard let period = Period(from: start + .days(from), to: start + .days(to)) else {
            throw CrossingFault.tooManyPosts
        }
        return period
    }

    /// A crossing some hours after ``start``.
    static func crossing(
        _ person: Int, _ direction: Direction, _ hours: Double, _ post: CheckpointID = "syrym",
        mode: TravelMode = .car
    ) -> Crossing {
        Crossing(
            post: post, direction: direction, mode: mode,
            at: start + Span(milliseconds: Int64(hours * 3_600_000)), pseudonym: pseudonym(person))
    }

    static func pseudonym(_ person: Int) -> String { "pseudonym-of-person-\(person)" }

    /// Every kind of fact about crossings in the journal, in order.
    func events() throws -> [CrossingEvent] {
        var filter = EntryFilter()
        filter.kinds = [FactKind.crossings.rawValue]
        return try journal.entries(filter).compactMap {
            if case .crossings(let event) = $0.entry.fact { event } else { nil }
        }
    }

    /// The bytes of every file there is.
    func bytes() throws -> Data {
        try FileManager.default.subpathsOfDirectory(atPath: scratch.path).reduce(into: Data()) { all, name in
            if let data = FileManager.default.contents(atPath: scratch.file(name)) { all.append(data) }
        }
    }
}

/// A month of people who come, go, come again and stay, made up by rule.
struct SampleCrossings {
    var crossings: [Crossing] = []

    init(seed: UInt64, people: Int, days: Int) {
        var random = Seeded(seed)
        for person in 0..<people {
            var hour = Double(random.next() % UInt64(days * 24 * 10)) / 10
            var isInside = random.next() % 4 == 0
            for _ in 0..<(1 + random.next() % 6) {
                // Now and then a crossing that nobody recorded.
                if random.next() % 20 != 0 {
                    let post = CrossingFixture.posts[Int(random.next() % 4)]
                    crossings.append(
                        CrossingFixture.crossing(
                            person, isInside ? .out : .in, hour, post,
                            mode: TravelMode.allCases[Int(random.next() % 7)]))
                }
                isInside.toggle()
                hour += 0.5 + Double(random.next() % 1000) / 10
                if hour >= Double(days * 24) { break }
            }
        }
        crossings.shuffle(using: &random)
    }
}

/// Counts by looking at every person's crossings with nothing clever, after the definitions in `docs/people.md`.
enum BruteForce {
    static func counts(
        _ crossings: [Crossing], in window: Period, posts: Set<CheckpointID>?, horizon: Instant
    ) -> CrossingCounts {
        var counts = CrossingCounts()
        for (_, all) in Dictionary(grouping: Set(crossings), by: \.pseudonym) {
            let ordered = all.sorted { $0.at < $1.at }
            let inWindow = ordered.filter { window.contains($0.at) }
            let mine = inWindow.filter { posts?.contains($0.post) ?? true }
            guard !mine.isEmpty else { continue }
            let entries = mine.filter { $0.direction == .in }
            counts.people += 1
            counts.crossingsIn += entries.count
            counts.crossingsOut += mine.count - entries.count
            counts.peopleIn += entries.isEmpty ? 0 : 1
            counts.reentries += max(0, entries.count - 1)
            if let last = inWindow.last, last.direction == .in, posts?.contains(last.post) ?? true {
                counts.inside += 1
            }
            for entry in entries {
                let next = ordered.first { $0.at > entry.at }
                if let next, next.at - entry.at <= .days(2) {
                    counts.staysShort += 1
                    counts.staysJudged += 1
                } else if entry.at + .days(2) <= horizon {
                    counts.staysJudged += 1
                }
            }
        }
        return counts
    }
}
