import Situation

/// The inter-agency protocol of action for one kind of crisis: when to start it, who does what by when, and
/// when to stand down.
public struct Playbook: Hashable, Sendable, Identifiable {
    /// The name it goes by in the journal, such as `mass-influx`.
    public let id: PlaybookID
    /// The kind of crisis it is for.
    public let crisis: Crisis
    /// What people call it.
    public let name: PlanText
    /// What the playbook is for, in a sentence or two.
    public let purpose: PlanText
    /// Whether a second officer must confirm the start.
    public let needsSecondOfficer: Bool
    /// The acts it is built on.
    public let legalBasis: [LegalAct]
    /// The question that is asked before anyone is refused or returned.
    public let noReturn: NoReturnRule
    /// In the order they are gone through.
    public let phases: [Phase]
    /// Any one that holds is reason to propose the playbook, or its next phase.
    public let triggers: [Trigger]
    /// In the file's order.
    public let tasks: [PlaybookTask]
    /// Those its tasks refer to.
    public let messages: [PlaybookMessage]
    /// When it ends.
    public let standDown: StandDown
    /// The file it was read from, to name lines.
    public let source: PlanSource

    /// The kinds of crisis of the decree (part 5, §2: conflict, disaster, sanctions), epidemics (part 2,
    /// chapter 4, §2), and the general one.
    public enum Crisis: String, CaseIterable, Hashable, Sendable {
        case general, disaster, sanctions, epidemic
        case armedConflict = "armed_conflict"
    }

    /// The tasks of `phase`, in the file's order.
    public func tasks(in phase: Phase.ID) -> [PlaybookTask] { tasks.filter { $0.phase == phase } }

    /// The task named `id`.
    public func task(_ id: PlaybookTask.ID) -> PlaybookTask? { tasks.first { $0.id == id } }

    /// The message named `id`.
    public func message(_ id: PlaybookMessage.ID) -> PlaybookMessage? { messages.first { $0.id == id } }
}

/// A stage of a playbook.
public struct Phase: Hashable, Sendable, Identifiable {
    /// Its name within the playbook.
    public let id: ID
    /// 1 for the first.
    public let order: Int
    /// What people call it.
    public let name: PlanText

    /// Names a phase within its playbook, such as `confirm`.
    public struct ID: Identifier {
        /// The name as files and journals write it.
        public let rawValue: String
        /// The name that is written so; nothing is checked.
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

/// What makes the console propose a phase.
public struct Trigger: Hashable, Sendable, Identifiable {
    /// Names the trigger within its playbook.
    public let id: String
    /// The phase it proposes; the first phase's triggers propose the start.
    public let opens: Phase.ID
    /// Why this is reason enough, for the officer who decides.
    public let reason: PlanText
    /// All must hold at the same time.
    public let conditions: [Condition]
}

/// When a playbook ends, and on whose word.
public struct StandDown: Hashable, Sendable {
    /// Who decides; the console only proposes.
    public let decidedBy: AgencyKey
    /// All must hold before the end is proposed.
    public let conditions: [Condition]
    /// What to see to before standing down.
    public let note: PlanText
}

/// A message the console drafts from the picture's own figures for an officer to send.
public struct PlaybookMessage: Hashable, Sendable, Identifiable {
    /// Its name within the playbook.
    public let id: ID
    /// Whom it goes to.
    public let to: [AgencyKey]
    /// Its heading.
    public let subject: PlanText
    /// The words, with metrics of the registry in braces where their present values go:
    /// `{section.inflow_24h}`.
    public let body: PlanText

    /// Names a message within its playbook, such as `alert`.
    public struct ID: Identifier {
        /// The name as files and journals write it.
        public let rawValue: String
        /// The name that is written so; nothing is checked.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// The metrics that `text` has in braces, in order.
    public static func metrics(in text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            piece.firstIndex(of: "}").map { String(piece[..<$0]) }
        }
    }
}
