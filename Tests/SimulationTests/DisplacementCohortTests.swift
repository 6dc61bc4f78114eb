import Testing

@testable import Simulation

/// Cohorts against one agent each, and what every run keeps.
@Suite struct `Displacement in cohorts` {
    private static var settings: FleeSettings {
        var settings = FleeSettings.baseline
        settings.maxMoveSpeed = 360
        settings.campMoveChance = 0.02
        return settings
    }

    @Test(arguments: [FleeSettings.baseline, .tuned, FleeSettings()])
    func `nobody is lost and nobody comes from nowhere`(settings: FleeSettings) throws {
        let flee = DisplacementCase.web(people: 3000, days: 30)
        var run = try FleeRun<CohortCrowd>(flee, settings, seed: 9)
        try run.playAll()
        for day in run.outcome.days { #expect(day.people == day.raw) }
        let nights = run.crowd.tonight.cohorts
        #expect(nights.reduce(0) { $0 + $1.count } == 3000)
        let standing = nights.filter { !$0.isRiding }.reduce(0) { $0 + $1.count }
        #expect(standing == run.crowd.here.reduce(0, +))
        #expect(nights.allSatisfy { $0.count >= 0 })
    }

    @Test func `the same seed gives the same bytes and another seed others`() throws {
        let flee = DisplacementCase.web(people: 2000, days: 20)
        let first = try flee.play(.baseline, seed: 5).csv
        #expect(try flee.play(.baseline, seed: 5).csv == first)
        #expect(try flee.play(.baseline, seed: 6).csv != first)
    }

    /// Means by a z of 4 (a chance of 6·10⁻⁵ each), variances by a ratio that two samples of 100 keep to with
    /// a chance of 10⁻⁴. The crowd fills two camps, rests in towns and avoids short stints on the way.
    @Test(arguments: [1, 2])
    func `cohorts and agents agree in the mean and the variance of camp counts`(awareness: Int) throws {
        var settings = Self.settings
        settings.awarenessLevel = awareness
        let flee = DisplacementCase.web(people: 400, days: 24)
        let cohorts = try Sample(flee, settings, .cohorts, seeds: 0..<100)
        let agents = try Sample(flee, settings, .perPerson, seeds: 1000..<1100)
        for day in [3, 8, 14, 23] {
            for camp in 0..<3 {
                let (ours, theirs) = (cohorts.moments(day, camp), agents.moments(day, camp))
                let error = ((ours.variance + theirs.variance) / 100).squareRoot()
                #expect(abs(ours.mean - theirs.mean) <= 4 * error + 0.5, "day \(day), camp \(camp)")
                guard theirs.variance > 5 else { continue }
                #expect((0.45...2.2).contains(ours.variance / theirs.variance), "day \(day), camp \(camp)")
            }
        }
    }

    /// Under the tuned settings two camps fill to the mark from which nobody sets out for them, and each day it
    /// hangs on who is first in the line how many are turned away on the way. Differences are in standard errors:
    /// 1 in the root mean square would be chance alone, and two samples of agents give up to 1.5 on this case.
    @Test func `cohorts turn away as many as agents do where camps are full`() throws {
        let flee = DisplacementCase.web(people: 1200, days: 40)
        let cohorts = try Sample(flee, .tuned, .cohorts, seeds: 0..<40)
        let agents = try Sample(flee, .tuned, .perPerson, seeds: 1000..<1040)
        var (squares, ratios, most, count) = (0.0, 0.0, 0.0, 0.0)
        for day in 2..<40 {
            for camp in 0..<3 {
                let (ours, theirs) = (cohorts.moments(day, camp), agents.moments(day, camp))
                guard ours.variance > 1, theirs.variance > 1 else { continue }
                let error = ((ours.variance + theirs.variance) / 40).squareRoot()
                let difference = (ours.mean - theirs.mean) / error
                squares += difference * difference
                most = max(most, abs(difference))
                ratios += Elementary.log(ours.variance / theirs.variance)
                count += 1
            }
        }
        #expect(count > 60)
        #expect((squares / count).squareRoot() <= 1.5)
        #expect(most <= 4)
        #expect((0.8...1.25).contains(Elementary.exp(ratios / count)))
    }

    /// What a run costs is counted in draws, which no other load on the machine changes.
    @Test func `ten times the people cost about as many draws`() throws {
        let few = try DisplacementCase.web(people: 1_000_000, days: 60).play(.baseline, seed: 2)
        let many = try DisplacementCase.web(people: 10_000_000, days: 60).play(.baseline, seed: 2)
        #expect(Double(many.draws) < 1.2 * Double(few.draws))
        #expect(many.agentSteps > 9 * few.agentSteps)
    }

    /// Ways of no length between places nobody rests at would be walked for ever.
    @Test(arguments: DisplacementMethod.allCases)
    func `a ring of ways without length ends`(method: DisplacementMethod) throws {
        var flee = DisplacementCase.star([("X", 1e6, nil)], counts: [.init(0, 0), .init(1, 20)], days: 3)
        for name in ["P", "Q"] { flee.places.append(FleePlace(name, country: "home", kind: .forward)) }
        flee.routes += [
            FleeRoute(0, 2, kilometres: 0), FleeRoute(2, 3, kilometres: 0), FleeRoute(3, 0, kilometres: 0),
        ]
        let outcome = try flee.play(DisplacementCase.settings, seed: 1, method: method)
        #expect(outcome.days.last?.people == 20)
    }

    @Test func `routes beyond all listing are a fault`() throws {
        var flee = DisplacementCase.star([("X", 10, nil)], counts: [.init(0, 0), .init(1, 5)], days: 2)
        for index in 0..<14 { flee.places.append(FleePlace("M\(index)", country: "home", kind: .marker)) }
        for from in 2..<16 {
            flee.routes.append(FleeRoute(0, from, kilometres: 1))
            for to in (from + 1)..<max(17, from + 2) where to < 16 {
                flee.routes.append(FleeRoute(from, to, kilometres: 1))
            }
        }
        #expect(throws: DisplacementFault.tooManyRoutes(most: RoutePlanner.mostRoutes)) {
            _ = try flee.play(DisplacementCase.settings, seed: 1)
        }
    }

    @Test func `people who should set out from nowhere are a fault`() throws {
        var flee = DisplacementCase.star([("X", 10, nil)], counts: [.init(0, 0), .init(1, 5)], days: 2)
        flee.places[0].kind = .town
        #expect(throws: DisplacementFault.nobodyToSetOut(day: 1, people: 5)) {
            _ = try flee.play(.baseline, seed: 1)
        }
    }
}

/// Camp counts of many runs.
private struct Sample {
    private let counts: [[[Double]]]

    init(
        _ flee: FleeCase, _ settings: FleeSettings, _ method: DisplacementMethod, seeds: Range<Int>
    ) throws {
        counts = try seeds.map { seed in
            try flee.play(settings, seed: UInt64(seed), method: method).days.map { day in
                day.simulated.map(Double.init)
            }
        }
    }

    func moments(_ day: Int, _ camp: Int) -> (mean: Double, variance: Double) {
        let values = counts.map { $0[day][camp] }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, squares / Double(values.count - 1))
    }
}
