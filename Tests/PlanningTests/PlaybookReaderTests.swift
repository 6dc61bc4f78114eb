import Situation
import StrictYAML
import Testing

@testable import Planning

@Suite struct PlaybookReaderTests {
    @Test func `every part of a playbook comes out as it was written`() throws {
        let playbook = try PlaybookReader.read(text: PlanningFixtures.small, file: "small.yaml")
        #expect(playbook.id == "small")
        #expect(playbook.crisis == .general)
        #expect(playbook.name[.kk] == "Кіші")
        #expect(playbook.noReturn.citation == Citation(basis: .decree1081, source: "part 2, chapter 3"))
        #expect(playbook.phases.map(\.id) == ["first"])
        let trigger = try #require(playbook.triggers.first)
        #expect(
            trigger.conditions == [
                Condition(
                    metric: "section.inflow_ratio", scope: .any, comparison: .atLeast, value: 2.5,
                    duration: .minutes(120))
            ])
        #expect(playbook.standDown.conditions.map(\.duration) == [.hours(48)])
    }

    @Test func `a task keeps its time, order, proof, reserve, message and escalation`() throws {
        let playbook = try PlaybookReader.read(text: PlanningFixtures.small, file: "small.yaml")
        let first = try #require(playbook.task("B1"))
        #expect(first.due == .minutes(90))
        #expect(first.support == ["MIA", "MES"])
        #expect(first.every == nil)
        #expect(first.proof == nil)
        #expect(!first.asksAboutAsylum)
        let second = try #require(playbook.task("B2"))
        #expect(second.due == .hours(4))
        #expect(second.every == .hours(6))
        #expect(second.after == ["B1"])
        #expect(second.proof?.comparison == .above)
        #expect(
            second.reserve == ReserveCommitment(kind: .beds, amount: .percent(50), place: .one("KZ-27")))
        #expect(second.message == "alert")
        #expect(second.escalation == Escalation(after: .minutes(40), to: "COORD_COUNCIL"))
        #expect(second.asksAboutAsylum)
        #expect(second.code[.kk] == "Б-2")
        #expect(second.code[.en] == "B-2")
    }

    @Test(
        "a due time in clock form or without unit is refused at its line",
        arguments: ["1:30", "T+1:30", "T+90", "90m", "T+1.5h", "T+", "T+30m2h", "T+999999999999999999h"])
    func clockForms(due: String) throws {
        let changed = PlanningFixtures.small("due: T+4h", "due: \(due)")
        let fault = try #require(throws: YAMLFault.self) {
            try PlaybookReader.read(text: changed.text, file: "small.yaml")
        }
        #expect(fault.line == changed.line)
        #expect(fault.file == "small.yaml")
        #expect(fault.path == "tasks[1].due")
    }

    @Test(
        "an unknown key is refused at its line",
        arguments: [
            ("due: T+4h", "deadline: T+4h"), ("crisis: general", "crysis: general"),
            ("    to: [COORD", "    cc: [MIA]\n    to: [COORD"),
            ("name: {kk: Кіші,", "name: {kk: Кіші, de: Klein,"),
        ])
    func unknownKeys(old: String, new: String) throws {
        let changed = PlanningFixtures.small(old, new)
        try #require(changed.line > 0)
        let fault = #expect(throws: YAMLFault.self) {
            try PlaybookReader.read(text: changed.text, file: "small.yaml")
        }
        switch fault?.problem {
        // The renamed key is missing under its right name, which is seen first.
        case .missingKey(let key): #expect(["due", "crisis"].contains(key))
        case .unknownKey(let key):
            #expect(["cc", "de"].contains(key))
            #expect(fault?.line == changed.line)
        default: Issue.record("unexpected \(String(describing: fault))")
        }
    }

    @Test(
        "a word outside its closed list is refused",
        arguments: [
            ("crisis: general", "crisis: war"), ("is: at_least", "is: more"), ("kind: beds", "kind: sofas"),
            ("basis: standard", "basis: hearsay"), ("amount: 50%", "amount: 150%"),
            ("amount: 50%", "amount: 0"),
            ("every: 6h", "every: 0m"), ("order: 1", "order: 2"), ("kind: playbook", "kind: scenario"),
            ("version: 1", "version: 2"), ("value: 24", "value: many"),
        ])
    func closedLists(old: String, new: String) throws {
        let changed = PlanningFixtures.small(old, new)
        let fault = try #require(throws: YAMLFault.self) {
            try PlaybookReader.read(text: changed.text, file: "small.yaml")
        }
        #expect(fault.line == changed.line)
    }

    @Test func `a standard without its name is refused`() throws {
        let changed = PlanningFixtures.small("    source: UNHCR WASH 2018\n", "")
        let fault = try #require(throws: YAMLFault.self) {
            try PlaybookReader.read(text: changed.text, file: "small.yaml")
        }
        #expect(fault.problem == .missingKey("source"))
    }

    @Test func `a trigger without conditions would always hold and is refused`() throws {
        let line = "      - {metric: section.inflow_ratio, scope: any, is: at_least, value: 2.5, for: 2h}\n"
        let changed = PlanningFixtures.small("    when:\n" + line, "    when: []\n")
        let fault = try #require(throws: YAMLFault.self) {
            try PlaybookReader.read(text: changed.text, file: "small.yaml")
        }
        #expect(fault.path == "triggers[0].when")
    }
}
