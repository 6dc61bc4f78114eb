import Foundation
import Planning
import Reference
import Simulation
import Situation
import Store
import Support
import Testing
import Worlds

@testable import Exercise

struct ExerciseRunTests {
    private static func reference() throws -> Reference {
        try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
    }

    private static func scenario() throws -> Scenario {
        try ScenarioReader.load(SourceTree.folder("Scenarios").appendingPathComponent("demonstration.yaml"))
    }

    private static func journal(_ scratch: Scratch, nature: JournalNature = .exercise) throws -> Journal {
        try Journal.create(
            scratch.file("\(nature.rawValue).ahual"),
            header: JournalHeader(id: "x", nature: nature, scenario: "demonstration", created: .at(0)),
            station: "st-test")
    }

    private static func run(_ journal: Journal, hours: Int) async throws -> (
        ExerciseRun, Scenario
    ) {
        let scenario = try scenario()
        let world = try WorldBuilder(scenario, reference: try reference()).world()
        let engine = NationalEngine(world: world, seed: scenario.seed, warmUp: .hours(24))
        let run = try ExerciseRun(
            engine, into: journal, from: scenario.start + .hours(hours), speed: .real, elapsed: { .zero })
        return (run, scenario)
    }

    @Test func `the shipped demonstration plays on the shipped reference data`() async throws {
        let scratch = try Scratch()
        let journal = try Self.journal(scratch)
        let (run, scenario) = try await Self.run(journal, hours: 30)
        try await run.playHistory()
        let picture = try journal.picture().picture
        #expect(picture.exercise.turn?.turn == .start)
        #expect(picture.checkpoints.count == 47)
        #expect(picture.lastKnown == scenario.start + .hours(30))
        let places = try Self.reference().places
        let reading = SituationReading(
            picture, places: places, targets: [], now: scenario.start + .hours(30))
        // An influx is to be seen: the western section far above its usual, people waiting at Syrym.
        let west = try #require(reading.sections.first { $0.id == "ru-west" })
        #expect((west.timesUsual?.value ?? 0) > 1.3)
        #expect((reading.checkpoint("syrym")?.incoming.queue?.persons ?? 0) > 100)
        #expect(try journal.verify().fault == nil)
    }

    @Test func `the same scenario and seed give the same facts`() async throws {
        func facts() async throws -> [Entry] {
            let scratch = try Scratch()
            let journal = try Self.journal(scratch)
            try await Self.run(journal, hours: 6).0.playHistory()
            return try journal.entries().map(\.entry)
        }
        #expect(try await facts() == facts())
    }

    @Test func `an exercise never writes into a live journal`() async throws {
        let scratch = try Scratch()
        let journal = try Self.journal(scratch, nature: .live)
        await #expect(throws: StoreError.self) { _ = try await Self.run(journal, hours: 1) }
        #expect(try journal.entryCount() == 0)
    }
}
