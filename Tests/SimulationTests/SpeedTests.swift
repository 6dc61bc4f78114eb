import Simulation
import Situation
import Testing

@Suite struct `Speed` {
    /// The country's size: 72 posts for 72 hours. The bound is no goal, it catches a cost that has begun to
    /// grow with the number of people; a debug build on two shared cores takes a few seconds.
    @Test func `a national run of three days is a matter of seconds`() throws {
        let posts = (1...72).map { TestWorld.post(CheckpointID("post-\($0)"), perHour: 400) }
        let surge = Surge(
            posts: posts.map(\.id), from: .hours(12), to: .hours(60), peakFactor: 20, rampUp: .hours(12),
            rampDown: .hours(12))
        let world = try World(
            scenario: "test", start: TestWorld.start, posts: posts, surges: [surge])
        var engine = BorderEngine(world: world, seed: 61)
        var drafts = 0
        let taken = ContinuousClock().measure { drafts = engine.advance(to: world.end).count }
        print("72 posts, 72 h simulated: \(taken), \(drafts) drafts")
        #expect(taken < .seconds(60))
        #expect(engine.conservationBreach == nil)
    }
}
