import Situation
import Testing

@testable import Simulation

/// Shelters against standards, by hand.
@Suite struct `Reception holds shelters against standards` {
    private typealias Worlds = ReceptionWorlds

    /// One a minute, each registered at once and with no way to go: the n-th comes at minute n − 1.
    private func play(_ services: SimulatedShelter.Services, _ limits: [ServiceLimit], people: Int) throws
        -> ReceptionPlay
    {
        let world = try Worlds.world(
            group: Worlds.group(stay: .constant(10)),
            shelters: [Worlds.shelter("s", beds: 1000, services: services)], limits: limits)
        return ReceptionPlay(world, onFoot: (0..<people).map { (1, Double($0)) })
    }

    /// Two taps for 100 persons each do for 200; the 201st comes at minute 200. Whoever came at minute m leaves
    /// at m + 600, so from minute 600 the 300 there become fewer by one a minute: 299 after 600, 200 after 699.
    @Test func `the 201st person breaks a standard of 100 to a tap when there are two`() throws {
        var play = try play(.init(taps: 2), [.init(.taps, 100)], people: 300)
        play.play(to: 200)
        #expect(play.takeInterval().shelters[0].breached.isEmpty)
        #expect(play.run.serviceBreaches.isEmpty)
        play.play(to: 201)
        #expect(play.takeInterval().shelters[0].breached == [.taps])
        play.play(to: 260)
        #expect(
            play.run.serviceBreaches == [ServiceBreach(shelter: 0, service: .taps, first: 200, minutes: 60)])
        play.play(to: 2000)
        #expect(
            play.run.serviceBreaches == [ServiceBreach(shelter: 0, service: .taps, first: 200, minutes: 499)])
        #expect(play.takeInterval().shelters[0].breached.isEmpty)
    }

    /// 150 litres at 15 do for 10, 35 m² at 3.5 for 10, 21,000 kcal at 2,100 for 10; 9 is the most that 9 staff
    /// can serve one by one, 4 toilets do for 8 and one shower for 50.
    @Test func `each standard is broken by the first person too many`() throws {
        let services = SimulatedShelter.Services(
            waterLitresPerDay: 150, taps: 0, toilets: 4, showers: 1, coveredSquareMetres: 35, staff: 9,
            foodKilocaloriesPerDay: 21_000)
        let limits: [ServiceLimit] = [
            .init(.water, 15), .init(.taps, 250), .init(.toilets, 2), .init(.showers, 50), .init(.space, 3.5),
            .init(.staff, 1), .init(.food, 2100),
        ]
        var play = try play(services, limits, people: 40)
        play.play(to: 100)
        let first = Dictionary(
            uniqueKeysWithValues: play.run.serviceBreaches.map { ($0.service, $0.first) })
        // The first person finds no tap at all.
        #expect(first == [.water: 10, .taps: 0, .toilets: 8, .space: 10, .staff: 9, .food: 10])
    }

    @Test func `what nobody has said is not held against a shelter, nor is anything when it is empty`() throws
    {
        var play = try play(.init(taps: 0), [.init(.water, 15), .init(.taps, 100)], people: 0)
        play.play(to: 100)
        #expect(play.run.serviceBreaches.isEmpty)
        play = try self.play(.init(), ServiceLimit.Service.allCases.map { .init($0, 10) }, people: 50)
        play.play(to: 100)
        #expect(play.run.serviceBreaches.isEmpty)
    }

    @Test func `guests at the beginning can have broken a standard before anyone comes`() throws {
        let world = try Worlds.world(
            shelters: [Worlds.shelter("s", beds: 50, occupied: 21, services: .init(toilets: 1))],
            limits: [.init(.toilets, 20)])
        #expect(ReceptionPlay(world).run.serviceBreaches.map(\.first) == [0])
    }

    /// 130 people at 15 l need 1,950 l; 1,500 l do for 100. At 20 more an hour the 101st is there, from 70, in
    /// 31/20 hours.
    @Test func `need, gap and hours until breach follow from the standard`() throws {
        let services = SimulatedShelter.Services(waterLitresPerDay: 1500, toilets: 5)
        let water = ServiceNeed(.init(.water, 15), persons: 130, services: services)
        #expect(water.need == 1950 && water.gap == 450 && water.capacity == 100 && water.isBreached)
        #expect(water.hoursUntilBreach(gaining: 1) == 0)
        let before = ServiceNeed(.init(.water, 15), persons: 70, services: services)
        #expect(before.gap == 0 && !before.isBreached)
        #expect(before.hoursUntilBreach(gaining: 20) == 31.0 / 20)
        #expect(before.hoursUntilBreach(gaining: 0) == nil)
        #expect(before.hoursUntilBreach(gaining: -3) == nil)
        let toilets = ServiceNeed(.init(.toilets, 20), persons: 101, services: services)
        #expect(toilets.need == 6 && toilets.gap == 1 && toilets.isBreached)
        let unsaid = ServiceNeed(.init(.food, 2100), persons: 10, services: services)
        #expect(unsaid.need == 21_000 && unsaid.gap == nil && !unsaid.isBreached)
        #expect(unsaid.hoursUntilBreach(gaining: 5) == nil)
    }

    /// 0.1 has no exact binary form, and 0.1 · 3 is above 0.3.
    @Test func `a standard just met is met whatever a division rounds to`() {
        for persons in 1...2000 {
            for limit in [0.1, 0.3, 3.5, 7.3, 14.7] {
                let services = SimulatedShelter.Services(coveredSquareMetres: Double(persons) * limit)
                #expect(ServiceNeed(.init(.space, limit), persons: 1, services: services).capacity == persons)
            }
        }
    }
}
