import Language
import Planning
import Reference
import Situation
import Watch
import Wording

/// The alarms that stand, and the rules, as plain text.
public struct AlarmListText {
    private let speech: Speech
    private let names: Names
    private let words: AlarmWords
    private let rules: [AlarmRule]

    public init(reference: Reference, rules: [AlarmRule], catalog: Catalog) {
        speech = Speech(catalog)
        names = Names(reference: reference, language: catalog.language)
        words = AlarmWords(reference: reference, rules: rules, catalog: catalog)
        self.rules = rules
    }

    /// Everything that is not in its usual state, by cause, the worst first, under the seat's load.
    public func lines(_ watch: WatchPicture, now: Instant) -> [String] {
        let load = AlarmLoad(of: watch, now: now)
        var lines = [
            speech(
                "watch.alarms.load",
                [
                    "count": .number(load.lastTenMinutes),
                    "average": .text(speech.decimal(load.average, digits: 2)),
                    "limit": .text(speech.decimal(load.limits.perTenMinutes)),
                ])
        ]
        if let since = load.floodSince {
            lines.append(speech("watch.alarms.flood", ["time": .text(speech.moment(since))]))
        }
        let groups = AlarmGroup.groups(of: Array(watch.alarms.values))
        if groups.isEmpty { lines.append(speech("watch.alarms.none")) }
        for group in groups { lines += ["", heading(group)] + self.group(group, now: now) }
        return lines
    }

    private func heading(_ group: AlarmGroup) -> String {
        speech(
            "watch.alarms.group",
            [
                "cause": .text(words.cause(group.id, of: group.alarms.first?.id.rule)),
                "count": .number(group.alarms.count), "unseen": .number(group.unseen),
            ])
    }

    private func group(_ group: AlarmGroup, now: Instant) -> [String] {
        var table = TextTable([.left, .left, .left, .left, .right, .left, .left])
        for alarm in group.alarms {
            table.add([
                alarm.finding.map { speech("watch.priority.\($0.priority.rawValue)") } ?? "",
                speech("watch.alarms.state.\(Self.key(alarm.state(at: now)))"), words.name(alarm.id.rule),
                words.place(alarm.id), speech.decimal(alarm.finding?.value),
                alarm.raised.map(speech.moment) ?? "", words.nextStep(alarm.id.rule),
            ])
        }
        return table.lines
    }

    private static func key(_ state: AlarmState) -> String {
        switch state {
        case .normal: "normal"
        case .unacknowledged: "unacknowledged"
        case .acknowledged: "acknowledged"
        case .returnedUnacknowledged: "returned"
        case .shelved: "shelved"
        case .suppressed: "suppressed"
        case .outOfService: "oos"
        }
    }

    /// The rules the console watches by.
    public func ruleLines() -> [String] {
        var table = TextTable([.left, .left, .left, .left, .left])
        for rule in rules {
            let steps = ([rule.priority] + rule.worse.map(\.priority)).map {
                speech("watch.priority.\($0.rawValue)")
            }
            table.add([
                rule.id.rawValue, steps.joined(separator: " → "), names.text(rule.name), rule.owner.rawValue,
                words.nextStep(rule.id),
            ])
        }
        return table.lines
    }
}
