import Foundation
import Planning
import Simulation
import Situation
import Support
import Testing

@testable import Worlds

/// Scenario files broken in every way a hand or a disk breaks them: the answer is an error or a world, never a
/// trap and never a hang.
@Suite struct MutationTests {
    /// Some in the tests; `AHUAL_SOAK` asks for 200,000.
    private static let count = Soak.isAsked ? 200_000 : 500

    @Test func `a broken scenario file is an error or a world that can be played`() throws {
        var chance = Seeded(2027)
        let texts = try WorldsFixtures.shipped.map { try WorldsFixtures.text($0) }
        let check = try WorldsFixtures.check()
        let reference = try WorldsFixtures.reference.get()
        var worlds = 0
        for _ in 0..<Self.count {
            var lines =
                texts.randomElement(using: &chance)?.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init) ?? []
            for _ in 0..<Int.random(in: 1...3, using: &chance) { Mutation.mutate(&lines, &chance) }
            let outcome = ScenarioReader.read(text: lines.joined(separator: "\n"), file: "mutant")
            #expect((outcome.scenario == nil) != outcome.faults.isEmpty)
            guard let scenario = outcome.scenario else { continue }
            _ = check.findings(in: scenario)
            do throws(WorldFault) {
                let world = try WorldBuilder(scenario, reference: reference).world()
                worlds += 1
                // Worlds are alike for the most part, so that one in sixteen is played a little.
                if worlds % 16 == 1 { Mutation.play(world) }
            } catch {
                _ = UnplayableScenario(error, in: scenario).phrase
            }
        }
        #expect(worlds > 0)
    }
}

/// One way of breaking a file.
private enum Mutation {
    private static let numbers = [
        "-1", "0", "1e308", "-1e308", "nan", "inf", "9223372036854775807", "99999999999999999999", "0.5",
        "1000000", "", "~", "[]", "{}", "99999d", "0h", "0m",
    ]

    static func mutate(_ lines: inout [String], _ chance: inout Seeded) {
        guard lines.count > 2 else { return }
        let line = Int.random(in: 0..<lines.count, using: &chance)
        let other = Int.random(in: 0..<lines.count, using: &chance)
        switch Int.random(in: 0..<7, using: &chance) {
        case 0: lines.removeLast(lines.count - line)
        case 1: lines.swapAt(line, other)
        case 2: lines.remove(at: line)
        case 3: lines.insert(lines[line], at: other)
        default: lines[line] = withOtherNumber(lines[line], &chance)
        }
    }

    /// The line with one of its numbers replaced.
    private static func withOtherNumber(_ line: String, _ chance: inout Seeded) -> String {
        let pieces = line.split(separator: /\d+(\.\d+)?/, omittingEmptySubsequences: false)
        let found = line.matches(of: /\d+(\.\d+)?/).map { String($0.output.0) }
        guard let index = found.indices.randomElement(using: &chance),
            let number = numbers.randomElement(using: &chance)
        else { return line }
        var text = ""
        for (place, piece) in pieces.enumerated() {
            text += piece
            if found.indices.contains(place) { text += place == index ? number : found[place] }
        }
        return text
    }

    /// Plays the first hours, unless so many people are expected that it would take long.
    static func play(_ world: World) {
        let usual = world.posts.reduce(0) {
            $0 + $1.incoming.usualPersonsPerDay + $1.outgoing.usualPersonsPerDay
        }
        let flows = world.flows.reduce(0) { sum, flow in
            sum + (flow.curve.knots.map(\.personsPerHour).max() ?? 0) * 24
        }
        guard usual + flows < 1_000_000 else { return }
        var engine = NationalEngine(world: world, seed: 1, warmUp: .zero)
        do throws(ConservationBreach) {
            _ = try engine.playInterval(.hours(3))
        } catch {
            Issue.record("people appeared or vanished: \(error)")
        }
    }
}
