import Crossings
import Foundation
import Situation
import Store
import Support
import Testing

@testable import Feeds

struct CrossingFeedTests {
    private static let head = "type,source,checkpoint,direction,at,pseudonym,mode\n"
    private static let one = "5f1c0a9be2d44f7e8a31c6d07b925e13"
    private static let other = "0d2b8c11a5e94c0f93be77d1c64fa802"

    /// Imports `text` into the fixture's journal with a place for crossings beside it.
    private func take(
        _ text: String, into fixture: FeedFixture, name: String = "feed.csv"
    ) throws -> (outcome: FeedImport.Outcome, faults: [RowFault]) {
        var faults: [RowFault] = []
        let feed = FeedImport(
            into: fixture.journal, reference: fixture.reference,
            author: Author(person: "test", seat: "import"), now: { fixture.now },
            crossings: { try desk(fixture) })
        return (try feed.run(GivenBytes(text), name: name) { faults.append($0) }, faults)
    }

    private func desk(_ fixture: FeedFixture) throws -> CrossingDesk {
        CrossingDesk(
            journal: fixture.journal,
            file: try CrossingFile(
                path: CrossingFile.path(besideJournal: fixture.journal.path),
                journal: fixture.journal.header.id),
            scopes: [.country], author: .system("test"))
    }

    private func counts(_ fixture: FeedFixture) throws -> CrossingCounts {
        let window = try #require(
            Period(from: Instant(year: 2026, month: 10, day: 1), to: Instant(year: 2026, month: 10, day: 5)))
        return try #require(
            try desk(fixture).file.counts(in: window, scopes: [.country], now: fixture.now)["KZ"])
    }

    @Test func `crossings go beside the journal and the same file adds nothing`() throws {
        let fixture = try FeedFixture()
        let text =
            Self.head + """
                crossing,border,Сырым,in,2026-10-01T10:02:11+05:00,\(Self.one),car
                crossing,border,taskala,out,2026-10-02T10:02:11+05:00,\(Self.one),
                crossing,border,syrym,in,2026-10-03T10:02:11+05:00,\(Self.other),bus

                """
        let first = try take(text, into: fixture).outcome
        #expect((first.stored, first.crossings, first.duplicates, first.faults) == (3, 3, 0, 0))
        let second = try take(text, into: fixture).outcome
        #expect((second.stored, second.duplicates) == (0, 3))
        let counted = try counts(fixture)
        #expect((counted.crossingsIn, counted.crossingsOut, counted.people) == (2, 1, 2))
        // The journal holds one batch, and no digest of a file that guesses could be tried against.
        #expect(try fixture.journal.entryCount() == 1)
        #expect(try !fixture.journal.hasTakenFeeds())
        let bytes = try FileManager.default.subpathsOfDirectory(atPath: fixture.scratch.path)
            .reduce(into: Data()) { all, name in
                all.append(FileManager.default.contents(atPath: fixture.scratch.file(name)) ?? Data())
            }
        #expect(bytes.range(of: Data(Self.one.utf8)) == nil)
    }

    @Test func `crossings and reports may stand in one feed, and NDJSON says the same`() throws {
        let fixture = try FeedFixture()
        let text = """
            {"type":"crossing","source":"b","checkpoint":"syrym","direction":"in","at":"2026-10-01T10:00:00+05:00","pseudonym":"\(Self.one)"}
            {"type":"checkpoint","source":"b","checkpoint":"syrym","from":"2026-10-01T10:00+05:00","to":"2026-10-01T11:00+05:00","direction":"in","mode":"all","persons":7}
            """
        let outcome = try take(text, into: fixture, name: "feed.ndjson").outcome
        #expect((outcome.stored, outcome.crossings) == (2, 1))
        #expect(try counts(fixture).crossingsIn == 1)
    }

    @Test(arguments: [
        "N12345678", "900101300123", "12345678901234567890", String(repeating: "a", count: 257),
    ])
    func `what may be a document's number is refused and never repeated`(pseudonym: String) throws {
        let fixture = try FeedFixture()
        let (outcome, faults) = try take(
            Self.head + "crossing,b,syrym,in,2026-10-01T10:00:00+05:00,\(pseudonym),car\n", into: fixture)
        #expect(outcome.stored == 0)
        let fault = try #require(faults.first)
        #expect(fault.column == "pseudonym")
        #expect(!"\(fault) \(fault.phrase)".contains(pseudonym))
    }

    @Test func `a crossing of an erased day is refused with its line, a later one is taken`() throws {
        let fixture = try FeedFixture()
        let row = "crossing,b,syrym,in,2026-10-01T10:00:00+05:00,\(Self.one),car\n"
        _ = try take(Self.head + row, into: fixture)
        _ = try desk(fixture).erase(
            before: CrossingDay(of: Instant(year: 2026, month: 10, day: 3)), at: fixture.now)
        let (outcome, faults) = try take(
            Self.head + row + "crossing,b,syrym,in,2026-10-03T10:00:00+05:00,\(Self.one),car\n", into: fixture
        )
        #expect(outcome.stored == 1)
        #expect(faults == [RowFault(line: 2, column: "at", problem: .erasedDay(before: "2026-10-03"))])
    }

    @Test func `without a place for them crossings are refused and the rest is taken`() throws {
        let fixture = try FeedFixture()
        let (outcome, faults) = try fixture.take(
            Self.head + "crossing,b,syrym,in,2026-10-01T10:00:00+05:00,\(Self.one),car\n")
        #expect(outcome.stored == 0)
        #expect(faults == ["2:type no-place-for-crossings"])
    }
}
