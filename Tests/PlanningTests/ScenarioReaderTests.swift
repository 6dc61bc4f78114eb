import Situation
import StrictYAML
import Testing

@testable import Planning

@Suite struct ScenarioReaderTests {
    @Test func `a small scenario is read as it is written`() throws {
        let outcome = ScenarioFixtures.read()
        #expect(outcome.faults.isEmpty)
        let scenario = try #require(outcome.scenario)
        #expect(scenario.horizon == .days(3))
        #expect(scenario.posts.base == .posts(["syrym", "shagan"]))
        // 36 h are 2,160 minutes.
        #expect(scenario.groups[0].stay == .exponential(mean: 2160))
        // A hill from 6 h to 30 h has its height at 18 h.
        #expect(
            scenario.flows[0].curve == [
                ScenarioFlow.Knot(at: .hours(6), part: 0), ScenarioFlow.Knot(at: .hours(18), part: 1),
                ScenarioFlow.Knot(at: .hours(30), part: 0),
            ])
        #expect(scenario.decisions[0].act == .openRegionReserve("KZ-27", share: 0.5))
    }

    @Test func `every error is reported with its line and key, not only the first`() {
        let outcome = ScenarioFixtures.read(
            ("cause: disaster", "cause: boredom"), ("horizon: 3d", "horizon: 72"), ("seed: 7", "seed: -7"),
            ("needs_bed: 0.2", "needs_bed: 1.2"), ("{exponential: 36h}", "{exponential: 36}"),
            ("desks: 4", "desk: 4"), ("seats: 45", "seats: 0"), ("share: 0.5}", "share: lots}"))
        #expect(outcome.scenario == nil)
        let found = outcome.faults.map { "\($0.line ?? 0) \($0.path)" }
        #expect(
            found == [
                "6 cause", "8 horizon", "9 seed", "16 groups[0].needs_bed", "17 groups[0].stay.exponential",
                "26 reception[0]", "27 reception[0].desk", "29 reception[0].buses.seats",
                "33 decisions[0].open_reserve.share",
            ])
    }

    @Test(arguments: [
        ("version: 2", "version: 1", "version"), ("kind: scenario", "kind: playbook", "kind"),
        ("persons_per_day: 2400", "persons_per_day: -1", "flows[0].persons_per_day"),
        ("persons_per_day: 2400", "persons_per_day: nan", "flows[0].persons_per_day"),
        ("persons_per_day: 2400", "persons_per_day: 1e300", "flows[0].persons_per_day"),
        ("persons_per_day: 2400", "times_usual: 0.5", "flows[0].times_usual"),
        ("from: 6h", "from: 31h", "flows[0].to"),
        ("where: {checkpoint: syrym}", "where: syrym", "flows[0].where"),
        ("start: 2027-01-01T00:00+05:00", "start: 2027-01-01", "start"),
        ("posts: [syrym, shagan]", "posts: every", "posts"),
        ("shape: hill", "shape: spiral", "flows[0].shape"),
        ("open_reserve: {region: KZ-27, share: 0.5}", "dance: {}", "decisions[0]"),
        ("registration: {lognormal", "registration: {normal", "reception[0].registration.normal"),
    ])
    func `a wrong value names its key`(from: String, to: String, key: String) {
        #expect(ScenarioFixtures.read((from, to)).faults.map(\.path).contains(key))
    }

    @Test func `a curve takes the place of a shape, and its times must be in order`() {
        let shape = "shape: hill\n    from: 6h\n    to: 30h"
        let good = ScenarioFixtures.read((shape, "curve: [[0h, 0], [12h, 1], [12h, 0.5], [3d, 0]]"))
        #expect(good.scenario?.flows[0].curve.map(\.part) == [0, 1, 0.5, 0])
        let bad = ScenarioFixtures.read((shape, "curve: [[12h, 0], [6h, 1]]"))
        #expect(bad.faults.map(\.path) == ["flows[0].curve[1][0]"])
    }

    @Test func `times may have decimal points and seconds where they are laws of chance`() {
        let outcome = ScenarioFixtures.read(
            ("{lognormal: {mean: 12m, cv: 0.5}}", "{triangular: [90s, 2.5m, 1h]}"))
        #expect(outcome.scenario?.reception[0].registration == .triangular(low: 1.5, mode: 2.5, high: 60))
    }

    @Test func `a key given twice does not hide what else is wrong`() {
        let outcome = ScenarioFixtures.read(("seed: 7", "seed: 7\nseed: 8"), ("horizon: 3d", "horizon: long"))
        #expect(outcome.faults.contains { $0.problem == .repeatedKey("seed") })
        #expect(outcome.faults.contains { $0.path == "horizon" })
    }

    @Test func `a file nested without end is a fault, not a crash`() {
        for text in [String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000)] {
            #expect(!ScenarioReader.read(text: text, file: "deep.yaml").faults.isEmpty)
        }
    }

    @Test func `aliases that multiply are a fault, not a hang`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let elements = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(elements)]\n"
        }
        #expect(ScenarioReader.read(text: text, file: "laughs.yaml").faults.count == 1)
    }
}
