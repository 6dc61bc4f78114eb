/// What stands of an alarm after everything that was said of it.
public struct AlarmRecord: Hashable, Codable, Sendable, Identifiable {
    public let id: AlarmID
    /// Whether its condition holds.
    public private(set) var isActive = false
    /// Whether an officer has seen it since it was raised.
    public private(set) var isAcknowledged = true
    /// Whether it rang when it was last raised, or since: what is kept quiet by design from beginning to end wants
    /// nobody to see it.
    public private(set) var hasRung = false
    /// What was found when it was last raised; `nil` when it never was.
    public private(set) var finding: AlarmEvent.Finding?
    public private(set) var raised: Instant?
    /// Since when it has stood without a return, whatever worse priorities it went through; `nil` when it does not stand.
    public private(set) var activeSince: Instant?
    public private(set) var returned: Instant?
    public private(set) var acknowledgement: Acknowledgement?
    /// What keeps it quiet.
    public private(set) var shelf: Shelf?
    public private(set) var suppression: String?
    public private(set) var outOfService: Shelf?
    /// The last entry of its thread, which the next one comes after.
    public private(set) var lastEntry: EntryID

    /// Who saw an alarm, and when.
    public struct Acknowledgement: Hashable, Codable, Sendable {
        public let by: Author
        public let at: Instant
    }

    /// Kept quiet by a person, and why.
    public struct Shelf: Hashable, Codable, Sendable {
        public let by: Author
        public let since: Instant
        /// `nil` for out of service, which ends only by a person.
        public let until: Instant?
        public let reason: String
    }

    init(_ id: AlarmID, entry: EntryID) {
        self.id = id
        lastEntry = entry
    }

    /// Takes in what was said of the alarm next. Every change is taken as it is: what was said was said.
    mutating func apply(_ change: AlarmEvent.Change, of entry: Entry) {
        let now = entry.known.instant
        lastEntry = entry.id
        switch change {
        case .raised(let found):
            if !isActive { activeSince = now }
            isActive = true
            isAcknowledged = false
            hasRung = suppression == nil
            finding = found
            raised = now
            returned = nil
            acknowledgement = nil
        case .returned:
            isActive = false
            activeSince = nil
            returned = now
            if !hasRung { isAcknowledged = true }
        case .acknowledged:
            isAcknowledged = true
            acknowledgement = Acknowledgement(by: entry.author, at: now)
        case .shelved(let until, let reason):
            shelf = Shelf(by: entry.author, since: now, until: until, reason: reason)
        case .unshelved: shelf = nil
        case .suppressed(let because): suppression = because
        case .unsuppressed:
            suppression = nil
            hasRung = isActive || hasRung
        case .takenOutOfService(let reason):
            outOfService = Shelf(by: entry.author, since: now, until: nil, reason: reason)
        case .putInService: outOfService = nil
        }
    }

    /// Whether nothing about it needs keeping: it is quiet, seen and watched as usual.
    var isSettled: Bool {
        !isActive && isAcknowledged && shelf == nil && suppression == nil && outOfService == nil
    }

    /// Whether it stands on what is usual at its place: of a section or region, that is the alarm of an influx; other
    /// alarms of theirs are held against fixed limits and have no basis.
    var isAboveUsual: Bool { isActive && outOfService == nil && finding?.basis != nil }

    /// The state at `now`, in the words of ISA-18.2.
    public func state(at now: Instant) -> AlarmState {
        if let outOfService { return .outOfService(outOfService) }
        if let shelf, let until = shelf.until, now < until { return .shelved(shelf) }
        if let suppression { return .suppressed(because: suppression) }
        switch (isActive, isAcknowledged) {
        case (true, false): return .unacknowledged
        case (true, true): return .acknowledged
        case (false, false): return .returnedUnacknowledged
        case (false, true): return .normal
        }
    }
}

/// The states of an alarm (ISA-18.2).
public enum AlarmState: Hashable, Sendable {
    case normal
    case unacknowledged
    case acknowledged
    case returnedUnacknowledged
    case shelved(AlarmRecord.Shelf)
    case suppressed(because: String)
    case outOfService(AlarmRecord.Shelf)

    /// Whether it belongs on the list an officer works from.
    public var isAnnunciated: Bool {
        switch self {
        case .unacknowledged, .acknowledged, .returnedUnacknowledged: true
        case .normal, .shelved, .suppressed, .outOfService: false
        }
    }

    /// Whether it waits for an officer to see it.
    public var wantsAcknowledgement: Bool { self == .unacknowledged || self == .returnedUnacknowledged }
}
