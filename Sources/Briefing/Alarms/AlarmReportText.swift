import Language
import Planning
import Reference
import Situation
import Watch
import Wording

/// The figures of ISA-18.2 as plain text.
public struct AlarmReportText {
    private let speech: Speech
    private let words: AlarmWords

    public init(reference: Reference, rules: [AlarmRule], catalog: Catalog) {
        speech = Speech(catalog)
        words = AlarmWords(reference: reference, rules: rules, catalog: catalog)
    }

    /// The whole text, a line an element.
    public func lines(_ report: AlarmReport) -> [String] {
        let period: [String: Phrase.Argument] = [
            "from": .text(speech.moment(report.period.from)), "to": .text(speech.moment(report.period.to)),
        ]
        var lines = [
            "\(say("title")), \(speech("watch.alarms.period", period))", "",
        ]
        lines += figures(report)
        lines += list("stale", report.stale.map { ($0.alarm, speech.moment($0.since)) })
        lines += list(
            speech("watch.alarms.chattering", ["count": .number(report.limits.chatter)]),
            report.chattering.map { ($0.alarm, speech.number($0.count)) })
        lines += list(
            say("frequent"),
            report.mostFrequent.map { count in
                let share = Double(count.count) / Double(max(report.rang, 1))
                return (count.alarm, "\(speech.number(count.count)) (\(speech.percent(share)))")
            })
        for (key, alarms) in [
            ("shelved", report.shelved), ("suppressed", report.suppressed), ("oos", report.outOfService),
        ] { lines += list(say(key), alarms.map { ($0, "") }) }
        return lines + ["", say("basis")]
    }

    private func figures(_ report: AlarmReport) -> [String] {
        var table = TextTable([.left, .right, .left])
        let limits = report.limits
        func row(_ key: String, _ value: String, _ target: String = "") {
            let aim = target.isEmpty ? "" : speech("watch.alarms.target", ["target": .text(target)])
            table.add([say(key), value, aim])
        }
        row(
            "rang", speech.number(report.rang),
            "≤ \(limits.perDay) × \(speech.decimal(report.period.length.inHours / 24))")
        row("quiet", speech.number(report.quiet))
        row(
            "rate",
            [report.perHour, report.perTenMinutes, report.perDay].map { speech.decimal($0, digits: 2) }
                .joined(separator: " / "),
            "< 6 / < \(speech.decimal(limits.perTenMinutes)) / \(limits.perDay)")
        row(
            "peak",
            report.peak.map { "\(speech.number($0.count)), \(speech.moment($0.at))" } ?? speech.number(0),
            "≤ \(limits.floodBegins)")
        row("floods", speech.number(report.floods))
        row(
            "inflood",
            "\(speech.span(report.timeInFlood)) = \(speech.decimal(report.shareInFlood * 100, digits: 2)) %",
            "< \(speech.decimal(limits.timeInFlood * 100)) %")
        row(
            "mix",
            [AlarmPriority.low, .medium, .high].map { speech.percent(report.share($0)) }.joined(
                separator: " / "),
            [limits.priorities.low, limits.priorities.medium, limits.priorities.high]
                .map(speech.percent).joined(separator: " / "))
        row("answered", "\(speech.number(report.acknowledged)); \(speech.span(report.medianAnswer))")
        return table.lines
    }

    private func list(_ title: String, _ rows: [(AlarmID, String)]) -> [String] {
        guard !rows.isEmpty else { return [] }
        var table = TextTable([.left, .left, .right])
        for (alarm, figure) in rows { table.add([words.name(alarm.rule), words.place(alarm), figure]) }
        let heading = title == "stale" ? say("stale") : title
        return ["", "\(heading): \(rows.count)"] + table.lines
    }

    private func say(_ key: String) -> String { speech("watch.alarms.\(key)") }
}

/// What alarms are called.
struct AlarmWords {
    private let names: Names
    private let rules: [AlarmRuleID: AlarmRule]

    init(reference: Reference, rules: [AlarmRule], catalog: Catalog) {
        names = Names(reference: reference, language: catalog.language)
        self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The rule's name, or its id where the rules at hand do not have it.
    func name(_ rule: AlarmRuleID) -> String { rules[rule].map { names.text($0.name) } ?? rule.rawValue }

    func place(_ alarm: AlarmID) -> String {
        alarm.subject == Area.country.code ? alarm.subject : names.place(alarm.subject)
    }

    func nextStep(_ rule: AlarmRuleID) -> String {
        rules[rule].map { rule in
            names.text(rule.nextStep.text) + (rule.nextStep.step.map { " [\($0)]" } ?? "")
        } ?? ""
    }

    /// The words of a cause such as `influx/ru-west`.
    func cause(_ id: String, of rule: AlarmRuleID?) -> String {
        guard let rule = rule.flatMap({ rules[$0] }) else { return id }
        return "\(names.text(rule.cause.text)) [\(id)]"
    }
}
