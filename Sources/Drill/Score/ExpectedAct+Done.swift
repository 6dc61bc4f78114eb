import Planning
import Situation

/// When an expected act counts as done: by an entry, or because it stands already.
extension ExpectedAct {
    /// Whether `entry` does it.
    ///
    /// - Parameters:
    ///   - fact: what is said with the entry.
    ///   - picture: the picture after it.
    func isDone(by entry: Entry, saying fact: Fact, _ picture: Picture) -> Bool {
        switch (self, fact) {
        case (.acknowledgeAlarm(let rule, let place), .alarm(let event)):
            event.change == .acknowledged && rule.allows(event.alarm.rule)
                && place.allows(event.alarm.subject)
        case (.confirmLevel(let section, let least), .level(let event)):
            if case .confirmed(let level, _) = event.change {
                event.section == section && level >= least
            } else {
                false
            }
        case (.startPlaybook(let playbook), .playbook(let event)):
            if case .started = event.change { event.playbook == playbook } else { false }
        case (.openPhase(let playbook, let phase), .playbook(let event)):
            event.playbook == playbook && event.change.opens(phase)
        case (.task(let playbook, let task, let state), .task(let event)):
            picture.watch.tasks[event.task].map {
                $0.isStep(task, of: playbook) && event.change.reaches(state)
            } ?? false
        case (.commitReserve(let kind, let region, let least), .reserve(let event)):
            if case .committed = event.change, event.pool.isOf(kind, region) {
                picture.watch.committed(kind, region) >= least
            } else {
                false
            }
        case (.order(let kind, let place), .act(let event)):
            if case .ordered(let act, _, _, _) = event.change {
                act.kind == kind && act.concerns(place)
            } else {
                false
            }
        case (.settleContradiction(let place), .contradiction(let event)):
            event.change.settles
                && place.allows(picture.watch.contradictions[event.contradiction]?.finding.subject)
        case (.writeLog(let kind, let place, let words), .note(let note)):
            kind.allows(note.kind) && place.allows(note.place) && note.mentionsAny(of: words)
        case (.telephoneReport(let kind, let place), _):
            entry.source.caller != nil && fact.kind == kind && fact.concerns(place)
        case (.sendMessage(let playbook, let message), .task(let event)):
            event.change.sends(message) && picture.watch.tasks[event.task]?.playbook == playbook
        case (.handOver, .shift(let event)):
            if case .handoverClosed = event.change { true } else { false }
        default: false
        }
    }

    /// Who did it already, when what it wants is a state that lasts and that is in force; `nil` otherwise. Lines, messages,
    /// reports, settlements and handovers answer what was said before them and never what comes after, so they never
    /// stand.
    func standing(in picture: Picture) -> Standing? {
        let watch = picture.watch
        switch self {
        case .acknowledgeAlarm(let rule, let place):
            // Any alarm at all: one seen an hour ago is no answer to what is told now.
            guard rule != nil || place != nil else { return nil }
            return watch.alarms.values
                .filter { $0.isActive && rule.allows($0.id.rule) && place.allows($0.id.subject) }
                .compactMap { Standing($0.acknowledgement?.by, $0.lastEntry) }.min()
        case .confirmLevel(let section, let least):
            guard let record = watch.levels[section], record.level >= least else { return nil }
            return Standing(record.confirmed?.by, record.lastEntry)
        case .startPlaybook(let playbook):
            return watch.inForce(playbook).compactMap { Standing($0.start?.by, $0.lastEntry) }.min()
        case .openPhase(let playbook, let phase):
            return watch.inForce(playbook).filter { $0.phases.contains { $0.phase == phase.rawValue } }
                .compactMap { Standing($0.start?.by, $0.lastEntry) }.min()
        case .task(let playbook, let task, let state):
            return watch.tasks.values.filter { $0.isStep(task, of: playbook) && $0.state.isAtLeast(state) }
                .map { Standing(by: $0.by, entry: $0.lastEntry) }.min()
        case .commitReserve(let kind, let region, let least):
            guard watch.committed(kind, region) >= least else { return nil }
            let pools = watch.reserves.filter { $0.key.isOf(kind, region) && $0.value.committed > 0 }
            return pools.values.map { Standing(by: nil, entry: $0.lastEntry) }.min()
        case .order(let kind, let place):
            return watch.orders.values.filter {
                $0.act.kind == kind && $0.act.concerns(place) && watch.isInForce($0)
            }
            .compactMap { Standing($0.orderedBy, $0.lastEntry) }.min()
        case .settleContradiction, .writeLog, .telephoneReport, .sendMessage, .handOver: return nil
        }
    }

    /// Something that is in force.
    struct Standing: Comparable {
        let by: Author?
        let entry: EntryID

        init(by: Author?, entry: EntryID) {
            self.by = by
            self.entry = entry
        }

        /// `nil` where no trainee did it.
        init?(_ by: Author?, _ entry: EntryID) {
            guard let by, by.isTrainee else { return nil }
            self.init(by: by, entry: entry)
        }

        static func < (left: Self, right: Self) -> Bool { left.entry < right.entry }
    }
}

// MARK: - Words that may be left open

extension Optional where Wrapped: Equatable {
    /// `nil` allows everything.
    fileprivate func allows(_ other: Wrapped?) -> Bool { self == nil || self == other }
}

extension Act {
    fileprivate func concerns(_ place: String?) -> Bool { place.map(places.contains) ?? true }
}

extension Fact {
    fileprivate func concerns(_ place: String?) -> Bool { place.map(searchPlaces.contains) ?? true }
}

extension Note {
    /// Whether any of the words stands in it; none asked for is any.
    fileprivate func mentionsAny(of words: [String]) -> Bool {
        if words.isEmpty { return true }
        let folded = SearchFolding.fold(text)
        return words.contains { folded.contains(SearchFolding.fold($0)) }
    }
}

// MARK: - Events and records

extension PlaybookEvent.Change {
    fileprivate func opens(_ wanted: Phase.ID) -> Bool {
        switch self {
        case .started(_, let phase, _), .phaseOpened(let phase, _): phase == wanted.rawValue
        default: false
        }
    }
}

extension TaskEvent.Change {
    fileprivate func reaches(_ wanted: TaskRecord.State) -> Bool {
        switch self {
        case .accepted: TaskRecord.State.accepted.isAtLeast(wanted)
        case .begun: TaskRecord.State.underWay.isAtLeast(wanted)
        case .done: TaskRecord.State.done.isAtLeast(wanted)
        case .cannot: wanted == .cannot
        default: false
        }
    }

    fileprivate func sends(_ message: PlaybookMessage.ID) -> Bool {
        if case .messageSent(let sent, _, _) = self { sent == message.rawValue } else { false }
    }
}

extension TaskRecord.State {
    private static let way: [Self] = [.open, .accepted, .underWay, .done]

    /// Whether it is that state or one that comes after it; saying that it cannot be done is on no way.
    fileprivate func isAtLeast(_ other: Self) -> Bool {
        guard let here = Self.way.firstIndex(of: self), let there = Self.way.firstIndex(of: other) else {
            return self == other
        }
        return here >= there
    }
}

extension TaskRecord {
    fileprivate var playbook: PlaybookID? {
        if case .playbook(_, let playbook, _) = opening.origin { playbook } else { nil }
    }

    fileprivate func isStep(_ step: PlaybookTask.ID, of playbook: PlaybookID) -> Bool {
        self.playbook == playbook && opening.step == step.rawValue
    }
}

extension ContradictionEvent.Change {
    /// Asking somebody leaves it open.
    var settles: Bool {
        switch self {
        case .settled(.prefer, _), .settled(.bothStand, _): true
        default: false
        }
    }
}

extension ReservePool {
    fileprivate func isOf(_ kind: ReserveCommitment.Kind, _ region: RegionCode?) -> Bool {
        self.kind == kind.rawValue && (region == nil || place == region?.rawValue)
    }
}

extension WatchPicture {
    /// What is committed of a reserve; of all places where no region is given.
    func committed(_ kind: ReserveCommitment.Kind, _ region: RegionCode?) -> Int {
        reserves.reduce(0) { $1.key.isOf(kind, region) ? $0 + $1.value.committed : $0 }
    }

    fileprivate func inForce(_ playbook: PlaybookID) -> [PlaybookRunRecord] {
        runs.values.filter { $0.playbook == playbook && $0.state == .inForce }
    }

    /// Whether an order still holds: nobody refused it or took it back, and no later one undoes it.
    func isInForce(_ order: OrderRecord) -> Bool {
        guard order.state != .refused, order.state != .cancelled else { return false }
        return !orders.values.contains { other in
            other.act.kind == order.act.undoing && other.act.place == order.act.place
                && other.act.direction == order.act.direction && other.ordered > order.ordered
                && other.state != .refused && other.state != .cancelled
        }
    }
}
