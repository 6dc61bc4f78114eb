import Planning
import Situation

/// Finds by itself what playbooks ask for: a start, a phase or an end to propose, tasks that figures prove done, that are
/// late, or whose next round has come. Officers decide; this only proposes and keeps the clock.
public struct PlaybookWatch: Sendable {
    var holds = HoldMemory()

    public init() {}

    /// The drafts that follow from the picture.
    public mutating func look(_ figures: WatchFigures, playbooks: [Playbook]) -> [Draft] {
        let watch = figures.picture.watch
        let runs = watch.runs.values.filter { $0.state == .inForce }.sorted { $0.id < $1.id }
        return playbooks.flatMap { starts(of: $0, figures) }
            + runs.flatMap { run -> [Draft] in
                guard let playbook = playbooks.first(where: { $0.id == run.playbook }) else { return [] }
                return turns(of: run, playbook, figures)
            }
            + tasks(figures, playbooks: playbooks)
            + watch.releases(of: watch.closedHolders).map { release in
                var draft = Draft.found(.reserve(release.event), in: figures.picture, at: figures.now)
                if !release.isFirst { draft.place = .anywhere }
                return draft
            }
    }

    /// A trigger of a playbook that holds, where, and by which figures.
    struct Found: Sendable {
        let trigger: Trigger
        /// Each condition with its worst figure at the place.
        let evidence: [(condition: Condition, figure: LevelEvent.Reason)]
        /// Since when all its conditions have held.
        let since: Instant
    }

    /// Figures this many times what was declined are worse than what was declined.
    static let worse = 1.25
}

// MARK: Proposing a start

extension PlaybookWatch {
    private mutating func starts(of playbook: Playbook, _ figures: WatchFigures) -> [Draft] {
        guard let first = playbook.phases.min(by: { $0.order < $1.order }) else { return [] }
        var found: [String: [Found]] = [:]
        for trigger in playbook.triggers where trigger.opens == first.id {
            for (place, finding) in places(of: trigger, figures) {
                found[place, default: []].append(finding)
            }
        }
        // Sections first: what is proposed for a section is not proposed for one of its regions as well.
        let sections = Set(figures.reading.sections.map(\.id.rawValue))
        let places = found.keys.sorted { (sections.contains($1) ? 1 : 0, $0) < (sections.contains($0) ? 1 : 0, $1) }
        var proposed: [PlaybookEvent.Affected] = []
        return places.compactMap { place in
            guard !proposed.contains(where: { $0.covers(place) }),
                let draft = proposal(of: playbook, at: place, found[place] ?? [], figures)
            else { return nil }
            proposed.append(figures.affected(by: place))
            return draft
        }
    }

    /// The places where every condition of `trigger` holds: the same section for all of them, or posts and regions
    /// that belong to it.
    private mutating func places(of trigger: Trigger, _ figures: WatchFigures) -> [(String, Found)] {
        let verdicts = trigger.conditions.map { condition in
            let metric = Metric(rawValue: condition.metric)
            let subjects = metric.map { figures.subjects(of: $0, condition.scope) } ?? []
            return (condition, metric, holds.verdict(on: condition, over: subjects, figures))
        }
        guard verdicts.allSatisfy({ $0.2.holdsSomewhere }) else { return [] }
        let named = verdicts.flatMap { _, metric, verdict in
            metric.map { metric in verdict.places.map { figures.place(of: metric, at: $0) } } ?? []
        }
        // The widest place that can be affected: a section before its regions; the country when nothing else is named.
        let sections = Set(figures.reading.sections.map(\.id.rawValue)).intersection(named)
        let regions = Set(named).subtracting(["KZ"])
        let candidates = sections.isEmpty ? (regions.isEmpty ? Set(named) : regions) : sections
        return candidates.sorted().compactMap { place in
            let affected = figures.affected(by: place)
            var evidence: [(condition: Condition, figure: LevelEvent.Reason)] = []
            for (condition, metric, verdict) in verdicts {
                guard let metric else { return nil }
                let here = Set(figures.subjects(of: metric, .affected, affected: affected))
                // A figure of the country, a source or an indicator speaks for every place.
                let isHere = metric.scope.isPlace && condition.scope == .any
                guard !isHere || !verdict.places.isDisjoint(with: here) else { return nil }
                let holding = isHere ? verdict.holding.filter { here.contains($0.subject) } : verdict.holding
                if let worst = condition.worst(of: holding) { evidence.append((condition, worst)) }
            }
            let since = verdicts.compactMap(\.2.since).max() ?? figures.now
            return (place, Found(trigger: trigger, evidence: evidence, since: since))
        }
    }

    private func proposal(
        of playbook: Playbook, at place: String, _ findings: [Found], _ figures: WatchFigures
    ) -> Draft? {
        let watch = figures.picture.watch
        let runs = watch.runs.values.filter { $0.playbook == playbook.id }
        let standing = runs.contains { run in
            switch run.state {
            case .proposed, .requested, .inForce: run.affected.covers(place)
            case .declined, .ended: false
            }
        }
        guard !standing, let main = findings.first else { return nil }
        let affected = figures.affected(by: place)
        let all = findings.flatMap { $0.evidence.map(\.figure) }.withoutRepeats
        var number = watch.nextNumber(of: playbook.id, at: affected.mainPlace)
        let last = runs.filter { $0.affected.mainPlace == affected.mainPlace }.max { $0.number < $1.number }
        if let last, last.state == .declined, let declined = last.declined {
            guard figures.now >= declined.until || isWorse(findings, than: last.proposal) else { return nil }
            // The same thing again is the same run: its thread tells the whole story.
            number = last.number
        } else if let end = last?.end?.at {
            // Who ended it knew what still held; only what came to hold since is news.
            guard findings.contains(where: { $0.since > end }) else { return nil }
        }
        let run = PlaybookRunID(playbook.id, at: affected.mainPlace, number: number)
        let proposal = PlaybookEvent.Proposal(trigger: main.trigger.id, affected: affected, figures: all)
        return .found(
            .playbook(PlaybookEvent(run, of: playbook.id, .proposed(proposal))), in: figures.picture,
            at: figures.now)
    }

    /// Worse than what was declined: a figure a quarter worse, or a trigger that did not speak then.
    private func isWorse(_ findings: [Found], than declined: PlaybookEvent.Proposal?) -> Bool {
        guard let declined else { return false }
        return findings.contains { finding in
            finding.evidence.contains { condition, figure in
                guard let before = declined.figures.first(where: { $0.isSameThing(as: figure) }) else {
                    return true
                }
                return condition.isWorse(figure.value, than: before.value)
            }
        }
    }
}

extension Condition {
    /// Whether `value` is a quarter worse than `before`, in the direction this condition warns of.
    fileprivate func isWorse(_ value: Double, than before: Double) -> Bool {
        switch comparison {
        case .above, .atLeast: value > before && value >= before * PlaybookWatch.worse
        case .below, .atMost: value < before && value <= before / PlaybookWatch.worse
        }
    }
}

extension LevelEvent.Reason {
    /// Whether both speak of one metric held against one value; where it is worst may have changed.
    fileprivate func isSameThing(as other: Self) -> Bool { metric == other.metric && limit == other.limit }
}

extension Metric.Scope {
    /// Whether it is a place that can be affected.
    fileprivate var isPlace: Bool {
        switch self {
        case .section, .region, .post, .shelter: true
        case .country, .indicator, .source, .station: false
        }
    }
}

extension PlaybookRunRecord {
    /// Which time it is that the playbook was proposed or started at its place.
    var number: Int { id.rawValue.split(separator: "/").last.flatMap { Int($0) } ?? 0 }
}
