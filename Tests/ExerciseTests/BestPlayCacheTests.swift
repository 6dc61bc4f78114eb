import Drill
import Foundation
import Situation
import Support
import Testing

@testable import Exercise

struct BestPlayCacheTests {
    private static let outcome = OutcomeMeasures(
        from: .at(9), to: .at(10), posts: [], regions: [], shelters: [], series: [])

    private static func play(_ key: BestPlay.Key, evaluations: Int, isComplete: Bool = true) -> BestPlay {
        BestPlay(
            key: key, acts: [PlayedAct(.staffLanes("syrym", .in, 6), at: .at(9, 30))], outcome: outcome,
            nothing: outcome, objective: .usual, limits: .usual, evaluations: evaluations,
            isComplete: isComplete,
            player: nil)
    }

    private static func key(_ plan: String) -> BestPlay.Key {
        BestPlay.Key(plan: plan, scenario: "s", seed: 7, until: .at(10), changes: RunChanges())
    }

    @Test func `what was kept is found again, for its own key alone`() throws {
        let scratch = try Scratch()
        let cache = BestPlayCache(folder: URL(fileURLWithPath: scratch.file("best")))
        let play = Self.play(Self.key("a"), evaluations: 10)
        #expect(cache.play(for: play.key) == nil)
        try cache.keep(play)
        #expect(cache.play(for: play.key) == play)
        #expect(cache.play(for: Self.key("b")) == nil)
    }

    @Test func `a search that was broken off does not take the place of a whole one`() throws {
        let scratch = try Scratch()
        let cache = BestPlayCache(folder: URL(fileURLWithPath: scratch.file("best")))
        try cache.keep(Self.play(Self.key("a"), evaluations: 5, isComplete: false))
        try cache.keep(Self.play(Self.key("a"), evaluations: 10))
        try cache.keep(Self.play(Self.key("a"), evaluations: 3, isComplete: false))
        #expect(cache.play(for: Self.key("a"))?.evaluations == 10)
    }

    @Test func `a damaged file is as good as none`() throws {
        let scratch = try Scratch()
        let cache = BestPlayCache(folder: URL(fileURLWithPath: scratch.file("best")))
        let key = Self.key("a")
        try cache.keep(Self.play(key, evaluations: 10))
        try Data("{".utf8).write(to: URL(fileURLWithPath: scratch.file("best/best-\(key.name).json")))
        #expect(cache.play(for: key) == nil)
    }
}
