import Council
import Reference
import Situation
import Wording

/// What changed since an earlier moment: how it was known then, how the same moment is known now, and how things stand.
/// Only what differs is listed.
struct SinceThen {
    let brief: Brief
    let comparison: BriefComparison

    init(_ brief: Brief, _ comparison: BriefComparison) {
        self.brief = brief
        self.comparison = comparison
    }

    typealias Section = PrintedDocument.Section

    /// Named things and how each stands.
    typealias Standing = [(name: String, state: String)]

    var sections: [Section] {
        let since = brief.speech.moment(comparison.since)
        let head = Section(
            heading: brief("heading.since", ["moment": .text(since)]),
            body: .lines([brief("line.since")]))
        let parts =
            brief.seal.audience == .council
            ? [
                part("since-indicators", indicators), part("since-measures", measures),
                part("since-questions", questions),
            ] : [part("since-situation", situation)]
        return [head] + parts + [corrections]
    }

    private func part(_ key: String, _ standing: (BriefView) -> Standing) -> Section {
        let rows = rows(standing)
        let columns = ["what", "then", "hindsight", "now"].map { brief("column.\($0)") }
        return Section(
            heading: brief("heading.\(key)"),
            body: rows.isEmpty ? .lines([brief("line.no-change")]) : .table(columns, rows: rows), depth: 1)
    }

    /// A row for each thing that does not stand the same three times.
    private func rows(_ standing: (BriefView) -> Standing) -> [[String]] {
        let (then, hindsight, now) = (
            standing(comparison.then), standing(comparison.hindsight), standing(brief.view)
        )
        let earlier = Dictionary(then.map { ($0.name, $0.state) }) { first, _ in first }
        let known = Dictionary(hindsight.map { ($0.name, $0.state) }) { first, _ in first }
        let present = Dictionary(now.map { ($0.name, $0.state) }) { first, _ in first }
        var seen: Set<String> = []
        return (now + hindsight + then).map(\.name).filter { seen.insert($0).inserted }.compactMap { name in
            let states = [earlier[name], known[name], present[name]].map { $0 ?? Speech.none }
            guard Set(states).count > 1 else { return nil }
            return [name] + states
        }
    }

    // MARK: What is compared

    private func indicators(_ view: BriefView) -> Standing {
        view.council.indicators.flatMap { standing in
            standing.years.compactMap { year in
                guard let figure = year.figure else { return nil }
                return (
                    "\(standing.id). \(brief.names.text(standing.indicator.name)), \(year.year)",
                    "\(brief.speech.decimal(figure.value, digits: 2)) (\(figure.months)/12), "
                        + brief.speech("council.status.\(year.status.rawValue)")
                )
            }
        }
    }

    private func measures(_ view: BriefView) -> Standing {
        view.council.board.standings.map { standing in
            let current = standing.current
            let phase = brief.speech("council.phase.\(standing.phase.rawValue)")
            return (
                "\(standing.id). \(brief.names.text(standing.measure.name))",
                [phase, current?.due.description].compactMap(\.self).joined(separator: ", ")
            )
        }
    }

    private func questions(_ view: BriefView) -> Standing {
        view.council.register.inOrder.map { record in
            let state = brief.speech("council.question.\(record.state.rawValue)")
            let done = record.assignments.count { !$0.isPending }
            let share =
                record.assignments.isEmpty
                ? nil
                : brief(
                    "line.assignments",
                    ["done": .number(done), "count": .number(record.assignments.count)])
            return (
                "\(record.id): \(record.question.text)",
                [state, record.resolution.map { "№ \($0.number)" }, share].compactMap(\.self)
                    .joined(separator: ", ")
            )
        }
    }

    private func situation(_ view: BriefView) -> Standing {
        let scope = BriefScope(brief.seal.audience, view)
        let posts = scope.posts.compactMap { post -> (name: String, state: String)? in
            guard post.freshness != .silent else { return nil }
            let flows = [post.incoming.lastDay, post.outgoing.lastDay].map(brief.speech.daySum)
            return (
                "\(brief.names.checkpoint(post.id)): \(brief("figure.in-out"))",
                flows.joined(separator: " / ")
            )
        }
        let beds = scope.regions.map { region in
            (
                name: "\(brief.names.region(region.id)): \(brief("figure.beds"))",
                state:
                    "\(brief.speech.number(region.occupied)) / \(brief.speech.number(region.free))"
            )
        }
        return posts + beds + [
            (brief("figure.alarms"), brief.speech.number(scope.alarms.count)),
            (brief("figure.contradictions"), brief.speech.number(scope.contradictions.count)),
        ]
    }

    // MARK: Corrections

    private var corrections: Section {
        let columns = ["entry", "known", "was", "becomes", "reason"].map { brief("column.\($0)") }
        let rows = comparison.corrections.map { later in
            let becomes =
                switch later.correction.change {
                case .retract: brief("line.retracted")
                case .supersede(let fact): brief.words.words(fact)
                }
            return [
                "\(later.target.id)", brief.speech.moment(later.entry.known.instant),
                brief.words.words(later.target.fact), becomes, later.correction.reason,
            ]
        }
        return Section(
            heading: brief("heading.corrections", ["count": .number(rows.count)]),
            body: rows.isEmpty ? .lines([brief("line.no-corrections")]) : .table(columns, rows: rows),
            depth: 1)
    }
}
