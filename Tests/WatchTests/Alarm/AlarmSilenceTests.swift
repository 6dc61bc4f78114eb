import Situation
import Support
import Testing

@testable import Planning
@testable import Watch

@Suite struct AlarmSilenceTests {
    private static let posts = AlarmRule.sample(
        "post-silence",
        .silence(SilenceTest(of: .posts, times: 3, atLeast: .minutes(30), words: 3)))
    private static let sources = AlarmRule.sample(
        "source-silence",
        .silence(SilenceTest(of: .sources, times: 3, atLeast: .minutes(30), words: 3)), cause: .own)

    /// Three posts that report every ten minutes until `end`.
    private static func reporting(until end: Instant, rules: [AlarmRule]) -> AlarmBench {
        var bench = AlarmBench(rules)
        var now = Instant.at(8)
        while now <= end {
            for post in AlarmBench.posts { bench.wait(5, at: now, post: post) }
            bench.look(now)
            now = now + .minutes(10)
        }
        return bench
    }

    @Test func `a fresh start rings no silence, however long nobody speaks`() {
        var bench = AlarmBench([Self.posts, Self.sources])
        for hour in 0..<24 { #expect(bench.look(.at(hour)).isEmpty) }
        // One word is no rhythm.
        bench.wait(5, at: .at(0, day: 25))
        for hour in 0..<24 { #expect(bench.look(.at(hour, day: 26)).isEmpty) }
    }

    @Test func `a post that stops while its source speaks of others rings, by its own rhythm`() {
        var bench = Self.reporting(until: .at(10), rules: [Self.posts, Self.sources])
        var rang: [Instant] = []
        var now = Instant.at(10, 10)
        while now <= .at(11) {
            for post in AlarmBench.posts.dropFirst() { bench.wait(5, at: now, post: post) }
            for event in bench.look(now) {
                #expect(event.alarm == AlarmID(rule: "post-silence", subject: "syrym"))
                rang.append(now)
            }
            now = now + .minutes(10)
        }
        // Three times ten minutes after the last word at 10:00.
        #expect(rang == [.at(10, 30)])
        bench.wait(5, at: .at(11, 10))
        #expect(bench.look(.at(11, 10)).map(\.change) == [.returned(value: 0)])
    }

    @Test func `a feed that stops is one silence and not one for every post`() {
        var bench = Self.reporting(until: .at(10), rules: [Self.posts, Self.sources])
        var events: [AlarmEvent] = []
        for minute in 1...120 { events += bench.look(.at(10) + .minutes(minute)) }
        #expect(events.map(\.alarm) == [AlarmID(rule: "source-silence", subject: "border")])
    }

    @Test func `a person who calls now and then keeps no rhythm`() {
        var bench = AlarmBench([Self.sources])
        for minute in [0, 2, 5, 47, 180, 190, 400] {
            bench.say(.note(Note(text: "x")), at: .at(0) + .minutes(minute), source: "Serik")
        }
        for hour in 8..<24 { #expect(bench.look(.at(hour)).isEmpty) }
    }

    @Test func `a clock that stands behind the journal rings`() {
        var bench = AlarmBench([.sample("clock", .clock(.minutes(2)), priority: .high)])
        bench.wait(5, at: .at(10))
        #expect(bench.look(.at(10)).isEmpty)
        #expect(bench.look(.at(9, 57)).count == 1)
        #expect(bench.look(.at(10, 5)).map(\.change) == [.returned(value: 0)])
        bench.watch.clockJump = .minutes(-10)
        #expect(bench.look(.at(10, 6)).count == 1)
    }
}
