import Situation

/// What can be said about a scenario only from the whole of it, or from the country around it: its names lead
/// somewhere, its times lie inside it, its shares add up, somebody takes in those who need a bed, and every
/// text is there in all three languages.
public struct ScenarioCheck: Sendable {
    let places: ScenarioPlaces

    /// A check against what there is.
    public init(places: ScenarioPlaces) { self.places = places }

    /// The longest a scenario may play: the simulator's own limit.
    public static let longest = Span.days(400)

    /// Everything found in `scenario`, by line.
    public func findings(in scenario: Scenario) -> [ScenarioFinding] {
        var notes = ScenarioNotes(scenario, places)
        checkHead(of: scenario, &notes)
        checkPosts(of: scenario, &notes)
        checkGroups(of: scenario, &notes)
        checkFlows(of: scenario, &notes)
        if let displacement = scenario.displacement { checkDisplacement(displacement, of: scenario, &notes) }
        checkDisruptions(of: scenario, &notes)
        checkReception(of: scenario, &notes)
        checkDecisions(of: scenario, &notes)
        return notes.findings.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
    }

    private func checkHead(of scenario: Scenario, _ notes: inout ScenarioNotes) {
        notes.languages(of: scenario.name, at: "name")
        notes.languages(of: scenario.notes, at: "notes")
        if scenario.horizon < .hours(1) || scenario.horizon > Self.longest {
            notes.add(.horizon(longest: Self.longest), at: "horizon")
        }
        let traffic = scenario.traffic
        if let hours = traffic.hoursOfDay { notes.sum(hours, is: 24, at: "traffic.hours_of_day") }
        if let days = traffic.daysOfWeek { notes.sum(days, is: 7, at: "traffic.days_of_week") }
        for (index, playbook) in scenario.playbooks.enumerated() {
            guard let known = places.playbooks, !known.contains(playbook) else { continue }
            notes.add(.unknown(.playbook, playbook.rawValue), at: "playbooks[\(index)]")
        }
        notes.unique(scenario.playbooks.map(\.rawValue), in: "playbooks", key: "")
    }

    private func checkPosts(of scenario: Scenario, _ notes: inout ScenarioNotes) {
        notes.selection(scenario.posts, at: "posts", among: places.posts)
        for (index, change) in scenario.postChanges.enumerated() {
            let key = "post_changes[\(index)]"
            notes.selection(change.posts, at: "\(key).posts", among: notes.playing)
            if let modes = change.modes { notes.shares(modes.map(\.share), at: "\(key).modes") }
        }
    }

    private func checkGroups(of scenario: Scenario, _ notes: inout ScenarioNotes) {
        notes.unique(scenario.groups.map(\.id), in: "groups")
        for (index, group) in scenario.groups.enumerated() {
            let key = "groups[\(index)]"
            if let name = group.name { notes.languages(of: name, at: "\(key).name") }
            notes.shares(Purpose.allCases.compactMap { group.purposes[$0] }, at: "\(key).purpose")
            notes.shares(Documents.allCases.compactMap { group.documents[$0] }, at: "\(key).documents")
            notes.shares(AgeSex.allCases.compactMap { group.ages[$0] }, at: "\(key).ages")
        }
    }

    private func checkDisruptions(of scenario: Scenario, _ notes: inout ScenarioNotes) {
        for (index, disruption) in scenario.disruptions.enumerated() {
            let key = "disruptions[\(index)]"
            notes.languages(of: disruption.what, at: "\(key).what")
            notes.selection(disruption.posts, at: "\(key).posts", among: notes.playing)
            notes.inside(disruption.from, at: "\(key).from")
        }
    }

    private func checkReception(of scenario: Scenario, _ notes: inout ScenarioNotes) {
        notes.unique(scenario.reception.map(\.region.rawValue), in: "reception", key: ".region")
        for (index, reception) in scenario.reception.enumerated() {
            let key = "reception[\(index)]"
            notes.region(reception.region, at: "\(key).region")
            if reception.buses == nil, reception.trains == nil { notes.add(.noFleet, at: key) }
            for (place, overflow) in reception.overflow.enumerated() {
                let place = "\(key).overflow[\(place)].region"
                notes.received(overflow.region, at: place)
                if overflow.region == reception.region {
                    notes.add(.sameEnds(overflow.region.rawValue), at: place)
                }
            }
        }
        for (index, change) in scenario.shelterChanges.enumerated() {
            switch change.place {
            case .all: break
            case .region(let region): notes.received(region, at: "shelters[\(index)].region")
            case .shelter(let shelter): notes.shelter(shelter, at: "shelters[\(index)].shelter")
            }
        }
    }
}
