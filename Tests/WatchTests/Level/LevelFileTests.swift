import Planning
import Reference
import Situation
import StrictYAML
import Support
import Testing

@Suite struct LevelFileTests {
    private func text(_ name: String) throws -> String {
        try PlanFile.text(of: WatchPlanFixtures.folder.appending(path: name))
    }

    private let agencies: Set<AgencyKey> = [
        "MLSP", "MIA", "MFA", "NSC", "MOH", "SRC", "MOT", "MES", "GOV_OFFICE", "COORD_COUNCIL", "LEB", "MCI", "NBK",
        "MOF", "MOE", "MTI", "UNHCR", "MIGRATION_SERVICE_COMMITTEE",
    ]

    private var check: LevelCheck {
        LevelCheck(agencies: agencies, metrics: Set(Metric.allCases.map(\.rawValue)))
    }

    @Test func `the shipped levels are clean, and every one but low obliges to something`() throws {
        let levels = try WatchPlanFixtures.shippedLevels()
        #expect(check.findings(in: levels).isEmpty)
        #expect(levels.steps.map(\.level) == ImpactLevel.allCases)
        #expect(levels.lowerAfter == .hours(6))
        for step in levels.steps where step.level > .low { #expect(step.tasks.count >= 3) }
    }

    @Test(arguments: [
        ("lead: LEB", "lead: MARS", "levels[2].tasks[2].lead"),
        ("{metric: post.wait_minutes, is: above, value: 240", "{metric: post.mood, is: above, value: 240", "levels[1].when[1].all[0].metric"),
        ("{metric: post.wait_minutes, is: above, value: 240", "{metric: country.beds_free, is: above, value: 240", "levels[1].when[1].all[0].metric"),
        ("id: high-wait", "id: high-inflow", "levels[2].when[1].id"),
        ("name: {kk: жоғары, ru: высокий, en: high}", "name: {ru: высокий, en: high}", "levels[2].name"),
    ])
    func `what is wrong is named by its key`(old: String, new: String, key: String) throws {
        let changed = try text("levels.yaml").replacing(old, with: new, maxReplacements: 1)
        let found = check.findings(in: try LevelReader.read(text: changed, file: "l"))
        #expect(found.map(\.key) == [key], "\(found)")
        #expect(found.allSatisfy { $0.line != nil })
    }

    @Test(arguments: [
        ("- level: medium", "- level: high"), ("lower_after: 6h", "lower_after: 6"), ("is: above", "is: more"),
        ("kind: impact-levels", "kind: levels"), ("    tasks:", "    chores:"), ("due: T+30m", "due: 30m"),
    ])
    func `what is no such file is refused at its line`(old: String, new: String) throws {
        let changed = try text("levels.yaml").replacing(old, with: new, maxReplacements: 1)
        let fault = #expect(throws: YAMLFault.self) { try LevelReader.read(text: changed, file: "l") }
        #expect(fault?.line != nil)
    }

    @Test func `the shipped contacts are clean, marked as illustrative, and answer for every lead of every playbook`() throws {
        let contacts = try WatchPlanFixtures.shippedContacts()
        #expect(contacts.isIllustrative)
        let found = ContactsCheck(agencies: agencies).findings(in: contacts)
        #expect(found.isEmpty, "\(found)")
        let folder = PlaybookFolder.load(WatchPlanFixtures.folder.appending(path: "playbooks"))
        for task in folder.playbooks.flatMap(\.tasks) {
            let called = contacts.whom(
                toCallFor: task.id.rawValue, agencies: [task.lead], regions: ["KZ-27"], posts: ["syrym"])
            #expect(!called.isEmpty, "\(task.id): \(task.lead)")
        }
    }

    @Test func `the nearest desk is called first, and desks elsewhere not at all`() throws {
        let contacts = try WatchPlanFixtures.shippedContacts()
        let called = contacts.whom(
            toCallFor: "B1", agencies: ["NSC", "MIA"], regions: ["KZ-27"], posts: ["syrym"])
        #expect(called.map(\.id) == ["post-syrym", "nsc", "police-27", "mia"])
        #expect(contacts.desks(at: "syrym").map(\.id) == ["post-syrym"])
        #expect(contacts.desks(in: "KZ-27").count == 4)
    }

    @Test func `a broken file of levels, contacts or a playbook is a fault or can be checked, never a trap`() throws {
        var chance = Seeded(20_260_101)
        let texts = try ["levels.yaml", "contacts.yaml", "playbooks/mass-influx.yaml"].map(text)
            .map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        let contactsCheck = ContactsCheck(agencies: agencies)
        let playbookCheck = PlaybookCheck(
            agencies: agencies, metrics: Set(Metric.allCases.map(\.rawValue)))
        var read = 0
        for round in 0..<150 {
            var lines = texts[round % 3]
            for _ in 0..<Int.random(in: 1...3, using: &chance) { Self.mutate(&lines, &chance) }
            let text = lines.joined(separator: "\n")
            do throws(YAMLFault) {
                switch round % 3 {
                case 0: _ = check.findings(in: try LevelReader.read(text: text, file: "m"))
                case 1: _ = contactsCheck.findings(in: try ContactsReader.read(text: text, file: "m"))
                default: _ = playbookCheck.findings(in: try PlaybookReader.read(text: text, file: "m"))
                }
                read += 1
            } catch {
                #expect(error.file == "m")
            }
        }
        #expect(read > 0)
    }

    private static func mutate(_ lines: inout [String], _ chance: inout Seeded) {
        guard lines.count > 2 else { return }
        let line = Int.random(in: 0..<lines.count, using: &chance)
        let other = Int.random(in: 0..<lines.count, using: &chance)
        let values = ["-1", "1e308", "nan", "", "~", "[]", "{}", "99999d", "T+1:30", "'", "&a *a"]
        switch Int.random(in: 0..<5, using: &chance) {
        case 0: lines.swapAt(line, other)
        case 1: lines.remove(at: line)
        case 2: lines.insert(lines[line], at: other)
        case 3: lines.removeLast(lines.count - max(line, 1))
        default:
            guard let colon = lines[line].firstIndex(of: ":") else { return }
            lines[line] = lines[line][...colon] + " " + (values.randomElement(using: &chance) ?? "")
        }
    }
}
