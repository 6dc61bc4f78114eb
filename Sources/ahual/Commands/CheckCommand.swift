import ArgumentParser
import Foundation
import Language
import Planning
import Reference
import Simulation
import Situation
import StrictYAML
import Worlds

/// `ahual check FILE…`: every error of scenario and playbook files with file, line, key and what was expected.
struct CheckCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: Help.text("cli.check.abstract"),
            discussion: Help.text("cli.check.discussion"))
    }

    @OptionGroup var language: LanguageOptions

    @Flag(help: ArgumentHelp(Help.text("cli.option.json")))
    var json = false

    @Argument(help: ArgumentHelp(Help.text("cli.check.files"), valueName: "file"))
    var files: [String]

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let check = try PlanCheck(surroundings)
            let findings = files.flatMap(check.findings(in:))
            if json {
                Output.raw(CheckReport.text(findings, surroundings.catalog))
            } else {
                for finding in findings { Output.problem(finding.line(surroundings.catalog)) }
                Output.result(
                    surroundings.catalog.say(
                        "cli.check.done",
                        ["files": .number(files.count), "count": .number(findings.count)]))
            }
            if !findings.isEmpty { throw Failure.silent }
        }
    }
}

/// One thing found in a plan file, whatever its kind.
struct PlanFinding {
    let file: String
    let line: Int?
    let key: String
    let phrase: Phrase

    /// `FILE:LINE: key: what is wrong`.
    func line(_ catalog: Catalog) -> String {
        let place = line.map { "\(file):\($0)" } ?? file
        return Output.oneLine("\(place): \(key.isEmpty ? "" : "\(key): ")\(catalog.say(phrase))")
    }
}

/// Reads and checks plan files by the kind they say they are.
struct PlanCheck {
    private let reference: Reference
    private let scenarios: ScenarioCheck
    private let playbooks: PlaybookCheck
    private let alarms: AlarmRuleCheck
    private let levels: LevelCheck
    private let contacts: ContactsCheck
    private let exercises: ExerciseCheck

    init(_ surroundings: Surroundings) throws {
        reference = try surroundings.files.reference()
        let known = try surroundings.files.playbooks().playbooks
        let places = ScenarioPlaces(reference, playbooks: known.map(\.id))
        let agencies = Set(try surroundings.files.policy().agencies.map(\.id))
        let metrics = Set(Metric.allCases.map(\.rawValue))
        scenarios = ScenarioCheck(places: places)
        playbooks = PlaybookCheck(agencies: agencies, metrics: metrics)
        let rules = Set(try surroundings.files.alarmRules().rules.map(\.id))
        alarms = AlarmRuleCheck(
            AlarmRuleCheck.Surroundings(
                agencies: agencies, playbooks: known, standards: reference.alarmStandards,
                places: reference.alarmPlaces, rules: rules))
        exercises = ExerciseCheck(
            ExerciseCheck.Surroundings(
                scenarios: try ScenarioShelf(surroundings).all().scenarios, playbooks: known, rules: rules,
                agencies: agencies, places: places, diseases: Set(reference.standards.map(\.id))))
        levels = LevelCheck(agencies: agencies, metrics: metrics)
        contacts = ContactsCheck(agencies: agencies, places: places)
    }

    func findings(in file: String) -> [PlanFinding] {
        do throws(YAMLFault) {
            let text = try PlanFile.text(of: URL(fileURLWithPath: file), named: file)
            switch try PlanFile.kind(of: text, named: file) {
            case "playbook":
                return try plan(playbooks.findings(in: PlaybookReader.read(text: text, file: file)))
            case "alarm-rules": return alarmRules(text, file)
            case "exercise": return exercise(text, file)
            case "impact-levels":
                return try plan(levels.findings(in: LevelReader.read(text: text, file: file)))
            case "contacts":
                return try plan(contacts.findings(in: ContactsReader.read(text: text, file: file)))
            case "improvement-plan":
                _ = try ImprovementPlan(text: text, file: file)
                return []
            default: return scenario(text, file)
            }
        } catch {
            return [PlanFinding(error)]
        }
    }

    private func plan(_ findings: [PlaybookFinding]) -> [PlanFinding] {
        findings.map { PlanFinding(file: $0.file, line: $0.line, key: $0.key, phrase: $0.problem.phrase) }
    }

    private func alarmRules(_ text: String, _ file: String) -> [PlanFinding] {
        let (rules, faults) = AlarmRuleReader.read(text: text, file: file)
        guard faults.isEmpty, let rules else { return faults.map(PlanFinding.init) }
        return alarms.findings(in: rules).map {
            PlanFinding(file: $0.file, line: $0.line, key: $0.key, phrase: $0.problem.phrase)
        }
    }

    private func exercise(_ text: String, _ file: String) -> [PlanFinding] {
        let outcome = ExerciseReader.read(text: text, file: file)
        guard let exercise = outcome.exercise else { return outcome.faults.map(PlanFinding.init) }
        return exercises.findings(in: exercise).map(PlanFinding.init)
    }

    private func scenario(_ text: String, _ file: String) -> [PlanFinding] {
        let outcome = ScenarioReader.read(text: text, file: file)
        guard let scenario = outcome.scenario else { return outcome.faults.map(PlanFinding.init) }
        let found = scenarios.findings(in: scenario)
        guard found.isEmpty else { return found.map(PlanFinding.init) }
        do throws(WorldFault) {
            _ = try WorldBuilder(scenario, reference: reference).world()
            return []
        } catch {
            return [PlanFinding(UnplayableScenario(error, in: scenario))]
        }
    }
}

extension PlanFinding {
    init(_ fault: YAMLFault) {
        self.init(file: fault.file, line: fault.line, key: fault.path, phrase: fault.problem.phrase)
    }

    init(_ unplayable: UnplayableScenario) {
        self.init(
            file: unplayable.file, line: unplayable.line, key: unplayable.key,
            phrase: Phrase("planning.finding.unplayable", ["found": .phrase(unplayable.fault.phrase)]))
    }

    init(_ finding: ExerciseFinding) {
        self.init(file: finding.file, line: finding.line, key: finding.key, phrase: finding.problem.phrase)
    }

    init(_ finding: ScenarioFinding) {
        self.init(file: finding.file, line: finding.line, key: finding.key, phrase: finding.problem.phrase)
    }
}

/// What was found, for programs.
private enum CheckReport {
    private struct Row: Encodable {
        let file: String
        let line: Int?
        let key: String
        let problem: String
    }

    static func text(_ findings: [PlanFinding], _ catalog: Catalog) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let rows = findings.map {
            Row(file: $0.file, line: $0.line, key: $0.key, problem: catalog.say($0.phrase))
        }
        // Whole numbers and texts always encode.
        return ((try? encoder.encode(rows)).map { String(decoding: $0, as: UTF8.self) } ?? "[]") + "\n"
    }
}
