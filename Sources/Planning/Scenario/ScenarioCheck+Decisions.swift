import Situation

/// What the headquarters does.
extension ScenarioCheck {
    func checkDecisions(of scenario: Scenario, _ notes: inout ScenarioNotes) {
        for (index, decision) in scenario.decisions.enumerated() {
            let key = "decisions[\(index)]"
            notes.languages(of: decision.what, at: "\(key).what")
            notes.inside(decision.at, at: "\(key).at")
            check(decision.act, at: key, &notes)
        }
    }

    private func check(_ act: ScenarioDecision.Act, at key: String, _ notes: inout ScenarioNotes) {
        switch act {
        case .openRegionReserve(let region, _): notes.received(region, at: "\(key).open_reserve.region")
        case .openReserve(let shelter, _): notes.shelter(shelter, at: "\(key).open_reserve.shelter")
        case .staffLanes(let post, _, _): notes.post(post, at: "\(key).staff_lanes.checkpoint")
        case .followRoster(let post, _): notes.post(post, at: "\(key).follow_roster.checkpoint")
        case .closePost(let post, _): notes.post(post, at: "\(key).close_post.checkpoint")
        case .openPost(let post, _): notes.post(post, at: "\(key).open_post.checkpoint")
        case .divert(let from, let to, _):
            notes.post(from, at: "\(key).divert.from")
            notes.post(to, at: "\(key).divert.to")
            if from == to { notes.add(.sameEnds(from.rawValue), at: "\(key).divert.to") }
        case .staffRegistration(let region, _): notes.received(region, at: "\(key).registration.region")
        case .orderBuses(let region, _): notes.received(region, at: "\(key).order_buses.region")
        case .askRegion(let from, let to):
            notes.received(from, at: "\(key).ask_region.from")
            notes.received(to, at: "\(key).ask_region.to")
            if from == to { notes.add(.sameEnds(from.rawValue), at: "\(key).ask_region.to") }
        }
    }
}
