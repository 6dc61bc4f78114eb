import Planning
import Situation

/// Who answers for which resource. **Our reading**: the decree names no one for each.
///
/// Lanes are the border service's (NSC). Beds, buses, desks and what shelters offer are the akimat's of the region (LEB).
/// For water and sanitation, floor and food the lead of the playbook's task that commits such a reserve takes precedence.
public struct Responsibility: Hashable, Sendable {
    private var leads: [ReadinessRow.Resource: AgencyKey] = [:]

    /// - Parameter playbook: the tasks of a mass influx; `nil`: our reading alone.
    public init(_ playbook: Playbook? = nil) {
        for task in playbook?.tasks ?? [] {
            for resource in Self.resources(of: task.reserve?.kind) where leads[resource] == nil {
                leads[resource] = task.lead
            }
        }
    }

    /// The agency that answers for a resource.
    public func agency(for resource: ReadinessRow.Resource) -> AgencyKey {
        leads[resource] ?? (resource == .lanes ? "NSC" : "LEB")
    }

    private static func resources(of kind: ReserveCommitment.Kind?) -> [ReadinessRow.Resource] {
        switch kind {
        case .toilets: [.toilets, .taps, .showers, .water]
        case .waterTankers: [.water]
        case .tents: [.space]
        default: []
        }
    }
}
