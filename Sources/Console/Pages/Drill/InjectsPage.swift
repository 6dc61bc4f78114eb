import Situation
import Terminal
import Wording

extension Look {
    /// What was told to this station in the exercise, the newest first; under or beside it the one that is marked.
    func injectsPage(in area: Rect) -> Page {
        let listing = injectsListing
        let head = listHead(listing, counting: "drill.count.injects")
        guard area.width < Self.previewColumns, area.height >= 14 else {
            return listPage(listing, head: head, in: area, preview: preview)
        }
        let (list, below) = area.splitBottom(area.height / 2)
        var page = listPage(listing, head: head, in: list)
        let selected = model.view.lists[.main]?.selected ?? listing.ids.first
        if let document = selected.flatMap(preview) { page.add(document, in: below.splitTop(1).rest) }
        return page
    }

    var injectsListing: Listing {
        let all = model.injects
        let filter = Filter(model.view.filter)
        let columns: [Column<ExercisePicture.Sent>] = [
            Column(TableColumn(speech("console.column.known"), minimum: 11)) {
                TableCell(speech.brief($0.at, now: model.now), .muted)
            },
            Column(TableColumn("№", alignment: .right, minimum: 3)) {
                TableCell("\($0.message.number)", .key)
            },
            Column(TableColumn(speech("drill.column.from"), minimum: 12, ideal: 22)) {
                TableCell(sender($0.message))
            },
            Column(TableColumn(speech("console.column.text"), minimum: 20, isFlexible: true)) {
                TableCell(text($0.message))
            },
            Column(TableColumn(speech("drill.column.means"), minimum: 8, ideal: 12, priority: 1)) {
                TableCell(means($0.message.means), .muted)
            },
        ]
        let rows = all.filter { filter.passes("\(sender($0.message)) \(text($0.message))") }
        return Listing(rows, total: all.count, columns: columns) { .destination(.inject($0.entry)) }
    }

    /// The words in the reader's language, or in the first that there is.
    func text(_ message: InjectMessage) -> String {
        let language = speech.language.rawValue
        return message.text[language] ?? message.text["kk"] ?? message.text["ru"] ?? message.text.values.min()
            ?? ""
    }

    func means(_ name: String) -> String {
        InjectMeans.all.contains(name) ? speech("exercise.means.\(name)") : name
    }
}

/// One message of the exercise as it reached this station; it begins and ends with the exercise word.
struct InjectDetail {
    let look: Look
    let entry: EntryID

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        page.add(document, in: area)
        return page
    }

    var document: Document {
        let speech = look.speech
        var document = Document()
        guard let sent = look.model.inject(entry) else {
            document.text(speech("drill.inject.unknown"), .muted)
            return document
        }
        let word = speech("program.exercise")
        document.line(" \(word) ", .exercise)
        document.line(
            StyledText("№ \(sent.message.number)  ", .key).appending(look.sender(sent.message), .heading)
                .appending("  \(look.means(sent.message.means)), \(speech.moment(sent.at))", .muted))
        document.blank()
        document.text(look.text(sent.message))
        document.blank()
        if !sent.message.to.isEmpty {
            document.field(speech("drill.column.to"), sent.message.to.joined(separator: ", "))
        }
        document.line(" \(word) ", .exercise)
        return document
    }
}
