import Planning
import Situation
import Testing

@Suite struct PlaybookCheckTests {
    private func findings(_ text: String) throws -> [PlaybookFinding] {
        PlanningFixtures.check.findings(in: try PlaybookReader.read(text: text, file: "small.yaml"))
    }

    private func onlyFinding(_ old: String, _ new: String) throws -> PlaybookFinding {
        let changed = PlanningFixtures.small(old, new)
        let found = try findings(changed.text)
        #expect(found.count == 1, "\(found)")
        let finding = try #require(found.first)
        #expect(finding.file == "small.yaml")
        #expect(finding.line == changed.line)
        return finding
    }

    @Test func `nothing is found in a good playbook`() throws {
        #expect(try findings(PlanningFixtures.small).isEmpty)
    }

    @Test func `an unknown agency is named with file, line and key`() throws {
        let finding = try onlyFinding("support: [MIA, MES]", "support: [MIA, MARS]")
        #expect(finding.problem == .unknownAgency("MARS"))
        #expect(finding.key == "tasks[0].support[1]")
        #expect(try onlyFinding("lead: NSC", "lead: NCS").problem == .unknownAgency("NCS"))
        #expect(try onlyFinding("decided_by: COORD_COUNCIL", "decided_by: X").problem == .unknownAgency("X"))
        #expect(try onlyFinding("to: [COORD_COUNCIL]", "to: [Y]").problem == .unknownAgency("Y"))
        #expect(
            try onlyFinding("{after: 40m, to: COORD_COUNCIL}", "{after: 40m, to: Z}").problem
                == .unknownAgency("Z"))
    }

    @Test func `an unknown metric is named in a trigger, a proof, the end and a message`() throws {
        let trigger = try onlyFinding("inflow_ratio, scope: any", "mood, scope: any")
        #expect(trigger.problem == .unknownMetric("section.mood"))
        #expect(trigger.key == "triggers[0].when[0].metric")
        #expect(
            try onlyFinding("region.hours_to_full", "region.hours").problem == .unknownMetric("region.hours"))
        #expect(
            try onlyFinding("section.inflow_ratio, scope: affected", "x, scope: affected").problem
                == .unknownMetric("x"))
        let message = try onlyFinding("en: '{section.inflow_24h}'", "en: '{section.inflow}'")
        #expect(message.problem == .unknownMetric("section.inflow"))
        #expect(message.key == "messages[0].body.en")
    }

    @Test func `a missing or blank language is named, and the others are still shown`() throws {
        let missing = try onlyFinding(
            "what: {kk: Ашу, ru: Открыть, en: Open}", "what: {ru: Открыть, en: Open}")
        #expect(missing.problem == .missingLanguage(.kk))
        #expect(missing.key == "tasks[1].what")
        #expect(try onlyFinding("kk: Бар ма?", "kk: ' '").problem == .missingLanguage(.kk))
        let playbook = try PlaybookReader.read(
            text: PlanningFixtures.small("{kk: Кіші, ru: Малый, en: Small}", "{en: Small}").text, file: "f")
        #expect(playbook.name[.kk] == "Small")
        #expect(playbook.name.missing == [.kk, .ru])
    }

    @Test func `tasks that wait for one another in a ring are found, once`() throws {
        // B1 waits for B2 and B2 for B1; B1 is also due before the task it now waits for.
        let ring = PlanningFixtures.small("due: T+90m", "due: T+4h\n    after: [B2]")
        let found = try findings(ring.text)
        #expect(found.map(\.problem) == [.cycle(["B1", "B2"])])
        #expect(found.first?.line == PlanningFixtures.line(of: "after: [B2]", in: ring.text))

        let selfish = PlanningFixtures.small("after: [B1]", "after: [B2]")
        #expect(try findings(selfish.text).map(\.problem) == [.cycle(["B2"])])
    }

    @Test func `a task due before one it waits for is found`() throws {
        let changed = PlanningFixtures.small("due: T+4h", "due: T+1h")
        let found = try findings(changed.text)
        #expect(found.map(\.problem) == [.dueBefore("B1")])
        #expect(found.first?.key == "tasks[1].after[0]")
    }

    @Test func `names that lead nowhere are found`() throws {
        #expect(try onlyFinding("opens: first", "opens: last").problem == .unknownName("last"))
        #expect(try onlyFinding("after: [B1]", "after: [B9]").problem == .unknownName("B9"))
        #expect(try onlyFinding("message: alert", "message: alarm").problem == .unknownName("alarm"))
        #expect(try onlyFinding("    phase: first", "    phase: last").problem == .unknownName("last"))
    }

    @Test func `a name given twice and a phase without tasks are found`() throws {
        let twice = PlanningFixtures.small("id: B2\n", "id: B1\n")
        let twin = try #require(findings(twice.text).first { $0.problem == .repeated("B1") })
        #expect(twin.line == twice.line)
        #expect(twin.key == "tasks[1].id")
        let phase = "  - {id: first, order: 1, name: {kk: Бірінші, ru: Первая, en: First}}"
        let empty = phase + "\n  - {id: idle, order: 2, name: {kk: Бос, ru: Пустая, en: Idle}}"
        let found = try findings(PlanningFixtures.small(phase, empty).text)
        #expect(found.map(\.problem) == [.empty])
        #expect(found.first?.key == "phases[1]")
    }

    @Test func `findings come in the order of their lines`() throws {
        let text = PlanningFixtures.small
            .replacing("lead: NSC", with: "lead: NOBODY").replacing("lead: LEB", with: "lead: NOONE")
            .replacing("name: {kk: Кіші,", with: "name: {")
        let lines = try findings(text).compactMap(\.line)
        #expect(lines.count == 3)
        #expect(lines == lines.sorted())
    }

    @Test func `nothing is affected before the start, so its triggers cannot speak of it`() throws {
        let finding = try onlyFinding("inflow_ratio, scope: any", "inflow_ratio, scope: affected")
        #expect(finding.problem == .affectedTooEarly)
        #expect(finding.key == "triggers[0].when[0].scope")
    }

    @Test func `what ends a task or the whole holds where it was started for, not at any one place`() throws {
        let proof = try onlyFinding("hours_to_full, scope: affected", "hours_to_full, scope: any")
        #expect(proof.problem == .anyEndsNothing)
        #expect(proof.key == "tasks[1].done_when.scope")
        #expect(
            try onlyFinding("inflow_ratio, scope: affected", "inflow_ratio, scope: any").problem
                == .anyEndsNothing)
    }

    @Test func `a place that the metric or the reserve has nothing to do with is found`() throws {
        #expect(
            try onlyFinding("hours_to_full, scope: affected", "hours_to_full, scope: syrym").problem
                == .wrongPlace("syrym"))
        #expect(try onlyFinding("where: KZ-27", "where: ru-west").problem == .wrongPlace("ru-west"))
    }

    @Test func `a figure that one language of a message lacks is found`() throws {
        let finding = try onlyFinding("en: '{section.inflow_24h}'", "en: 'many'")
        #expect(finding.problem == .figureMissing("section.inflow_24h"))
        #expect(finding.key == "messages[0].body.en")
    }

    @Test func `an agency that leads a task and helps with it is found`() throws {
        #expect(try onlyFinding("support: [MIA, MES]", "support: [MIA, NSC]").problem == .repeated("NSC"))
    }
}
