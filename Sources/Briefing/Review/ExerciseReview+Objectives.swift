import Drill
import Planning
import Situation
import Wording

// What was expected, and strengths and gaps by objective.

extension ExerciseReview {
    func criteria(_ form: ReviewWords) -> [PrintedDocument.Section] {
        guard !score.criteria.isEmpty else { return [] }
        let rows = score.criteria.map { result in
            [
                form.objective(result.criterion.objective, score.plan),
                form.names.text(result.criterion.text),
                form.value(result), form.limits(result.criterion), form("grade.\(result.grade.rawValue)"),
            ]
        }
        return [
            PrintedDocument.Section(
                heading: form("heading.criteria"),
                body: .table(
                    ["objective", "criterion", "value", "limits", "grade"].map { form("column.\($0)") },
                    rows: rows))
        ]
    }

    func objectives(_ form: ReviewWords) -> [PrintedDocument.Section] {
        score.plan.objectives.map { objective in
            var lines = [form("actions-of", ["share": .text(form.share(score.actions(of: objective.id)))])]
            lines.append(rating(objective.id, form))
            func list(_ key: String, _ texts: [String]) {
                guard !texts.isEmpty else { return }
                lines.append("\(form(key)):")
                lines += texts.map { "– \($0)" }
            }
            list("strengths", strengths(objective.id, form))
            list("gaps", gaps(objective.id, form))
            list("observations", observations(objective.id, form))
            return PrintedDocument.Section(
                heading: "\(form("heading.objective")): \(form.names.text(objective.text))",
                body: .lines(lines))
        }
    }

    private func rating(_ objective: ExerciseObjective.ID, _ form: ReviewWords) -> String {
        guard let rating = score.ratings[objective] else { return form("no-rating") }
        let words = rating.words.isEmpty ? "" : ": \(rating.words)"
        return form(
            "rating",
            [
                "rating": .text(
                    "\(rating.rating.rawValue) — \(form("rated.\(rating.rating.rawValue)"))\(words)")
            ])
    }

    func strengths(_ objective: ExerciseObjective.ID, _ form: ReviewWords) -> [String] {
        score.actions(of: objective).filter { score.outcome(of: $0) == .inTime }.map {
            form.action($0, score)
        }
            + score.criteria.filter { $0.criterion.objective == objective && $0.grade == .good }.map(
                form.line)
    }

    /// What was late or not done, and criteria that came out poor.
    func gaps(_ objective: ExerciseObjective.ID, _ form: ReviewWords) -> [String] {
        score.actions(of: objective).filter { [.late, .notDone].contains(score.outcome(of: $0)) }
            .map { form.action($0, score) }
            + score.criteria.filter { $0.criterion.objective == objective && $0.grade == .poor }.map(
                form.line)
    }

    private func observations(_ objective: ExerciseObjective.ID, _ form: ReviewWords) -> [String] {
        score.observations.compactMap { entry in
            guard case .observe(let seen) = entry.order, seen.objective == objective.rawValue else {
                return nil
            }
            return "\(form.time(entry.at)) \(seen.text)"
        }
    }

    // MARK: Injects

    func injects(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let rows = score.injects.flatMap { inject -> [[String]] in
            let told = [
                form.speech.number(inject.message.number), form.time(inject.at),
                form.shortened(form.said(inject.message)),
            ]
            let mine = score.actions.filter { $0.inject == inject.message.number }
            guard !mine.isEmpty else { return [told + [Speech.none, "", "", ""]] }
            return mine.enumerated().map { index, status in
                (index == 0 ? told : ["", "", ""]) + [
                    form.words.words(status.action.act), form.time(status.deadline),
                    status.done.map(form.time) ?? Speech.none,
                    form("outcome.\(score.outcome(of: status).rawValue)"),
                ]
            }
        }
        guard !rows.isEmpty else { return [] }
        let columns = ["number", "sent", "told", "expected", "deadline", "done", "outcome"]
        return [
            PrintedDocument.Section(
                heading: form("heading.injects"),
                body: .table(columns.map { form("column.\($0)") }, rows: rows))
        ]
    }

    func unanswered(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let lines = score.unanswered.map {
            "\(form.speech.number($0.message.number)), \(form.time($0.at)): \(form.said($0.message))"
        }
        return [
            PrintedDocument.Section(
                heading: form("heading.unanswered"),
                body: .lines(lines.isEmpty ? [form("none-unanswered")] : lines))
        ]
    }

    // MARK: Alarms, contradictions, reserves

    /// Waits shorter than this are nothing to talk about.
    private static let longWait = Span.minutes(10)

    func attention(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let long = score.attention.waits.filter { $0.length(until: score.to) > Self.longWait }
        let alarms = long.map { wait in
            [
                form.words.name(wait.alarm), form.time(wait.from),
                form.minutes(wait.length(until: score.to)),
                form(wait.isAcknowledged ? "acknowledged" : "not-acknowledged"),
            ]
        }
        let cases = score.attention.cases.map { one in
            [
                form.names.place(one.place), form.time(one.found),
                one.noticed.map(form.time) ?? Speech.none,
                one.settled.map(form.time) ?? form(one.hasLapsed ? "lapsed" : "not-settled"),
            ]
        }
        let told = score.told.map { one in
            [
                form(
                    "told-figure",
                    ["number": .number(one.inject), "place": .text(form.names.place(one.place))]),
                form("told-against", ["told": .number(one.told), "truth": .number(one.truth)]),
                one.noticed.map(form.time) ?? form("not-noticed"), "",
            ]
        }
        var sections = [
            PrintedDocument.Section(
                heading: form("heading.alarms", ["count": .number(score.attention.raised)]),
                body: alarms.isEmpty
                    ? .lines([form("no-long-waits")])
                    : .table(["alarm", "from", "waited", "end"].map { form("column.\($0)") }, rows: alarms))
        ]
        if !(cases + told).isEmpty {
            sections.append(
                PrintedDocument.Section(
                    heading: form("heading.contradictions"),
                    body: .table(
                        ["place", "found", "noticed", "settled"].map { form("column.\($0)") },
                        rows: cases + told)))
        }
        return sections
    }

    func spent(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let reserves = score.reserves.peaks.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, amount in
            [form.speech("watch.work.reserve-kind.\(kind.rawValue)"), form.speech.number(amount)]
        }
        let orders = score.reserves.orders.filter { $0.value > 0 }.sorted {
            $0.key.rawValue < $1.key.rawValue
        }
        .map { kind, count in [form.speech("drill.act-name.\(kind.rawValue)"), form.speech.number(count)] }
        guard !(reserves + orders).isEmpty else { return [] }
        return [
            PrintedDocument.Section(
                heading: form("heading.spent"),
                body: .table([form("column.what"), form("column.most")], rows: reserves + orders))
        ]
    }

    // MARK: Better next time

    func plan(_ form: ReviewWords) -> [PrintedDocument.Section] {
        func table(_ plan: ImprovementPlan) -> PrintedDocument.Body {
            .table(
                ["objective", "improve", "owner", "date", "state"].map { form("column.\($0)") },
                rows: plan.items.map { item in
                    [
                        form.objective(item.objective, score.plan), item.what,
                        item.owner.isEmpty ? Speech.none : item.owner,
                        item.date.isEmpty ? Speech.none : item.date, form("state.\(item.state.rawValue)"),
                    ]
                })
        }
        var sections: [PrintedDocument.Section] = []
        if let earlier {
            sections.append(PrintedDocument.Section(heading: form("heading.earlier"), body: table(earlier)))
        }
        sections.append(
            PrintedDocument.Section(
                heading: form("heading.plan"), body: improvements.map(table) ?? .lines([form("no-plan")])))
        return sections
    }
}
