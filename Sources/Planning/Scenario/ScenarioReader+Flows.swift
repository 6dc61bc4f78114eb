import Situation
import StrictYAML

/// Who comes, when and where.
extension ScenarioReader {
    static func group(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioGroup {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ScenarioGroup(
            id: form.value("id", or: "") { try $0.text() },
            name: form.optional("name") { try $0.planText() },
            purposes: form.value("purpose", or: [:]) { try $0.shares(of: Purpose.self) },
            documents: form.value("documents", or: [:]) { try $0.shares(of: Documents.self) },
            ages: form.value("ages", or: [:]) { try $0.shares(of: AgeSex.self) },
            vulnerable: form.value("vulnerable", or: 0) { try $0.share() },
            needsBed: form.value("needs_bed", or: 0) { try $0.share() },
            stay: form.value("stay", or: .constant(0)) { try $0.timeDistribution() },
            returning: form.optional("return") { try $0.share() } ?? 0)
    }

    static func flow(_ value: YAMLValue, _ faults: YAMLFaults) -> ScenarioFlow {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ScenarioFlow(
            name: form.value("name", or: "") { try $0.text() },
            group: form.value("group", or: "") { try $0.text() },
            place: form.value("where", or: .posts(PostSelection(base: .all))) { try place($0) },
            direction: form.optional("direction") { try $0.oneOf(Direction.self) } ?? .in,
            height: height(&form),
            curve: curve(&form),
            followsHours: form.optional("follows_hours") { try $0.bool() } ?? false,
            modes: form.optional("modes") { try modes($0) },
            uncertainty: form.optional("uncertainty") { try $0.numberDistribution() } ?? .constant(1))
    }

    /// `{checkpoint: syrym}`, `{section: ru-west}`, or `{posts: …}` with a list, a choice, or weights by post.
    private static func place(_ value: YAMLValue) throws(YAMLFault) -> ScenarioFlow.Place {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> ScenarioFlow.Place in
            if let post = fields.take("checkpoint") {
                return .posts(PostSelection(base: .posts([try post.identifier()])))
            }
            if let section = fields.take("section") {
                return .posts(PostSelection(base: .sections([try section.identifier()])))
            }
            if let weights = fields.take("weights") { return .weighted(try self.weights(weights)) }
            return .posts(try postSelection(try fields.require("posts")))
        }
    }

    private static func weights(_ value: YAMLValue) throws(YAMLFault) -> [ScenarioFlow.Weight] {
        var weights: [ScenarioFlow.Weight] = []
        for pair in try value.pairs() {
            weights.append(
                ScenarioFlow.Weight(
                    post: CheckpointID(pair.key), weight: try pair.value.number(in: 0...1_000_000)))
        }
        guard weights.contains(where: { $0.weight > 0 }) else {
            throw value.expected("at least one weight above 0")
        }
        return weights
    }

    /// Either `persons_per_day` or `times_usual`; the one not taken is left over and refused.
    private static func height(_ form: inout YAMLForm) -> ScenarioFlow.Height {
        if let times = form.take("times_usual") {
            return .timesUsual(form.faults.reading(times, or: 1) { try $0.number(in: 1...1000) })
        }
        return .personsPerDay(
            form.value("persons_per_day", or: 0) { try $0.number(in: PlanLimits.personsPerDay) })
    }

    /// Either `curve`, or `shape` with `from` and `to`.
    private static func curve(_ form: inout YAMLForm) -> [ScenarioFlow.Knot] {
        if form.whole.has("curve") { return form.value("curve", or: []) { try knots($0) } }
        let shape = form.value("shape", or: .step) { try $0.oneOf(ScenarioFlow.Shape.self) }
        let stretch = stretch(&form)
        return shape.curve(from: stretch.from, to: stretch.to)
    }

    /// A time from `from` to `to`, the earlier first.
    static func stretch(_ form: inout YAMLForm) -> (from: Span, to: Span) {
        let before = form.faults.all.count
        let from = form.value("from", or: Span.zero) { try $0.span() }
        guard let end = form.demand("to") else { return (from, from + .minutes(1)) }
        let to = form.faults.reading(end, or: from + .minutes(1)) { try $0.span() }
        if form.faults.all.count == before, to <= from {
            form.faults.note(end.expected("a time after 'from'"))
        }
        return (from, to)
    }

    private static func knots(_ value: YAMLValue) throws(YAMLFault) -> [ScenarioFlow.Knot] {
        var knots: [ScenarioFlow.Knot] = []
        for element in try value.list() {
            guard let pair = try? element.list(), pair.count == 2 else {
                throw element.expected("[time, part of the height]")
            }
            let knot = ScenarioFlow.Knot(at: try pair[0].span(), part: try pair[1].number(in: 0...1000))
            if let last = knots.last, knot.at < last.at { throw pair[0].expected("times in order") }
            knots.append(knot)
        }
        guard knots.count > 1 else { throw value.expected("at least two moments") }
        return knots
    }
}

extension YAMLValue {
    /// Whether this is a mapping with that key.
    fileprivate func has(_ key: String) -> Bool { ((try? pairs()) ?? []).contains { $0.key == key } }
}
