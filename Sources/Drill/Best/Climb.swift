import Simulation
import Situation

/// One search as it goes on: a play, and ever better ones.
struct Climb {
    private let search: BestPlaySearch
    private let measuring: RunMeasuring
    private let slots: [PlayChoices.Slot]
    private let nothing: Double
    private var stream: RandomStream
    /// What a player did that the play starts from.
    private var ground: [PlayedAct] = []
    /// What is chosen in each slot.
    private var chosen: [Choice?]
    private var value: Double
    private(set) var evaluations = 0
    private(set) var isComplete = true

    private struct Choice: Hashable {
        var variant: Int
        var moment: Int
    }

    /// What is tried in one slot.
    private struct Move {
        let slot: Int
        let choice: Choice?
    }

    /// Runs that are played at once: a fixed number, so that the way up does not depend on the number of threads.
    private static let batch = 8
    /// So many batches in a row without anything better end it.
    private static let patience = 12

    init(search: BestPlaySearch, measuring: RunMeasuring, slots: [PlayChoices.Slot], nothing: Double) {
        self.search = search
        self.measuring = measuring
        self.slots = slots
        self.nothing = nothing
        value = nothing
        chosen = Array(repeating: nil, count: slots.count)
        stream = RandomStream(seed: search.stage.seed, name: "best play")
    }

    /// The play reached, by time.
    var acts: [PlayedAct] { acts(chosen) }

    private func acts(_ chosen: [Choice?]) -> [PlayedAct] {
        let own = zip(slots, chosen).compactMap { slot, choice in
            choice.map { PlayedAct(slot.variants[$0.variant], at: slot.moments[$0.moment]) }
        }
        return (ground + own).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    private var left: Int { search.budget - evaluations }

    // MARK: - The way up

    /// Every choice alone, at its earliest moment; then the best first, each kept when it helps beside those before it.
    mutating func start(_ progress: (BestPlaySearch.Progress) -> Void) async throws(ConservationBreach) {
        let singles = slots.enumerated().flatMap { slot in
            slot.element.variants.indices.map {
                Move(slot: slot.offset, choice: Choice(variant: $0, moment: 0))
            }
        }
        var gains: [(move: Move, gain: Double)] = []
        for batch in singles.inBatches(of: Self.batch) {
            guard goesOn else { break }
            let values = try await values(of: batch)
            gains += zip(batch, values).map { ($0, value - $1) }
            report(progress)
        }
        let best = Dictionary(grouping: gains) { $0.move.slot }.compactMap { _, all in
            all.max { ($0.gain, $1.move.choice?.variant ?? 0) < ($1.gain, $0.move.choice?.variant ?? 0) }
        }
        let order = best.filter { $0.gain > 0 }.sorted { ($1.gain, $0.move.slot) < ($0.gain, $1.move.slot) }
        var waiting = order.map(\.move)[...]
        while !waiting.isEmpty, goesOn {
            let batch = Array(waiting.prefix(Self.batch))
            waiting = waiting.dropFirst(Self.batch)
            // Others of the batch that helped are tried again beside the one that is kept.
            let values = try await values(of: batch)
            let helping = zip(batch, values).filter { $0.1 < value }
            if take(batch, values) {
                let kept = helping.min { $0.1 < $1.1 }?.0.slot
                waiting = helping.map(\.0).filter { $0.slot != kept } + waiting
            }
            report(progress)
        }
        try await startFromPlayers(progress)
    }

    /// Where a player did better than the way up so far, the search goes on from there.
    private mutating func startFromPlayers(
        _ progress: (BestPlaySearch.Progress) -> Void
    ) async throws(ConservationBreach) {
        for player in search.players {
            let found = search.objective.value(of: try measuring.measure(search.changes.playing(player.play)))
            evaluations += 1
            guard found < value else { continue }
            value = found
            ground = player.play
            chosen = Array(repeating: nil, count: slots.count)
        }
        report(progress)
    }

    /// Tries changes until nothing better is found for a while.
    mutating func improve(_ progress: (BestPlaySearch.Progress) -> Void) async throws(ConservationBreach) {
        var idle = 0
        while goesOn, idle < Self.patience, !slots.isEmpty {
            let moves = (0..<Self.batch).compactMap { _ in draw() }
            guard !moves.isEmpty else { return }
            idle = take(moves, try await values(of: moves)) ? 0 : idle + 1
            report(progress)
        }
    }

    private mutating func draw() -> Move? {
        let slot = pick(slots.count)
        guard let now = chosen[slot] else {
            return Move(slot: slot, choice: Choice(variant: pick(slots[slot].variants.count), moment: 0))
        }
        switch pick(3) {
        case 0: return Move(slot: slot, choice: nil)
        case 1:
            let variant = pick(slots[slot].variants.count)
            return variant == now.variant
                ? nil : Move(slot: slot, choice: Choice(variant: variant, moment: now.moment))
        default:
            let moment = pick(slots[slot].moments.count)
            return moment == now.moment
                ? nil : Move(slot: slot, choice: Choice(variant: now.variant, moment: moment))
        }
    }

    private mutating func pick(_ count: Int) -> Int { min(count - 1, Int(stream.uniform() * Double(count))) }

    /// Keeps the best of those tried when it is better than what there is.
    private mutating func take(_ moves: [Move], _ values: [Double]) -> Bool {
        guard let best = values.indices.min(by: { values[$0] < values[$1] }), values[best] < value else {
            return false
        }
        chosen[moves[best].slot] = moves[best].choice
        value = values[best]
        return true
    }

    /// Whether there is time; what was broken off is not complete.
    private var goesOn: Bool {
        mutating get {
            if Task.isCancelled {
                isComplete = false
                return false
            }
            return left > 0
        }
    }

    private func report(_ progress: (BestPlaySearch.Progress) -> Void) {
        progress(
            BestPlaySearch.Progress(
                evaluations: evaluations, budget: search.budget, nothing: nothing, best: value))
    }

    // MARK: - Playing

    private mutating func values(of moves: [Move]) async throws(ConservationBreach) -> [Double] {
        let plays = moves.map { move in
            var tried = chosen
            tried[move.slot] = move.choice
            return acts(tried)
        }
        evaluations += plays.count
        let outcomes = await plays.mapped(byThreads: search.threads) { [measuring, search] acts in
            Result { () throws(ConservationBreach) in
                search.objective.value(of: try measuring.measure(search.changes.playing(acts)))
            }
        }
        var values: [Double] = []
        for outcome in outcomes { values.append(try outcome.get()) }
        return values
    }
}

extension Array where Element: Sendable {
    fileprivate func inBatches(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }

    /// The same work on each element by several threads; the results in the order of the elements.
    fileprivate func mapped<Output: Sendable>(
        byThreads threads: Int, _ work: @escaping @Sendable (Element) -> Output
    ) async -> [Output] {
        await withTaskGroup(of: (Int, Output).self) { group in
            var outputs: [Int: Output] = [:]
            var next = 0
            func start() {
                guard next < count else { return }
                group.addTask { [element = self[next], index = next] in (index, work(element)) }
                next += 1
            }
            for _ in 0..<threads { start() }
            while let (index, output) = await group.next() {
                outputs[index] = output
                start()
            }
            return indices.compactMap { outputs[$0] }
        }
    }
}
