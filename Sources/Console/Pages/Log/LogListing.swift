import Situation
import Terminal
import Wording

extension Look {
    /// The entries that pass the filter, in fold order, the newest at the bottom.
    var logListing: Listing {
        let filter = Filter(model.view.filter)
        let entries =
            filter.isEmpty
            ? model.log.entries : model.log.entries.filter { filter.passes(searchText(of: $0)) }
        return Listing(entries, total: model.log.entries.count, columns: logColumns) { .entry($0.id) }
    }

    private func searchText(of entry: Entry) -> String {
        [
            words(entry.fact), kind(entry.fact), entry.source.rawValue,
            entry.author.person.rawValue, entry.id.description,
        ].joined(separator: " ")
    }

    private var logColumns: [Column<Entry>] {
        [
            Column(TableColumn(speech("console.column.known"), minimum: 11)) {
                TableCell(speech.brief($0.known.instant, now: model.now), .muted)
            },
            Column(TableColumn(speech("console.column.kind"), minimum: 10)) {
                TableCell(kind($0.fact, short: true), .muted)
            },
            Column(TableColumn(speech("console.column.text"), minimum: 30, isFlexible: true)) {
                TableCell(line($0))
            },
            Column(TableColumn(speech("console.column.about"), minimum: 22, priority: 3)) {
                TableCell(speech.about($0.about), .muted)
            },
            Column(TableColumn(speech("console.column.source"), minimum: 12, ideal: 16, priority: 1)) {
                TableCell($0.source.rawValue, .muted)
            },
            Column(TableColumn(speech("console.column.author"), minimum: 16, ideal: 18, priority: 2)) {
                TableCell("\($0.author.person)", .muted)
            },
        ]
    }

    /// The text of an entry; one that was corrected names the entry that corrects it.
    private func line(_ entry: Entry) -> StyledText {
        guard let correcting = model.log.corrections[entry.id]?.last else {
            return StyledText(words(entry.fact))
        }
        let mark = speech("console.log.corrected-by", ["entry": .text(correcting.description)])
        return StyledText("\(marks.diamond) \(mark) ", .attention).appending(words(entry.fact), .disabled)
    }
}
