import Drill
import Situation

/// What happened in an exercise, in order: what was told, what was known, what was done and what came of it.
public struct ReviewTimeline: Sendable {
    /// In fold order.
    public private(set) var lines: [Line] = []
    private var isRunning = false

    /// One line.
    public struct Line: Sendable {
        public let at: Instant
        public let kind: Kind
        public let entry: Entry
    }

    /// Whose line it is.
    public enum Kind: String, CaseIterable, Sendable {
        /// The exercise as a whole.
        case turn
        /// Told to the trainees.
        case inject
        /// What the watch found and told them: alarms, proposals, contradictions.
        case known
        /// By a trainee.
        case done
        /// By an agency that is played.
        case answer
        /// In the played world.
        case effect
    }

    public init() {}

    /// Takes in the next entry in fold order.
    public mutating func note(_ entry: Entry) {
        if case .exercise(.turn(let turn)) = entry.fact {
            if turn.turn == .start { isRunning = true }
            append(entry, .turn)
            if turn.turn.isEnd { isRunning = false }
            return
        }
        guard isRunning, let kind = Self.kind(of: entry) else { return }
        append(entry, kind)
    }

    private mutating func append(_ entry: Entry, _ kind: Kind) {
        lines.append(Line(at: entry.known.instant, kind: kind, entry: entry))
    }

    private static func kind(of entry: Entry) -> Kind? {
        switch entry.fact {
        case .exercise(.inject): return .inject
        case .exercise(.effect(let effect)): return effect.acts.isEmpty ? nil : .effect
        case .exercise: return nil
        // The tasks that follow from a start are no lines of their own.
        case .task(let event): if case .opened = event.change { return nil }
        default: break
        }
        if entry.author.isTrainee { return .done }
        if entry.author.seat == Author.playedSeat { return entry.fact.isReport ? nil : .answer }
        return entry.fact.isFinding ? .known : nil
    }
}

extension Fact {
    /// Whether the watch tells it to whoever sits there.
    fileprivate var isFinding: Bool {
        switch self {
        case .alarm(let event): if case .raised = event.change { true } else { false }
        case .level(let event): if case .proposed = event.change { true } else { false }
        case .playbook(let event):
            switch event.change {
            case .proposed, .phaseProposed, .standDownProposed: true
            default: false
            }
        case .contradiction(let event): if case .raised = event.change { true } else { false }
        default: false
        }
    }

    /// Whether it is a figure.
    fileprivate var isReport: Bool {
        switch self {
        case .checkpointReport, .checkpointState, .statedTotal, .shelterReport, .facility, .resource,
            .healthReport:
            true
        default: false
        }
    }
}
