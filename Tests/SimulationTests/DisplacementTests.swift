import Testing

@testable import Simulation

/// The published rules on cases small enough to work out by hand, for cohorts and agents alike.
@Suite struct `Displacement by hand` {
    /// Camps at 100 and 300 km with a softening of 10: weights 1/110 and 1/310, so 31/42 go to the nearer.
    /// The bound is 2.576 standard errors.
    @Test(arguments: DisplacementMethod.allCases)
    func `people share themselves out by one over distance`(method: DisplacementMethod) throws {
        let flee = DisplacementCase.star(
            [("X", 100, nil), ("Y", 300, nil)], counts: [.init(0, 0), .init(1, 20_000)], days: 2)
        let last = try #require(
            try flee.play(DisplacementCase.settings, seed: 3, method: method).days.last)
        let share = 31.0 / 42
        #expect(last.simulated.reduce(0, +) == 20_000)
        let deviation = (20_000 * share * (1 - share)).squareRoot()
        #expect(abs(Double(last.simulated[0]) - 20_000 * share) < 2.576 * deviation)
    }

    /// At 360 km a day: 300 + 300 km take one day, because a further leg has a full day's speed; a leg of
    /// exactly 360 km is not finished on its day, and the next day begins with the rest of it, which is none.
    @Test(
        arguments: DisplacementMethod.allCases, [(300, 300, 1), (360, 300, 2), (300, 400, 2), (800, 30, 3)])
    func `a further leg has a full day's speed`(
        method: DisplacementMethod, way: (first: Double, second: Double, day: Int)
    ) throws {
        let flee = DisplacementCase.chain(way.first, way.second, days: 6)
        let days = try flee.play(DisplacementCase.hurry, seed: 1, method: method).days
        #expect(days.map { $0.simulated[0] } == (0..<6).map { $0 >= way.day ? 50 : 0 })
    }

    /// 500 km at 360 a day: on day 2 everybody is on the way when the border closes, and turns back to its
    /// start. It opens on day 5; the camp is reached on day 6.
    @Test(arguments: DisplacementMethod.allCases)
    func `a closed border turns back those who are on the way`(method: DisplacementMethod) throws {
        var flee = DisplacementCase.star(
            [("X", 500, nil)], counts: [.init(0, 0), .init(1, 40)], days: 8)
        flee.closures = [FleeClosure(.border("abroad", "home"), from: 2, to: 5)]
        let days = try flee.play(DisplacementCase.settings, seed: 1, method: method).days
        #expect(days.map { $0.simulated[0] } == [0, 0, 0, 0, 0, 0, 40, 40])
    }

    /// 100 counted, then 50, then 120: of the 70 more on day 2, 50 were never taken away.
    @Test(arguments: DisplacementMethod.allCases)
    func `what the counts lose is owed before anybody new sets out`(method: DisplacementMethod) throws {
        let flee = DisplacementCase.star(
            [("X", 10, nil)], counts: [.init(0, 100), .init(1, 50), .init(2, 120)], days: 3)
        let days = try flee.play(DisplacementCase.settings, seed: 1, method: method).days
        #expect(days.map(\.people) == [100, 100, 120])
        #expect(days.map(\.debt) == [0, 50, 0])
        // Flee's raw count holds day 0 twice: once from the total and once from the camps.
        #expect(days.map(\.raw) == [200, 150, 220])
    }

    @Test func `counts are linear between rows, cut to whole people, and level outside them`() {
        let series = CountSeries("X", rows: [.init(-10, 5), .init(2, 10), .init(5, 20)])
        #expect([-20, -10, 2, 3, 4, 5, 9].map(series.count(on:)) == [5, 5, 10, 13, 16, 20, 20])
        #expect(CountSeries("none", rows: []).count(on: 3) == 0)
    }

    /// A registration finds 60 where 80 were counted the row before: earlier rows become three quarters.
    @Test func `a registration puts the counts before it on its level`() {
        var series = CountSeries("X", rows: [.init(0, 40), .init(5, 80), .init(9, 60), .init(12, 70)])
        let isDone = series.normalise(day: 9)
        #expect(isDone)
        #expect(series.rows.map(\.count) == [30, 60, 60, 70])
        let isThere = series.normalise(day: 10)
        #expect(!isThere)
    }

    /// At the second file's days 3 and 9, with the row of the first that runs there; its own earlier row
    /// keeps what the second had last, which was nothing.
    @Test func `a further file is added at its own days`() {
        var series = CountSeries("X", rows: [.init(0, 10), .init(5, 20), .init(9, 30)])
        series.add(CountSeries("X", rows: [.init(3, 1), .init(9, 2)]))
        #expect(
            series.rows == [.init(0, 10), .init(3, 21), .init(5, 21), .init(9, 32)])
    }

    @Test func `places lose attraction from nine tenths of their capacity on`() {
        var settings = FleeSettings()
        settings.capacityScaling = 2
        let map = DisplacementMap(
            places: [FleePlace("X", country: "a", kind: .camp, capacity: 50)], routes: [],
            settings: settings)
        #expect([0, 90, 100, 500].map { map.room(0, holding: $0) } == [1, 1, 0, 0])
        #expect(abs(map.room(0, holding: 95) - 0.5) < 1e-12)
    }

    @Test func `conflicts fade by intervals and keep the last force`() {
        let settings = FleeSettings.baseline
        #expect([0, 29, 89, 90, 119, 120, 10_000].map(settings.decay) == [1, 1, 1, 0.5, 0.5, 0.1, 0.1])
    }

    @Test func `kinds of places are found by what their text contains`() {
        let kinds = ["idpcamp", "Camp", "conflict_zone", "forwarding_hub", "marker", "flood_zone", "town"]
        #expect(
            kinds.map(PlaceKind.init(written:)) == [
                .idpCamp, .camp, .conflict, .forward, .marker, .floodZone, .town,
            ])
        #expect(PlaceKind(written: "village") == nil)
    }
}
