import Planning
import Situation
import Wording

extension Look {
    /// A condition on the picture, in words: what is measured, where, the limit, for how long.
    func words(_ condition: Condition) -> String {
        let metric = Metric(rawValue: condition.metric)
        let name = metric.map { speech("console.metric.\(Self.key($0))") } ?? condition.metric
        var text = speech(
            "console.comparison.\(condition.comparison.rawValue)",
            [
                "metric": .text("\(name)\(scope(condition.scope))"),
                "value": .text(amount(condition.value, metric)),
            ])
        if condition.duration > .zero {
            text += speech("console.comparison.for", ["time": .text(speech.span(condition.duration))])
        }
        return text
    }

    /// A time counted from the start of a playbook.
    func afterStart(_ span: Span) -> String {
        span == .zero
            ? "\(speech("console.playbook.start"))"
            : "\(speech("console.playbook.start"))+\(speech.span(span))"
    }

    /// The catalog's name of a metric: dots part levels there, so the two parts are joined by a hyphen.
    static func key(_ metric: Metric) -> String {
        String(metric.rawValue.map { $0 == "." || $0 == "_" ? "-" : $0 })
    }

    /// The catalog's name of what a statement rests on.
    func key(_ basis: Citation.Basis) -> String {
        switch basis {
        case .decree1081: "decree-1081"
        case .decree554: "decree-554"
        case .standard: "standard"
        case .generalKnowledge: "general-knowledge"
        }
    }

    private func scope(_ scope: PlanScope) -> String {
        switch scope {
        case .any: ""
        case .affected: " (\(speech("console.plan-scope.affected")))"
        case .one(let id): " (\(id == "KZ" ? speech("console.word.country") : names.place(id)))"
        }
    }

    func amount(_ value: Double, _ metric: Metric?) -> String {
        switch metric?.unit {
        case .minutes: speech.span(.minutes(Self.whole(value)))
        case .hours: speech.span(.minutes(Self.whole(value * 60)))
        case .share: speech.percent(value)
        case .times: "\(marks.times)\(speech.decimal(value))"
        default: speech.decimal(value, digits: 2)
        }
    }

    /// A whole number for any number a file may hold.
    private static func whole(_ value: Double) -> Int {
        value.isFinite ? Int(max(-1e7, min(1e7, value.rounded()))) : 0
    }
}
