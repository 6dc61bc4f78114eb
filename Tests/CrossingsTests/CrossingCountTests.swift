import Foundation
import Situation
import Support
import Testing

@testable import Crossings

struct CrossingCountTests {
    /// Three people by hand: 1 comes, leaves after 10 h, comes again and stays; 2 comes and leaves after 60 h; 3 only leaves.
    @Test func `people are told from crossings, re-entries and stays by hand`() throws {
        let fixture = try CrossingFixture()
        let crossings = [
            CrossingFixture.crossing(1, .in, 10), CrossingFixture.crossing(1, .out, 20),
            CrossingFixture.crossing(1, .in, 30, "taskala"), CrossingFixture.crossing(2, .in, 12, "kordai"),
            CrossingFixture.crossing(2, .out, 72, "syrym"), CrossingFixture.crossing(3, .out, 5),
            // Somebody much later, so that the end of what is known lies far behind.
            CrossingFixture.crossing(4, .in, 24 * 20),
        ]
        #expect(try fixture.file.take(crossings, from: "border").stored == 7)
        let counts = try fixture.file.counts(
            in: try CrossingFixture.days(0, 7), scopes: CrossingFixture.scopes, now: CrossingFixture.now)
        let country = try #require(counts["KZ"])
        #expect((country.crossingsIn, country.crossingsOut) == (3, 3))
        #expect((country.people, country.peopleIn, country.reentries) == (3, 2, 1))
        // Stays: 10 h is short, 60 h is long, the last one went on beyond two days.
        #expect((country.staysJudged, country.staysShort, country.inside) == (3, 1, 1))
        let syrym = try #require(counts["syrym"])
        #expect((syrym.crossingsIn, syrym.crossingsOut, syrym.people, syrym.inside) == (1, 3, 3, 0))
        // Who came in by Taskala is still inside.
        #expect(counts["taskala"]?.inside == 1)
        // The stay that began at Kordai ended at Syrym.
        #expect(counts["kordai"]?.staysJudged == 1)
        #expect(counts["kordai"]?.inside == 0)
    }

    @Test(arguments: [UInt64](1...12))
    func `counts are those of brute force for any window`(seed: UInt64) throws {
        let fixture = try CrossingFixture()
        let sample = SampleCrossings(seed: seed, people: 300, days: 30).crossings
        for start in stride(from: 0, to: sample.count, by: 97) {
            _ = try fixture.file.take(Array(sample[start..<min(sample.count, start + 97)]), from: "border")
        }
        let horizon = try #require(sample.map(\.at).max())
        var random = Seeded(seed)
        for _ in 0..<8 {
            let from = CrossingFixture.start + .minutes(Int(random.next() % 40_000))
            let window = try #require(
                Period(from: from, to: from + .minutes(1 + Int(random.next() % 30_000))))
            // Few at once, so that several ranges of people are read.
            let counts = try fixture.file.counts(
                in: window, scopes: CrossingFixture.scopes, now: CrossingFixture.now, recordsAtOnce: 64)
            for scope in CrossingFixture.scopes {
                let expected = BruteForce.counts(
                    sample, in: window, posts: scope.posts, horizon: horizon)
                #expect(counts[scope.name] == expected, "\(scope.name) \(window)")
                #expect(expected.crossingsIn == expected.peopleIn + expected.reentries)
            }
        }
    }

    @Test func `a crossing told twice counts once, in one batch or in two`() throws {
        let fixture = try CrossingFixture()
        let one = CrossingFixture.crossing(1, .in, 10)
        let other = CrossingFixture.crossing(1, .in, 10, mode: .bus)
        let first = try fixture.file.take([one, one, other], from: "border")
        #expect((first.stored, first.duplicates) == (2, 1))
        let second = try fixture.file.take([other, one], from: "another source")
        #expect((second.stored, second.duplicates) == (0, 2))
        let counts = try fixture.file.counts(
            in: try CrossingFixture.days(0, 1), scopes: [.country], now: CrossingFixture.now)
        #expect(counts["KZ"]?.crossingsIn == 2)
    }

    @Test func `a stay that is not two days old is not judged`() throws {
        let fixture = try CrossingFixture()
        // The last word is 47 hours after the entry.
        _ = try fixture.file.take(
            [CrossingFixture.crossing(1, .in, 0), CrossingFixture.crossing(2, .out, 47)], from: "border")
        let day = try CrossingFixture.days(0, 1)
        let counts = try fixture.file.counts(in: day, scopes: [.country], now: CrossingFixture.now)
        #expect(counts["KZ"]?.staysUnjudged == 1)
        #expect(counts["KZ"]?.shortShare == nil)
        _ = try fixture.file.take([CrossingFixture.crossing(2, .in, 48)], from: "border")
        let later = try fixture.file.counts(in: day, scopes: [.country], now: CrossingFixture.now)
        #expect(later["KZ"]?.shortShare == 0)
    }

    @Test func `an empty file counts nobody`() throws {
        let fixture = try CrossingFixture()
        let counts = try fixture.file.counts(
            in: try CrossingFixture.days(0, 1), scopes: [.country], now: CrossingFixture.now)
        #expect(counts == ["KZ": CrossingCounts()])
    }

    @Test func `the file of one journal is refused to another`() throws {
        let fixture = try CrossingFixture()
        try fixture.file.close()
        #expect(throws: CrossingFault.self) { try CrossingFile(path: fixture.file.path, journal: "exercise") }
    }
}
