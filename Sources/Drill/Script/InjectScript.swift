import Planning
import Situation
import Watch

/// Which injects are to be sent at a moment.
struct InjectScript {
    let state: DirectorState
    /// Numbers of those that were.
    let sent: Set<Int>
    let ledger: ActionLedger

    /// An inject that is to be sent now.
    struct Ready: Equatable {
        let number: Int
        /// `nil` for one the director made up.
        let planned: Inject?
        let invented: DirectorOrder.InventedInject?
    }

    /// In the order of their times, then of their numbers.
    ///
    /// - Parameter memory: since when conditions have held.
    func ready(_ figures: WatchFigures, _ memory: inout HoldMemory) -> [Ready] {
        let now = figures.now
        var ready: [(at: Instant, Ready)] = []
        for inject in state.plan.injects where !state.isGone(inject.number, sent: sent) {
            // Conditions are looked at even where other things hold an inject back, so that durations are counted.
            let comes = isDue(inject, figures, &memory)
            let isForced = state.forced.contains(inject.number)
            guard isForced || (comes && areSent(inject.after)) else { continue }
            ready.append(
                (state.time(of: inject) ?? now, Ready(number: inject.number, planned: inject, invented: nil)))
        }
        for inject in state.invented where !state.isGone(inject.number, sent: sent) {
            let at = state.time(of: inject)
            guard at <= now || state.forced.contains(inject.number) else { continue }
            ready.append((at, Ready(number: inject.number, planned: nil, invented: inject)))
        }
        return ready.sorted { ($0.at, $0.1.number) < ($1.at, $1.1.number) }.map(\.1)
    }

    private func areSent(_ ids: [Inject.ID]) -> Bool {
        ids.allSatisfy { id in
            state.plan.inject(id).map { sent.contains($0.number) || state.delivered[$0.number] != nil }
                ?? true
        }
    }

    private func isDue(_ inject: Inject, _ figures: WatchFigures, _ memory: inout HoldMemory) -> Bool {
        switch inject.when {
        case .at: return state.time(of: inject).map { $0 <= figures.now } ?? false
        case .state(let conditions, let earliest):
            let holds = conditions.map { condition in
                memory.verdict(
                    on: condition, over: figures.subjects(of: condition), figures, from: state.opening
                ).holdsSomewhere
            }
            let mayCome = earliest.map { figures.now >= state.opening + $0 } ?? true
            return mayCome && holds.allSatisfy(\.self)
        case .byHand: return false
        case .missed(let other): return ledger.isMissed(other, at: figures.now)
        }
    }
}

extension WatchFigures {
    /// The places that a condition of an exercise is held against; none for a metric that is not in the registry.
    fileprivate func subjects(of condition: Condition) -> [String] {
        Metric(rawValue: condition.metric).map { subjects(of: $0, condition.scope) } ?? []
    }
}
