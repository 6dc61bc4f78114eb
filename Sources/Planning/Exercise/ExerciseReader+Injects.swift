import Situation
import StrictYAML

/// The master scenario events list.
extension ExerciseReader {
    static func inject(_ value: YAMLValue, _ faults: YAMLFaults) -> Inject {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return Inject(
            number: form.value("number", or: 1) { try $0.integer(in: 1...9999) },
            id: form.value("id", or: "") { try $0.name() },
            when: time(&form) ?? .byHand,
            after: form.optional("after") { try $0.identifiers() } ?? [],
            from: form.value("from", or: .agency("")) { try sender($0) },
            to: form.value("to", or: .all) { try receiver($0) },
            means: form.value("means", or: .telephone) { try $0.oneOf(Inject.Means.self) },
            text: form.value("text", or: PlanText([:])) { try $0.planText() },
            change: form.optional("change") { change($0, faults) } ?? nil,
            report: form.optional("report") { report($0, faults) } ?? nil,
            expects: form.list("expects") { expected($0, faults) },
            notes: form.optional("notes") { try $0.planText() })
    }

    /// The keys that say when an inject is sent.
    static let timeKeys = ["at", "when", "by_hand", "if_missed"]

    static func time(_ form: inout YAMLForm) -> InjectTime? {
        guard let (key, value) = form.choice(timeKeys) else { return nil }
        let faults = form.faults
        switch key {
        case "at": return .at(faults.reading(value, or: .zero) { try $0.timeFromStart() })
        case "when":
            let earliest = form.optional("not_before") { try $0.timeFromStart() }
            return .state(faults.reading(value, or: []) { try $0.conditions() }, noEarlierThan: earliest)
        case "by_hand":
            faults.reading(value, or: ()) { guard try $0.bool() else { throw $0.expected("true") } }
            return .byHand
        default: return .missed(faults.reading(value, or: "") { try $0.name() })
        }
    }

    /// The key of an agency, or words in the three languages.
    static func sender(_ value: YAMLValue) throws -> InjectSender {
        if (try? value.pairs()) != nil { return .words(try value.planText()) }
        return .agency(try value.name())
    }

    /// `all`, a station, or `{agency: MIA}`.
    static func receiver(_ value: YAMLValue) throws -> InjectReceiver {
        if (try? value.pairs()) != nil {
            return .agency(
                try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> AgencyKey in
                    try fields.require("agency").name()
                })
        }
        let written = try value.filledText()
        return written == "all" ? .all : .station(ExerciseStation.ID(written))
    }

    static func change(_ value: YAMLValue, _ faults: YAMLFaults) -> WorldChange? {
        var whole = YAMLForm(value, faults)
        defer { whole.finish() }
        let keys = ["close_post", "open_post", "limit_lanes", "break_system", "epidemic"]
        guard let (key, written) = whole.choice(keys) else { return nil }
        var form = YAMLForm(written, faults)
        defer { form.finish() }
        switch key {
        case "close_post": return .closePost(post(&form), way(&form))
        case "open_post": return .openPost(post(&form), way(&form))
        case "limit_lanes":
            return .limitLanes(
                post(&form), way(&form), share: form.value("share", or: 1) { try $0.share() },
                duration: form.optional("for") { try $0.lasting() })
        case "break_system":
            return .breakSystem(
                form.value("posts", or: []) { try $0.someIdentifiers() },
                factor: form.value("factor", or: 1) { try $0.number(in: 1...1000) },
                duration: form.value("for", or: .hours(1)) { try $0.lasting() })
        default:
            return .epidemic(
                form.value("region", or: "") { try $0.name() },
                disease: form.value("disease", or: "") { try $0.filledText() },
                casesPerDay: form.value("cases_per_day", or: 0) { try $0.number(in: 0...100_000) },
                duration: form.value("for", or: .days(1)) { try $0.lasting() })
        }
    }

    static func report(_ value: YAMLValue, _ faults: YAMLFaults) -> ToldFigure? {
        var whole = YAMLForm(value, faults)
        defer { whole.finish() }
        guard let (key, written) = whole.choice(ToldFigure.Kind.allCases.map(\.rawValue)),
            let kind = ToldFigure.Kind(rawValue: key)
        else { return nil }
        var form = YAMLForm(written, faults)
        defer { form.finish() }
        return ToldFigure(
            kind: kind,
            place: form.value("place", or: "") { try $0.filledText() },
            value: form.value("value", or: 0) { try $0.integer(in: PlanLimits.people) },
            period: kind.needsPeriod ? form.value("last", or: .hours(1)) { try $0.lasting() } : nil,
            disease: kind == .cases ? form.value("disease", or: "") { try $0.filledText() } : nil,
            source: form.value("source", or: "") { try $0.name() })
    }

    private static func post(_ form: inout YAMLForm) -> CheckpointID {
        form.value("checkpoint", or: "") { try $0.name() }
    }

    private static func way(_ form: inout YAMLForm) -> Direction? {
        form.optional("direction") { try $0.oneOf(Direction.self) }
    }
}

extension YAMLValue {
    /// `T+90m`; a time before the start is read (`T-10m`), so that the check can say what is wrong with it.
    func timeFromStart() throws(YAMLFault) -> Span {
        let written = try text()
        if written.hasPrefix("T-"), let span = Span(text: written.dropFirst(2)) { return .zero - span }
        return try timeAfterStart()
    }

    /// A list of conditions; an empty one would hold always, so it is refused.
    func conditions() throws(YAMLFault) -> [Condition] {
        let conditions = try list { (element: YAMLValue) throws(YAMLFault) -> Condition in
            try element.condition()
        }
        guard !conditions.isEmpty else { throw expected("at least one condition") }
        return conditions
    }

    /// Identifiers, one or more.
    func someIdentifiers<ID: Identifier>(_: ID.Type = ID.self) throws(YAMLFault) -> [ID] {
        let ids: [ID] = try identifiers()
        guard !ids.isEmpty else { throw expected("at least one value") }
        return ids
    }
}
