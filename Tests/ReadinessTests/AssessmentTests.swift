import Foundation
import Planning
import Reference
import Simulation
import Situation
import Support
import Testing

@testable import Readiness

/// The shipped reference data, loaded once.
enum Shipped {
    static let reference: Result<Reference, any Error> = Result {
        try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
    }
}

@Suite struct `Readiness of a small world` {
    private func table(
        _ world: World, threads: Int = 2, seed: UInt64 = 5, replications: Int = 10,
        onHand: CapacityOnHand = CapacityOnHand()
    ) async throws -> ReadinessTable {
        let worlds = try ReadinessWorlds(world, onHand: onHand)
        let plan = EnsemblePlan(replications: replications, seed: seed, threads: threads)
        let first = try await Ensemble<NationalEngine>(world: worlds.asItStands, plan: plan).play()
        let second = try await Ensemble<NationalEngine>(world: worlds.reservesOpened, plan: plan).play()
        let assessment = ReadinessAssessment(
            worlds, basis: CapacityBasis(try Shipped.reference.get(), onHand: onHand),
            responsibility: Responsibility(), asItStands: first, withReserves: second)
        return ReadinessTable(
            made: "2026-03-02T00:00:00+05:00", inputs: .init(reference: "r", journal: nil),
            scenarios: [
                .init(
                    id: "small", digest: "d", seed: seed, replications: first.replications,
                    replicationsAsked: first.replicationsAsked, hours: 10)
            ],
            rows: assessment.rows)
    }

    private func row(_ resource: ReadinessRow.Resource, in table: ReadinessTable) throws -> ReadinessRow {
        try #require(table.rows.first { $0.resource == resource })
    }

    @Test func `what gives out first is what was made the smallest`() async throws {
        // 60 an hour: the tap does for 100 people (1 h 40 min), the 120 beds for two hours.
        let table = try await table(try SmallWorld.world())
        #expect(table.rows.map(\.resource) == [.lanes, .beds, .desks, .buses, .taps])
        let taps = try row(.taps, in: table)
        let beds = try row(.beds, in: table)
        #expect(table.firstToGiveOut(in: "small") == taps)
        #expect(taps.asItStands.share == 1)
        #expect(taps.asItStands.first == "oral-1")
        // By the hours' ends: at the end of the second hour about 120 have come.
        #expect(taps.asItStands.hours?.p50 == 2)
        #expect(beds.asItStands.state == .givesOut)
        #expect([2, 3].contains(beds.asItStands.hours?.p50))
        #expect(try row(.lanes, in: table).asItStands.state == .holds)
        #expect(try row(.desks, in: table).asItStands.state == .holds)
        // 600 come in ten hours, give or take √600 ≈ 24: 480 of them find no bed.
        let missing = try #require(beds.asItStands.missing)
        #expect((430...560).contains(missing))
        #expect(beds.asItStands.needed == 120 + missing)
    }

    @Test func `with all reserves the beds hold and the taps are short for all who sleep there`() async throws
    {
        let table = try await table(try SmallWorld.world())
        let beds = try row(.beds, in: table)
        #expect(beds.reserve == 1000)
        #expect(beds.withReserves.state == .holds)
        #expect(beds.withReserves.missing == 0)
        let taps = try row(.taps, in: table)
        // One tap for a hundred: ⌈ persons / 100 ⌉, one is there.
        let persons = try #require(taps.withReserves.demand)
        #expect((550...700).contains(persons))
        #expect(taps.withReserves.missing == (persons / 100).rounded(.up) - 1)
        // As it stands nobody is beyond the 120 beds: two taps, one missing.
        #expect(taps.asItStands.demand == 120)
        #expect(taps.asItStands.missing == 1)
    }

    @Test func `one lane is short of a wave, and the number missing is that of the formula`() async throws {
        // 1 minute a person and 60 an hour are one lane in the mean; the peak hour asks for more.
        let table = try await table(try SmallWorld.world(roster: Roster(1)))
        let lanes = try row(.lanes, in: table)
        #expect(lanes.agency == "NSC")
        let peak = try #require(lanes.asItStands.demand)
        #expect(lanes.asItStands.needed == (peak * 1 / 60).rounded(.up))
        #expect(lanes.asItStands.missing == (peak / 60).rounded(.up) - 1)
        #expect(lanes.asItStands.state == .tight || lanes.asItStands.state == .mayGiveOut)
    }

    @Test func `a post with one lane for ten times the people keeps nobody under four hours`() async throws {
        // Of 60 an hour a lane passes 6 at ten minutes each: after five hours 270 wait, 45 hours of one lane.
        var world = try SmallWorld.world(roster: Roster(1))
        var post = world.posts[0]
        post.incoming.channels[0].service = ServiceTime(minutesPerPerson: 10)
        world = try World(
            scenario: "small", start: world.start, length: world.length, groups: world.groups, posts: [post],
            flows: world.flows, receptions: world.receptions, shelters: world.shelters, limits: world.limits)
        let lanes = try row(.lanes, in: try await table(world))
        // More than 240 minutes of work stand before the lane once 24 more have come than went: after 24 / 54 of an hour.
        #expect(lanes.asItStands.share == 1)
        #expect(lanes.asItStands.hours?.p50 == 1)
        #expect(lanes.asItStands.state == .givesOut)
    }

    @Test func `the same seed gives the same bytes on any number of threads, another seed others`()
        async throws
    {
        let world = try SmallWorld.world()
        let one = try ReadinessFile.data(try await table(world, threads: 1))
        let three = try ReadinessFile.data(try await table(world, threads: 3))
        #expect(one == three)
        #expect(try ReadinessFile.data(try await table(world, seed: 6)) != one)
    }

    @Test func `a table comes back from its file as it was`() async throws {
        let table = try await table(try SmallWorld.world())
        #expect(try ReadinessFile.table(try ReadinessFile.data(table)) == table)
    }

    @Test func `nothing is decided in either world but reserves and lanes at rest`() throws {
        var hours = Array(repeating: Lanes(2), count: 24)
        hours[3] = 0
        let worlds = try ReadinessWorlds(try SmallWorld.world(roster: Roster(lanesByHour: hours)))
        #expect(worlds.asItStands.timetable.isEmpty)
        #expect(
            worlds.reservesOpened.timetable.map(\.act) == [
                .openReserve("oral-1", 1000), .staffLanes("syrym", .in, 2),
            ])
        #expect(worlds.reservesOpened.timetable.allSatisfy { $0.at == .zero })
    }

    @Test func `what the live journal says takes the place of planning values, and the row says so`()
        async throws
    {
        var build = EntryBuilder()
        let now = Instant.at(12)
        let facts: [Fact] = [
            .checkpointState(CheckpointState(checkpoint: "syrym", lanesIn: 7)),
            .shelterReport(ShelterReport(shelter: "oral-1", openBeds: 90, reserveBeds: 40, occupied: 95)),
            .facility(Facility(facility: "oral-1", region: SmallWorld.region, taps: 3)),
            .resource(ResourceReport(kind: "buses", region: SmallWorld.region, count: 12, committed: 5)),
        ]
        let entries = facts.map { build.entry($0, about: .moment(.at(9)), known: .at(10)) }
        let onHand = CapacityOnHand(
            Picture.folding(entries), places: try Shipped.reference.get().places, now: now)
        let reception = RegionReception(
            region: SmallWorld.region, registration: .init(desks: 20, minutes: .constant(1)),
            fleets: [.init(vehicles: 30, seats: 45, turnRound: .hours(1), longestWait: .minutes(30))])
        let world = try SmallWorld.world(reception: reception)
        let worlds = try ReadinessWorlds(world, onHand: onHand)
        #expect(worlds.asItStands.posts[0].incoming.channels[0].roster == Roster(7))
        let shelter = worlds.asItStands.shelters[0]
        #expect(shelter.openBeds == 90 && shelter.reserveBeds == 40)
        // 95 sleep in 90 beds: full.
        #expect(shelter.initiallyOccupied == 90)
        #expect(shelter.services.taps == 3)
        #expect(worlds.asItStands.receptions[0].fleets[0].vehicles == 7)
        let rows = try await table(world, replications: 2, onHand: onHand).rows
        let said = [ReadinessBasis(.journal, at: Instant.at(9).iso8601)]
        for resource in [ReadinessRow.Resource.lanes, .beds, .buses, .taps] {
            #expect(rows.first { $0.resource == resource }?.basis == said, "\(resource)")
        }
        #expect(rows.first { $0.resource == .desks }?.basis == [ReadinessBasis(.scenario)])
    }

    @Test func `a figure of the reference data keeps its mark, a scenario's own says so`() async throws {
        let reference = try Shipped.reference.get()
        let planned = try #require(reference.checkpoint("syrym")?.planning.lanesIn)
        let rows = try await table(try SmallWorld.world(roster: Roster(planned.value)), replications: 1).rows
        let kind: ReadinessBasis.Kind = planned.isIllustrative ? .illustrative : .reference
        #expect(rows.first { $0.resource == .lanes }?.basis == [ReadinessBasis(kind)])
        let changed = try await table(
            try SmallWorld.world(roster: Roster(Lanes(planned.value.count + 1))), replications: 1)
        #expect(changed.rows.first { $0.resource == .lanes }?.basis == [ReadinessBasis(.scenario)])
    }

    @Test func `who answers is read from the playbook where it commits such a reserve`() throws {
        let folder = PlaybookFolder.load(SourceTree.folder("Scenarios/playbooks"))
        let playbook = try #require(folder.playbooks.first { $0.id == "mass-influx" })
        let responsibility = Responsibility(playbook)
        // Its steps B-9 (toilets, water) and B-10 (covered space), as the file prints them.
        #expect(responsibility.agency(for: .water) == "LEB")
        #expect(responsibility.agency(for: .space) == "MES")
        #expect(responsibility.agency(for: .lanes) == "NSC")
        #expect(responsibility.agency(for: .desks) == "LEB")
        #expect(Responsibility().agency(for: .space) == "LEB")
    }
}
