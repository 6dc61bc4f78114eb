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
        let columns: [Column<ContradictionRecord>] = [
            Column(TableColumn(speech("console.column.known"), minimum: 11)) {
                TableCell(speech.brief($0.raised, now: model.now), .muted)
            },
            Column(TableColumn(speech("console.column.text"), minimum: 30, isFlexible: true)) {
                TableCell("\(names.place($0.finding.subject)): \($0.finding.rule)")
            },
            Column(TableColumn(speech("console.column.state"), minimum: 10)) {
                TableCell(
                    speech($0.isOpen ? "watch.case.open" : "watch.case.settled"),
                    $0.isOpen ? .warning : .muted)
            },
        ]
        return Listing(
            all.filter { filter.passes("\(names.place($0.finding.subject)) \($0.finding.rule)") },
            total: all.count, columns: columns, sort: nil
        ) { .destination(.contradiction($0.id)) }
    }
}
