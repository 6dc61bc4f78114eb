import Situation
import StrictYAML

/// Who takes people in, and where.
extension ScenarioReader {
    static func reception(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioReception {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ScenarioReception(
            region: form.value("region", or: "") { try $0.identifier() },
            desks: form.value("desks", or: 1) { try $0.integer(in: PlanLimits.lanes) },
            registration: form.value("registration", or: .constant(1)) { try $0.timeDistribution() },
            buses: form.optional("buses") { fleet($0, faults) },
            trains: form.optional("trains") { fleet($0, faults) },
            overflow: form.list("overflow") { overflow($0, faults) })
    }

    private static func fleet(_ value: YAMLValue, _ faults: YAMLFaults) -> PlannedFleet {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return PlannedFleet(
            vehicles: form.value("vehicles", or: 1) { try $0.integer(in: 0...10_000) },
            seats: form.value("seats", or: 1) { try $0.integer(in: 1...5_000) },
            turnRound: form.value("turn_round", or: .zero) { try $0.span() },
            longestWait: form.value("longest_wait", or: .zero) { try $0.span() })
    }

    private static func overflow(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioReception.Overflow {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ScenarioReception.Overflow(
            region: form.value("region", or: "") { try $0.identifier() },
            travel: form.value("travel", or: .zero) { try $0.span() })
    }

    static func shelterChange(_ value: YAMLValue, _ faults: YAMLFaults) -> ShelterChange {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        var change = ShelterChange(place: shelterPlace(&form))
        change.occupied = form.optional("occupied") { try $0.share() }
        change.openBeds = form.optional("open_beds") { try $0.integer(in: PlanLimits.beds) }
        change.reserveBeds = form.optional("reserve_beds") { try $0.integer(in: PlanLimits.beds) }
        change.lead = form.optional("lead") { try $0.span() }
        change.travel = form.optional("travel") { try $0.span() }
        change.waterLitresPerDay = form.optional("water_l_day") { try $0.number(in: 0...PlanLimits.largest) }
        change.taps = form.optional("taps") { try $0.integer(in: PlanLimits.things) }
        change.toilets = form.optional("toilets") { try $0.integer(in: PlanLimits.things) }
        change.showers = form.optional("showers") { try $0.integer(in: PlanLimits.things) }
        change.coveredSquareMetres = form.optional("covered_m2") { try $0.number(in: 0...PlanLimits.largest) }
        change.staff = form.optional("staff") { try $0.integer(in: PlanLimits.things) }
        change.foodKilocaloriesPerDay = form.optional("food_kcal_day") { try $0.number(in: 0...1e12) }
        return change
    }

    /// Either `shelter`, or `region`, or neither: all of them.
    private static func shelterPlace(_ form: inout YAMLForm) -> ShelterChange.Place {
        if let shelter = form.take("shelter") {
            return .shelter(form.faults.reading(shelter, or: "") { try $0.identifier() })
        }
        if let region = form.take("region") {
            return .region(form.faults.reading(region, or: "") { try $0.identifier() })
        }
        return .all
    }
}
