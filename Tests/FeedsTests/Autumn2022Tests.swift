import Foundation
import Situation
import Store
import Support
import Testing

@testable import Feeds

/// The published figures of autumn 2022, as they became known. Expected values are the publications' own: see
/// `Tests/Fixtures/README.md`.
struct Autumn2022Tests {
    private func loaded() throws -> FeedFixture {
        let fixture = try FeedFixture()
        let text = try String(contentsOf: SourceTree.folder("Tests/Fixtures/kz_2022.csv"), encoding: .utf8)
        let (outcome, faults) = try fixture.take(text)
        #expect(faults == [])
        #expect(outcome.stored == 31)
        return fixture
    }

    private func picture(_ fixture: FeedFixture, _ day: Int, month: Int = 9) throws -> Picture {
        // A day's end, as `--as-known-at 2022-09-26` means it.
        let end = Instant(year: 2022, month: month, day: day + 1)
        return try fixture.journal.picture(at: PictureMoment(asKnownAt: end)).picture
    }

    private func persons(_ picture: Picture, _ area: Area, _ direction: Direction) -> [Int] {
        (picture.totals[area]?.statements ?? []).filter { $0.body.direction == direction }
            .map(\.body.persons.count)
    }

    @Test func `on 26 September only the baseline and the full camp were known`() throws {
        let known = try picture(loaded(), 26)
        #expect(persons(known, .country, .in) == [9000, 12_000])
        #expect(known.totals[.country]?.statements.map(\.body.precision) == [.atLeast, .atMost])
        #expect(known.shelters["oral-atameken"]?.reports.latest?.body.occupied == 100)
        #expect(known.checkpoints.isEmpty)
    }

    @Test func `on 1 October the posts of West Kazakhstan were known, and what contradicted them`() throws {
        let known = try picture(loaded(), 1, month: 10)
        let posts: [CheckpointID: Int] = [
            "syrym": 16_862, "taskala": 13_141, "shagan": 6788, "aksai": 6082, "zhanybek": 5028, "orda": 1193,
        ]
        #expect(known.checkpoints.mapValues { $0.incoming.longStatements.last?.body.persons.count } == posts)
        // The posts together are the stated total by road.
        #expect(posts.values.reduce(0, +) == 49_094)
        #expect(persons(known, .region("KZ-27"), .in).sorted() == [15_928, 49_094, 49_464, 50_928])
        #expect(persons(known, .country, .out).contains(64_234))
        #expect(!persons(known, .country, .in).contains(200_000))
    }

    @Test func `on 5 October the two weeks' totals were known, the transposed one not yet`() throws {
        let fixture = try loaded()
        let known = try picture(fixture, 5, month: 10)
        #expect(persons(known, .country, .in).contains(200_000))
        #expect(persons(known, .country, .out).contains(147_000))
        #expect(!persons(known, .country, .out).contains(174_000))
        let later = try picture(fixture, 1, month: 11)
        #expect(persons(later, .country, .out).contains(174_000))
    }
}
