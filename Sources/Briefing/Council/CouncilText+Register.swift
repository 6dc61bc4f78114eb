import Council
import Language
import Reference
import Situation
import Wording

extension CouncilText {
    /// The council's register: questions, first raised first.
    public func decisions(openOnly: Bool) -> String {
        let records = reading.register.inOrder.filter { !openOnly || $0.isPending }
        return document(
            speech("council.title.decisions", ["count": .number(records.count)]), questions(records)
        ).text
    }

    /// A section a question; one that says so when there is none.
    func questions(_ records: [DecisionRecord]) -> [PrintedDocument.Section] {
        let sections = records.map { record in
            PrintedDocument.Section(
                heading: "\(record.id) · \(speech("council.question.\(record.state.rawValue)"))",
                body: .lines(lines(record)))
        }
        let none = PrintedDocument.Section(
            heading: speech("council.title.all"), body: .lines([speech("council.line.no-questions")]))
        return sections.isEmpty ? [none] : sections
    }

    private func lines(_ record: DecisionRecord) -> [String] {
        var lines = [
            speech(
                "council.line.question",
                [
                    "agency": .text(agency(record.question.raisedBy)), "words": .text(record.question.text),
                    "day": .text(speech.moment(record.raised)),
                ])
        ]
        lines += record.positions.map { position in
            let parts = [
                speech("council.stance.\(position.stance.rawValue)"), position.words,
                position.evidence.map(words.words),
            ]
            return "\(agency(position.agency)): " + parts.compactMap(\.self).joined(separator: ", ")
        }
        if let resolution = record.resolution {
            lines.append(
                speech(
                    "council.line.resolution",
                    [
                        "number": .text(resolution.number), "day": .text(resolution.date.description),
                        "words": .text(resolution.text),
                    ]))
            lines += resolution.settles.map { settlement in
                switch settlement {
                case .discrepancy(let id): speech("council.line.settles", ["what": .text(id)])
                case .targets(let indicator, let source):
                    speech(
                        "council.line.settles-targets",
                        [
                            "indicator": .text("\(indicator)"),
                            "series": .text(speech("council.series.\(source.rawValue)")),
                        ])
                }
            }
        }
        lines += record.assignments.enumerated().map { place, given in
            let state =
                given.isOverdue(at: reading.now)
                ? speech("council.phase.overdue")
                : given.progress.map { words.words($0.state) } ?? speech("council.line.not-begun")
            let due = given.due?.description ?? Speech.none
            return
                "\(place + 1). \(agency(given.assignment.agency)): \(given.assignment.what) · \(due) · \(state)"
        }
        return lines + (record.reason.map { [$0] } ?? [])
    }

    /// The systems figures come from.
    public func sources() -> String { document(speech("council.title.sources"), [sourceList]).text }

    /// A line a source.
    var sourceList: PrintedDocument.Section {
        let columns = ["source", "holds", "owner", "rhythm", "heard", "entries"].map {
            speech("council.column.\($0)")
        }
        let rows = reading.sources.rows.map { row in
            let agency = row.heardAs.first.flatMap { subject.policy.agency(AgencyKey($0.rawValue)) }
            let heard =
                agency.map { names.text($0.name) } ?? row.heardAs.map(\.rawValue).joined(separator: ", ")
            let holds = agency == nil ? "council.line.not-in-decree" : "council.line.agency-reports"
            return [
                row.system.map { names.text($0.name) } ?? heard,
                row.system.map { names.text($0.holds) } ?? speech(holds),
                row.system.map { $0.owner.map(self.agency) ?? speech("council.line.not-stated") }
                    ?? Speech.none,
                row.system.map { $0.rhythm.map(names.text) ?? speech("council.line.not-stated") }
                    ?? Speech.none,
                row.lastKnown.map(speech.moment) ?? speech("council.line.never"), "\(row.entryCount)",
            ]
        }
        return .init(heading: speech("council.title.all"), body: .table(columns, rows: rows))
    }
}
