/// Something that happens to a seat: who holds it, and how it passes from one person to the next.
public struct ShiftEvent: Hashable, Codable, Sendable {
    public var seat: SeatName
    public var change: Change

    public init(_ seat: SeatName, _ change: Change) {
        self.seat = seat
        self.change = change
    }

    public enum Change: Hashable, Codable, Sendable {
        case signedOn(PersonName, Role, Credential)
        case signedOff
        /// A role did not allow what was tried.
        case refused(Duty, what: String)
        /// The outgoing officer hands over: the items that the next one has to accept, and words of their own.
        case handoverBegun(Handover)
        case itemAccepted(HandoverItem.ID)
        /// Back with a question.
        case itemReturned(HandoverItem.ID, question: String)
        case itemAnswered(HandoverItem.ID, words: String)
        /// Everything was accepted; the seat is the incoming officer's, who says in which role and showed who they are.
        case handoverClosed(PersonName, Role, Credential)
        /// The seat was taken over without a handover, because of an emergency.
        case relieved(PersonName, Role, Credential, reason: String)
        /// Who took the seat by telephone confirms it in person: the entry is the one that stood for them.
        case countersigned(PersonName, EntryID, Credential)
    }

    /// How a person showed who they are.
    public enum Credential: String, CaseIterable, Codable, Sendable {
        case pin
        case unixAccount = "unix_account"
        /// By telephone, to be countersigned later.
        case telephone
    }
}

/// What an outgoing officer hands over.
public struct Handover: Hashable, Codable, Sendable {
    public var to: PersonName
    public var items: [HandoverItem]
    public var words: String
    /// How many entries the journal had, and the hash of the last one, so that the printed document can be held against it.
    public var entryCount: Int
    public var head: String?

    public init(to: PersonName, items: [HandoverItem], words: String, entryCount: Int, head: String?) {
        self.to = to
        self.items = items
        self.words = words
        self.entryCount = entryCount
        self.head = head
    }
}

/// One open thing that the incoming officer has to accept by name.
public struct HandoverItem: Hashable, Codable, Sendable, Identifiable {
    /// The kind and the id of the thing, such as `alarm/post-wait/syrym`.
    public struct ID: Identifier {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public let id: ID
    public let kind: Kind

    public enum Kind: String, CaseIterable, Codable, Sendable {
        case alarm, level, playbook, task, contradiction
        case shelvedAlarm = "shelved_alarm"
        case silentSource = "silent_source"
        case significantEvent = "significant_event"
    }

    public init(_ kind: Kind, _ subject: String) {
        self.kind = kind
        id = ID("\(kind.rawValue)/\(subject)")
    }

    /// The id of the thing without the kind.
    public var subject: String { String(id.rawValue.dropFirst(kind.rawValue.count + 1)) }
}

/// What stands of a seat.
public struct ShiftRecord: Hashable, Codable, Sendable {
    /// Who holds the seat; `nil` when nobody signed on.
    public private(set) var holder: Holder?
    /// The handover that goes on.
    public private(set) var handover: HandoverProgress?
    /// When the last handover was closed.
    public private(set) var lastHandover: Instant?
    /// How the seat last passed from one to another.
    public private(set) var lastPassing: SeatPassing?
    /// Who took the seat by telephone and has not confirmed it in person yet, by the entry that stands for it.
    public private(set) var uncountersigned: [EntryID: PersonName] = [:]
    public private(set) var lastEntry: EntryID

    public struct Holder: Hashable, Codable, Sendable {
        public let person: PersonName
        public let role: Role
        public let credential: ShiftEvent.Credential
        public let since: Instant
        /// Whether the seat was taken without a handover.
        public let isEmergency: Bool
    }

    /// How far a handover is.
    public struct HandoverProgress: Hashable, Codable, Sendable {
        public let handover: Handover
        public let begun: Instant
        public internal(set) var accepted: Set<HandoverItem.ID> = []
        /// Questions that wait for the outgoing officer, by item.
        public internal(set) var questions: [HandoverItem.ID: String] = [:]
        public internal(set) var answers: [HandoverItem.ID: String] = [:]

        /// What still has to be accepted.
        public var open: [HandoverItem] { handover.items.filter { !accepted.contains($0.id) } }
    }

    /// How a seat passed from one person to another.
    public struct SeatPassing: Hashable, Codable, Sendable {
        public let at: Instant
        public let from: Holder?
        public let to: PersonName
        /// What was handed over and accepted; `nil` or unfinished in an emergency.
        public let handover: HandoverProgress?
        public let isEmergency: Bool
    }

    init(entry: EntryID) { lastEntry = entry }

    mutating func apply(_ change: ShiftEvent.Change, of entry: Entry) {
        let now = entry.known.instant
        lastEntry = entry.id
        switch change {
        case .signedOn(let person, let role, let credential):
            take(person, role, credential, entry, isEmergency: false)
        case .signedOff:
            holder = nil
            handover = nil
        case .refused: break
        case .handoverBegun(let document): handover = HandoverProgress(handover: document, begun: now)
        case .itemAccepted(let item):
            handover?.accepted.insert(item)
            handover?.questions[item] = nil
        case .itemReturned(let item, let question):
            handover?.accepted.remove(item)
            handover?.questions[item] = question
        case .itemAnswered(let item, let words):
            handover?.questions[item] = nil
            handover?.answers[item] = words
        case .handoverClosed(let person, let role, let credential):
            notePassing(at: now, to: person, isEmergency: false)
            take(person, role, credential, entry, isEmergency: false)
            lastHandover = now
        case .relieved(let person, let role, let credential, _):
            notePassing(at: now, to: person, isEmergency: true)
            take(person, role, credential, entry, isEmergency: true)
        case .countersigned(_, let entry, _):
            uncountersigned[entry] = nil
        }
    }

    private mutating func notePassing(at now: Instant, to person: PersonName, isEmergency: Bool) {
        lastPassing = SeatPassing(
            at: now, from: holder, to: person, handover: handover, isEmergency: isEmergency)
    }

    private mutating func take(
        _ person: PersonName, _ role: Role, _ credential: ShiftEvent.Credential, _ entry: Entry,
        isEmergency: Bool
    ) {
        holder = Holder(
            person: person, role: role, credential: credential, since: entry.known.instant,
            isEmergency: isEmergency)
        handover = nil
        if credential == .telephone { uncountersigned[entry.id] = person }
    }
}
