import Planning
import Situation
import Support
import Testing

@testable import Watch

/// Tasks of a playbook in force: their order, the question about asylum, proofs, lateness and what comes back.
@Suite final class PlaybookTaskTests {
    private var watch = PlaybookWatch()
    private let world = WatchWorld()
    private let playbook: Playbook
    private let run: PlaybookRunID = "small/ru-west/1"

    init() throws {
        playbook = try WatchPlanFixtures.playbook()
        world.signOn("aigul")
        let affected = world.figures.affected(by: "ru-west")
        try act(.start("small", affected, reason: "by hand"))
    }

    private func act(_ act: WatchAct) throws {
        #expect(world.write(try world.desk("aigul", playbooks: [playbook]).drafts(for: act)))
    }

    private func task(_ step: String, _ act: TaskAct) throws {
        try self.act(.task(TaskRef(run: run, step: step), act))
    }

    private func found() -> [Draft] { watch.look(world.figures, playbooks: [playbook]) }

    private func record(_ step: String, round: Int = 1) -> TaskRecord? {
        world.picture.watch.tasks[TaskRef(run: run, step: step, round: round)]
    }

    private func look() {
        world.writeUnlessOvertaken(watch.look(world.figures, playbooks: [playbook]))
    }

    @Test func `a task waits for those before it`() throws {
        #expect(throws: ActRefusal.waitsFor([TaskRef(run: run, step: "T1")])) {
            try world.desk("aigul", playbooks: [playbook]).drafts(for: .task(TaskRef(run: run, step: "T2"), .begin))
        }
        try task("T1", .cannot(reason: "no line"))
        try task("T2", .begin)
        #expect(record("T2")?.state == .underWay)
    }

    @Test(arguments: [
        (TaskEvent.AsylumAnswer?.none, false), (.some(.unknown), false), (.some(.some), false), (.some(.none), true),
    ])
    func `a task that turns people away begins only when nobody among them seeks asylum`(
        answer: TaskEvent.AsylumAnswer?, begins: Bool
    ) throws {
        if let answer { try task("T3", .answerAsylum(answer)) }
        let desk = world.desk("aigul", playbooks: [playbook])
        let ref = TaskRef(run: run, step: "T3")
        if begins {
            #expect(try desk.drafts(for: .task(ref, .begin)).count == 1)
        } else {
            #expect(throws: ActRefusal.asylumUnanswered) { try desk.drafts(for: .task(ref, .begin)) }
            #expect(throws: ActRefusal.asylumUnanswered) { try desk.drafts(for: .task(ref, .done(words: "x"))) }
        }
    }

    @Test func `figures prove a task that was taken on, at every place and for their time`() throws {
        world.day(of: "syrym", 1000, wait: 100, lanes: 2)
        world.day(of: "taskala", 1000, wait: 300)
        try task("T1", .done(words: "called"))
        try task("T2", .begin)
        try act(.reserve(ReservePool(kind: "lanes", place: "KZ-27"), .commit(amount: 4, to: TaskRef(run: run, step: "T2"))))
        look()
        world.pass(.hours(2))
        look()
        #expect(record("T2")?.state == .underWay, "one post of the two still waits longer")
        world.day(of: "taskala", 1000, wait: 200)
        look()
        world.pass(.minutes(59))
        look()
        #expect(record("T2")?.state == .underWay)
        world.pass(.minutes(1))
        look()
        #expect(record("T2")?.state == .done)
        #expect(record("T2")?.proof == .figure(metric: "post.wait_minutes", subject: "taskala", value: 200))
        look()
        #expect(world.picture.watch.reserves.values.allSatisfy { $0.committed == 0 })
    }

    @Test func `good luck proves nothing that nobody took on`() throws {
        world.day(of: "syrym", 1000, wait: 10)
        for _ in 0..<4 {
            look()
            world.pass(.hours(1))
        }
        #expect(record("T2")?.state == .open)
    }

    @Test func `a task that is late is told to the next authority, once`() throws {
        world.pass(.minutes(44))
        look()
        #expect(record("T1")?.escalatedTo == nil)
        world.pass(.minutes(1))
        look()
        #expect(record("T1")?.escalatedTo == "MIA")
        #expect(found().isEmpty)
    }

    @Test func `a task that comes back opens its next round when it is done or its time has come`() throws {
        let start = world.now
        world.pass(.hours(1))
        try task("T4", .done(words: "sent"))
        look()
        #expect(record("T4", round: 2)?.opening.due == start + .hours(12))
        #expect(record("T4", round: 2)?.state == .open)
        #expect(record("T4", round: 3) == nil)
        // Nobody does the second round, and nobody looks for twelve hours after it was due: one is missed.
        world.now = start + .hours(25)
        look()
        #expect(record("T4", round: 3)?.opening.due == start + .hours(30))
        look()
        #expect(record("T4", round: 4) == nil)
        try act(.playbook(run, .end(reason: "over")))
        world.pass(.hours(12))
        look()
        #expect(record("T4", round: 4) == nil)
    }

    @Test func `a task of a playbook that ended is not opened again`() throws {
        try act(.playbook(run, .end(reason: "over")))
        #expect(throws: ActRefusal.notNow(.notInForce)) {
            try world.desk("aigul", playbooks: [playbook])
                .drafts(for: .task(TaskRef(run: run, step: "T1"), .reopen(reason: "again")))
        }
    }

    @Test func `the board counts, groups and clocks the tasks`() throws {
        try task("T1", .done(words: "called"))
        try task("T2", .begin)
        world.pass(.hours(4))
        let board = TaskBoard(world.picture, playbooks: [playbook], run: run, now: world.now)
        #expect(board.counts.total == 4 && board.counts.done == 1 && board.counts.underWay == 1)
        #expect(board.counts.open == 2 && board.counts.overdue == 2)
        #expect(board.cards.map(\.record.opening.step) == ["T2", "T3", "T4", "T1"])
        #expect(board.cards.map(\.clock) == [.overdue(.hours(2)), .overdue(.hours(1)), .left(.hours(2)), .closed(late: nil)])
        #expect(board.cards[1].asylum == .unanswered)
        #expect(board.byAgency.map(\.key) == ["MIA", "MLSP", "NSC"])
        #expect(board.byPhase.map(\.key) == [.phase("small", "first", order: 1)])
        #expect(board.cards(of: "NSC").count == 3, "two led and one helped with")
        #expect(board.next?.id == TaskRef(run: run, step: "T2"))
    }
}
