import Planning
import Simulation
import Situation
import Support
import Testing

@testable import Drill

struct BestPlayTests {
    private static func key(_ stage: ExerciseStage) -> BestPlay.Key {
        BestPlay.Key(plan: "p", scenario: "s", seed: stage.seed, until: stage.closing, changes: RunChanges())
    }

    /// A player who orders at random: lanes, closures, reserves, buses.
    private static func player(_ stage: ExerciseStage, _ random: inout Seeded) -> RunChanges {
        let posts = stage.world.posts.map(\.id)
        let length = (stage.closing - stage.opening).wholeMinutes
        let moves = (0..<6).map { _ in
            let post = posts.randomElement(using: &random) ?? "syrym"
            let at = stage.opening + .minutes(Int.random(in: 0..<length, using: &random))
            let act: Act =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: .closePost(post, .in)
                case 1: .staffLanes(post, .in, Lanes(Int.random(in: 1...60, using: &random)))
                case 2: .staffLanes("syrym", .in, Lanes(Int.random(in: 1...60, using: &random)))
                default: .followRoster(post, .out)
                }
            return PlayedAct(act, at: at)
        }
        return RunChanges().playing(moves.sorted { $0.at < $1.at })
    }

    @Test func `nothing beats the best play: not doing nothing, not any player it is given`() async throws {
        let stage = try ScoreSample.stage(try ScoreSample.plan(length: .hours(3)))
        var random = Seeded(20_220_921)
        // One of them has more lanes than the search may open anywhere.
        let flood = RunChanges().playing(
            stage.world.posts.map { PlayedAct(.staffLanes($0.id, .in, 200), at: stage.opening) })
        let players = (0..<3).map { _ in Self.player(stage, &random) } + [flood]
        let search = BestPlaySearch(stage, players: players, budget: 40)
        var told: [BestPlaySearch.Progress] = []
        let best = try await search.run(key: Self.key(stage)) { told.append($0) }
        let measuring = try RunMeasuring(stage, until: stage.closing)
        let step = measuring.chartStep
        #expect(best.value <= best.valueOfNothing)
        for player in players {
            #expect(best.value <= search.objective.value(of: try measuring.measure(player, step: step)))
        }
        // Played again, the acts give what was promised.
        let again = try measuring.measure(RunChanges().playing(best.acts), step: step)
        #expect(again == best.outcome)
        // What was reached never gets worse on the way.
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.best >= $1.best })
        #expect(told.allSatisfy { $0.best <= $0.nothing })
    }

    @Test func `the number of threads changes nothing`() async throws {
        let stage = try ScoreSample.stage(try ScoreSample.plan(length: .hours(2)))
        let one = try await BestPlaySearch(stage, budget: 24, threads: 1).run(key: Self.key(stage))
        let two = try await BestPlaySearch(stage, budget: 24, threads: 2).run(key: Self.key(stage))
        #expect(one == two)
    }

    @Test func `a search that is broken off gives what it has and says so`() async throws {
        let stage = try ScoreSample.stage(try ScoreSample.plan(length: .hours(2)))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await BestPlaySearch(stage, budget: 24).run(key: Self.key(stage))
        }
        let best = try await task.value
        #expect(!best.isComplete)
        #expect(best.value == best.valueOfNothing)
        #expect(best.acts.isEmpty)
    }

    @Test func `only needs that a run shows are decided about, and within the limits`() throws {
        let stage = try ScoreSample.stage(try ScoreSample.plan(length: .hours(3)))
        let measuring = try RunMeasuring(stage, until: stage.closing)
        let nothing = try measuring.measure(RunChanges())
        let choices = PlayChoices(
            stage, until: stage.closing, known: stage.opening, nothing: nothing, limits: .usual)
        #expect(!choices.slots.isEmpty)
        let waited = Set(
            nothing.posts.filter { $0.incoming.personHoursWaited >= 1 || $0.outgoing.personHoursWaited >= 1 }
                .map(\.id))
        for slot in choices.slots {
            #expect(slot.moments.allSatisfy { $0 > stage.opening && $0 < stage.closing })
            for act in slot.variants {
                guard case .staffLanes(let post, let direction, let lanes) = act else { continue }
                #expect(waited.contains(post))
                let most = try #require(stage.world.posts.first { $0.id == post }).side(direction)
                    .channels.reduce(0) { $0 + ($1.roster.lanesByHour.max()?.count ?? 0) }
                #expect(lanes.count <= 2 * most)
                // Thirty minutes is the plan's delay for lanes.
                #expect(slot.moments.first == stage.opening + .minutes(30))
            }
        }
    }

    @Test func `a key tells apart what a search depends on`() {
        func key(
            plan: String = "p", seed: UInt64 = 1, until: Instant = .at(10),
            _ changes: RunChanges = RunChanges()
        )
            -> BestPlay.Key
        { BestPlay.Key(plan: plan, scenario: "s", seed: seed, until: until, changes: changes) }
        let closed = RunChanges(world: [
            RunChanges.Scheduled(.closePost("syrym", nil), noted: .at(9), at: .at(9))
        ])
        let names = [key(), key(plan: "q"), key(seed: 2), key(until: .at(11)), key(closed)].map(\.name)
        #expect(Set(names).count == 5)
        #expect(key() == key())
    }
}
