import Foundation
import Planning
import Simulation
import Situation

/// What changed the simulated world in an exercise, and when: all that a run needs besides its luck.
public struct RunChanges: Hashable, Sendable {
    /// What trainees' orders changed, in the order in which it was scheduled.
    public var effects: [Scheduled<ExerciseEffect>]
    /// What the director's side changed.
    public var world: [Scheduled<DirectorOrder.WorldOrder>]

    /// Something, and the exercise's time at which it was put on the list.
    public struct Scheduled<What: Hashable & Sendable>: Hashable, Sendable {
        public let what: What
        public let noted: Instant
        /// The minute at which it changes the world.
        public let at: Instant

        public init(_ what: What, noted: Instant, at: Instant) {
            self.what = what
            self.noted = noted
            self.at = at
        }
    }

    public init(effects: [Scheduled<ExerciseEffect>] = [], world: [Scheduled<DirectorOrder.WorldOrder>] = [])
    {
        self.effects = effects
        self.world = world
    }

    /// What the plan itself does to the world at times that it gives; what waits for a state or a hand is not known before.
    public init(planned plan: ExercisePlan, from opening: Instant) {
        let world = plan.injects.compactMap { inject -> Scheduled<DirectorOrder.WorldOrder>? in
            guard let change = inject.change, case .at(let span) = inject.when else { return nil }
            let moment = (opening + span).roundedUpToMinute
            return Scheduled(DirectorOrder.WorldOrder(change), noted: moment, at: moment)
        }
        self.init(world: world.sorted { $0.at < $1.at })
    }

    /// The same world and nobody who does anything.
    public var withoutTrainees: RunChanges { RunChanges(world: world) }

    /// The same world and a play instead of what trainees did.
    public func playing(_ play: [PlayedAct]) -> RunChanges {
        let effects = play.enumerated().map { index, move in
            let cause = EntryID(station: "best", number: Int64(index + 1))
            return Scheduled(
                ExerciseEffect(cause: cause, acts: [move.act], at: move.at), noted: move.at, at: move.at)
        }
        return RunChanges(effects: effects, world: world)
    }

    /// What trainees changed, as a play: what an order asked for before its last word does not happen when that word
    /// came first.
    public var play: [PlayedAct] {
        var happening: [Scheduled<ExerciseEffect>] = []
        for effect in effects {
            if let order = effect.what.order {
                happening.removeAll { $0.what.order == order && $0.at > effect.noted }
            }
            happening.append(effect)
        }
        return happening.flatMap { effect in effect.what.acts.map { PlayedAct($0, at: effect.at) } }
    }
}

/// An act and the minute at which the world takes it up.
public struct PlayedAct: Hashable, Codable, Sendable {
    public var act: Act
    public var at: Instant

    public init(_ act: Act, at: Instant) {
        self.act = act
        self.at = at
    }
}

/// An exercise as its journal tells it, to be played again and measured.
public struct PlayedExercise: Sendable {
    public let stage: ExerciseStage
    public let changes: RunChanges
    /// When it was over: ENDEX, or the last word of a journal without one.
    public let end: Instant
    /// Lines of the published record that are no orders: one, its first, where nothing is damaged.
    public let unread: Int
    /// The director's record, as the journal has it.
    public let record: [DirectorEntry]

    /// - Parameters:
    ///   - entries: the journal's, in fold order; those of the exercise itself are enough.
    ///   - record: the director's own; `nil` for what the journal has of it after ENDEX.
    ///   - reached: the last word of a journal that has no ENDEX; that of `entries` when `nil`.
    public init(
        _ stage: ExerciseStage, entries: [Entry], record: [DirectorEntry]? = nil, reached: Instant? = nil
    ) {
        var effects: [RunChanges.Scheduled<ExerciseEffect>] = []
        var lines: [DirectorEntry] = []
        var unread = 0
        var end: Instant?
        for entry in entries {
            guard case .exercise(let event) = entry.fact else { continue }
            switch event {
            case .effect(let effect):
                effects.append(RunChanges.Scheduled(effect, noted: entry.known.instant, at: effect.at))
            case .turn(let turn) where turn.turn.isEnd: end = end ?? entry.known.instant
            case .record(let line):
                // The first line says what the exercise is; all others are the director's orders.
                if let read = DirectorEntry(line: line) { lines.append(read) } else { unread += 1 }
            default: break
            }
        }
        self.stage = stage
        self.record = record ?? lines
        self.unread = unread
        self.end = min(end ?? reached ?? entries.last?.known.instant ?? stage.opening, stage.closing)
        changes = RunChanges(effects: effects, world: self.record.worldChanges)
    }
}

extension DirectorEntry {
    /// Reads a line of the record as a journal has it; `nil` when it is none.
    public init?(line: String) {
        guard let read = try? JSONDecoder().decode(DirectorEntry.self, from: Data(line.utf8)) else {
            return nil
        }
        self = read
    }
}

extension [DirectorEntry] {
    /// What of it changes the world: the lines that have a minute.
    public var worldChanges: [RunChanges.Scheduled<DirectorOrder.WorldOrder>] {
        compactMap { line in
            guard case .world(let order) = line.order, let at = line.effective else { return nil }
            return RunChanges.Scheduled(order, noted: line.at, at: at)
        }
    }
}
