extension Picture {
    /// The picture that `entries` give, in whatever order they come.
    public static func folding(_ entries: some Sequence<Entry>) -> Picture {
        let ordered = entries.sorted { $0.foldKey < $1.foldKey }
        var amendments = Amendments()
        for entry in ordered { amendments.note(entry) }
        var picture = Picture()
        for entry in ordered { picture.apply(entry, amendments) }
        return picture
    }

    /// Takes in the next entry in fold order, as it stands after `amendments`.
    public mutating func apply(_ entry: Entry, _ amendments: Amendments) {
        if let standing = amendments.standing(entry) {
            apply(standing)
        } else {
            pass(entry)
        }
    }

    /// Takes in the next entry in fold order.
    ///
    /// A caller that skips ahead or goes back in that order gets a picture that no journal has, so the order
    /// is the caller's promise; ``folding(_:)`` keeps it for any sequence.
    public mutating func apply(_ entry: Entry) {
        pass(entry)
        hear(entry)
        let now = entry.known.instant
        if entry.fact.isFigure { lastReported = now }
        switch entry.fact {
        case .checkpointReport(let report):
            let statement = Statement(report, of: entry)
            let replaced = checkpoints[report.checkpoint, default: CheckpointPicture()]
                .report(statement, now: now, passing: watch.passedOver)
            note(replaced, restatedBy: statement, as: Fact.checkpointReport)
        case .checkpointState(let state):
            checkpoints[state.checkpoint, default: CheckpointPicture()].state(Statement(state, of: entry))
        case .statedTotal(let total):
            let statement = Statement(total, of: entry)
            let replaced = totals[total.area, default: Timeline()].insert(statement) {
                Fact.statedTotal($0).series == Fact.statedTotal($1).series
            }
            note(replaced, restatedBy: statement, as: Fact.statedTotal)
            totals[total.area]?.limit(to: Self.keptTotals)
        case .shelterReport(let report):
            let statement = Statement(report, of: entry)
            let replaced = shelters[report.shelter, default: ShelterPicture()].report(statement, now: now)
            note(replaced, restatedBy: statement, as: Fact.shelterReport)
        case .facility(let facility):
            shelters[facility.facility, default: ShelterPicture()].state(Statement(facility, of: entry))
        case .indicatorValue(let value):
            let statement = Statement(value, of: entry)
            let replaced = indicators[value.indicator, default: Timeline()].insert(statement) {
                $0.period == $1.period && $0.region == $1.region
            }
            note(replaced, restatedBy: statement, as: Fact.indicatorValue)
        case .measureState(let state):
            measures[state.measure, default: Timeline()].insert(Statement(state, of: entry)) {
                $0.period == $1.period
            }
        case .decision(let event):
            register.apply(event, of: entry)
        case .resource(let report):
            let pool = ReservePool(kind: report.kind, place: report.region.rawValue)
            let statement = Statement(report, of: entry)
            let replaced = resources[pool, default: Timeline()].insert(statement)
            note(replaced, restatedBy: statement, as: Fact.resource)
            resources[pool]?.limit(to: Self.keptReports)
        case .healthReport(let report):
            health[report.place, default: Timeline()].insert(Statement(report, of: entry))
            health[report.place]?.limit(to: Self.keptReports)
        case .incident(let incident):
            incidents.insert(Statement(incident, of: entry)) { _, _ in false }
            incidents.limit(to: Self.keptIncidents)
        case .significance, .alarm, .level, .playbook, .task, .reserve, .shift, .contradiction, .act:
            watch.apply(entry)
        case .exercise(let event):
            exercise.apply(event, of: entry)
            watch.apply(entry)
        case .unread:
            unreadCount += 1
        case .note, .crossings, .correction:
            break
        }
    }

    /// Keeps in mind that a source said another number for what it had said before.
    private mutating func note<Body>(
        _ earlier: Statement<Body>?, restatedBy later: Statement<Body>, as fact: (Body) -> Fact
    ) {
        guard let earlier, let restated = Restatement.between(earlier, later, as: fact) else { return }
        restatements.insert(restated) { $0.series == $1.series }
        restatements.limit(to: Self.keptRestatements)
    }

    /// Counts an entry without taking in what it says.
    private mutating func pass(_ entry: Entry) {
        head = entry.foldKey
        entryCount += 1
    }

    private mutating func hear(_ entry: Entry) {
        let known = entry.known.instant
        let about = entry.about.end
        if sources[entry.source]?.take(known: known, about: about) == nil {
            sources[entry.source] = SourcePicture(lastKnown: known, lastAbout: about, entryCount: 1)
        }
    }

    /// Stated totals kept for one area: years of daily ones.
    public static let keptTotals = 1000
    /// Of each resource and each place's health: weeks of several a day.
    public static let keptReports = 60
    /// Figures that their own source stated anew.
    public static let keptRestatements = 200
    private static let keptIncidents = 200
}

extension Fact {
    /// Whether it says a number or state of something, and is no event.
    fileprivate var isFigure: Bool {
        switch self {
        case .checkpointReport, .checkpointState, .statedTotal, .shelterReport, .facility, .indicatorValue,
            .resource, .healthReport, .incident:
            true
        case .note, .measureState, .decision, .significance, .alarm, .level, .playbook, .task, .reserve,
            .shift, .contradiction, .act, .crossings,
            .exercise, .correction, .unread:
            false
        }
    }
}

extension SourcePicture {
    fileprivate mutating func take(known: Instant, about: Instant) {
        if known - lastKnown >= .minutes(1) {
            gaps.append(known - lastKnown)
            if gaps.count > Self.keptGaps { gaps.removeFirst() }
        }
        lastKnown = max(lastKnown, known)
        lastAbout = max(lastAbout, about)
        entryCount += 1
    }
}
