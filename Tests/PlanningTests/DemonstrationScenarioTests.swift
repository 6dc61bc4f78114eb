import Foundation
import Situation
import StrictYAML
import Testing

@testable import Planning

@Suite struct DemonstrationScenarioTests {
    private let file = PlanningFixtures.scenarios.appending(path: "demonstration.yaml")

    @Test func `the shipped demonstration reads and says it is invented in three languages`() throws {
        let scenario = try ScenarioFile.load(file)
        #expect(scenario.id == "demonstration")
        // 18:00 at UTC+5 is 13:00 UTC; 2026-09-21 is day 20,717 since 1970.
        #expect(scenario.start == Instant(seconds: 20_717 * 86_400 + 13 * 3600))
        #expect(scenario.horizon == .hours(72))
        #expect(scenario.seed == 20_260_921)
        #expect(
            scenario.posts.map(\.checkpoint) == ["syrym", "taskala", "shagan", "aksai", "zhanybek", "orda"])
        #expect(scenario.notes[.kk].contains("ойдан шығарылған"))
        #expect(scenario.notes[.ru].contains("вымышлена"))
        #expect(scenario.notes[.en].contains("invented"))
    }

    @Test func `its events break Syrym's lanes at six hours and open beds at twenty`() throws {
        let events = try ScenarioFile.load(file).events
        #expect(events.map(\.at) == [.hours(6), .hours(20)])
        #expect(events.first?.effect == .lanes("syrym", share: 0.5, until: .hours(8)))
        #expect(events.last?.effect == .reserveBeds("KZ-27", share: 0.5))
    }

    @Test func `every surge and event names a post it plays and ends within the horizon`() throws {
        let scenario = try ScenarioFile.load(file)
        for surge in scenario.surges {
            #expect(surge.to <= scenario.horizon)
            switch surge.place {
            case .checkpoint(let id): #expect(scenario.posts.contains { $0.checkpoint == id })
            case .section(let id): #expect(scenario.posts.contains { $0.section == id })
            }
        }
        for event in scenario.events {
            if case .lanes(let id, _, let until) = event.effect {
                #expect(scenario.posts.contains { $0.checkpoint == id })
                #expect(event.at < until)
            }
        }
    }

    @Test func `the hours of the day make one whole day`() throws {
        let hours = try ScenarioFile.load(file).hoursOfDay
        #expect(abs(hours.reduce(0, +) - 24) < 1e-9)
    }

    @Test(
        "a surge follows its straight lines from 10 h to 20 h with height 5",
        arguments: [
            (PlannedSurge.Shape.step, 10.0, 5.0), (.step, 19.5, 5), (.step, 20, 1), (.step, 9.9, 1),
            // A quarter of the way from 1 to 5 is 2; half is 3.
            (.rise, 12.5, 2), (.rise, 15, 3), (.fall, 12.5, 4), (.fall, 10, 5),
            (.hill, 12.5, 3), (.hill, 15, 5), (.hill, 17.5, 3), (.hill, 10, 1),
        ])
    func shapes(shape: PlannedSurge.Shape, hour: Double, factor: Double) {
        let surge = PlannedSurge(
            place: .checkpoint("syrym"), from: .hours(10), to: .hours(20), peak: 5, shape: shape)
        let offset = Span(milliseconds: Int64(hour * 3_600_000))
        #expect(abs(surge.factor(at: offset) - factor) < 1e-12)
    }

    @Test func `arrivals are the usual by the hour, times what overlapping surges add`() throws {
        let scenario = try ScenarioFile.load(file)
        // Syrym at the start, 18:00: 40 an hour × 1.2, no surge yet.
        let first = try #require(scenario.arrivalsPerHour(at: "syrym", scenario.start))
        #expect(abs(first - 48) < 1e-9)
        // 26 h later, 20:00 (× 1.0): Syrym's own hill (4–48 h) is at its height 4; the section's hill
        // (3–60 h, height 2) is 23/57 through, so at 1 + 46/57. 40 × (4 + 46/57) = 192.28…
        let later = try #require(scenario.arrivalsPerHour(at: "syrym", scenario.start + .hours(26)))
        #expect(abs(later - 40 * (4 + 46.0 / 57)) < 1e-9)
        #expect(scenario.arrivalsPerHour(at: "kordai", scenario.start) == nil)
    }

    @Test(
        "a scenario is read strictly, and a fault names the line",
        arguments: [
            ("horizon: 72h", "horizon: 72:00"), ("seed: 20260921", "seed: -1"),
            ("shape: step", "shape: cliff"),
            ("until: 8h", "until: 8"), ("share_needing_bed: 0.3", "share_needing_bed: 30"),
            ("start: 2026-09-21T18:00+05:00", "start: 2026-09-21"), ("peak: 2.5", "peak: 2.5, high: 3"),
            (
                "{checkpoint: syrym, from: 4h, to: 48h",
                "{checkpoint: syrym, section: ru-west, from: 4h, to: 48h"
            ),
            ("from: 12h, to: 40h", "from: 40h, to: 12h"),
        ])
    func strict(old: String, new: String) throws {
        let text = try String(contentsOf: file, encoding: .utf8).replacing(old, with: new)
        let line = PlanningFixtures.line(of: new, in: text)
        try #require(line > 0)
        let fault = try #require(throws: YAMLFault.self) {
            try ScenarioFile.read(text: text, file: "demonstration.yaml")
        }
        #expect(fault.line == line)
    }

    @Test func `a scenario lacking a language is refused`() throws {
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacing("  en: Demonstration — an invented influx on the western section\n", with: "")
        let fault = try #require(throws: YAMLFault.self) {
            try ScenarioFile.read(text: text, file: "demonstration.yaml")
        }
        #expect(fault.problem == .missingKey("en"))
    }
}
