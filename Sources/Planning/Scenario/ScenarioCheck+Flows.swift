import Situation

/// Who comes, and whether somebody takes them in.
extension ScenarioCheck {
    func checkFlows(of scenario: Scenario, _ notes: inout ScenarioNotes) {
        notes.unique(scenario.flows.map(\.name), in: "flows", key: ".name")
        for (index, flow) in scenario.flows.enumerated() {
            let key = "flows[\(index)]"
            let posts = checkPlace(of: flow, at: key, &notes)
            if let first = flow.curve.first {
                notes.inside(first.at, at: "\(key).\(Self.begin(flow, notes, key))")
            }
            if let modes = flow.modes { notes.shares(modes.map(\.share), at: "\(key).modes") }
            if let mean = flow.uncertainty.mean, abs(mean - 1) > 0.001 {
                notes.add(.meanIsNotOne(mean), at: "\(key).uncertainty")
            }
            guard let group = scenario.groups.first(where: { $0.id == flow.group }) else {
                notes.add(.unknown(.group, flow.group), at: "\(key).group")
                continue
            }
            if group.needsBed > 0, flow.direction == .in {
                notes.reception(behind: posts, at: "\(key).where")
            }
        }
    }

    /// Where the beginning of a flow is written: in its curve, or as `from`.
    private static func begin(_ flow: ScenarioFlow, _ notes: ScenarioNotes, _ key: String) -> String {
        notes.isWritten("\(key).curve") ? "curve[0]" : "from"
    }

    private func checkPlace(
        of flow: ScenarioFlow, at key: String, _ notes: inout ScenarioNotes
    ) -> [ScenarioPlaces.Post] {
        switch flow.place {
        case .posts(let selection):
            notes.selection(selection, at: "\(key).where", among: notes.playing)
            return ScenarioPlaces.chosen(selection, among: notes.playing)
        case .weighted(let weights):
            let ids = weights.filter { $0.weight > 0 }.map(\.post)
            for id in weights.map(\.post) { notes.post(id, at: "\(key).where.weights.\(id.rawValue)") }
            return notes.playing.filter { ids.contains($0.id) }
        }
    }

    func checkDisplacement(
        _ displacement: ScenarioDisplacement, of scenario: Scenario, _ notes: inout ScenarioNotes
    ) {
        let key = "displacement"
        let group = scenario.groups.first { $0.id == displacement.group }
        if group == nil { notes.add(.unknown(.group, displacement.group), at: "\(key).group") }
        if let modes = displacement.modes { notes.shares(modes.map(\.share), at: "\(key).modes") }
        notes.unique(displacement.places.map(\.id), in: "\(key).places")
        for (index, place) in displacement.places.enumerated() {
            if let name = place.name { notes.languages(of: name, at: "\(key).places[\(index)].name") }
            guard let post = place.checkpoint else { continue }
            let place = "\(key).places[\(index)].checkpoint"
            notes.post(post, at: place)
            if let group, group.needsBed > 0 {
                notes.reception(behind: notes.playing.filter { $0.id == post }, at: place)
            }
        }
        checkWays(of: displacement, &notes)
    }

    private func checkWays(of displacement: ScenarioDisplacement, _ notes: inout ScenarioNotes) {
        let names = Set(displacement.places.map(\.id))
        func known(_ name: String, _ key: String) {
            if !names.contains(name) { notes.add(.unknown(.place, name), at: "displacement.\(key)") }
        }
        for (index, route) in displacement.routes.enumerated() {
            known(route.from, "routes[\(index)].from")
            known(route.to, "routes[\(index)].to")
            if route.from == route.to {
                notes.add(.sameEnds(route.from), at: "displacement.routes[\(index)].to")
            }
        }
        for (index, conflict) in displacement.conflicts.enumerated() {
            known(conflict.place, "conflicts[\(index)].place")
            if displacement.places.contains(where: { $0.id == conflict.place && $0.kind != .origin }) {
                notes.add(.notAnOrigin(conflict.place), at: "displacement.conflicts[\(index)].place")
            }
            notes.inside(conflict.from, at: "displacement.conflicts[\(index)].from")
        }
        for (index, closure) in displacement.closures.enumerated() {
            switch closure.subject {
            case .place(let name): known(name, "closures[\(index)].place")
            case .route(let from, let to):
                known(from, "closures[\(index)].route[0]")
                known(to, "closures[\(index)].route[1]")
            }
        }
        let reachable = displacement.placesWithAWayToAGate
        for (index, place) in displacement.places.enumerated()
        where place.kind == .origin && !reachable.contains(place.id) {
            notes.add(.noWayToABorderPost, at: "displacement.places[\(index)].id")
        }
    }
}

extension ScenarioDisplacement {
    /// The names of places from which some way leads to a border post.
    var placesWithAWayToAGate: Set<String> {
        var neighbours: [String: [String]] = [:]
        for route in routes {
            neighbours[route.from, default: []].append(route.to)
            neighbours[route.to, default: []].append(route.from)
        }
        var reached = Set(places.filter { $0.kind == .gate }.map(\.id))
        var next = Array(reached)
        while let place = next.popLast() {
            for neighbour in neighbours[place] ?? [] where reached.insert(neighbour).inserted {
                next.append(neighbour)
            }
        }
        return reached
    }
}
