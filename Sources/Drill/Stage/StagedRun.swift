import Simulation
import Situation

/// The simulated side of an exercise: an engine and what is still to happen in it.
///
/// What changes the world carries the minute at which it does. Of one minute, what the director does to the world happens
/// first, then what was ordered, each in the order in which it was scheduled, when all before that minute is played and
/// nothing after it: so a run that is played again with the same changes gives the same drafts, however either is cut
/// into steps, and whichever of the two was heard of first.
public struct StagedRun: Sendable {
    public private(set) var engine: NationalEngine
    private var due: [Scheduled] = []
    /// What was scheduled and could not be done.
    public private(set) var failures: [Failure] = []

    /// Something that changes the world at a minute.
    public enum Change: Hashable, Sendable {
        /// What was ordered.
        case act(Act)
        /// What breaks.
        case disruption(Disruption)
    }

    /// Something that could not be done, and why.
    public struct Failure: Hashable, Sendable {
        public let at: Instant
        public let change: Change
        public let fault: ActFault
    }

    private struct Scheduled: Sendable {
        let at: Instant
        let change: Change
        /// Whether people at a station ordered it.
        var isOrdered = false
        /// The order that asked for it; a later word on the same order takes its place.
        var order: OrderID?

        var place: (Instant, Int) { (at, isOrdered ? 1 : 0) }
    }

    init(_ stage: ExerciseStage) {
        engine = NationalEngine(world: stage.world, seed: stage.seed, warmUp: stage.warmUp)
    }

    /// The whole minute reached.
    public var now: Instant { engine.now }

    /// Schedules what was ordered. What the same order asked for before and has not happened yet does not happen.
    public mutating func schedule(_ effect: ExerciseEffect) {
        if let order = effect.order { due.removeAll { $0.order == order } }
        for act in effect.acts {
            insert(Scheduled(at: effect.at, change: .act(act), isOrdered: true, order: effect.order))
        }
    }

    /// Schedules something that breaks at the beginning of its time, or at once when that has passed.
    public mutating func schedule(_ disruption: Disruption, at moment: Instant) {
        insert(Scheduled(at: moment, change: .disruption(disruption)))
    }

    /// Schedules an act that nobody ordered: what the director does to the world.
    public mutating func schedule(_ act: Act, at moment: Instant) {
        insert(Scheduled(at: moment, change: .act(act)))
    }

    private mutating func insert(_ one: Scheduled) {
        due.insert(one, at: due.firstIndex { one.place < $0.place } ?? due.endIndex)
    }

    /// Acts of that kind that are still to happen.
    public func pending(_ kind: Act.Kind) -> [Act] {
        due.compactMap { if case .act(let act) = $0.change, act.kind == kind { act } else { nil } }
    }

    /// Plays to `moment`, not beyond the end, and gives what posts and shelters report on the way. The turns of the
    /// exercise are not the engine's to say.
    ///
    /// - Throws: `ConservationBreach`, an error of the engine.
    public mutating func advance(to moment: Instant) throws(ConservationBreach) -> [Draft] {
        var drafts: [Draft] = []
        let play: Player = { engine, goal throws(ConservationBreach) in drafts += try engine.advance(to: goal)
        }
        while try step(to: moment, play) {}
        return drafts.filter { $0.fact.kind != .exercise }
    }

    /// Plays to `moment` and gives what the world looked like hour by hour, instead of reports.
    ///
    /// - Throws: `ConservationBreach`, an error of the engine.
    public mutating func measure(
        to moment: Instant, _ take: (IntervalRecord) -> Void
    ) throws(ConservationBreach) {
        let play: Player = { engine, goal throws(ConservationBreach) in
            while engine.now < goal {
                let hour = engine.now.startOfHour + .hours(1)
                guard let record = try engine.playInterval(min(hour, goal) - engine.now) else { return }
                take(record)
            }
        }
        while try step(to: moment, play) {}
    }

    private typealias Player = (inout NationalEngine, Instant) throws(ConservationBreach) -> Void

    /// Does what is due now and plays to the next thing due; whether there was anything to play.
    private mutating func step(to moment: Instant, _ play: Player) throws(ConservationBreach) -> Bool {
        guard engine.now < moment, !engine.isFinished, engine.now < engine.world.end else { return false }
        while let first = due.first, first.at <= engine.now {
            due.removeFirst()
            perform(first)
        }
        let before = engine.now
        try play(&engine, min(moment, due.first?.at ?? moment))
        return engine.now > before
    }

    private mutating func perform(_ one: Scheduled) {
        do throws(ActFault) {
            switch one.change {
            case .act(let act): try engine.perform(act)
            case .disruption(let disruption): try engine.disrupt(disruption)
            }
        } catch {
            failures.append(Failure(at: engine.now, change: one.change, fault: error))
        }
    }
}
