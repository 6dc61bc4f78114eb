import Situation
import Terminal
import Wording

extension Look {
    /// The entries that pass the filter; unless sorted, in fold order, the newest at the bottom. What the whole journal was
    /// searched for has the newest at the top.
    var logListing: Listing {
        let columns = logColumns
        let entries = model.forThisStation(logEntries)
        return Listing(
            entries.sorted(by: model.view.sort, columns), total: model.log.entries.count, columns: columns,
            sort: model.view.sort
        ) { .entry($0.id) }
    }

    private var logEntries: [Entry] {
        if let found = model.found, !found.isAsked || !found.entries.isEmpty, found.query == logQuery {
            return found.entries
        }
        let filter = Filter(FilterWords(model.view.filter.text).text)
        return filter.isEmpty
            ? model.log.entries : model.log.entries.filter { filter.passes(searchText(of: $0)) }
    }

    /// What is being fetched, or how the filter can be narrowed.
    var logNote: String? {
        if model.log.isLoading || model.found?.isAsked == true { return speech("console.word.loading") }
        if model.found != nil { return speech("watch.work.log.newest-first") }
        return model.input == .filter ? speech("watch.work.log.filter-words") : nil
    }

    private func searchText(of entry: Entry) -> String {
        [
            words(entry.fact), kind(entry.fact), entry.source.rawValue,
            entry.author.person.rawValue, entry.id.description,
        ].joined(separator: " ")
    }

    private var logColumns: [Column<Entry>] {
        [
            Column(
                TableColumn(speech("console.column.known"), minimum: 11),
                key: { .number(Double($0.known.bits)) }
            ) {
                TableCell(speech.brief($0.known.instant, now: model.now), .muted)
            },
            Column(
                TableColumn(speech("console.column.kind"), minimum: 10), startsAscending: true,
                key: { .word(kind($0.fact)) }
            ) {
                TableCell(kind($0.fact, short: true), .muted)
            },
            Column(
                TableColumn(speech("console.column.text"), minimum: 30, isFlexible: true),
                startsAscending: true, key: { .word(words($0.fact)) }
            ) {
                TableCell(line($0))
            },
            Column(
                TableColumn(speech("console.column.about"), minimum: 22, priority: 3),
                key: { .number(Double($0.about.end.milliseconds)) }
            ) {
                TableCell(speech.about($0.about), .muted)
            },
            Column(
                TableColumn(speech("console.column.source"), minimum: 12, ideal: 16, priority: 1),
                startsAscending: true, key: { .word($0.source.rawValue) }
            ) {
                TableCell($0.source.rawValue, .muted)
            },
            Column(
                TableColumn(speech("console.column.author"), minimum: 16, ideal: 18, priority: 2),
                startsAscending: true, key: { .word($0.author.person.rawValue) }
            ) {
                TableCell("\($0.author.person)", .muted)
            },
        ]
    }

    /// The text of an entry; one that was corrected names the entry that corrects it.
    private func line(_ entry: Entry) -> StyledText {
        let significance = significanceMark(entry.id)
        guard let correcting = model.log.corrections[entry.id]?.last else {
            return significance + correctedSince(entry).appending(words(entry.fact))
        }
        let mark = speech("console.log.corrected-by", ["entry": .text(correcting.description)])
        return significance.appending("\(marks.diamond) \(mark) ", .attention).appending(
            words(entry.fact), .disabled)
    }

    /// That an entry is a significant event, or is proposed as one.
    func significanceMark(_ entry: EntryID) -> StyledText {
        switch watch.significance[entry]?.state {
        case .confirmed: StyledText("\(marks.up) \(speech("watch.work.log.significant")) ", .warning)
        case .proposed: StyledText("\(marks.up) \(speech("watch.work.log.proposed")) ", .attention)
        case .declined, nil: StyledText("")
        }
    }
}
