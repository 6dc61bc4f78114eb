import Situation

/// Which alarms are listed.
enum AlarmView: String, CaseIterable, Hashable, Sendable {
    /// Everything that stands, seen or not.
    case standing
    /// What nobody has seen.
    case unseen
    /// What is kept quiet: shelved, suppressed by design, out of service.
    case quiet

    var next: AlarmView {
        switch self {
        case .standing: .unseen
        case .unseen: .quiet
        case .quiet: .standing
        }
    }

    func holds(_ state: AlarmState) -> Bool {
        switch self {
        case .standing: state.isAnnunciated
        case .unseen: state.wantsAcknowledgement
        case .quiet: state != .normal && !state.isAnnunciated
        }
    }
}

/// An alarm with its state at the moment shown.
struct AlarmRow: Hashable, Sendable {
    let record: AlarmRecord
    let state: AlarmState
}

/// Alarms of one cause, in a flood. Nothing is dropped: all of them are in it.
struct AlarmGroup: Hashable, Sendable {
    let cause: String
    /// The worst first; never empty.
    let rows: [AlarmRow]
}

extension WatchPicture {
    /// Every alarm that is not in its quiet state: those that want to be seen first, then by priority and age.
    func alarmRows(at now: Instant) -> [AlarmRow] {
        alarms.values.map { AlarmRow(record: $0, state: $0.state(at: now)) }
            .filter { $0.state != .normal }
            .sorted { left, right in
                if left.rank != right.rank { return left.rank < right.rank }
                let (first, second) = (left.record.finding?.priority, right.record.finding?.priority)
                if first != second { return (first ?? .low) > (second ?? .low) }
                return (left.record.raised ?? Instant(milliseconds: 0), left.record.id)
                    < (right.record.raised ?? Instant(milliseconds: 0), right.record.id)
            }
    }
}

extension [AlarmRow] {
    /// By cause, the group with the worst alarm first.
    var grouped: [AlarmGroup] {
        var order: [String] = []
        var members: [String: [AlarmRow]] = [:]
        for row in self {
            let cause = row.record.finding?.cause ?? row.record.id.description
            if members[cause] == nil { order.append(cause) }
            members[cause, default: []].append(row)
        }
        return order.map { AlarmGroup(cause: $0, rows: members[$0] ?? []) }
    }
}

extension AlarmRow {
    /// What wants to be seen, what holds, what is kept quiet.
    fileprivate var rank: Int {
        switch state {
        case .unacknowledged: 0
        case .returnedUnacknowledged: 1
        case .acknowledged: 2
        case .shelved: 3
        case .suppressed: 4
        case .outOfService: 5
        case .normal: 6
        }
    }
}

extension AlarmState {
    /// Its name in the catalogs.
    var key: String {
        switch self {
        case .normal: "normal"
        case .unacknowledged: "unacknowledged"
        case .acknowledged: "acknowledged"
        case .returnedUnacknowledged: "returned"
        case .shelved: "shelved"
        case .suppressed: "suppressed"
        case .outOfService: "out-of-service"
        }
    }
}
