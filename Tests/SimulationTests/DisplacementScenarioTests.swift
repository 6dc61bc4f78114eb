import Testing

@testable import Simulation

/// Displacement inside a scenario: border posts as gates.
@Suite struct `Displacement to border posts` {
    private func network(perDay: Int = 500) throws -> DisplacementNetwork {
        try DisplacementNetwork(
            places: [
                .init("city", .origin(population: 50_000, intensity: [0, 1, 1, 0.5])),
                .init("town", .town),
                .init("near", .gate(personsPerDay: perDay)),
                .init("far", .gate(personsPerDay: 100_000)),
            ],
            routes: [
                FleeRoute(0, 1, kilometres: 80), FleeRoute(1, 2, kilometres: 40),
                FleeRoute(1, 3, kilometres: 300),
            ], departureShare: 0.05)
    }

    @Test func `everybody is at home, on the way, at a gate or through, every day`() throws {
        var displacement = Displacement(network: try network(), seed: 4)
        for day in 0..<40 {
            let waiting = displacement.atGates
            let came = try displacement.advanceDay(releasedAtGates: waiting.map { min($0, 400) })
            let let1 = zip(waiting, displacement.atGates).map { before, after in after - before }
            #expect(zip(let1, zip(came, waiting)).allSatisfy { $0 == $1.0 - min($1.1, 400) })
            let all = displacement.atHome + displacement.moving + displacement.atGates.reduce(0, +)
            #expect(all + displacement.arrived == 50_000, "day \(day)")
        }
        #expect(displacement.arrived > 10_000)
    }

    /// Nobody leaves before the conflict; then a share of 0.05 of those at home, and half of it from day 3.
    @Test func `the share of people who set out follows the intensity`() throws {
        var displacement = Displacement(network: try network(), seed: 4)
        var home = [displacement.atHome]
        for _ in 0..<4 {
            _ = try displacement.advanceDay(releasedAtGates: [])
            home.append(displacement.atHome)
        }
        #expect(home[1] == 50_000)
        for (day, chance) in [(1, 0.05), (2, 0.05), (3, 0.025)] {
            let expected = Double(home[day]) * chance
            let deviation = (expected * (1 - chance)).squareRoot()
            #expect(abs(Double(home[day] - home[day + 1]) - expected) < 4 * deviation)
        }
    }

    @Test func `a queue at one post sends people to another`() throws {
        func far(perDay: Int) throws -> Int {
            var displacement = Displacement(network: try network(perDay: perDay), seed: 4)
            for _ in 0..<20 { _ = try displacement.advanceDay(releasedAtGates: []) }
            return displacement.atGates[1]
        }
        #expect(try far(perDay: 500) > 2 * far(perDay: 1_000_000))
    }

    @Test func `the same seed gives the same arrivals`() throws {
        func arrivals(_ seed: UInt64) throws -> [[Int]] {
            var displacement = Displacement(network: try network(), seed: seed)
            return try (0..<15).map { _ in try displacement.advanceDay(releasedAtGates: [100, 100]) }
        }
        #expect(try arrivals(1) == arrivals(1))
        #expect(try arrivals(1) != arrivals(2))
    }

    @Test func `numbers no run can bear are refused`() {
        #expect(throws: DisplacementNetworkFault.outOfRange(of: "departureShare")) {
            _ = try DisplacementNetwork(places: [], routes: [], departureShare: .nan)
        }
        #expect(throws: DisplacementNetworkFault.wayToNowhere(from: 0, to: 1)) {
            _ = try DisplacementNetwork(
                places: [.init("a", .town)], routes: [FleeRoute(0, 1, kilometres: 1)], departureShare: 0)
        }
    }
}
