import Situation
import StrictYAML

/// What breaks, and what is decided.
extension ScenarioReader {
    static func disruption(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioDisruption {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let what = form.value("what", or: PlanText([:])) { try $0.planText() }
        let posts = form.value("posts", or: PostSelection(base: .all)) { try postSelection($0) }
        let direction = form.optional("direction") { try $0.oneOf(Direction.self) }
        let (from, to) = stretch(&form)
        return ScenarioDisruption(
            what: what, posts: posts, direction: direction, from: from, to: to, effect: effect(&form))
    }

    /// Either `lanes_left` or `service_times`.
    private static func effect(_ form: inout YAMLForm) -> ScenarioDisruption.Effect {
        if let times = form.take("service_times") {
            return .serviceTimes(form.faults.reading(times, or: 1) { try $0.number(in: 1...1000) })
        }
        return .lanesLeft(form.value("lanes_left", or: 1) { try $0.share() })
    }

    static func decision(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioDecision? {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let at = form.value("at", or: Span.zero) { try $0.span() }
        let what = form.value("what", or: PlanText([:])) { try $0.planText() }
        for key in ScenarioDecision.actKeys {
            guard let written = form.take(key) else { continue }
            var fields = YAMLForm(written, faults)
            defer { fields.finish() }
            return ScenarioDecision(at: at, what: what, act: act(key, &fields))
        }
        faults.note(
            value.fault(
                .expected(
                    "one of " + ScenarioDecision.actKeys.joined(separator: ", "),
                    found: "a decision without an act")
            ))
        return nil
    }

    private static func act(_ key: String, _ form: inout YAMLForm) -> ScenarioDecision.Act {
        switch key {
        case "open_reserve": openReserve(&form)
        case "staff_lanes":
            .staffLanes(
                post(&form), direction(&form),
                lanes: form.value("lanes", or: 0) { try $0.integer(in: PlanLimits.lanes) })
        case "follow_roster": .followRoster(post(&form), direction(&form))
        case "close_post": .closePost(post(&form), direction(&form))
        case "open_post": .openPost(post(&form), direction(&form))
        case "divert":
            .divert(
                from: form.value("from", or: "") { try $0.identifier() },
                to: form.value("to", or: "") { try $0.identifier() },
                share: form.value("share", or: 0) { try $0.share() })
        case "registration":
            .staffRegistration(
                region("region", &form),
                desks: form.value("desks", or: 0) { try $0.integer(in: PlanLimits.lanes) })
        case "order_buses":
            .orderBuses(
                region("region", &form), count: form.value("count", or: 1) { try $0.integer(in: 1...10_000) })
        default: .askRegion(from: region("from", &form), to: region("to", &form))
        }
    }

    /// Either a region and a share of what it holds, or a shelter and a number of beds.
    private static func openReserve(_ form: inout YAMLForm) -> ScenarioDecision.Act {
        if let shelter = form.take("shelter") {
            return .openReserve(
                form.faults.reading(shelter, or: "") { try $0.identifier() },
                beds: form.value("beds", or: 1) { try $0.integer(in: 1...PlanLimits.beds.upperBound) })
        }
        return .openRegionReserve(
            region("region", &form), share: form.value("share", or: 0) { try $0.share() })
    }

    private static func post(_ form: inout YAMLForm) -> CheckpointID {
        form.value("checkpoint", or: "") { try $0.identifier() }
    }

    private static func direction(_ form: inout YAMLForm) -> Direction {
        form.optional("direction") { try $0.oneOf(Direction.self) } ?? .in
    }

    private static func region(_ key: String, _ form: inout YAMLForm) -> RegionCode {
        form.value(key, or: "") { try $0.identifier() }
    }
}
