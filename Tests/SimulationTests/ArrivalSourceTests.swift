import Testing

@testable import Simulation

@Suite struct `Arrivals` {
    private func source(seed: UInt64 = 1) -> ArrivalSource {
        ArrivalSource(mix: TestWorld.cars, name: "post/syrym/in", seed: seed)
    }

    /// Two independent counts, so that their product's mean is the product of their means, to 2.576 standard
    /// errors; one stream used twice would add the whole variance, 50 · 2.5 = 125, to it.
    @Test func `usual people and those of a surge come independently`() {
        var source = source()
        let count = 5000.0
        let crowds = (0..<5000).map { _ in source.draw(usual: 50, surging: 50) }
        let products = crowds.map { (Double($0.usual) - 50) * (Double($0.surging) - 50) }
        #expect(abs(products.reduce(0, +) / count) < 2.576 * 125 / count.squareRoot())
    }

    @Test func `with or without a surge the usual people are the same`() {
        var quiet = source()
        var surging = source()
        for _ in 0..<200 {
            #expect(quiet.draw(usual: 3, surging: 0).usual == surging.draw(usual: 3, surging: 40).usual)
        }
    }

    /// 25 cars with two persons each in the mean; those on foot have no vehicle.
    @Test func `vehicles are counted, parties on foot are not`() {
        var cars = source()
        let vehicles = (0..<5000).reduce(0) { sum, _ in sum + cars.draw(usual: 50, surging: 0).vehicles }
        #expect(abs(Double(vehicles) / 5000 - 25) < 2.576 * (25.0 / 5000).squareRoot())
        var walkers = ArrivalSource(
            mix: [ModeShare(.foot, share: 1, partySize: 2)], name: "post/syrym/in", seed: 1)
        let crowd = walkers.draw(usual: 50, surging: 50)
        #expect(crowd.vehicles == 0 && crowd.persons > 0)
    }
}
