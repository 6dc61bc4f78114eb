import Console
import Foundation
import Language
import Planning
import Simulation
import Situation

/// Plays scenarios for the forecast screen, one at a time, beside everything else the console does.
@MainActor
final class ForecastRunner {
    private let surroundings: Surroundings
    private var playing: (id: ForecastID, task: Task<Void, Never>)?

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Reads the scenarios at hand.
    func loadScenarios(_ reply: @escaping @MainActor (Message) -> Void) {
        let shelf = ScenarioShelf(surroundings)
        Task.detached {
            do {
                let (scenarios, faults) = try shelf.all()
                await reply(.scenariosLoaded(scenarios.map(ForecastScenario.init), faults: faults))
            } catch {
                await reply(
                    .scenariosRefused(
                        Phrase("cli.console.scenarios-refused", ["reason": .text("\(error)")])))
            }
        }
    }

    /// Plays a scenario in place of the one being played.
    func start(_ order: ForecastOrder, _ reply: @escaping @MainActor (Message) -> Void) {
        playing?.task.cancel()
        let work = ForecastWork(surroundings, order)
        // Below everything an officer waits for; the runs themselves yield every few simulated hours.
        let task = Task.detached(priority: .utility) { await work.play(reply) }
        playing = (order.id, task)
    }

    /// Ends it early; it answers with what is complete.
    func stop(_ id: ForecastID) {
        if playing?.id == id { playing?.task.cancel() }
    }

    /// Ends all work.
    func stop() async {
        playing?.task.cancel()
        await playing?.task.value
    }
}

/// One scenario being played for the screen.
private struct ForecastWork: Sendable {
    private let surroundings: Surroundings
    private let order: ForecastOrder

    /// After how many runs the charts are shown before the end: they settle soon, and each costs milliseconds.
    private static let looks: Set<Int> = [10, 25, 50, 100]

    init(_ surroundings: Surroundings, _ order: ForecastOrder) {
        self.surroundings = surroundings
        self.order = order
    }

    func play(_ reply: @escaping @MainActor (Message) -> Void) async {
        // One mailbox, so that the screen hears of the runs in their order.
        let (messages, mailbox) = AsyncStream.makeStream(of: Message.self)
        let post = Task { for await message in messages { await reply(message) } }
        mailbox.yield(await outcome(mailbox))
        mailbox.finish()
        await post.value
    }

    private func outcome(_ mailbox: AsyncStream<Message>.Continuation) async -> Message {
        do {
            let loaded = try ScenarioShelf(surroundings).load(order.scenario.rawValue)
            let started = ContinuousClock.now
            let result = try await Ensemble(world: loaded.world, plan: plan).play { progress in
                mailbox.yield(.forecastMoved(order.id, standing(progress, since: started)))
                guard Self.looks.contains(progress.done), progress.done < progress.total else { return }
                mailbox.yield(.forecastArrived(order.id, progress.resultSoFar, isFinal: false))
            }
            return .forecastArrived(order.id, result, isFinal: true)
        } catch let fault as EnsembleFault {
            return .forecastRefused(order.id, fault.phrase)
        } catch {
            let words = (surroundings.told(error) as? Failure)?.message ?? "\(error)"
            // There is room for one line; the first fault is the one to mend first.
            let reason = words.split(separator: "\n").first.map(String.init) ?? words
            return .forecastRefused(
                order.id, Phrase("cli.console.forecast-refused", ["reason": .text(reason)]))
        }
    }

    private func standing(
        _ progress: EnsembleProgress, since started: ContinuousClock.Instant
    ) -> ForecastProgress {
        let taken = (ContinuousClock.now - started) / .milliseconds(1)
        let left = taken * Double(progress.total - progress.done) / Double(max(1, progress.done))
        return ForecastProgress(
            done: progress.done, total: progress.total, left: Span(milliseconds: Int64(left)))
    }

    /// One core is left to the console, where there are two.
    private var plan: EnsemblePlan {
        EnsemblePlan(
            replications: order.replications, seed: order.seed,
            threads: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))
    }
}
