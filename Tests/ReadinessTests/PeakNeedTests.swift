import Situation
import Testing

@testable import Simulation

@Suite struct `What a peak hour asks for` {
    private func channel(
        _ modes: [TravelMode], perParty: Double = 0, perPerson: Double, lanes: Lanes = 1
    ) -> Channel {
        Channel(
            modes: modes, roster: Roster(lanes),
            service: ServiceTime(minutesPerParty: perParty, minutesPerPerson: perPerson))
    }

    @Test func `lanes that are just enough are enough, and one person more asks for another`() {
        // 120 persons · 1.5 min = 180 lane-minutes = 3 lanes of 60 minutes.
        let channels = [channel([.foot], perPerson: 1.5)]
        let mix = [ModeShare(.foot, share: 1, partySize: 1)]
        #expect(PeakNeed.lanes(for: 120, channels: channels, mix: mix) == 3)
        #expect(PeakNeed.lanes(for: 121, channels: channels, mix: mix) == 4)
        #expect(PeakNeed.lanes(for: 0, channels: channels, mix: mix) == 0)
    }

    @Test func `a party's minutes are shared by the people in it`() {
        // Half in cars of four: 2/4 + 1 = 1.5 min; half on foot alone: 2/1 + 1 = 3 min; 2.25 min in the mean.
        // 100 persons: 225 lane-minutes, 3.75 lanes.
        let mix = [
            ModeShare(.car, share: 0.5, partySize: 4), ModeShare(.foot, share: 0.5, partySize: 1),
        ]
        let one = [channel([.car, .foot], perParty: 2, perPerson: 1)]
        #expect(PeakNeed.lanes(for: 100, channels: one, mix: mix) == 4)
        // Apart: 50 · 1.5 / 60 = 1.25, so 2; 50 · 3 / 60 = 2.5, so 3.
        let two = [channel([.car], perParty: 2, perPerson: 1), channel([.foot], perParty: 2, perPerson: 1)]
        #expect(PeakNeed.lanes(for: 100, channels: two, mix: mix) == 5)
        // A means of travel belongs to the first channel that takes it.
        let twice = [one[0], one[0]]
        #expect(PeakNeed.lanes(for: 100, channels: twice, mix: mix) == 4)
    }

    @Test func `desks by households, minutes and the hour`() {
        // 200 persons in households of 2.5 are 80 households; of 6 minutes: 480 minutes, 8 desks.
        #expect(PeakNeed.desks(for: 200, householdsPerPerson: 1 / 2.5, minutes: 6) == 8)
        #expect(PeakNeed.desks(for: 201, householdsPerPerson: 1 / 2.5, minutes: 6) == 9)
    }

    @Test func `buses by the round a bus makes`() {
        let fleet = RegionReception.Fleet(
            vehicles: 3, seats: 40, turnRound: .hours(1), longestWait: .minutes(20))
        // One hour of turn-round and half an hour each way: 2 hours; 200 an hour are 400 on the way, 10 buses.
        #expect(fleet.cycleHours(way: .minutes(30)) == 2)
        #expect(PeakNeed.vehicles(for: 200, beside: 0, like: fleet, way: .minutes(30)) == 10)
        // A train takes 100 of them: 5 buses.
        #expect(PeakNeed.vehicles(for: 200, beside: 100, like: fleet, way: .minutes(30)) == 5)
        #expect(PeakNeed.vehicles(for: 200, beside: 300, like: fleet, way: .minutes(30)) == 0)
        // Three buses of 40 every two hours: 60 an hour.
        #expect(fleet.personsPerHour(way: .minutes(30)) == 60)
    }

    @Test func `an intake by the smallest parties and the way to the beds`() throws {
        let world = try SmallWorld.world(
            shelters: [
                SmallWorld.shelter("near", open: 100, reserve: 200, travel: .minutes(10)),
                SmallWorld.shelter("far", open: 100, reserve: 0, travel: .minutes(50)),
            ],
            reception: RegionReception(
                region: SmallWorld.region, registration: .init(desks: 3, minutes: .constant(6)),
                fleets: [.init(vehicles: 3, seats: 40, turnRound: .hours(1), longestWait: .minutes(20))]),
            mix: [ModeShare(.car, share: 0.6, partySize: 4), ModeShare(.bus, share: 0.4, partySize: 30)])
        let intake = IntakeCapacity(world.receptions[0], in: world)
        // 0.6 / 4 + 0.4 / 2.6 = 0.15 + 0.153846 = 0.303846 households a person.
        #expect(abs(intake.householdsPerPerson - 0.303846) < 1e-6)
        // (300 · 10 + 100 · 50) / 400 = 20 minutes.
        #expect(intake.way == .minutes(20))
        // 3 desks · 60 / (6 · 0.303846) = 98.73 persons an hour.
        #expect(abs(intake.registered - 98.734) < 1e-3)
        // 3 · 40 in 1 h + 40 min: 72 an hour.
        #expect(abs((intake.carried ?? 0) - 72) < 1e-9)
    }
}
