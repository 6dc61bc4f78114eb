/// The closed list of what a journal can say, by the name each kind has in storage.
///
/// Every kind of the design has its name here from the start, so that journals never need another table;
/// kinds whose body this version cannot read are kept as they are and passed over (``Fact/unread(_:)``).
public enum FactKind: String, CaseIterable, Codable, Sendable {
    case checkpointReport = "checkpoint_report"
    case checkpointState = "checkpoint_state"
    case statedTotal = "stated_total"
    case shelterReport = "shelter_report"
    case facility
    case resource
    case healthReport = "health_report"
    case incident
    case indicatorValue = "indicator_value"
    case measureState = "measure_state"
    case note
    /// The promotion of an entry to a significant event.
    case significance
    case decision
    case act
    case alarm
    case level
    case playbook
    case task
    /// Reserve capacity committed to tasks and given back.
    case reserve
    case shift
    case contradiction
    /// Single crossings: batches taken in, windows closed, days erased; never the crossings themselves.
    case crossings
    case exercise
    case correction
}
