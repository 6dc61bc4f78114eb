/// The name of one course of events in the journal, such as the life of one alarm or one task.
///
/// What is said in a thread builds on what was said in it before, so a new entry names the one it was written
/// after (``Draft/after``): of two officers who act on the same thing at once, one is stored and the other is told.
public struct ThreadID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Where a draft stands in its thread.
public enum ThreadPlace: Hashable, Sendable {
    /// Wherever it comes to stand: nothing depends on what was said before.
    case anywhere
    /// Directly after this entry, or at the beginning when `nil`. When something else was said meanwhile, the draft is
    /// not stored.
    case after(EntryID?)
}

extension Fact {
    /// The thread the fact belongs to; `nil` for statements and lines that stand alone.
    public var thread: ThreadID? {
        switch self {
        case .alarm(let event): ThreadID("alarm/\(event.alarm)")
        case .level(let event): ThreadID("level/\(event.section)")
        case .playbook(let event): ThreadID("playbook/\(event.run)")
        case .task(let event): ThreadID("task/\(event.task)")
        case .reserve(let event): ThreadID("reserve/\(event.pool)")
        case .shift(let event): ThreadID("shift/\(event.seat)")
        case .significance(let event): ThreadID("significance/\(event.entry)")
        case .contradiction(let event): ThreadID("contradiction/\(event.contradiction)")
        case .act(let event): ThreadID("order/\(event.order)")
        case .decision(let event): ThreadID("decision/\(event.question)")
        case .crossings(let event): event.thread
        case .checkpointReport, .checkpointState, .statedTotal, .shelterReport, .facility, .resource,
            .healthReport, .incident, .indicatorValue, .measureState, .note, .exercise, .correction, .unread:
            nil
        }
    }
}
