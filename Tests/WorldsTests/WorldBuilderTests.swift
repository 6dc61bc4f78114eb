import Planning
import Reference
import Simulation
import Situation
import Testing

@testable import Worlds

@Suite struct WorldBuilderTests {
    private func world(_ body: String) throws -> World {
        let text = """
            kind: scenario
            version: 2
            id: small
            name: {kk: Ш, ru: М, en: S}
            notes: {kk: О, ru: В, en: I}
            cause: disaster
            start: 2027-01-01T00:00+05:00
            horizon: 3d
            seed: 7

            """ + body
        let scenario = try #require(ScenarioReader.read(text: text, file: "small.yaml").scenario)
        return try WorldBuilder(scenario, reference: WorldsFixtures.reference.get()).world()
    }

    @Test func `a post has the reference data's lanes and usual traffic`() throws {
        let syrym = try #require(try world("posts: [syrym]").posts.first)
        let planning = try #require(try WorldsFixtures.reference.get().checkpoint("syrym")).planning
        #expect(syrym.incoming.usualPersonsPerDay == Double(planning.usualIn.value.count))
        #expect(syrym.incoming.channels.first?.roster.most == planning.lanesIn.value)
        let perHour = 60 / (syrym.incoming.channels.first?.service.minutesPerPerson ?? 0)
        #expect(abs(perHour - Double(planning.personsPerLaneHour.value.count)) < 1e-9)
    }

    @Test func `traffic is scaled by direction and posts are changed one way`() throws {
        let world = try world(
            """
            posts: [syrym]
            traffic: {scale: {in: 0.5, out: 2}}
            post_changes:
              - {posts: all, direction: in, lanes: 9, per_party: 30s, room: 40, closing: at-once}
            """)
        let post = try #require(world.posts.first)
        #expect(post.incoming.usualPersonsPerDay * 4 == post.outgoing.usualPersonsPerDay)
        #expect(post.incoming.channels[0].roster.most == 9)
        #expect(post.incoming.channels[0].service.minutesPerParty == 0.5)
        #expect(post.incoming.channels[0].room == 40)
        #expect(post.incoming.channels[0].closing == .atOnce)
        #expect(post.outgoing.channels[0].roster.most == 3)
    }

    @Test func `sisters are the nearest road posts of the section, at sixty kilometres an hour`() throws {
        let world = try world("posts: {sections: [ru-west]}")
        let syrym = try #require(world.posts.first { $0.id == "syrym" })
        #expect(syrym.sisters.count == 3)
        #expect(syrym.sisters.first?.post == "shagan")
        // Syrym 51.75 N 51.07 E, Shagan 51.68 N 51.55 E: 34 km by the great circle, 34 minutes.
        #expect(syrym.sisters.first.map { abs($0.travel.wholeMinutes - 34) <= 1 } == true)
        #expect(syrym.sisters.allSatisfy { $0.travel >= World.tick })
    }

    @Test func `times usual adds what is beyond the usual and shares it as the usual traffic`() throws {
        let world = try world(
            """
            posts: [syrym, shagan]
            groups:
              - id: people
                purpose: {other: 1}
                documents: {passport: 1}
                ages: {men-18-59: 1}
                needs_bed: 0
                stay: 1d
            flows:
              - {name: wave, group: people, where: {section: ru-west}, times_usual: 3, shape: step, from: 0h, to: 2d}
            """)
        let flow = try #require(world.flows.first)
        let usual = world.posts.map(\.incoming.usualPersonsPerDay)
        #expect(flow.posts.map(\.weight) == usual)
        // Three times the usual is twice the usual beyond it.
        #expect(abs((flow.curve.knots.first?.personsPerHour ?? 0) - 2 * usual.reduce(0, +) / 24) < 1e-9)
    }

    @Test func `people by rail come to posts with rail`() throws {
        let world = try world(
            """
            posts: {sections: [ru-west]}
            groups:
              - {id: people, purpose: {other: 1}, documents: {passport: 1}, ages: {men-18-59: 1}, needs_bed: 0, stay: 1d}
            flows:
              - {name: trains, group: people, where: {section: ru-west}, persons_per_day: 600, shape: step, from: 0h, to: 2d, modes: {rail: 1}}
            """)
        #expect(Set(world.flows[0].posts.map(\.id)) == ["semiglavy-mar", "ganyushkino"])
    }

    @Test func `a decision for a region opens its part of every reserve`() throws {
        let world = try world(
            """
            posts: [syrym]
            shelters: [{region: KZ-27, occupied: 0.5}]
            reception:
              - {region: KZ-27, desks: 2, registration: 10m, buses: {vehicles: 2, seats: 45, turn_round: 40m, longest_wait: 1h}}
            decisions:
              - {at: 20h, what: {kk: а, ru: б, en: c}, open_reserve: {region: KZ-27, share: 0.5}}
            """)
        // Reserves by shelters.yaml: 600, 300, 200, 200 and none.
        #expect(
            world.timetable.map(\.act) == [
                .openReserve("oral-1", 300), .openReserve("oral-2", 150), .openReserve("taskala-1", 100),
                .openReserve("aksai-1", 100),
            ])
        #expect(world.shelters.first { $0.id == "oral-1" }?.initiallyOccupied == 200)
    }

    @Test func `everything shut and nobody there is a world too`() throws {
        let world = try world(
            """
            posts: [syrym]
            post_changes: [{posts: all, lanes: 0, usual_per_day: 0}]
            disruptions:
              - {what: {kk: а, ru: б, en: c}, posts: all, from: 0h, to: 3d, lanes_left: 0}
            """)
        var engine = NationalEngine(world: world, seed: 1, warmUp: .zero)
        let record = try #require(try engine.playInterval(.hours(6)))
        #expect(record.incoming[0].served == 0)
    }
}
