import Planning
import Situation

/// What was spent of reserves and ordered, from STARTEX to ENDEX.
public struct ReserveLedger: Sendable {
    /// The most that was committed at once of each kind, in all places.
    public private(set) var peaks: [ReserveCommitment.Kind: Int] = [:]
    /// Orders given by trainees and not taken back or refused, by kind.
    public private(set) var orders: [Act.Kind: Int] = [:]
    private var standing: [OrderID: Act.Kind] = [:]
    private var isRunning = false

    public init() {}

    /// Takes in the next entry, with the picture after it.
    public mutating func note(_ entry: Entry, _ picture: Picture) {
        switch entry.fact {
        case .exercise(.turn(let turn)):
            if turn.turn == .start { isRunning = true }
            if turn.turn.isEnd { isRunning = false }
        case .reserve(let event) where isRunning:
            guard let kind = ReserveCommitment.Kind(rawValue: event.pool.kind) else { return }
            peaks[kind] = max(peaks[kind] ?? 0, picture.watch.committed(kind, nil))
        case .act(let event) where isRunning:
            note(event, isTrainee: entry.author.isTrainee)
        default: break
        }
    }

    private mutating func note(_ event: OrderEvent, isTrainee: Bool) {
        switch event.change {
        case .ordered(let act, _, _, _) where isTrainee:
            standing[event.order] = act.kind
            orders[act.kind, default: 0] += 1
        case .refused, .cancelled:
            guard let kind = standing.removeValue(forKey: event.order) else { return }
            orders[kind, default: 0] -= 1
        case .ordered, .accepted, .done: break
        }
    }
}
