import Foundation
import Planning
import Reference
import Situation
import Testing

@Suite struct AlarmRuleTests {
    private static let folder = PlanningFixtures.scenarios.appending(path: "alarms")

    private static let check = AlarmRuleCheck(
        AlarmRuleCheck.Surroundings(
            agencies: PlanningFixtures.agencies,
            playbooks: PlaybookFolder.load(PlanningFixtures.playbooks).playbooks,
            standards: [
                "drinking_water": [.emergency, .afterEmergency, .survival],
                "persons_per_tap": [.emergency], "persons_per_toilet": [.emergency],
                "persons_per_shower": [.emergency], "covered_space_cold": [.emergency],
            ],
            places: [.post: ["syrym"], .country: ["KZ"]], rules: ["source-silence"]))

    private static let good = """
        kind: alarm-rules
        version: 1
        rules:
          - id: post-wait
            name: {kk: а, ru: б, en: c}
            when: {metric: post.wait_minutes, scope: any, is: at_least, value: 120, for: 10m}
            returns: {at: 90, for: 20m}
            priority: low
            worse: [{value: 240, priority: medium}, {value: 480, priority: critical}]
            suppressed_when: [{post: [closed]}]
            cause: {key: influx, at: section, text: {kk: а, ru: б, en: c}}
            consequence: {kk: а, ru: б, en: c}
            next_step: {text: {kk: а, ru: б, en: c}, playbook: mass-influx/B2}
            owner: NSC
        """

    private static func findings(_ old: String, _ new: String) throws -> [AlarmRuleFinding] {
        let read = AlarmRuleReader.read(text: good.replacing(old, with: new), file: "f.yaml")
        #expect(read.faults.isEmpty, "\(read.faults)")
        return check.findings(in: try #require(read.file))
    }

    @Test func `every shipped rule is read and checks clean, and no id is given twice`() throws {
        let folder = AlarmRuleFolder.load(Self.folder)
        #expect(folder.faults.isEmpty, "\(folder.faults)")
        #expect(folder.rules.count >= 20)
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
            let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
            let read = AlarmRuleReader.read(text: text, file: file)
            let rules = try #require(read.file)
            let found = Self.check.findings(in: rules)
            #expect(found.isEmpty, "\(found)")
        }
    }

    @Test func `a good rule is read as it stands`() throws {
        let rule = try #require(AlarmRuleReader.read(text: Self.good, file: "f").file?.rules.first)
        #expect(rule.test == .metric("post.wait_minutes", scope: .any, .atLeast, .value(120)))
        #expect(rule.duration == .minutes(10))
        #expect(rule.returning.value == 90)
        #expect(rule.returning.duration == .minutes(20))
        #expect(rule.worse.map(\.priority) == [.medium, .critical])
        #expect(rule.suppressions == [.post([.closed])])
        #expect(rule.nextStep.step?.description == "mass-influx/B2")
        #expect(try Self.findings("x!", "x!").isEmpty)
    }

    @Test(
        arguments: [
            ("owner: NSC", "owner: NCS", "owner"), ("post.wait_minutes", "post.mood", "when.metric"),
            ("mass-influx/B2", "mass-influx/B99", "next_step.playbook"),
            ("at: 90", "at: 130", "returns.at"), ("scope: any", "scope: nowhere", "when.scope"),
            ("value: 240", "value: 100", "worse[0].value"),
            ("priority: critical", "priority: low", "worse[1].priority"),
            ("name: {kk: а, ru: б, en: c}", "name: {kk: а, en: c}", "name"),
            ("id: post-wait", "id: post/wait", "id"),
            ("{post: [closed]}", "{alarm: nothing}", "suppressed_when[0].alarm"),
        ])
    func `what is wrong is named with its line and key`(old: String, new: String, key: String) throws {
        let found = try Self.findings(old, new)
        let finding = try #require(found.first)
        #expect(found.count == 1, "\(found)")
        #expect(finding.key == "rules[0].\(key)")
        #expect(finding.line != nil)
    }

    @Test func `faults of form are all told, and the other rules still read`() throws {
        let second = Self.good.replacing("id: post-wait", with: "id: second")
            .replacing("owner: NSC", with: "ower: NSC").replacing("priority: low", with: "priority: loud")
        let rules = second[(second.range(of: "  - id")?.lowerBound ?? second.startIndex)...]
        let read = AlarmRuleReader.read(text: Self.good + "\n" + rules, file: "f.yaml")
        #expect(read.file?.rules.map(\.id) == ["post-wait"])
        #expect(Set(read.faults.map(\.problem)).count == 3)
        #expect(read.faults.allSatisfy { ($0.line ?? 0) > 15 })
    }
}
