import Situation
import StrictYAML

/// People on their way to the border.
extension ScenarioReader {
    static func displacement(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioDisplacement {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ScenarioDisplacement(
            group: form.value("group", or: "") { try $0.text() },
            modes: form.optional("modes") { try modes($0) },
            departuresPerDay: form.value("departures_per_day", or: 0) { try $0.share() },
            kilometresPerDay: form.optional("km_per_day") { try $0.number(in: 1...2000) },
            places: form.list("places") { displacedPlace($0, faults) },
            routes: form.list("routes") { route($0, faults) },
            conflicts: form.list("conflicts") { conflict($0, faults) },
            closures: form.list("closures") { closure($0, faults) })
    }

    private static func displacedPlace(
        _ value: YAMLValue, _ faults: YAMLFaults
    ) -> ScenarioDisplacement.Place {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let kind = form.value("kind", or: .town) { try $0.oneOf(ScenarioDisplacement.Kind.self) }
        return ScenarioDisplacement.Place(
            id: form.value("id", or: "") { try $0.text() },
            name: form.optional("name") { try $0.planText() },
            kind: kind,
            population: form.optional("population") { try $0.integer(in: PlanLimits.people) } ?? 0,
            checkpoint: kind == .gate ? form.value("checkpoint", or: "") { try $0.identifier() } : nil)
    }

    private static func route(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioDisplacement.Route {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ScenarioDisplacement.Route(
            from: form.value("from", or: "") { try $0.text() },
            to: form.value("to", or: "") { try $0.text() },
            kilometres: form.value("km", or: 1) { try $0.number(in: 1...10_000) })
    }

    private static func conflict(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioDisplacement.Conflict {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let place = form.value("place", or: "") { try $0.text() }
        let (from, to) = openStretch(&form)
        return ScenarioDisplacement.Conflict(
            place: place, from: from, to: to,
            intensity: form.optional("intensity") { try $0.share() } ?? 1)
    }

    private static func closure(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioDisplacement.Closure {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let subject: ScenarioDisplacement.Closure.Subject
        if let route = form.take("route") {
            subject = faults.reading(route, or: .place("")) { try ends($0) }
        } else {
            subject = .place(form.value("place", or: "") { try $0.text() })
        }
        let (from, to) = openStretch(&form)
        return ScenarioDisplacement.Closure(subject: subject, from: from, to: to)
    }

    private static func ends(
        _ value: YAMLValue
    ) throws(YAMLFault) -> ScenarioDisplacement.Closure.Subject {
        let names = try value.list { (element: YAMLValue) throws(YAMLFault) -> String in try element.text() }
        guard names.count == 2 else { throw value.expected("[place, place]") }
        return .route(names[0], names[1])
    }

    /// A time from `from` to `to`; to the end where `to` is not written.
    private static func openStretch(_ form: inout YAMLForm) -> (from: Span, to: Span?) {
        guard let end = form.take("to") else {
            return (form.value("from", or: .zero) { try $0.span() }, nil)
        }
        let before = form.faults.all.count
        let from = form.value("from", or: Span.zero) { try $0.span() }
        let to = form.faults.reading(end, or: from) { try $0.span() }
        if form.faults.all.count == before, to <= from {
            form.faults.note(end.expected("a time after 'from'"))
        }
        return (from, to)
    }
}
