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
        guard let entry = look.model.entry(id) else {
            document.text(speech("console.log.not-at-hand", ["entry": .text(id.description)]), .muted)
            return document
        }
        document.text(look.words(entry.fact), .heading)
        if look.model.correctedSince.contains(id) { document.line(look.correctedSince(entry)) }
        document.blank()
        addFields(of: entry, to: &document)
        addNote(of: entry, to: &document)
        addSignificance(of: entry, to: &document)
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

    /// The second step of a note: its kind, and what it belongs to.
    private func addNote(of entry: Entry, to document: inout Document) {
        guard let note = look.model.note(entry.id) else { return }
        if let kind = note.kind {
            document.field(speech("watch.work.field.kind"), speech("watch.work.note-kind.\(kind.rawValue)"))
        }
        if let place = note.place {
            document.field(speech("watch.work.field.place"), look.names.place(place))
        }
        switch note.link {
        case .entry(let id): document.field(speech("watch.work.field.link"), words(id))
        case .alarm(let alarm): document.field(speech("watch.work.field.link"), look.name(alarm))
        case .task(let task): document.field(speech("watch.work.field.link"), look.name(task))
        case nil: break
        }
    }

    /// Both ends of a promotion: the entry names the promotion, the promotion the entry.
    private func addSignificance(of entry: Entry, to document: inout Document) {
        if case .significance(let event) = entry.fact {
            document.heading(speech("watch.work.log.about"))
            document.text(words(event.entry), indent: 1)
        }
        guard let record = look.watch.significance[entry.id] else { return }
        document.heading(speech("watch.work.log.promotion"))
        document.line(look.significanceMark(entry.id))
        for decision in [record.proposed, record.decided].compactMap(\.self) {
            let text = "\(speech.moment(decision.at))  \(decision.by.person)"
            document.text(decision.reason.isEmpty ? text : "\(text): \(decision.reason)", indent: 1)
        }
        document.text(record.lastEntry.description, .muted, indent: 1)
    }

    private func words(_ id: EntryID) -> String {
        look.model.entry(id).map { "\(id): \(look.words($0.fact))" } ?? id.description
    }

    private func time(_ time: HybridTime) -> String {
        time.counter == 0 ? time.instant.iso8601 : "\(time.instant.iso8601) #\(time.counter)"
    }

    private func addCorrections(of entry: Entry, to document: inout Document) {
        if case .correction(let correction) = entry.fact {
            document.heading(speech("console.log.corrects", ["entry": .text(correction.target.description)]))
            if let target = look.model.entry(correction.target) {
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
            let text = look.model.entry(id).map { look.words($0.fact) } ?? ""
            document.text("\(id): \(text)", indent: 1)
        }
    }
}
