extension Fact {
    /// What the fact is a statement *of*: two statements with the same subject, series and period speak of
    /// the same number, and the later one of the same source stands in the earlier one's place. `nil` for
    /// facts that are events and never repeat one another.
    public var series: Series? {
        switch self {
        case .checkpointReport(let report):
            Series(
                subject: report.checkpoint.rawValue,
                name: "\(report.direction.rawValue)/\(report.mode.rawValue)/\(report.category ?? "")")
        case .checkpointState(let state):
            Series(subject: state.checkpoint.rawValue, name: "state")
        case .statedTotal(let total):
            Series(
                subject: total.area.code,
                name: "total/\(total.direction.rawValue)/\(total.mode.rawValue)"
                    + "/\(total.boundName)/\(total.category ?? "")")
        case .shelterReport(let report):
            Series(subject: report.shelter.rawValue, name: "shelter")
        case .facility(let facility):
            Series(subject: facility.facility.rawValue, name: "facility")
        case .indicatorValue(let value):
            Series(
                subject: "indicator-\(value.indicator)",
                name: "\(value.period)/\(value.region?.rawValue ?? "KZ")")
        case .measureState(let state):
            Series(
                subject: "measure-\(state.measure)", name: "state/\(state.period?.description ?? "all")")
        case .resource(let report):
            Series(subject: report.region.rawValue, name: "resource/\(report.kind)")
        case .healthReport(let report):
            Series(subject: report.place, name: "health")
        case .crossings(let event):
            event.series
        case .note, .incident, .significance, .decision, .alarm, .level, .playbook, .task, .reserve, .shift,
            .contradiction, .act, .exercise, .correction, .unread:
            nil
        }
    }
}

/// The identity of a number that is stated again and again.
public struct Series: Hashable, Sendable {
    /// The place, area or indicator.
    public let subject: String
    /// Which of its numbers.
    public let name: String

    public init(subject: String, name: String) {
        self.subject = subject
        self.name = name
    }
}

extension StatedTotal {
    /// A lower and an upper bound of one range are two statements, not one stated twice.
    fileprivate var boundName: String {
        switch precision {
        case .exact, .rounded: "value"
        case .atLeast: "at_least"
        case .atMost: "at_most"
        }
    }
}
