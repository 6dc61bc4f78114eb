import Council
import Reference
import Situation
import Wording

/// A situation report in the shape OCHA gives its own: highlights, key figures, then by sector what is needed, what is
/// done about it and what is missing.
struct SituationReport {
    let brief: Brief
    let scope: BriefScope

    init(_ brief: Brief) {
        self.brief = brief
        scope = BriefScope(brief.seal.audience, brief.view)
    }

    typealias Section = PrintedDocument.Section

    var view: BriefView { brief.view }
    var speech: Speech { brief.speech }

    var sections: [Section] {
        let comparison = brief.subject.comparison.map { SinceThen(brief, $0).sections } ?? []
        return [highlights] + comparison + keyFigures + [part("sectors", .lines([brief("line.sectors")]))]
            + sectors + duties + [disputes, sources]
    }

    func part(_ key: String, _ body: PrintedDocument.Body) -> Section {
        Section(heading: brief("heading.\(key)"), body: body)
    }

    // MARK: Highlights

    /// How many of a kind are named one by one.
    private static let named = 5
    /// Beds that last no longer than this are a highlight, in hours.
    private static let shortRunway = 72.0

    private var highlights: Section {
        let lines = levels + alarms + arrivals + beds + [tasks].compactMap(\.self)
        return part("highlights", .lines(lines))
    }

    private var levels: [String] {
        scope.sections.compactMap { section in
            guard let record = view.picture.watch.levels[section.id], record.level > .low else { return nil }
            return brief(
                "line.level",
                [
                    "section": .text(brief.names.section(section.id)),
                    "level": .text(speech("watch.level.\(record.level.rawValue)")),
                    "moment": .text(record.confirmed.map { speech.moment($0.at) } ?? Speech.none),
                ])
        }
    }

    private var alarms: [String] {
        let alarms = scope.alarms
        guard !alarms.isEmpty else { return [brief("line.no-alarms")] }
        let named = alarms.prefix(Self.named).map { alarm in
            "– \(brief.words.name(alarm.id)), \(alarm.raised.map(speech.moment) ?? Speech.none)"
        }
        return [brief("line.alarms", ["count": .number(alarms.count)])] + named
    }

    private var arrivals: [String] {
        let known = scope.sections.filter { $0.timesUsual != nil }
        guard
            let most = known.max(by: { ($0.timesUsual?.value ?? 0) < ($1.timesUsual?.value ?? 0) })
        else { return [brief("line.no-arrivals")] }
        return [
            brief(
                "line.arrivals",
                [
                    "section": .text(brief.names.section(most.id)),
                    "count": .text(speech.daySum(most.inflow)),
                    "times": .text(speech.figure(most.timesUsual, speech.times)),
                ])
        ]
    }

    private var beds: [String] {
        scope.regions.filter { ($0.runway.hoursLeft ?? .infinity) <= Self.shortRunway }.map { region in
            brief(
                "line.runway",
                [
                    "region": .text(brief.names.region(region.id)), "free": .number(region.free?.count ?? 0),
                    "hours": .text(speech.runway(region.runway)),
                ])
        }
    }

    private var tasks: String? {
        let overdue = view.picture.watch.tasks.values.count { $0.isOverdue(at: view.now) }
        return overdue > 0 ? brief("line.overdue-tasks", ["count": .number(overdue)]) : nil
    }

    // MARK: Key figures

    private var keyFigures: [Section] {
        let columns = ["figure", "value", "about", "origin"].map { brief("column.\($0)") }
        let rows = postFigures + bedFigures + totals
        return [
            part(
                "key-figures",
                rows.isEmpty ? .lines([brief("gap.figures")]) : .table(columns, rows: rows))
        ]
    }

    private var postFigures: [[String]] {
        scope.posts.filter { $0.freshness != .silent }.flatMap { post -> [[String]] in
            let name = brief.names.checkpoint(post.id)
            guard let latest = post.latest else { return [] }
            let end = speech.moment(post.incoming.hours.end)
            var rows = [
                [
                    "\(name): \(brief("figure.in-out"))",
                    "\(speech.daySum(post.incoming.lastDay)) / \(speech.daySum(post.outgoing.lastDay))",
                    brief("figure.day-to", ["moment": .text(end)]), brief.origin(latest.provenance),
                ]
            ]
            if let queue = post.incoming.queue {
                rows.append([
                    "\(name): \(brief("figure.queue"))",
                    "\(speech.number(queue.persons)), \(speech.wait(queue.wait))",
                    speech.moment(queue.at), brief.origin(queue.provenance),
                ])
            }
            return rows
        }
    }

    private var bedFigures: [[String]] {
        scope.shelters.compactMap { shelter in
            guard let occupied = shelter.occupied, case .stated(let at, let provenance) = occupied.basis
            else { return nil }
            return [
                "\(brief.names.shelter(shelter.id)): \(brief("figure.beds"))",
                "\(speech.number(occupied.value)) / \(speech.number(shelter.free))", speech.moment(at),
                brief.origin(provenance),
            ]
        }
    }

    private var totals: [[String]] {
        scope.totals.flatMap { area, statements in
            statements.suffix(Self.named).map { statement in
                let total = statement.body
                let place = area == .country ? speech("status.country") : brief.names.place(area.code)
                return [
                    [place, speech("words.direction.\(total.direction.rawValue)"), total.category]
                        .compactMap(\.self).joined(separator: ", "),
                    speech(
                        "words.precision.\(total.precision.rawValue)",
                        ["count": .number(total.persons.count)]),
                    speech.about(statement.about), brief.origin(statement.provenance),
                ]
            }
        }
    }

    // MARK: What differs, and who was heard

    private var disputes: Section {
        let open = scope.contradictions
        let lines = open.map { record in
            "\(brief.names.place(record.finding.subject)): \(speech("watch.rule.\(record.finding.rule).name")) · "
                + "\(speech.decimal(record.finding.first.value)) (\(record.finding.first.source)) / "
                + "\(speech.decimal(record.finding.second.value)) (\(record.finding.second.source)) · "
                + speech.moment(record.raised)
        }
        return part("contradictions", .lines(lines.isEmpty ? [brief("line.no-contradictions")] : lines))
    }

    private var sources: Section {
        let rows = view.situation.sources.sorted { $0.key < $1.key }.map { source, heard in
            [
                source.rawValue, speech.moment(heard.lastKnown),
                speech.span(max(view.now - heard.lastKnown, .zero)), "\(heard.entryCount)",
            ]
        }
        let columns = [
            speech("council.column.source"), speech("council.column.heard"), brief("column.age"),
            speech("council.column.entries"),
        ]
        return part("sources", rows.isEmpty ? .lines([brief("no-data")]) : .table(columns, rows: rows))
    }
}
