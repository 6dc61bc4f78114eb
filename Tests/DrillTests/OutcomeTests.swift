import Planning
import Simulation
import Situation
import Support
import Testing

@testable import Drill

struct OutcomeTests {
    /// A post with one lane, a region with two shelters; nobody comes.
    private static func engine() throws -> NationalEngine {
        let side = SimulatedPost.Side(
            usualPersonsPerDay: 0,
            channels: [
                Channel(
                    modes: [.car, .bus, .truck, .foot], roster: Roster(1),
                    service: ServiceTime(minutesPerPerson: 1))
            ])
        let world = try World(
            scenario: "hand", start: .at(0), length: .hours(24),
            posts: [SimulatedPost(id: "p", region: "KZ-27", section: "s", incoming: side, outgoing: side)],
            receptions: [
                RegionReception(
                    region: "KZ-27",
                    registration: RegionReception.Registration(desks: 1, minutes: .constant(5)),
                    fleets: [])
            ],
            shelters: [SimulatedShelter(id: "a", region: "KZ-27", openBeds: 10, reserveBeds: 5)])
        return NationalEngine(world: world, seed: 1, warmUp: .zero)
    }

    private static func interval(
        _ end: Instant, in incoming: PostInterval, out: PostInterval = PostInterval(), region: RegionInterval
    ) -> IntervalRecord {
        IntervalRecord(
            end: end, incoming: [incoming], outgoing: [out], regions: [region], shelters: [ShelterInterval()])
    }

    @Test func `hours and peaks are those of the intervals`() throws {
        let engine = try Self.engine()
        var meter = OutcomeMeter(engine, keepsSeries: true)
        var first = PostInterval()
        first.personMinutesWaited = 90
        first.queuePersons = 40
        first.expectedWait = 30
        first.refused = 2
        var second = PostInterval()
        second.personMinutesWaited = 30
        second.queuePersons = 25
        second.expectedWait = 45
        second.gaveUp = 1
        var out = PostInterval()
        out.personMinutesWaited = 60
        out.queuePersons = 7
        var region = RegionInterval()
        region.personMinutesWithoutBed = 240
        region.withoutBed = 9
        region.cameInNeed = 12
        meter.take(Self.interval(.at(1), in: first, region: region))
        meter.take(Self.interval(.at(2), in: second, out: out, region: RegionInterval()))
        let outcome = meter.finished(engine)
        // (90 + 30) / 60 in, 60 / 60 out, 240 / 60 without a bed.
        #expect(outcome.personHoursWaitedIn == 2)
        #expect(outcome.personHoursWaitedOut == 1)
        #expect(outcome.personHoursWithoutBed == 4)
        #expect(outcome.peakQueue == 40)
        #expect(outcome.peakWait == 45)
        #expect(outcome.refused == 2)
        #expect(outcome.gaveUp == 1)
        #expect(outcome.series.map(\.waiting) == [40, 32])
        #expect(outcome.series.map(\.withoutBed) == [9, 0])
        // 3 + 2 × 4 + 8 × (2 + 1), no standard broken.
        #expect(PlayObjective.usual.value(of: outcome) == 35)
    }

    @Test(arguments: [(70.0, 0.5), (40, 1), (100, 0), (130, -0.5)])
    func `what was gained lies between nothing at 100 and the best at 40`(run: Double, gained: Double) {
        #expect(PlayObjective.usual.gained(run, nothing: 100, best: 40) == gained)
        #expect(PlayObjective.usual.gained(run, nothing: 40, best: 40) == nil)
    }

    @Test func `how a run is cut into steps changes nothing of what it comes to`() throws {
        let stage = try ScoreSample.stage(try ScoreSample.plan(length: .hours(3)))
        let measuring = try RunMeasuring(stage, until: stage.closing)
        let whole = try measuring.measure(RunChanges())
        let cut = try measuring.measure(RunChanges(), step: .minutes(7))
        #expect(whole.personHoursWaited > 1)
        #expect(abs(whole.personHoursWaited - cut.personHoursWaited) < 1e-6 * whole.personHoursWaited)
        #expect(abs(whole.personHoursWithoutBed - cut.personHoursWithoutBed) < 1e-6)
        #expect(whole.posts.map(\.incoming.served) == cut.posts.map(\.incoming.served))
        // 180 minutes in steps of seven: 25 whole ones and the last, besides what the hours cut.
        #expect(cut.series.last?.at == stage.closing)
        #expect(whole.series.isEmpty)
    }

    @Test func `a closed post makes people wait, and the run without trainees does not know of it`() throws {
        let stage = try ScoreSample.stage(try ScoreSample.plan(length: .hours(3)))
        let measuring = try RunMeasuring(stage, until: stage.closing)
        let effect = ExerciseEffect(
            cause: EntryID(station: "x", number: 1), acts: [.closePost("syrym", .in)], at: stage.opening)
        let changes = RunChanges(effects: [
            RunChanges.Scheduled(effect, noted: stage.opening, at: stage.opening)
        ])
        let nothing = try measuring.measure(changes.withoutTrainees)
        #expect(try measuring.measure(RunChanges()) == nothing)
        let closed = try measuring.measure(changes)
        #expect(closed.personHoursWaitedIn > nothing.personHoursWaitedIn)
        let syrym = try #require(closed.posts.first { $0.id == "syrym" })
        let before = try #require(nothing.posts.first { $0.id == "syrym" })
        // Who is at a lane as it closes is let through.
        #expect(syrym.incoming.served * 4 < before.incoming.served)
    }

    @Test
    func `a journal gives the changes of its run: effects, and the director's from the published record`()
        throws
    {
        let stage = try ScoreSample.stage(try ScoreSample.plan())
        var journal = HandJournal()
        journal.turn(.start, at: stage.opening)
        let act = Act.staffLanes("syrym", .in, 6)
        let (ordered, _) = journal.order(act, at: stage.opening + .minutes(5))
        let effect = ExerciseEffect(
            cause: ordered.id, order: OrderID(act, number: 1), acts: [act], at: stage.opening + .minutes(40))
        journal.say(.exercise(.effect(effect)), at: stage.opening + .minutes(5), by: .system("exercise"))
        journal.turn(.end, at: stage.opening + .hours(2))
        let line = """
            {"at":\((stage.opening + .minutes(30)).milliseconds),"by":"Dir","effective":\
            \((stage.opening + .minutes(31)).milliseconds),\
            "order":{"world":{"_0":{"closePost":{"_0":"taskala","_1":"in"}}}}}
            """
        journal.say(.exercise(.record(line)), at: stage.opening + .hours(2), by: .system("exercise"))
        journal.say(.exercise(.record("not a line")), at: stage.opening + .hours(2), by: .system("exercise"))
        let replay = PlayedExercise(stage, entries: journal.entries)
        #expect(replay.changes.effects.map(\.what) == [effect])
        #expect(replay.changes.world.map(\.what) == [.closePost("taskala", .in)])
        #expect(replay.changes.world.map(\.at) == [stage.opening + .minutes(31)])
        #expect(replay.end == stage.opening + .hours(2))
        #expect(replay.unread == 1)
        #expect(replay.changes.play == [PlayedAct(act, at: stage.opening + .minutes(40))])
    }

    @Test func `what an order asked for before its last word is no part of the play`() {
        let cause = EntryID(station: "x", number: 1)
        let order = OrderID("syrym/staff_lanes/1")
        func effect(_ acts: [Act], noted: Instant, at: Instant) -> RunChanges.Scheduled<ExerciseEffect> {
            RunChanges.Scheduled(
                ExerciseEffect(cause: cause, order: order, acts: acts, at: at), noted: noted, at: at)
        }
        let lanes = Act.staffLanes("syrym", .in, 6)
        let inTime = RunChanges(effects: [
            effect([lanes], noted: .at(10), at: .at(11)), effect([], noted: .at(10, 30), at: .at(10, 31)),
        ])
        #expect(inTime.play.isEmpty)
        let tooLate = RunChanges(effects: [
            effect([lanes], noted: .at(10), at: .at(11)), effect([], noted: .at(11, 30), at: .at(11, 31)),
        ])
        #expect(tooLate.play == [PlayedAct(lanes, at: .at(11))])
    }
}
