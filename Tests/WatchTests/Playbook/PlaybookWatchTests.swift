import Planning
import Situation
import Support
import Testing

@testable import Watch

/// What the watch proposes of playbooks: starts, phases and ends, and when a declined proposal comes back.
@Suite final class PlaybookWatchTests {
    private var watch = PlaybookWatch()
    private let world = WatchWorld()
    private var playbook: Playbook

    init() throws {
        playbook = try WatchPlanFixtures.playbook()
        world.signOn("aigul")
        world.signOn("bolat")
    }

    /// One look, and what it finds stored.
    @discardableResult
    private func look() -> [PlaybookEvent] {
        let drafts = watch.look(world.figures, playbooks: [playbook])
        world.writeUnlessOvertaken(drafts)
        return drafts.compactMap { if case .playbook(let event) = $0.fact { event } else { nil } }
    }

    private func act(_ act: WatchAct, by person: PersonName = "aigul") throws {
        #expect(world.write(try world.desk(person, playbooks: [playbook]).drafts(for: act)))
    }

    /// Persons in through ru-west, whose usual is 2,000.
    private func inflow(_ persons: Int) {
        world.day(of: "syrym", persons - 1000)
        world.day(of: "taskala", 1000)
    }

    private func propose() throws -> PlaybookRunID {
        inflow(6000)
        look()
        world.pass(.hours(2))
        return try #require(look().first?.run)
    }

    private func run(_ id: PlaybookRunID) throws -> PlaybookRunRecord {
        try #require(world.picture.watch.runs[id])
    }

    @Test func `a start is proposed when every condition of a trigger has held for its time`() throws {
        inflow(5000)
        #expect(look().isEmpty)
        world.pass(.minutes(119))
        #expect(look().isEmpty)
        world.pass(.minutes(1))
        let event = try #require(look().first)
        #expect(event.run == "small/ru-west/1")
        guard case .proposed(let proposal) = event.change else { return #expect(Bool(false), "\(event)") }
        #expect(proposal.trigger == "inflow")
        #expect(proposal.affected.sections == ["ru-west"])
        #expect(proposal.affected.regions == ["KZ-27"])
        #expect(proposal.affected.checkpoints == ["syrym", "taskala"])
        #expect(
            proposal.figures == [
                LevelEvent.Reason(metric: "section.inflow_ratio", subject: "ru-west", value: 2.5, limit: 2.5),
                LevelEvent.Reason(metric: "section.inflow_24h", subject: "ru-west", value: 5000, limit: 500),
            ])
        #expect(look().isEmpty, "one proposal at a place")
    }

    @Test func `a break in between begins the time anew`() throws {
        inflow(5000)
        look()
        world.pass(.hours(1))
        inflow(4000)
        look()
        world.pass(.minutes(1))
        inflow(5000)
        look()
        world.pass(.minutes(119))
        #expect(look().isEmpty)
        world.pass(.minutes(1))
        #expect(look().count == 1)
    }

    @Test func `conditions of one trigger hold at the same section or not at all`() throws {
        playbook = try WatchPlanFixtures.playbook(
            ("section.inflow_24h, scope: any, is: above, value: 500", "section.queue_persons, scope: any, is: above, value: 500"))
        inflow(6000)
        world.day(of: "kairak", 1000, queue: 800)
        look()
        world.pass(.hours(3))
        #expect(look().isEmpty, "the flow is in the west and the queue in the north")
        world.day(of: "taskala", 1000, queue: 800)
        #expect(look().map(\.run) == ["small/ru-west/1"])
    }

    @Test func `a post in trouble is proposed as its section, so that one crisis is one proposal`() throws {
        world.day(of: "syrym", 1000, wait: 400)
        #expect(look().map(\.run) == ["small/ru-west/1"])
        inflow(6000)
        look()
        world.pass(.hours(2))
        #expect(look().isEmpty)
    }

    @Test func `a declined start returns after its snooze`() throws {
        let run = try propose()
        try act(.playbook(run, .decline(reason: "a fair", until: world.now + .hours(4))))
        world.pass(.hours(3))
        inflow(6000)
        #expect(look().isEmpty)
        world.pass(.hours(1))
        #expect(look().map(\.run) == [run])
        #expect(try self.run(run).state == .proposed)
    }

    @Test func `a declined start returns at once when a figure is a quarter worse`() throws {
        let run = try propose()
        // What "worse" is measured from are the figures at the time of the decline.
        inflow(7000)
        look()
        try act(.playbook(run, .decline(reason: "a fair", until: world.now + .hours(12))))
        inflow(8700)
        #expect(look().isEmpty, "8,700 is less than 1.25 × 7,000")
        inflow(8750)
        #expect(look().map(\.run) == [run])
    }

    @Test func `a declined start returns at once when another trigger holds`() throws {
        let run = try propose()
        try act(.playbook(run, .decline(reason: "a fair", until: world.now + .hours(12))))
        #expect(look().isEmpty)
        world.day(of: "taskala", 1000, wait: 361)
        #expect(look().map(\.run) == [run])
    }

    @Test func `the same person cannot confirm a start that wants a second officer`() throws {
        playbook = try WatchPlanFixtures.playbook(("second_officer: false", "second_officer: true"))
        let run = try propose()
        try act(.playbook(run, .start(reason: "the wave")))
        #expect(try self.run(run).state == .requested)
        #expect(world.picture.watch.tasks.isEmpty)
        #expect(throws: ActRefusal.needsSecondPerson("aigul")) {
            try world.desk("aigul", playbooks: [playbook]).drafts(for: .playbook(run, .confirmStart))
        }
        try act(.playbook(run, .confirmStart), by: "bolat")
        #expect(try self.run(run).state == .inForce)
        #expect(world.picture.watch.tasks.count == 4)
    }

    @Test func `of two officers who decide on one picture the second is overtaken`() throws {
        let run = try propose()
        let first = try world.desk("aigul", playbooks: [playbook]).drafts(for: .playbook(run, .start(reason: "yes")))
        let second = try world.desk("bolat", playbooks: [playbook])
            .drafts(for: .playbook(run, .decline(reason: "no", until: world.now + .hours(1))))
        #expect(world.write(first))
        #expect(!world.write(second))
        #expect(try self.run(run).state == .inForce)
    }

    @Test func `a later phase is proposed for the places affected, and its decline is kept by itself`() throws {
        let run = try propose()
        try act(.playbook(run, .start(reason: "the wave")))
        world.shelter("kostanai-1", occupied: 190, open: 200, reserve: 100)
        look()
        world.pass(.hours(2))
        #expect(look().isEmpty, "the beds that end are elsewhere")
        world.shelter("oral-1", occupied: 360)
        look()
        world.pass(.hours(1))
        inflow(6000)
        let event = try #require(look().first)
        #expect(event.change == .phaseProposed(phase: "second", trigger: "beds"))
        try act(.playbook(run, .declinePhase("second", reason: "wait", until: world.now + .hours(2))))
        #expect(look().isEmpty)
        world.pass(.hours(2))
        inflow(6000)
        #expect(look().count == 1)
        try act(.playbook(run, .openPhase("second", reason: "now")))
        #expect(world.picture.watch.tasks[TaskRef(run: run, step: "T5")] != nil)
        #expect(look().isEmpty)
    }

    @Test func `a task whose hour has passed when its phase opens has its time from then`() throws {
        let run = try propose()
        try act(.playbook(run, .start(reason: "the wave")))
        world.pass(.hours(7))
        try act(.playbook(run, .openPhase("second", reason: "now")))
        let task = try #require(world.picture.watch.tasks[TaskRef(run: run, step: "T5")])
        #expect(task.opening.due == world.now + .hours(6))
    }

    @Test func `the end is proposed when every figure has been good for its time, with the closing phase`() throws {
        let run = try propose()
        try act(.playbook(run, .start(reason: "the wave")))
        for _ in 0..<48 {
            inflow(2400)
            #expect(!look().contains { $0.change == .standDownProposed })
            world.pass(.hours(1))
        }
        inflow(2400)
        let changes = look().map(\.change)
        #expect(changes == [.phaseProposed(phase: "last", trigger: "stand-down"), .standDownProposed])
        #expect(try self.run(run).isStandDownProposed)
        try act(.playbook(run, .declineEnd(reason: "a day more", until: world.now + .hours(24))))
        world.pass(.hours(23))
        inflow(2400)
        #expect(look().isEmpty)
        world.pass(.hours(1))
        inflow(2400)
        #expect(look().map(\.change) == [.standDownProposed])
        try act(.playbook(run, .end(reason: "over")))
        #expect(world.picture.watch.tasks.values.allSatisfy { !$0.state.isPending })
        #expect(look().isEmpty)
    }

    @Test func `what an officer ended is not proposed again by what held already`() throws {
        let run = try propose()
        try act(.playbook(run, .start(reason: "the wave")))
        try act(.playbook(run, .end(reason: "a mistake")))
        world.pass(.hours(3))
        inflow(6000)
        #expect(look().isEmpty)
        inflow(2000)
        look()
        inflow(6000)
        look()
        world.pass(.hours(2))
        #expect(look().map(\.run) == ["small/ru-west/2"])
    }
}
