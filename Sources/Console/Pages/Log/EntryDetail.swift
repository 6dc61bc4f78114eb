import Situation
import Terminal
import Wording

/// One entry with every field.
struct EntryDetail {
    let look: Look
    let id: EntryID

    private var speech: Speech { look.speech }

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        page.add(document, in: area)
        return page
    }

    var document: Document {
        var document = Document()
        guard let entry = look.model.log.entry(id) else {
            document.text(speech("console.log.not-at-hand", ["entry": .text(id.description)]), .muted)
            return document
        }
        document.text(look.words(entry.fact), .heading)
        if look.model.correctedSince.contains(id) { document.line(look.correctedSince(entry)) }
        document.blank()
        addFields(of: entry, to: &document)
        addCorrections(of: entry, to: &document)
        return document
    }

    private func addFields(of entry: Entry, to document: inout Document) {
        document.field(speech("console.log.id"), entry.id.description)
        document.field(speech("console.column.kind"), look.kind(entry.fact))
        document.field(speech("console.column.about"), speech.about(entry.about))
        document.field(speech("console.log.known"), time(entry.known))
        document.field(speech("console.log.recorded"), time(entry.recorded))
        document.field(speech("console.column.source"), entry.source.rawValue)
        document.field(
            speech("console.log.confidence"), speech("words.confidence.\(entry.confidence.rawValue)"))
        document.field(speech("console.column.author"), "\(entry.author.person) (\(entry.author.seat))")
    }

    private func time(_ time: HybridTime) -> String {
        time.counter == 0 ? time.instant.iso8601 : "\(time.instant.iso8601) #\(time.counter)"
    }

    private func addCorrections(of entry: Entry, to document: inout Document) {
        if case .correction(let correction) = entry.fact {
            document.heading(speech("console.log.corrects", ["entry": .text(correction.target.description)]))
            if let target = look.model.log.entry(correction.target) {
                document.text(look.words(target.fact), .disabled, indent: 1)
            }
        }
        let corrections = look.model.log.corrections[entry.id] ?? []
        guard !corrections.isEmpty else { return }
        document.heading(speech("console.log.corrections"))
        if look.model.picture?.contested.contains(entry.id) == true {
            document.text("\(look.marks.diamond) \(speech("console.log.contested"))", .attention)
        }
        for id in corrections {
            let text = look.model.log.entry(id).map { look.words($0.fact) } ?? ""
            document.text("\(id): \(text)", indent: 1)
        }
    }
}
