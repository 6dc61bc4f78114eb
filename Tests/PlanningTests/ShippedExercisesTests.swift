import Foundation
import Planning
import Reference
import Situation
import Testing

@Suite struct ShippedExercisesTests {
    private static let exercises: [(file: String, outcome: ExerciseReader.Outcome)] = {
        let folder = PlanningFixtures.scenarios.appending(path: "exercises")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
            let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            return (name, ExerciseReader.read(text: text, file: name))
        }
    }()

    private static func check() throws -> ExerciseCheck {
        let reference = try ReferenceLoader(
            folder: PlanningFixtures.scenarios.deletingLastPathComponent()
                .appending(path: "Sources/Reference/Resources")
        ).core()
        let names = try FileManager.default.contentsOfDirectory(atPath: PlanningFixtures.scenarios.path)
        let scenarios = names.compactMap {
            try? ScenarioReader.load(PlanningFixtures.scenarios.appending(path: $0))
        }
        return ExerciseCheck(
            ExerciseCheck.Surroundings(
                scenarios: scenarios,
                playbooks: PlaybookFolder.load(PlanningFixtures.playbooks).playbooks,
                rules: Set(
                    AlarmRuleFolder.load(PlanningFixtures.scenarios.appending(path: "alarms")).rules.map(\.id)
                ),
                agencies: PlanningFixtures.agencies,
                places: ScenarioPlaces(
                    posts: reference.checkpoints.map {
                        ScenarioPlaces.Post(id: $0.id, section: $0.section, region: $0.region)
                    }, sections: Set(reference.sections.map(\.id)),
                    regions: Set(reference.regions.map(\.id)),
                    shelters: Dictionary(
                        reference.shelters.filter { $0.capacity != nil }.map { ($0.id, $0.region) }
                    ) { first, _ in first }), diseases: Set(reference.standards.map(\.id))))
    }

    @Test func `each file reads, under the name of its exercise`() {
        #expect(Self.exercises.count >= 5)
        for (file, outcome) in Self.exercises {
            #expect(outcome.faults.isEmpty, "\(outcome.faults)")
            #expect(outcome.exercise.map { "\($0.id).yaml" } == file)
        }
    }

    @Test func `the check finds nothing in any of them`() throws {
        let check = try Self.check()
        for exercise in Self.exercises.compactMap(\.outcome.exercise) {
            let found = check.findings(in: exercise)
            #expect(found.isEmpty, "\(found)")
        }
    }

    @Test func `they reach from half an hour for one officer to eight hours for several stations`() throws {
        let plans = Self.exercises.compactMap(\.outcome.exercise).sorted { $0.length < $1.length }
        let first = try #require(plans.first)
        let last = try #require(plans.last)
        #expect(first.length == .minutes(30))
        #expect(first.stations.map(\.staff) == [1])
        #expect((6...8).contains(first.injects.count))
        #expect(last.length == .hours(8))
        #expect(last.stations.count >= 3)
        #expect(last.injects.count >= 25)
        let times = last.injects.map(\.when)
        #expect(times.contains { if case .at = $0 { true } else { false } })
        #expect(times.contains { if case .state = $0 { true } else { false } })
        #expect(times.contains(.byHand))
        #expect(last.injects.contains { $0.isContingency })
    }

    @Test func `no text begins with the word for an exercise, which the program adds`() {
        for exercise in Self.exercises.compactMap(\.outcome.exercise) {
            for inject in exercise.injects {
                for (language, word) in [
                    (PlanText.Language.kk, "ОҚУ-ЖАТТЫҒУ"), (.ru, "УЧЕНИЕ"), (.en, "EXERCISE"),
                ] {
                    #expect(!inject.text[language].uppercased().hasPrefix(word), "\(inject.id)")
                }
            }
        }
    }
}
