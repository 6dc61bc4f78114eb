import Situation

/// What a handover has to say, as the console drafts it: a pure function of the picture at a moment.
///
/// ``items`` are the open things that the incoming officer accepts one by one. The rest is for reading: where posts,
/// shelters and levels stand, and what happened during the shift.
public struct HandoverDraft: Sendable {
    public let seat: SeatName
    public let now: Instant
    /// Who hands over; `nil` when nobody is signed on.
    public let holder: ShiftRecord.Holder?
    /// Every open thing, by kind and name.
    public let items: [HandoverItem]
    /// Posts that are not simply open and quiet.
    public let posts: [CheckpointReading]
    /// Shelters that are filling.
    public let shelters: [ShelterReading]
    public let changes: ShiftChanges

    /// From which a wait counts as worth saying.
    public static let longWait = Minutes(120)
    /// From how many times its usual an inflow counts as worth saying.
    public static let highInflow = 2.0
    /// From which share of open beds taken a shelter counts as filling.
    public static let highOccupancy = 0.85

    /// - Parameter counts: how many entries of each kind there were since the shift began (`Journal.counts`).
    public init(
        _ picture: Picture, reading: SituationReading, seat: SeatName, now: Instant, counts: [String: Int] = [:]
    ) {
        self.seat = seat
        self.now = now
        holder = picture.watch.seats[seat]?.holder
        items = Self.items(picture, reading, now)
        posts = reading.checkpoints.filter(Self.isWorthSaying)
        shelters = reading.shelters.filter { ($0.occupancy ?? 0) >= Self.highOccupancy }
        changes = ShiftChanges(picture.watch, since: holder?.since, counts: counts)
    }

    private static func isWorthSaying(_ post: CheckpointReading) -> Bool {
        if let status = post.status?.value, status != .open { return true }
        return (post.incoming.queue?.wait?.count ?? 0) >= longWait.count
            || (post.timesUsual?.value ?? 0) >= highInflow
    }

    /// The handover that begins when the outgoing officer says so.
    ///
    /// - Parameters:
    ///   - person: who takes over.
    ///   - words: the outgoing officer's own.
    ///   - entryCount: of the journal, with `head` the hash of its last entry (`Journal.head()`).
    public func handover(to person: PersonName, words: String, entryCount: Int, head: String?) -> Handover {
        Handover(to: person, items: items, words: words, entryCount: entryCount, head: head)
    }
}

// MARK: - Open things

extension HandoverDraft {
    private static func items(
        _ picture: Picture, _ reading: SituationReading, _ now: Instant
    ) -> [HandoverItem] {
        let watch = picture.watch
        return alarms(watch, now) + levels(watch) + playbooks(watch) + tasks(watch)
            + watch.contradictions.values.filter(\.isOpen).map(\.id.rawValue).sorted().map {
                HandoverItem(.contradiction, $0)
            }
            + silent(reading) + promotions(watch)
    }

    /// What rings or waits to be seen, then what is kept quiet on purpose.
    private static func alarms(_ watch: WatchPicture, _ now: Instant) -> [HandoverItem] {
        let records = watch.alarms.values.sorted { $0.id < $1.id }
        let ringing = records.filter { $0.state(at: now).isAnnunciated }
        let quiet = records.filter {
            switch $0.state(at: now) {
            case .shelved, .suppressed, .outOfService: true
            case .normal, .unacknowledged, .acknowledged, .returnedUnacknowledged: false
            }
        }
        return ringing.map { HandoverItem(.alarm, $0.id.description) }
            + quiet.map { HandoverItem(.shelvedAlarm, $0.id.description) }
    }

    private static func levels(_ watch: WatchPicture) -> [HandoverItem] {
        watch.levels.filter { $0.value.level > .low || $0.value.proposal != nil }.keys.sorted().map {
            HandoverItem(.level, $0.rawValue)
        }
    }

    private static func playbooks(_ watch: WatchPicture) -> [HandoverItem] {
        watch.runs.values.filter { [.proposed, .requested, .inForce].contains($0.state) }
            .map(\.id.rawValue).sorted().map { HandoverItem(.playbook, $0) }
    }

    /// The most urgent first.
    private static func tasks(_ watch: WatchPicture) -> [HandoverItem] {
        watch.tasks.values.filter(\.state.isPending)
            .sorted { ($0.opening.due, $0.id) < ($1.opening.due, $1.id) }
            .map { HandoverItem(.task, $0.id.rawValue) }
    }

    /// Posts and shelters that used to report and do not any more.
    private static func silent(_ reading: SituationReading) -> [HandoverItem] {
        (reading.checkpoints.filter(\.freshness.isStale).map(\.id.rawValue)
            + reading.shelters.filter(\.freshness.isStale).map(\.id.rawValue))
            .map { HandoverItem(.silentSource, $0) }
    }

    /// Promotions that nobody checked yet.
    private static func promotions(_ watch: WatchPicture) -> [HandoverItem] {
        watch.significance.filter { $0.value.state == .proposed }.keys.sorted().map {
            HandoverItem(.significantEvent, $0.description)
        }
    }
}

extension Freshness {
    /// Whether a word was heard once, too long ago.
    fileprivate var isStale: Bool { if case .stale = self { true } else { false } }
}

// MARK: - What happened

/// What changed during a shift.
public struct ShiftChanges: Hashable, Sendable {
    /// When the shift began; `nil` when nobody was signed on.
    public let since: Instant?
    /// Entries by the stored name of their kind.
    public let counts: [String: Int]
    /// Sections whose level was decided, with the level.
    public let levels: [LevelDecided]
    /// Playbooks started and ended.
    public let started: [PlaybookRunID]
    public let ended: [PlaybookRunID]
    public let tasksDone: Int
    /// Significant events, checked by a second person.
    public let significant: [EntryID]

    /// A level that an officer put in force.
    public struct LevelDecided: Hashable, Sendable {
        public let section: SectionID
        public let level: ImpactLevel
        public let at: Instant
    }

    init(_ watch: WatchPicture, since: Instant?, counts: [String: Int]) {
        func isNew(_ instant: Instant?) -> Bool {
            guard let since, let instant else { return false }
            return instant >= since
        }
        self.since = since
        self.counts = counts
        levels = watch.levels.sorted { $0.key < $1.key }.compactMap { section, record in
            guard let decision = record.confirmed, isNew(decision.at) else { return nil }
            return LevelDecided(section: section, level: record.level, at: decision.at)
        }
        started = watch.runs.values.filter { isNew($0.start?.at) }.map(\.id).sorted()
        ended = watch.runs.values.filter { isNew($0.end?.at) }.map(\.id).sorted()
        tasksDone = watch.tasks.values.count { $0.state == .done && isNew($0.since) }
        significant = watch.significance.filter { $0.value.state == .confirmed && isNew($0.value.decided?.at) }
            .keys.sorted()
    }
}
