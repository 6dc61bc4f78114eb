import Situation
import StrictYAML
import Testing

@testable import Planning

@Suite struct ScenarioCheckTests {
    @Test func `nothing is found in a good scenario`() {
        #expect(ScenarioFixtures.findings().isEmpty)
    }

    @Test func `every finding has its line and key`() {
        let findings = ScenarioFixtures.findings(
            ("ru: Вымышлен, ", ""), ("purpose: {asylum: 0.5", "purpose: {asylum: 0.4"),
            ("group: people", "group: folk"), ("at: 12h", "at: 80h"),
            ("open_reserve: {region: KZ-27, share: 0.5}", "open_reserve: {shelter: kostanay-1, beds: 5}"))
        #expect(
            findings.map { "\($0.line ?? 0) \($0.key)" } == [
                "5 notes", "13 groups[0].purpose", "20 flows[0].group", "31 decisions[0].at",
                "33 decisions[0].open_reserve.shelter",
            ])
        #expect(findings.first?.problem == .missingLanguage(.ru))
        #expect(findings.last?.problem == .noReception("KZ-39"))
    }

    @Test func `a post that exists and does not play is told from one that does not exist`() {
        let absent = ScenarioFixtures.findings(("{checkpoint: syrym}", "{checkpoint: kairak}"))
        #expect(absent.map(\.problem) == [.notPlaying("kairak")])
        let unknown = ScenarioFixtures.findings(("{checkpoint: syrym}", "{checkpoint: atlantis}"))
        #expect(unknown.map(\.problem) == [.unknown(.post, "atlantis")])
    }

    @Test func `people who need a bed must not come where nobody takes them in`() {
        let findings = ScenarioFixtures.findings(
            ("posts: [syrym, shagan]", "posts: all"), ("{checkpoint: syrym}", "{posts: all}"))
        #expect(findings.map(\.problem) == [.nobodyReceives("KZ-39")])
        #expect(findings.map(\.key) == ["flows[0].where"])
    }

    @Test func `an uncertainty must leave the height as it is written`() {
        let findings = ScenarioFixtures.findings(
            ("persons_per_day: 2400", "persons_per_day: 2400\n    uncertainty: {uniform: [1, 2]}"))
        #expect(findings.map(\.problem) == [.meanIsNotOne(1.5)])
    }

    @Test func `a place from which no way leads to the border is found`() {
        let displacement = """

            displacement:
              group: people
              departures_per_day: 0.02
              places:
                - {id: a, kind: origin, population: 1000}
                - {id: b, kind: origin, population: 1000}
                - {id: g, kind: gate, checkpoint: syrym}
              routes:
                - {from: a, to: g, km: 40}
                - {from: b, to: b, km: 10}
              conflicts:
                - {place: c, from: 0h}
            """
        let text = ScenarioFixtures.small + displacement
        let scenario = ScenarioReader.read(text: text, file: "x").scenario
        let findings = scenario.map { ScenarioCheck(places: ScenarioFixtures.places).findings(in: $0) } ?? []
        #expect(
            Set(findings.map(\.problem)) == [
                .noWayToABorderPost, .sameEnds("b"), .unknown(.place, "c"),
            ])
    }
}
