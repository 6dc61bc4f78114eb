/// What a person is at a seat, which decides what they may do.
public enum Role: String, CaseIterable, Codable, Sendable {
    case dutyOfficer = "duty_officer"
    case shiftLead = "shift_lead"
    /// Directs an exercise.
    case controller
    /// Looks and does nothing.
    case observer

    /// Whether who holds it answers for the watch, and so cannot leave it without a handover.
    public var keepsWatch: Bool { self == .dutyOfficer || self == .shiftLead }

    /// The one table of who may do what.
    public func may(_ duty: Duty) -> Bool {
        switch self {
        case .shiftLead: true
        case .dutyOfficer: duty != .takeAlarmOutOfService
        case .controller: [.writeLog, .reportByTelephone, .handOver].contains(duty)
        case .observer: duty == .handOver
        }
    }
}

/// The kinds of act that a role allows or refuses.
public enum Duty: String, CaseIterable, Codable, Sendable {
    case writeLog = "write_log"
    case reportByTelephone = "report_by_telephone"
    case acknowledgeAlarm = "acknowledge_alarm"
    case shelveAlarm = "shelve_alarm"
    case takeAlarmOutOfService = "take_alarm_out_of_service"
    case decideLevel = "decide_level"
    case decidePlaybook = "decide_playbook"
    case workTask = "work_task"
    case commitReserve = "commit_reserve"
    case giveOrder = "give_order"
    case settleContradiction = "settle_contradiction"
    case promoteEntry = "promote_entry"
    /// Signing on and off, and the handover.
    case handOver = "hand_over"
}
