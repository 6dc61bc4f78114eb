import Situation
import Terminal
import Wording

extension Look {
    /// The last entries, the newest first, since only a few are in view.
    var entriesPanelListing: Listing {
        var columns: [Column<Entry>] = [
            Column(TableColumn(speech("console.overview.journal"), minimum: 11)) {
                TableCell(speech.brief($0.known.instant, now: model.now), .muted)
            },
            Column(TableColumn(speech("console.overview.entries"), minimum: 30, isFlexible: true)) {
                TableCell(sentence($0))
            },
        ]
        if model.size.columns >= 100 {
            columns.append(
                Column(TableColumn("", minimum: 16)) { TableCell($0.author.person.rawValue, .muted) })
        }
        return Listing(model.forThisStation(model.log.entries.suffix(60)).reversed(), columns: columns) {
            .entry($0.id)
        }
    }

    /// What an entry says in one line; one that was corrected, or is corrected after the moment shown, is marked as such.
    func sentence(_ entry: Entry) -> StyledText {
        let isCorrected = model.log.corrections[entry.id] != nil
        let kind = StyledText("[\(kind(entry.fact, short: true))] ", .muted)
        let text = kind.appending(words(entry.fact), isCorrected ? .disabled : .normal)
        if isCorrected { return StyledText(marks.diamond + " ", .attention) + text }
        return correctedSince(entry) + text
    }

    /// The mark of an entry that was believed at the moment shown and was corrected since; empty for any other.
    func correctedSince(_ entry: Entry) -> StyledText {
        model.correctedSince.contains(entry.id)
            ? StyledText("\(marks.diamond) \(speech("watch.past.corrected-since")) ", .attention) : ""
    }
}
