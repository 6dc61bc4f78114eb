import Drill
import Language
import Planning
import Situation
import Terminal
import Wording

/// The review of an exercise: what was told, known, expected and done, what it came to beside doing nothing and the best
/// play known, and what is to be better next time.
public struct ExerciseReview: Sendable {
    public let score: Score
    public let timeline: ReviewTimeline
    public let position: JournalPosition
    /// What was agreed on after this exercise; `nil` while nobody wrote it down.
    public let improvements: ImprovementPlan?
    /// What had been agreed on after the one before.
    public let earlier: ImprovementPlan?

    public init(
        score: Score, timeline: ReviewTimeline, position: JournalPosition,
        improvements: ImprovementPlan? = nil,
        earlier: ImprovementPlan? = nil
    ) {
        self.score = score
        self.timeline = timeline
        self.position = position
        self.improvements = improvements
        self.earlier = earlier
    }

    /// As plain text, with charts.
    ///
    /// - Parameter width: columns the charts may take; 60 to 200.
    public func text(_ words: EntryWords, repertoire: Glyphs.Repertoire, width: Int) -> String {
        let form = ReviewWords(
            words: words, glyphs: .for(repertoire), width: min(max(width, 60), 200), isWithinDay: isWithinDay)
        return document(form).text
    }

    /// As one HTML file that prints on A4 and needs nothing else.
    public func html(_ words: EntryWords) -> String {
        let form = ReviewWords(
            words: words, glyphs: .for(.unicode), width: 100, isWithinDay: isWithinDay)
        return document(form).html(language: words.speech.language.rawValue)
    }

    /// A draft of the improvement plan: every gap, without owner and date.
    ///
    /// - Parameter words: in whose language gaps are written.
    public func draftPlan(_ words: EntryWords) -> ImprovementPlan {
        let form = ReviewWords(
            words: words, glyphs: .for(.unicode), width: 100, isWithinDay: isWithinDay)
        return ImprovementPlan(
            exercise: score.plan.id, journal: position.journal.id,
            items: score.plan.objectives.flatMap { objective in
                gaps(objective.id, form).map { ImprovementPlan.Item(objective: objective.id, what: $0) }
            })
    }

    /// Whether a time of the day says which moment is meant.
    private var isWithinDay: Bool { score.to - score.from < .days(1) }

    private func document(_ form: ReviewWords) -> PrintedDocument {
        let sections = [
            inShort(form), charts(form), times(form), criteria(form), objectives(form), injects(form),
            unanswered(form), attention(form), spent(form), best(form), timeline(form), plan(form),
        ]
        return PrintedDocument(
            title: "\(form("title")): \(form.names.text(score.plan.name))", mark: position.mark(form.speech),
            facts: facts(form), sections: sections.flatMap(\.self), signatures: [],
            foot: position.foot(form.speech))
    }

    private func facts(_ form: ReviewWords) -> [PrintedDocument.Fact] {
        func fact(_ key: String, _ value: String) -> PrintedDocument.Fact {
            PrintedDocument.Fact(label: form("fact.\(key)"), value: value)
        }
        let speech = form.speech
        let seed = score.plan.seed.map { "\($0)" }
        return [
            fact("purpose", form.names.text(score.plan.purpose)),
            fact("scenario", score.plan.scenario.rawValue + (seed.map { " · \($0)" } ?? "")),
            fact("start", speech.moment(score.from)),
            fact("end", speech.moment(score.to) + (score.isOver ? "" : " · \(form("not-over"))")),
            fact("stations", score.plan.stations.map { form.names.text($0.name) }.joined(separator: ", ")),
            fact("actions", form.share(score.actions)),
        ]
    }
}

// MARK: - The run beside its references

extension ExerciseReview {
    private func inShort(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let references = score.references
        let runs = [references.run, references.nothing, references.best]
        func row(_ key: String, _ value: (OutcomeMeasures) -> String) -> [String] {
            [form("measure.\(key)")] + runs.map(value)
        }
        func hours(_ value: Double) -> String { form.number(value) }
        let rows = [
            row("waited-in") { hours($0.personHoursWaitedIn) },
            row("waited-out") { hours($0.personHoursWaitedOut) },
            row("without-bed") { hours($0.personHoursWithoutBed) },
            row("breached") { form.number($0.standardsBreachedHours) },
            row("peak-queue") { form.speech.number($0.peakQueue) },
            row("peak-wait") { form.speech.wait($0.peakWait.map { Minutes(Int($0.rounded())) } ?? 0) },
            row("turned-back") { form.speech.number($0.refused + $0.gaveUp) },
            row("beds-opened") { form.speech.number($0.reserveBedsOpened) },
            row("objective") { hours(references.objective.value(of: $0)) },
        ]
        return [
            PrintedDocument.Section(
                heading: form("heading.in-short"),
                body: .table(
                    [form("column.measure"), form("run"), form("nothing"), form("best")], rows: rows)),
            PrintedDocument.Section(
                heading: form("heading.basis"),
                body: .lines([form.basis(references), form("same-luck"), form("ratings-apart")])),
        ]
    }

    private func charts(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let references = score.references
        func chart(_ key: String, _ value: (OutcomeMeasures.Step) -> Int) -> ReviewChart {
            func values(_ outcome: OutcomeMeasures) -> [Double] { outcome.series.map { Double(value($0)) } }
            return form.chart(
                key, [references.run, references.nothing, references.best].map(values), from: score.from,
                to: score.to)
        }
        let all = [
            chart("waiting") { $0.waiting }, chart("without-bed") { $0.withoutBed },
            chart("breached") { $0.breached },
        ]
        return all.enumerated().filter { !$0.element.isEmpty }.map { index, chart in
            PrintedDocument.Section(
                heading: chart.title,
                body: .drawing(
                    Array(chart.lines(width: form.width - 4, glyphs: form.glyphs).dropFirst()),
                    svg: chart.svg(id: "chart-\(index)")))
        }
    }

    private func times(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let overall = score.overall
        guard let departure = overall.departure, let from = overall.from else {
            return [
                PrintedDocument.Section(heading: form("heading.times"), body: .lines([form("no-departure")]))
            ]
        }
        func row(_ key: String, _ moment: Instant?) -> [String] {
            [
                form("stage.\(key)"), moment.map(form.speech.moment) ?? form("never"),
                moment.map { form.minutes($0 - from) } ?? Speech.none,
            ]
        }
        let rows = [
            [
                form("stage.departure", ["place": .text(form.names.place(departure.place))]),
                form.speech.moment(departure.at), Speech.none,
            ], row("detection", overall.detection), row("decision", overall.decision),
            row("relief", overall.relief),
        ]
        return [
            PrintedDocument.Section(
                heading: form("heading.times"),
                body: .table([form("column.stage"), form("column.time"), form("column.after")], rows: rows))
        ]
    }

    private func best(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let acts = score.references.bestActs
        guard !acts.isEmpty else { return [] }
        return [
            PrintedDocument.Section(
                heading: form("heading.best"),
                body: .table(
                    [form("column.time"), form("column.act")],
                    rows: acts.map { [form.time($0.at), form.words.words($0.act)] }))
        ]
    }

    private func timeline(_ form: ReviewWords) -> [PrintedDocument.Section] {
        let rows = timeline.lines.map { line in
            [
                form.time(line.at), form("line.\(line.kind.rawValue)"),
                line.kind == .done || line.kind == .answer ? line.entry.author.person.rawValue : "",
                form.words.words(line.entry.fact),
            ]
        }
        return rows.isEmpty
            ? []
            : [
                PrintedDocument.Section(
                    heading: form("heading.timeline"),
                    body: .table(["time", "what", "who", "words"].map { form("column.\($0)") }, rows: rows))
            ]
    }
}
