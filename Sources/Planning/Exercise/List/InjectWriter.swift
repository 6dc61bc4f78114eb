import Situation

/// Writes injects the way exercise files hold them: what ``ExerciseReader`` makes of it is the same inject again.
enum InjectWriter {
    /// The whole list, with its key.
    static func list(_ injects: [Inject]) -> String {
        "injects:\n" + injects.map(block).joined()
    }

    private static func block(_ inject: Inject) -> String {
        var lines = ["number: \(inject.number)", "id: \(quoted(inject.id.rawValue))"]
        lines += timeLines(inject.when)
        if !inject.after.isEmpty { lines.append("after: \(list(inject.after.map(\.rawValue)))") }
        lines += [
            "from: \(sender(inject.from))", "to: \(receiver(inject.to))", "means: \(inject.means.rawValue)",
        ]
        lines += textLines("text", inject.text)
        if let change = inject.change { lines.append("change: {\(self.change(change))}") }
        if let report = inject.report { lines.append("report: {\(figure(report))}") }
        if !inject.expects.isEmpty {
            lines.append("expects:")
            for action in inject.expects { lines += actionLines(action).map { "  \($0)" } }
        }
        if let notes = inject.notes { lines += textLines("notes", notes) }
        return "  - " + lines.joined(separator: "\n    ") + "\n"
    }

    private static func actionLines(_ action: ExpectedAction) -> [String] {
        var lines = ["- \(act(action.act))", "  within: \(action.within.written)"]
        lines.append("  objective: \(quoted(action.objective.rawValue))")
        if let note = action.note { lines += textLines("note", note).map { "  \($0)" } }
        return lines
    }

    private static func textLines(_ key: String, _ text: PlanText) -> [String] {
        let written = languages(of: text)
        return written.isEmpty ? ["\(key): {}"] : ["\(key):"] + written.map { "  \($0)" }
    }

    private static func languages(of text: PlanText) -> [String] {
        PlanText.Language.allCases.compactMap { language in
            text.exactly(in: language).map { "\(language.rawValue): \(quoted($0))" }
        }
    }
}

// MARK: - Parts that stand in a cell as well

extension InjectWriter {
    /// `at`, `when` with `not_before`, `by_hand` or `if_missed`.
    static func timeLines(_ when: InjectTime) -> [String] {
        switch when {
        case .at(let time): ["at: \(moment(time))"]
        case .state(let conditions, let earliest):
            ["when: [\(conditions.map(condition).joined(separator: ", "))]"]
                + (earliest.map { ["not_before: \(moment($0))"] } ?? [])
        case .byHand: ["by_hand: true"]
        case .missed(let id): ["if_missed: \(quoted(id.rawValue))"]
        }
    }

    static func moment(_ time: Span) -> String {
        time < .zero ? "T-\((Span.zero - time).written)" : "T+\(time.written)"
    }

    static func sender(_ sender: InjectSender) -> String {
        switch sender {
        case .agency(let agency): quoted(agency.rawValue)
        case .words(let words): "{\(languages(of: words).joined(separator: ", "))}"
        }
    }

    static func receiver(_ receiver: InjectReceiver) -> String {
        switch receiver {
        case .all: "all"
        case .station(let station): quoted(station.rawValue)
        case .agency(let agency): "{agency: \(quoted(agency.rawValue))}"
        }
    }

    static func act(_ act: ExpectedAct) -> String {
        switch act {
        case .acknowledgeAlarm(let rule, let place):
            pair("acknowledge_alarm", [("rule", rule?.rawValue), ("place", place)])
        case .confirmLevel(let section, let level):
            pair("confirm_level", [("section", section.rawValue), ("at_least", level.rawValue)])
        case .startPlaybook(let playbook): pair("start_playbook", [("playbook", playbook.rawValue)])
        case .openPhase(let playbook, let phase):
            pair("open_phase", [("playbook", playbook.rawValue), ("phase", phase.rawValue)])
        case .task(let playbook, let step, let state):
            pair(
                "task", [("playbook", playbook.rawValue), ("step", step.rawValue), ("state", state.rawValue)])
        case .commitReserve(let kind, let region, let amount):
            "commit_reserve: {kind: \(kind.rawValue)"
                + (region.map { ", region: \(quoted($0.rawValue))" } ?? "") + ", at_least: \(amount)}"
        case .order(let order, let place): pair("order", [("what", order.rawValue), ("place", place)])
        case .settleContradiction(let place): pair("settle_contradiction", [("place", place)])
        case .writeLog(let kind, let place, let words):
            "write_log: {"
                + (fields([("kind", kind?.rawValue), ("place", place)])
                + (words.isEmpty ? [] : ["mentions: \(list(words))"])).joined(separator: ", ") + "}"
        case .telephoneReport(let kind, let place):
            pair("telephone_report", [("kind", kind.rawValue), ("place", place)])
        case .sendMessage(let playbook, let message):
            pair("send_message", [("playbook", playbook.rawValue), ("message", message.rawValue)])
        case .handOver: "handover: {}"
        }
    }

    static func change(_ change: WorldChange) -> String {
        switch change {
        case .closePost(let post, let way):
            pair("close_post", [("checkpoint", post.rawValue), ("direction", way?.rawValue)])
        case .openPost(let post, let way):
            pair("open_post", [("checkpoint", post.rawValue), ("direction", way?.rawValue)])
        case .limitLanes(let post, let way, let share, let duration):
            "limit_lanes: {"
                + (fields([("checkpoint", post.rawValue), ("direction", way?.rawValue)])
                + ["share: \(number(share))"] + (duration.map { ["for: \($0.written)"] } ?? []))
                .joined(separator: ", ") + "}"
        case .breakSystem(let posts, let factor, let duration):
            "break_system: {posts: \(list(posts.map(\.rawValue))), factor: \(number(factor)), "
                + "for: \(duration.written)}"
        case .epidemic(let region, let disease, let cases, let duration):
            "epidemic: {region: \(quoted(region.rawValue)), disease: \(quoted(disease)), "
                + "cases_per_day: \(number(cases)), for: \(duration.written)}"
        }
    }

    static func figure(_ figure: ToldFigure) -> String {
        var parts = ["place: \(quoted(figure.place))", "value: \(figure.value)"]
        if let period = figure.period { parts.append("last: \(period.written)") }
        if let disease = figure.disease { parts.append("disease: \(quoted(disease))") }
        parts.append("source: \(quoted(figure.source.rawValue))")
        return "\(figure.kind.rawValue): {\(parts.joined(separator: ", "))}"
    }

    private static func condition(_ condition: Condition) -> String {
        let scope =
            switch condition.scope {
            case .any: "any"
            case .affected: "affected"
            case .one(let name): quoted(name)
            }
        let lasting = condition.duration > .zero ? ", for: \(condition.duration.written)" : ""
        return "{metric: \(quoted(condition.metric)), scope: \(scope), is: \(condition.comparison.rawValue), "
            + "value: \(number(condition.value))\(lasting)}"
    }
}

// MARK: - Scalars

extension InjectWriter {
    /// Names that cannot be read as anything else stand as they are; all else stands in quotes.
    static func quoted(_ text: String) -> String {
        let plain = text.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || "-._".unicodeScalars.contains($0)
        }
        // A word without a letter of a name in front may be a number, and some bare words are truth values.
        let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "all"]
        if plain, let first = text.first, first.isLetter, !words.contains(text.lowercased()) { return text }
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    static func list(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: ", "))]" }

    private static func number(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }

    private static func pair(_ key: String, _ values: [(String, String?)]) -> String {
        "\(key): {\(fields(values).joined(separator: ", "))}"
    }

    private static func fields(_ values: [(String, String?)]) -> [String] {
        values.compactMap { key, value in value.map { "\(key): \(quoted($0))" } }
    }
}
