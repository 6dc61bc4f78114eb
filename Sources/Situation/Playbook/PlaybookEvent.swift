/// One time a playbook was proposed or in force, such as `mass-influx/ru-west/1`.
public struct PlaybookRunID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The `number`-th time, 1 for the first, that `playbook` is proposed or started for `place`.
    public init(_ playbook: PlaybookID, at place: String, number: Int) {
        rawValue = "\(playbook)/\(place)/\(number)"
    }
}

/// Something that happens to a playbook: the console proposes, officers decide.
public struct PlaybookEvent: Hashable, Codable, Sendable {
    public var run: PlaybookRunID
    public var playbook: PlaybookID
    public var change: Change

    public init(_ run: PlaybookRunID, of playbook: PlaybookID, _ change: Change) {
        self.run = run
        self.playbook = playbook
        self.change = change
    }

    /// The turns of a playbook.
    public enum Change: Hashable, Codable, Sendable {
        /// A trigger of its first phase holds.
        case proposed(Proposal)
        /// Not now: the proposal returns after `until`, or sooner when things get worse.
        /// `figures` are those of the proposal as they stood then: what "worse" is measured from.
        case declined(reason: String, until: Instant, figures: [LevelEvent.Reason]? = nil)
        /// An officer asks to start it, where a second one has to confirm.
        case requested(Affected, reason: String)
        /// In force from now on.
        case started(Affected, phase: String, reason: String)
        /// A trigger of a later phase holds.
        case phaseProposed(phase: String, trigger: String)
        case phaseDeclined(phase: String, reason: String, until: Instant)
        case phaseOpened(phase: String, reason: String)
        /// What ends it holds.
        case standDownProposed
        case standDownDeclined(reason: String, until: Instant)
        case ended(reason: String)
    }

    /// Which trigger holds, where, and the figures that say so.
    public struct Proposal: Hashable, Codable, Sendable {
        public var trigger: String
        public var affected: Affected
        public var figures: [LevelEvent.Reason]

        public init(trigger: String, affected: Affected, figures: [LevelEvent.Reason]) {
            self.trigger = trigger
            self.affected = affected
            self.figures = figures
        }
    }

    /// What a playbook is started for: the "affected" of its conditions.
    public struct Affected: Hashable, Codable, Sendable {
        public var sections: [SectionID]
        public var regions: [RegionCode]
        public var checkpoints: [CheckpointID]

        public init(
            sections: [SectionID] = [], regions: [RegionCode] = [], checkpoints: [CheckpointID] = []
        ) {
            self.sections = sections
            self.regions = regions
            self.checkpoints = checkpoints
        }
    }
}

/// What stands of one time a playbook was proposed or in force.
public struct PlaybookRunRecord: Hashable, Codable, Sendable, Identifiable {
    public let id: PlaybookRunID
    public let playbook: PlaybookID
    public private(set) var state = State.proposed
    public private(set) var affected = PlaybookEvent.Affected()
    public private(set) var proposal: PlaybookEvent.Proposal?
    public private(set) var proposed: Instant?
    /// Who asked for the start, where a second officer confirms.
    public private(set) var request: LevelRecord.Decision?
    public private(set) var start: LevelRecord.Decision?
    public private(set) var end: LevelRecord.Decision?
    /// The decline that was last said, of the start, a phase or the end.
    public private(set) var declined: Declined?
    /// The last decline of each later phase, and of the end.
    public private(set) var declinedPhases: [String: Declined] = [:]
    public private(set) var declinedEnd: Declined?
    /// Phases that were opened, in order, with when.
    public private(set) var phases: [OpenedPhase] = []
    /// A later phase that is proposed.
    public private(set) var proposedPhase: String?
    public private(set) var isStandDownProposed = false
    public private(set) var lastEntry: EntryID

    public enum State: String, Codable, Sendable {
        case proposed, declined, requested, inForce, ended
    }

    public struct OpenedPhase: Hashable, Codable, Sendable {
        public let phase: String
        public let at: Instant
    }

    public struct Declined: Hashable, Codable, Sendable {
        /// The phase declined; `nil` for the start or the end of the whole.
        public let phase: String?
        public let decision: LevelRecord.Decision
        public let until: Instant
    }

    init(_ event: PlaybookEvent, entry: EntryID) {
        id = event.run
        playbook = event.playbook
        lastEntry = entry
    }

    mutating func apply(_ change: PlaybookEvent.Change, of entry: Entry) {
        let now = entry.known.instant
        func decision(_ reason: String) -> LevelRecord.Decision {
            LevelRecord.Decision(by: entry.author, at: now, reason: reason)
        }
        lastEntry = entry.id
        switch change {
        case .proposed(let found):
            state = .proposed
            proposal = found
            affected = found.affected
            proposed = now
        case .declined(let reason, let until, let figures):
            state = .declined
            if let figures { proposal?.figures = figures }
            declined = Declined(phase: nil, decision: decision(reason), until: until)
        case .requested(let affected, let reason):
            state = .requested
            self.affected = affected
            request = decision(reason)
        case .started(let affected, let phase, let reason):
            state = .inForce
            self.affected = affected
            start = decision(reason)
            phases = [OpenedPhase(phase: phase, at: now)]
        case .phaseProposed(let phase, _): proposedPhase = phase
        case .phaseDeclined(let phase, let reason, let until):
            proposedPhase = nil
            let said = Declined(phase: phase, decision: decision(reason), until: until)
            declined = said
            declinedPhases[phase] = said
        case .phaseOpened(let phase, _):
            proposedPhase = nil
            phases.append(OpenedPhase(phase: phase, at: now))
        case .standDownProposed: isStandDownProposed = true
        case .standDownDeclined(let reason, let until):
            isStandDownProposed = false
            let said = Declined(phase: nil, decision: decision(reason), until: until)
            declined = said
            declinedEnd = said
        case .ended(let reason):
            state = .ended
            isStandDownProposed = false
            proposedPhase = nil
            end = decision(reason)
        }
    }
}
