import Planning
import Reference
import Situation

extension Reference {
    /// The figure of a service standard; `nil` when it gives none.
    func figure(of standard: String, _ phase: AlarmLimit.StandardPhase) -> Double? {
        guard let standard = standards.first(where: { $0.id == standard }) else { return nil }
        return switch phase {
        case .emergency: standard.emergency
        case .afterEmergency: standard.afterEmergency
        case .survival: standard.survival
        }
    }

    /// Which figures each service standard gives.
    var alarmStandards: [String: Set<AlarmLimit.StandardPhase>] {
        let phases = standards.map { standard in
            (
                standard.id,
                Set(AlarmLimit.StandardPhase.allCases.filter { figure(of: standard.id, $0) != nil })
            )
        }
        return Dictionary(phases) { $0.union($1) }
    }

    /// The identifiers alarm rules may name.
    var alarmPlaces: [Metric.Scope: Set<String>] {
        [
            .post: Set(checkpoints.map(\.id.rawValue)), .section: Set(sections.map(\.id.rawValue)),
            .region: Set(regions.map(\.id.rawValue)), .shelter: Set(shelters.map(\.id.rawValue)),
            .country: [Area.country.code],
        ]
    }
}

extension AlarmRuleFolder {
    /// The rules a watch can go by: those whose standards give a figure.
    func rules(by reference: Reference) -> [AlarmRule] {
        rules.compactMap { $0.resolved(reference.figure) }
    }
}
