import Drill
import Exercise
import Foundation
import Language
import Simulation

extension DrillSession {
    /// Searches for the best play of an exercise and keeps it, for reviews to hold runs against.
    func findBest(_ name: String) async throws {
        let opening = try opening(of: name).opening
        let stage = try opening.stage(try surroundings.files.reference())
        let key = BestPlay.Key(opening, stage)
        let cache = BestPlayCache(folder: URL(fileURLWithPath: surroundings.folders.bestPlays))
        if let known = cache.play(for: key), known.isComplete {
            tell(known)
            return
        }
        let label = surroundings.catalog.say("cli.drill.best-progress")
        let task = Task {
            var bar = ProgressBar(label)
            defer { bar.clear() }
            return try await BestPlaySearch(stage).run(key: key) { progress in
                bar.show(Double(progress.evaluations) / Double(max(1, progress.budget)))
            }
        }
        let interrupts = Interrupts { task.cancel() }
        defer { interrupts.end() }
        let found = try await task.value
        try cache.keep(found)
        tell(found)
    }

    private func tell(_ play: BestPlay) {
        Output.result(
            surroundings.catalog.say(
                "cli.drill.best-found",
                [
                    "acts": .number(play.acts.count), "runs": .number(play.evaluations),
                    "best": .number(Int(play.value.rounded())),
                    "nothing": .number(Int(play.valueOfNothing.rounded())),
                ]))
        guard let words = try? surroundings.entryWords() else { return }
        for act in play.acts {
            Output.result("  \(surroundings.speech.moment(act.at))  \(words.words(act.act))")
        }
    }
}
