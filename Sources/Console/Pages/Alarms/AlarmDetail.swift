import Situation
import Terminal
import Wording

/// One alarm: what it is, since when, who has seen it, what to do.
struct AlarmDetail {
    let look: Look
    let id: AlarmID

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        page.add(document, in: area)
        return page
    }

    var document: Document {
        var document = Document()
        document.text(look.name(id), .heading)
        guard let record = look.watch.alarms[id] else {
            document.text(look.speech("watch.state.normal"), .muted)
            return document
        }
        let now = look.model.now ?? record.raised ?? Instant(milliseconds: 0)
        document.field(
            look.speech("console.column.state"), look.speech("watch.state.\(record.state(at: now).key)"))
        if let raised = record.raised {
            document.field(look.speech("console.column.known"), look.speech.moment(raised))
        }
        return document
    }
}
