import Council
import Reference
import Situation

/// A picture and what was read from it at a moment.
public struct BriefView: Sendable {
    public let picture: Picture
    public let situation: SituationReading
    public let council: CouncilReading

    public var now: Instant { situation.now }

    public init(_ picture: Picture, reference: Reference, policy: PolicyTables, now: Instant) {
        self.picture = picture
        situation = SituationReading(
            picture, places: reference.places, targets: reference.targets, now: now)
        council = CouncilReading(picture, reference: reference, policy: policy, now: now)
    }
}

/// An earlier moment that a pack is held against.
public struct BriefComparison: Sendable {
    /// The moment as it was known then.
    public let then: BriefView
    /// The same moment with what was learnt and corrected since.
    public let hindsight: BriefView
    /// What was known then and corrected since, in the order it became known.
    public let corrections: [LaterCorrection]

    public var since: Instant { then.now }

    public init(then: BriefView, hindsight: BriefView, corrections: [LaterCorrection]) {
        self.then = then
        self.hindsight = hindsight
        self.corrections = corrections
    }
}

/// A correction and the entry it corrects.
public struct LaterCorrection: Sendable {
    public let entry: Entry
    public let correction: Correction
    public let target: Entry

    /// - Returns: `nil` when `entry` is no correction.
    public init?(_ entry: Entry, of target: Entry) {
        guard case .correction(let correction) = entry.fact else { return nil }
        self.entry = entry
        self.correction = correction
        self.target = target
    }
}

/// What a pack is made from.
public struct BriefSubject: Sendable {
    public let seal: PackSeal
    public let journal: JournalIdentity
    public let view: BriefView
    public let policy: PolicyTables
    public let comparison: BriefComparison?
    /// Entries corrected more than once, where the later correction was taken.
    public let contested: [EntryID]

    public init(
        seal: PackSeal, journal: JournalIdentity, view: BriefView, policy: PolicyTables,
        comparison: BriefComparison? = nil, contested: [EntryID] = []
    ) {
        self.seal = seal
        self.journal = journal
        self.view = view
        self.policy = policy
        self.comparison = comparison
        self.contested = contested
    }

    var position: JournalPosition {
        JournalPosition(journal: journal, entryCount: seal.entries, head: seal.hash)
    }

    var council: CouncilSubject {
        CouncilSubject(reading: view.council, policy: policy, position: position)
    }

    var status: StatusSubject {
        StatusSubject(
            picture: view.picture, reading: view.situation, journal: journal, contested: contested,
            asKnownAt: seal.asKnownAt, asRecordedAt: seal.asRecordedAt)
    }
}
