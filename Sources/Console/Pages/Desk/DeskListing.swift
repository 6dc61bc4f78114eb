import Situation
import Terminal
import Wording

extension Look {
    /// Contradictions, the open ones first, the newest first among them.
    var contradictionRows: [ContradictionRecord] {
        watch.contradictions.values.sorted {
            ($0.isOpen ? 0 : 1, $1.raised, $0.id) < ($1.isOpen ? 0 : 1, $0.raised, $1.id)
        }
    }

    func deskPage(in area: Rect) -> Page {
        let listing = deskListing
        return listPage(
            listing, head: listHead(listing, counting: "watch.count.contradictions"), in: area,
            preview: preview)
    }

    var deskListing: Listing {
        let filter = Filter(model.view.filter)
        let all = contradictionRows
        return Listing(
            all.filter { filter.passes(searchText(of: $0)) }, total: all.count, columns: deskColumns,
            sort: nil
        ) { .destination(.contradiction($0.id)) }
    }

    private func searchText(of record: ContradictionRecord) -> String {
        [
            subject(record.finding), ruleName(record.finding.rule), record.finding.first.source.rawValue,
            record.finding.second.source.rawValue,
        ].joined(separator: " ")
    }

    private var deskColumns: [Column<ContradictionRecord>] {
        [
            Column(TableColumn("", minimum: 2)) { TableCell($0.isOpen ? marks.diamond : "", .warning) },
            Column(TableColumn(speech("console.column.known"), minimum: 11)) {
                TableCell(speech.brief($0.raised, now: model.now), .muted)
            },
            Column(TableColumn(speech("watch.work.column.where"), minimum: 14, ideal: 20)) {
                TableCell(subject($0.finding))
            },
            Column(TableColumn(speech("watch.work.column.rule"), minimum: 14, priority: 2, isFlexible: true))
            {
                TableCell(ruleName($0.finding.rule), .muted)
            },
            Column(TableColumn(speech("watch.work.column.figures"), minimum: 16, ideal: 34)) {
                TableCell(figures($0.finding))
            },
            Column(TableColumn(speech("watch.work.column.gap"), alignment: .right, minimum: 7, priority: 1)) {
                TableCell(speech.decimal($0.finding.gap, digits: 1))
            },
            Column(TableColumn(speech("console.column.state"), minimum: 12)) {
                TableCell(settlementWord($0), $0.isOpen ? .warning : .muted)
            },
        ]
    }

    /// What the figures are about.
    func subject(_ finding: ContradictionEvent.Finding) -> String {
        finding.subject == "KZ" ? speech("console.word.country") : names.place(finding.subject)
    }

    /// Both figures, each with its source.
    private func figures(_ finding: ContradictionEvent.Finding) -> String {
        [finding.first, finding.second]
            .map { "\(speech.decimal($0.value, digits: 1)) \($0.source)" }.joined(separator: " ≠ ")
    }

    /// How it stands, in a word or two.
    func settlementWord(_ record: ContradictionRecord) -> String {
        if record.hasLapsed { return speech("watch.work.desk.lapsed") }
        switch record.settlement {
        case .prefer: return speech("watch.settlement.prefer")
        case .bothStand: return speech("watch.settlement.both-stand")
        case .ask: return speech("watch.settlement.ask")
        case nil: return speech("watch.case.open")
        }
    }
}
