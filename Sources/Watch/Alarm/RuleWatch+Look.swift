import Planning
import Situation

extension RuleWatch {
    /// Works out what changed and says what follows from it.
    ///
    /// - Parameters:
    ///   - alarms: as the journal has them.
    ///   - touched: those of which anything was said since the last look.
    ///   - everything: whether to work out every condition, changed or not.
    /// - Returns: how many conditions were worked out.
    mutating func look(
        _ view: AlarmView, _ alarms: [AlarmID: AlarmRecord], touched: Set<AlarmID>, everything: Bool,
        _ tables: inout SignalTables, _ found: inout [(AlarmID, AlarmEvent.Change)]
    ) -> Int {
        let dependsOnOthers = !touched.isEmpty && touched.contains { quietedBy.contains($0.rule) }
        let askAll = everything || dependsOnOthers
        guard let kind, let table = tables[kind] else {
            return subjects.indices.count { place in
                look(place, view, alarms, touched, askAll: askAll, nil, &found)
            }
        }
        let asked = places(touched, table, all: askAll)
        return asked.count { place in
            let wasAsked = look(place, view, alarms, touched, askAll: askAll, table, &found)
            let subject = subjects[place]
            tables.wake(kind, subject.index, at: subject.isPending ? .longAgo : subject.due)
            return wasAsked
        }
    }

    /// The subjects that may have to be worked out, in their order.
    private func places(_ touched: Set<AlarmID>, _ table: SignalTable, all: Bool) -> [Int] {
        if all { return Array(subjects.indices) }
        let changed = table.changed.compactMap { $0 < places.count ? places[$0] : nil }
        guard !touched.isEmpty else { return changed }
        let spokenOf = touched.compactMap { $0.rule == rule.id ? placesByName[$0.subject] : nil }
        return spokenOf.isEmpty ? changed : Set(changed).union(spokenOf).sorted()
    }

    /// Works out one subject if it has to be.
    private mutating func look(
        _ place: Int, _ view: AlarmView, _ alarms: [AlarmID: AlarmRecord], _ touched: Set<AlarmID>,
        askAll: Bool, _ table: SignalTable?, _ found: inout [(AlarmID, AlarmEvent.Change)]
    ) -> Bool {
        let index = subjects[place].index
        let signal = signal(index, view, table)
        let mark = signal.bitPattern &+ statusMark(index, table)
        guard
            askAll || mark != subjects[place].mark || view.now >= subjects[place].due
                || subjects[place].isPending
                || (!touched.isEmpty && touched.contains(subjects[place].id))
        else { return false }
        update(place) { $0.mark = mark }
        evaluate(place, signal, view, alarms, &found)
        return true
    }

    private mutating func evaluate(
        _ place: Int, _ signal: Double, _ view: AlarmView, _ alarms: [AlarmID: AlarmRecord],
        _ found: inout [(AlarmID, AlarmEvent.Change)]
    ) {
        let subject = subjects[place]
        let record = alarms.isEmpty ? nil : alarms[subject.id]
        guard record?.outOfService == nil else {
            update(place) {
                $0.isPending = false
                $0.forget()
            }
            return
        }
        let condition = condition(subject.index, signal: signal, view)
        let standing = take(condition, at: place, now: view.now)
        var changes: [AlarmEvent.Change] = []
        let isActive = record?.isActive ?? false
        let priority = standing.limits > 1 ? rule.worse[standing.limits - 2].priority : rule.priority
        let rises =
            standing.limits > 0 && (!isActive || priority > record?.finding?.priority ?? .low)
        let reason = suppression(of: subject, view, alarms)
        if let reason, record?.suppression == nil, rises || isActive {
            changes.append(.suppressed(because: reason))
        } else if reason == nil, record?.suppression != nil {
            changes.append(.unsuppressed)
        }
        if rises {
            changes.append(
                .raised(
                    AlarmEvent.Finding(
                        value: condition.value, limit: condition.limit, priority: priority,
                        cause: cause(of: subject, view), basis: condition.basis)))
        } else if isActive, standing.isOver {
            changes.append(.returned(value: condition.value))
        }
        update(place) { $0.isPending = !changes.isEmpty }
        for change in changes { found.append((subject.id, change)) }
    }
}

// MARK: - Places

extension RuleWatch {
    /// What keeps an alarm quiet by design now: the state of its post or the name of the alarm that says it all.
    private func suppression(
        of subject: AlarmSubject, _ view: AlarmView, _ alarms: [AlarmID: AlarmRecord]
    ) -> String? {
        for suppression in rule.suppressions {
            switch suppression {
            case .post(let states):
                guard kind == .post,
                    let status = view.reading.checkpoints[subject.index].status?.value,
                    states.contains(status)
                else { continue }
                return status.rawValue
            case .alarm(let other):
                guard view.standing.contains(other) else { continue }
                let place = AlarmPlace(of: rule, subject, view.reading)
                let places = [subject.id.subject, place.section, place.region].compactMap(\.self)
                let isStanding = places.contains {
                    alarms[AlarmID(rule: other, subject: $0)]?.isActive ?? false
                }
                if isStanding { return other.rawValue }
            }
        }
        return nil
    }

    private func cause(of subject: AlarmSubject, _ view: AlarmView) -> String {
        var place = AlarmPlace(of: rule, subject, view.reading)
        if case .influx = rule.test { place.section = groups[subject.index].section.rawValue }
        let name: String? =
            switch rule.cause.place {
            case .own: nil
            case .section: place.section
            case .region: place.region
            case .country: Area.country.code
            }
        return "\(rule.cause.key)/\(name ?? subject.id.subject)"
    }
}

/// The section and region an alarm's subject lies in, where it lies in one.
private struct AlarmPlace {
    var section: String?
    var region: String?

    init(of rule: AlarmRule, _ subject: AlarmSubject, _ reading: SituationReading) {
        switch rule.subjects {
        case .post:
            section = reading.checkpoints[subject.index].section.rawValue
            region = reading.checkpoints[subject.index].region.rawValue
        case .shelter: region = reading.shelters[subject.index].region.rawValue
        case .section: section = subject.id.subject
        case .region: region = subject.id.subject
        case .country, .indicator, .source, .station, nil: break
        }
    }
}
