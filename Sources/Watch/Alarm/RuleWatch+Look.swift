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
        _ found: inout [(AlarmID, AlarmEvent.Change)]
    ) -> Int {
        let dependsOnOthers = !touched.isEmpty && rule.suppressions.contains { $0.isOnAlarm }
        let dependsOnStatus = rule.suppressions.contains { !$0.isOnAlarm }
        var count = 0
        for place in subjects.indices {
            let signal = signal(subjects[place].index, view)
            var mark = signal.bitPattern
            if dependsOnStatus { mark &+= statusMark(subjects[place].index, view) }
            guard
                everything || mark != subjects[place].mark || view.now >= subjects[place].due
                    || subjects[place].isPending || dependsOnOthers
                    || (!touched.isEmpty && touched.contains(subjects[place].id))
            else { continue }
            count += 1
            update(place) { $0.mark = mark }
            evaluate(place, signal, view, alarms, &found)
        }
        return count
    }

    /// The status of a post, as something to be added to the mark of what was measured.
    private func statusMark(_ index: Int, _ view: AlarmView) -> UInt64 {
        let status = view.reading.checkpoints[index].status?.value
        let number = status.flatMap { CheckpointStatus.allCases.firstIndex(of: $0) }.map { UInt64($0 + 1) }
        return (number ?? 0) &* 0x9E37_79B9_7F4A_7C15
    }

    private mutating func evaluate(
        _ place: Int, _ signal: Double, _ view: AlarmView, _ alarms: [AlarmID: AlarmRecord],
        _ found: inout [(AlarmID, AlarmEvent.Change)]
    ) {
        let subject = subjects[place]
        let record = alarms[subject.id]
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
                guard rule.subjects == .post,
                    let status = view.reading.checkpoints[subject.index].status?.value,
                    states.contains(status)
                else { continue }
                return status.rawValue
            case .alarm(let other):
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

extension AlarmSuppression {
    fileprivate var isOnAlarm: Bool { if case .alarm = self { true } else { false } }
}
