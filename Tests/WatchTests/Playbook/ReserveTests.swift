import Planning
import Situation
import Support
import Testing

@testable import Watch

/// Reserves: what there is, what a step takes, and that nothing is promised twice.
@Suite final class ReserveTests {
    private let world = WatchWorld()
    private let playbook: Playbook
    private let run: PlaybookRunID = "small/ru-west/1"
    private let buses = ReservePool(kind: "buses", place: "KZ-27")

    init() throws {
        playbook = try WatchPlanFixtures.playbook(("amount: 12, where: affected", "amount: 12, where: any"))
        for person in ["aigul", "bolat", "dana"] { world.signOn(PersonName(person)) }
        try act(.start("small", world.figures.affected(by: "ru-west"), reason: "by hand"))
        try act(.playbook(run, .openPhase("second", reason: "by hand")))
    }

    private func desk(_ person: PersonName = "aigul") -> WatchDesk { world.desk(person, playbooks: [playbook]) }

    private func act(_ act: WatchAct) throws { #expect(world.write(try desk().drafts(for: act))) }

    private func ref(_ step: String) -> TaskRef { TaskRef(run: run, step: step) }

    @Test func `nothing is committed of what nobody counted, nor more than there is`() throws {
        #expect(throws: ActRefusal.reserveUnknown(buses)) {
            try desk().drafts(for: .reserve(buses, .commit(amount: 1, to: ref("T5"))))
        }
        world.resource("buses", "KZ-27", 10)
        try act(.reserve(buses, .commit(amount: 7, to: ref("T5"))))
        #expect(throws: ActRefusal.reserveShort(buses, left: 3)) {
            try desk().drafts(for: .reserve(buses, .commit(amount: 4, to: ref("T1"))))
        }
        try act(.task(ref("T5"), .cannot(reason: "no drivers")))
        #expect(desk().stock(of: buses)?.left == 10)
    }

    @Test func `what a source says is in use is not taken, and not counted twice once it knows of ours`() throws {
        world.resource("buses", "KZ-27", 20, committed: 5)
        #expect(desk().stock(of: buses)?.left == 15)
        world.pass(.minutes(1))
        try act(.reserve(buses, .commit(amount: 10, to: ref("T5"))))
        #expect(desk().stock(of: buses)?.left == 5)
        world.pass(.hours(1))
        world.resource("buses", "KZ-27", 20, committed: 15)
        #expect(desk().stock(of: buses)?.left == 5, "the fifteen are the five and our ten")
        world.resource("buses", "KZ-27", 8, committed: 8)
        #expect(desk().stock(of: buses)?.left == 0)
        #expect(desk().stock(of: buses)?.overdrawn == 2)
    }

    @Test func `a number is drawn from where most is left, and what is missing is said`() throws {
        world.resource("buses", "KZ-27", 4)
        world.resource("buses", "KZ-39", 6)
        var offer = try #require(desk().offer(for: ref("T5")))
        #expect(offer.shares.map(\.pool.place) == ["KZ-39", "KZ-27"])
        #expect(offer.shares.map(\.amount) == [6, 4])
        #expect(offer.short == 2)
        try act(.reserve(buses, .commit(amount: 4, to: ref("T5"))))
        offer = try #require(desk().offer(for: ref("T5")))
        #expect(offer.shares.map(\.amount) == [6, 0])
        #expect(offer.shares.map(\.held) == [0, 4])
        #expect(offer.short == 2)
    }

    @Test func `a share is of what is left at that moment`() throws {
        world.day(of: "syrym", 1000, lanes: 2)
        world.day(of: "taskala", 1000, lanes: 5)
        // Six lanes each: four and one stand closed.
        let lanes = ReservePool(kind: "lanes", place: "KZ-27")
        #expect(desk().stock(of: lanes)?.total == 5)
        #expect(desk().offer(for: ref("T2"))?.shares.map(\.amount) == [5])
        try act(.reserve(lanes, .commit(amount: 2, to: ref("T5"))))
        #expect(desk().offer(for: ref("T2"))?.shares.map(\.amount) == [3])
        #expect(desk().offer(for: ref("T1")) == nil)
        #expect(desk().stock(of: ReservePool(kind: "beds", place: "KZ-27"))?.total == 600)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `whatever several desks do at once, no reserve is promised twice and no closed task keeps any`(
        seed: UInt64
    ) throws {
        var chance = Seeded(seed)
        var watch = PlaybookWatch()
        world.resource("buses", "KZ-27", 20)
        world.resource("buses", "KZ-39", 15, committed: 3)
        world.shelter("oral-1", occupied: 100, reserve: 60)
        let pools = [buses, ReservePool(kind: "buses", place: "KZ-39"), ReservePool(kind: "beds", place: "KZ-27")]
        let most = [20, 12, 60]
        let people: [PersonName] = ["aigul", "bolat", "dana"]
        for _ in 0..<60 {
            world.pass(.minutes(Int.random(in: 1...30, using: &chance)))
            // Two or three act on the same picture, before either sees what the others wrote.
            let desks = people.shuffled(using: &chance).prefix(Int.random(in: 1...3, using: &chance)).map { desk($0) }
            for desk in desks {
                guard let act = Self.act(run, pools, &chance) else { continue }
                do throws(ActRefusal) { world.write(try desk.drafts(for: act)) } catch { continue }
            }
            world.writeUnlessOvertaken(watch.look(world.figures, playbooks: [playbook]))
            let watched = world.picture.watch
            for (pool, limit) in zip(pools, most) {
                let record = watched.reserves[pool]
                #expect((record?.committed ?? 0) <= limit, "\(pool)")
                #expect(record?.commitments.values.allSatisfy { $0 > 0 } ?? true)
                for task in (record?.commitments ?? [:]).keys {
                    #expect(watched.tasks[task]?.state.isPending == true, "\(task) is closed and holds \(pool)")
                }
            }
        }
        try act(.playbook(run, .end(reason: "over")))
        #expect(world.picture.watch.reserves.values.allSatisfy { $0.committed == 0 })
    }

    private static func act(
        _ run: PlaybookRunID, _ pools: [ReservePool], _ chance: inout Seeded
    ) -> WatchAct? {
        let steps = ["T1", "T2", "T3", "T4", "T5"]
        guard let step = steps.randomElement(using: &chance), let pool = pools.randomElement(using: &chance) else {
            return nil
        }
        let task = TaskRef(run: run, step: step)
        switch Int.random(in: 0..<9, using: &chance) {
        case 0: return .task(task, .done(words: "done"))
        case 1: return .task(task, .cannot(reason: "cannot"))
        case 2: return .task(task, .reopen(reason: "again"))
        case 3: return .task(task, .begin)
        case 4: return .reserve(pool, .release(amount: Int.random(in: 1...10, using: &chance), of: task))
        default: return .reserve(pool, .commit(amount: Int.random(in: 1...25, using: &chance), to: task))
        }
    }
}
