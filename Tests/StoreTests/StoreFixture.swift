import Situation
import Store
import Support

/// A fresh journal in a folder of its own.
struct StoreFixture {
    let scratch: Scratch
    let journal: Journal

    init(nature: JournalNature = .live, station: StationID = "st-test") throws {
        scratch = try Scratch()
        journal = try Journal.create(
            scratch.file("journal.ahual"), header: Self.header(nature), station: station)
    }

    static func header(_ nature: JournalNature = .live) -> JournalHeader {
        JournalHeader(id: "test-journal", nature: nature, created: .at(0))
    }

    /// A report of one hour at Syrym.
    static func report(
        _ persons: Int, hour: Int = 10, known: Instant? = nil, source: SourceID = "border"
    ) -> Draft {
        let from = Instant.at(0) + .hours(hour)
        return Draft(
            .checkpointReport(
                CheckpointReport(checkpoint: "syrym", direction: .in, mode: .all, persons: Persons(persons))),
            about: Period(from: from, to: from + .hours(1)).map(About.period) ?? .moment(from),
            author: .system("test"), source: source, known: known)
    }

    static func note(_ text: String) -> Draft {
        Draft(.note(Note(text: text)), about: .moment(.at(12)), author: .system("test"), source: "desk")
    }

    /// The drafts that say what `entries` say, known when those were.
    static func drafts(_ entries: [Entry]) -> [Draft] {
        entries.map {
            Draft($0.fact, about: $0.about, author: $0.author, source: $0.source, known: $0.known.instant)
        }
    }
}
