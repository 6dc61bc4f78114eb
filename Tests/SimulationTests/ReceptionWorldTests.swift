import Situation
import Testing

@testable import Simulation

/// Worlds that no reception could be played in.
@Suite struct `Reception worlds are inspected` {
    private typealias Worlds = ReceptionWorlds
    private let shelters = [ReceptionWorlds.shelter("s", beds: 10, reserve: 10)]

    private func fault(
        receptions: [RegionReception] = [ReceptionWorlds.reception()], shelters: [SimulatedShelter]? = nil,
        limits: [ServiceLimit] = [], acts: [SimulatedAct] = []
    ) -> WorldFault? {
        do {
            _ = try Worlds.world(
                receptions: receptions, shelters: shelters ?? self.shelters, limits: limits,
                timetable: acts.map { TimedAct(at: .hours(1), $0) })
            return nil
        } catch {
            return error as? WorldFault
        }
    }

    @Test func `a sound world passes`() {
        let acts: [SimulatedAct] = [
            .staffRegistration("27", desks: 4), .orderBuses("27", count: 3), .openReserve("s", 10),
            .closePost("post-27", .in), .staffLanes("post-27", .in, 4),
        ]
        #expect(fault(limits: [.init(.water, 15)], acts: acts) == nil)
    }

    @Test func `numbers beyond what a run can bear are named`() {
        #expect(
            fault(receptions: [Worlds.reception(desks: -1)])
                == .outOfRange(.desks, of: "27", value: -1, allowed: 0...1000))
        #expect(
            fault(receptions: [Worlds.reception(fleets: [Worlds.bus(seats: 0)])])
                == .outOfRange(.seats, of: "27", value: 0, allowed: 1...10_000))
        #expect(
            fault(shelters: [Worlds.shelter("s", beds: 3, occupied: 4)])
                == .outOfRange(.beds, of: "s", value: 4, allowed: 0...3))
        let dry = Worlds.shelter("s", beds: 3, services: .init(waterLitresPerDay: .nan))
        guard case .outOfRange(.service, of: "s", _, _) = fault(shelters: [dry]) else {
            Issue.record("water that is no number passed")
            return
        }
        #expect(
            fault(limits: [.init(.water, 0)])
                == .outOfRange(.limit, of: "water", value: 0, allowed: 0.001...1_000_000))
    }

    @Test func `what is not there cannot be referred to`() {
        let overflow = RegionReception.Overflow(region: "99", travel: .zero)
        #expect(
            fault(receptions: [Worlds.reception(overflow: [overflow])]) == .unknownRegion("99", of: "27"))
        #expect(fault(acts: [.openReserve("x", 1)]) == .unknownShelter("x", of: "timetable"))
        #expect(fault(acts: [.orderBuses("99", count: 1)]) == .unknownRegion("99", of: "timetable"))
        #expect(fault(acts: [.askRegion(from: "27", to: "99")]) == .unknownRegion("99", of: "timetable"))
        #expect(fault(acts: [.closePost("x", .in)]) == .unknownPost("x", of: "timetable"))
        #expect(
            fault(acts: [.divert(from: "post-27", to: "x", share: 0.5)]) == .unknownPost("x", of: "post-27"))
    }

    @Test func `nothing may be there twice`() {
        let shelter = Worlds.shelter("s", beds: 1)
        #expect(fault(shelters: [shelter, shelter]) == .duplicate("s"))
        let own = RegionReception.Overflow(region: "27", travel: .zero)
        #expect(fault(receptions: [Worlds.reception(overflow: [own])]) == .duplicate("27"))
        #expect(fault(limits: [.init(.water, 15), .init(.water, 20)]) == .duplicate("water"))
    }

    @Test func `all orders for a shelter together may not be more than its reserve`() {
        #expect(
            fault(acts: [.openReserve("s", 6), .openReserve("s", 5)])
                == .outOfRange(.beds, of: "s", value: 5, allowed: 0...4))
    }

    @Test func `people who may need a bed must not come where nobody takes them in`() {
        let flow = Flow(
            name: "flight", group: "families", posts: [("post-27", 1)],
            curve: RateCurve([.init(at: .zero, personsPerHour: 10)]))
        func world(_ receptions: [RegionReception], share: Double) throws -> World {
            try World(
                scenario: "test", start: Worlds.start, groups: [Worlds.group(share: share)],
                posts: [Worlds.post(in: "27")], flows: [flow], receptions: receptions)
        }
        #expect(throws: WorldFault.nobodyReceives("27", of: "flight")) { try world([], share: 0.1) }
        #expect(throws: Never.self) { try world([], share: 0) }
        #expect(throws: Never.self) { try world([Worlds.reception()], share: 0.1) }
    }
}
