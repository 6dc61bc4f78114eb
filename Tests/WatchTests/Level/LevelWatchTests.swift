import Planning
import Situation
import Support
import Testing

@testable import Watch

/// Levels against readings worked out by hand: both posts of ru-west usually let in 1,000 a day, so the section 2,000.
@Suite final class LevelWatchTests {
    private var watch = LevelWatch()
    private let world = WatchWorld()
    private let levels: ImpactLevels

    init() throws {
        levels = try WatchPlanFixtures.shippedLevels()
        world.signOn("aigul", .shiftLead)
    }

    /// One look; what was proposed of ru-west.
    private func look() -> (level: ImpactLevel, because: [LevelEvent.Reason])? {
        let drafts = watch.look(world.figures, levels: levels)
        world.write(drafts)
        return drafts.lazy.compactMap { draft in
            guard case .level(let event) = draft.fact, event.section == "ru-west",
                case .proposed(let level, let because) = event.change
            else { return nil }
            return (level, because)
        }.first
    }

    private func found() -> [Draft] { watch.look(world.figures, levels: levels) }

    private func report(_ syrym: Int, _ taskala: Int, wait: Int? = nil) {
        world.day(of: "syrym", syrym, wait: wait)
        world.day(of: "taskala", taskala)
    }

    private func act(_ act: LevelAct) throws {
        let drafts = try world.desk("aigul", levels: levels).drafts(for: .level("ru-west", act))
        #expect(world.write(drafts))
    }

    @Test func `a usual day is low, and nothing is proposed`() throws {
        report(1000, 1000)
        #expect(look() == nil)
        world.pass(.hours(3))
        #expect(look() == nil)
        let finding = watch.assess("ru-west", world.figures, levels: levels)
        #expect(finding?.level == .low)
    }

    @Test func `one and a half times the usual for an hour is medium, twice is high, 5,500 is critical`() throws {
        for (syrym, level) in [(2000, ImpactLevel.medium), (3000, .high), (4500, .critical)] {
            let fresh = try LevelWatchTests()
            fresh.report(syrym, 1000)
            #expect(fresh.look() == nil, "not yet an hour")
            fresh.world.pass(.minutes(59))
            #expect(fresh.look() == nil)
            fresh.world.pass(.minutes(1))
            let proposal = try #require(fresh.look())
            #expect(proposal.level == level)
            // The figures that say so: the sum of both posts, and its multiple of 2,000.
            let inflow = proposal.because.first { $0.metric == "section.inflow_24h" }
            #expect(inflow?.value == Double(syrym + 1000))
            let ratio = proposal.because.first { $0.metric == "section.inflow_ratio" }
            #expect(ratio?.value == Double(syrym + 1000) / 2000)
            for reason in proposal.because { #expect(!levels.rules(for: reason, of: level).isEmpty) }
        }
    }

    @Test func `what is proposed is not proposed again, and a worse level takes its place`() throws {
        report(2000, 1000)
        _ = look()
        world.pass(.hours(1))
        #expect(look()?.level == .medium)
        #expect(look() == nil)
        report(3500, 1000)
        #expect(look() == nil)
        world.pass(.hours(1))
        #expect(look()?.level == .high)
        #expect(world.picture.watch.levels["ru-west"]?.proposal?.level == .high)
    }

    @Test func `a wait at one post speaks for its section`() throws {
        report(1000, 1000, wait: 300)
        _ = look()
        world.pass(.hours(1))
        let proposal = try #require(look())
        #expect(proposal.level == .medium)
        #expect(
            proposal.because == [
                LevelEvent.Reason(metric: "post.wait_minutes", subject: "syrym", value: 300, limit: 240)
            ])
    }

    @Test func `a declined level returns after its snooze, or at once when a higher one is reached`() throws {
        report(2000, 1000)
        _ = look()
        world.pass(.hours(1))
        #expect(look()?.level == .medium)
        try act(.decline(reason: "a holiday", until: world.now + .hours(4)))
        world.pass(.hours(3))
        report(2000, 1000)
        #expect(look() == nil)
        world.pass(.hours(1))
        #expect(look()?.level == .medium, "the snooze is over")
        try act(.decline(reason: "still a holiday", until: world.now + .hours(8)))
        report(3500, 1000)
        _ = look()
        world.pass(.hours(1))
        #expect(look()?.level == .high, "worse than what was declined")
    }

    @Test func `a lower level is proposed only after it has held for six hours`() throws {
        try act(.confirm(.high, reason: "by hand"))
        report(1000, 1000)
        #expect(look() == nil)
        world.pass(.hours(5))
        report(1000, 1000)
        #expect(look() == nil)
        // An hour of a high flow begins the count anew.
        report(3500, 1000)
        #expect(look() == nil)
        world.pass(.minutes(10))
        report(1000, 1000)
        #expect(look() == nil)
        world.pass(.hours(5))
        report(1000, 1000)
        #expect(look() == nil)
        world.pass(.hours(1))
        let proposal = try #require(look())
        #expect(proposal.level == .low)
        // Its reasons are the present figures of the level in force.
        #expect(proposal.because.contains { $0.metric == "section.inflow_24h" && $0.value == 2000 && $0.limit == 1000 })
    }

    @Test func `silence lowers nothing`() throws {
        try act(.confirm(.medium, reason: "by hand"))
        report(1000, 1000)
        for _ in 0..<5 {
            #expect(look() == nil)
            world.pass(.hours(1))
        }
        // Nothing is heard for two days: the last day is not known any more.
        world.pass(.hours(48))
        #expect(look() == nil)
        world.pass(.hours(12))
        #expect(look() == nil)
    }

    @Test func `a proposal is taken back when the figures have fallen for six hours`() throws {
        report(2000, 1000)
        _ = look()
        world.pass(.hours(1))
        #expect(look()?.level == .medium)
        report(1000, 1000)
        #expect(look() == nil)
        world.pass(.hours(6))
        report(1000, 1000)
        #expect(look()?.level == .low)
        #expect(world.picture.watch.levels["ru-west"]?.proposal == nil)
        #expect(look() == nil)
    }

    @Test func `a level that is confirmed opens its reactions, new ones each time, and drops them when lowered`() throws {
        try act(.confirm(.medium, reason: "many"))
        var tasks = world.picture.watch.tasks
        #expect(
            Set(tasks.keys.map(\.rawValue)) == [
                "level/ru-west/medium/1/tell-centre", "level/ru-west/medium/1/hourly-reports",
                "level/ru-west/medium/1/reserve-shift",
            ])
        #expect(tasks["level/ru-west/medium/1/tell-centre"]?.opening.due == world.now + .minutes(30))
        try act(.confirm(.high, reason: "more"))
        try act(.confirm(.medium, reason: "fewer"))
        tasks = world.picture.watch.tasks
        for step in ["reinforce", "support-desk", "ready-reception"] {
            #expect(tasks[TaskRef("level/ru-west/high/1/\(step)")]?.state == .dropped)
        }
        #expect(tasks["level/ru-west/medium/1/tell-centre"]?.state == .open, "the level in force still obliges")
        try act(.confirm(.high, reason: "again"))
        #expect(world.picture.watch.tasks["level/ru-west/high/2/reinforce"]?.state == .open)
    }

    @Test func `a reaction that is late is told to the next authority, once`() throws {
        try act(.confirm(.medium, reason: "many"))
        world.pass(.minutes(44))
        #expect(found().isEmpty)
        world.pass(.minutes(1))
        world.write(watch.look(world.figures, levels: levels))
        #expect(world.picture.watch.tasks["level/ru-west/medium/1/tell-centre"]?.escalatedTo == "MIA")
        #expect(found().isEmpty)
    }
}
