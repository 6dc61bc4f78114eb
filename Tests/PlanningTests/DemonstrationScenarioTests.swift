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
        // All 52 road posts but the five on the border with China.
        #expect(scenario.posts.count == 47)
        #expect(
            Set(["syrym", "taskala", "shagan", "aksai", "zhanybek", "orda"]).isSubset(of: scenario.posts))
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
            case .checkpoint(let id): #expect(scenario.posts.contains(id))
            case .section(let id): #expect(id == "ru-west")
            }
        }
        for event in scenario.events {
            if case .lanes(let id, _, let until) = event.effect {
                #expect(scenario.posts.contains(id))
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

    @Test(
        "the ramps of each shape add up to the time it changes",
        arguments: [(PlannedSurge.Shape.step, 0, 0), (.rise, 10, 0), (.fall, 0, 10), (.hill, 5, 5)])
    func ramps(shape: PlannedSurge.Shape, up: Int, down: Int) {
        let surge = PlannedSurge(
            place: .checkpoint("syrym"), from: .hours(10), to: .hours(20), peak: 5, shape: shape)
        #expect(surge.rampUp == .hours(up))
        #expect(surge.rampDown == .hours(down))
    }

    @Test func `arrivals follow the hour of the day, times what overlapping surges add`() throws {
        let scenario = try ScenarioFile.load(file)
        // At the start, 18:00, the hour has 1.2 and no surge has begun.
        #expect(abs(scenario.multiplier(at: "syrym", of: "ru-west", scenario.start) - 1.2) < 1e-12)
        // 26 h later, 20:00 (× 1.0): Syrym's own hill (4–48 h) is at its height 4; the section's hill (3–60 h,
        // height 1.5, half its length 28.5 h) has risen for 23 h and adds 0.5 × 23/28.5.
        let later = scenario.start + .hours(26)
        let syrym = scenario.multiplier(at: "syrym", of: "ru-west", later)
        #expect(abs(syrym - (4 + 0.5 * 23 / 28.5)) < 1e-12)
        // A post elsewhere has its hour of the day and nothing else.
        #expect(abs(scenario.multiplier(at: "kordai", of: "kg", later) - 1) < 1e-12)
    }

    @Test(
        "a scenario is read strictly, and a fault names the line",
        arguments: [
            ("horizon: 72h", "horizon: 72:00"), ("seed: 20260921", "seed: -1"),
            ("shape: step", "shape: cliff"),
            ("until: 8h", "until: 8"), ("share_needing_bed: 0.15", "share_needing_bed: 30"),
            ("start: 2026-09-21T18:00+05:00", "start: 2026-09-21"), ("peak: 3.5", "peak: 3.5, high: 3"),
            (
                "{checkpoint: syrym, from: 4h, to: 48h",
                "{checkpoint: syrym, section: ru-west, from: 4h, to: 48h"
            ),
            ("from: 12h, to: 40h", "from: 40h, to: 12h"), ("[kurmangazy", "[[kurmangazy]"),
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
