import Situation
import Terminal
import Wording

/// The seat: who holds it, since when, and the handover that goes on.
struct ShiftPage {
    let look: Look

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        page.add(document, in: area)
        return page
    }

    private var document: Document {
        var document = Document()
        document.line(look.model.context.seat.rawValue, .heading)
        guard let holder = look.model.holder else {
            document.text(look.speech("watch.shift-page.nobody"), .attention)
            return document
        }
        document.field(
            look.speech("watch.field.person"),
            "\(holder.person), \(look.speech("watch.role.\(holder.role.rawValue)"))")
        document.field(look.speech("watch.shift-page.since"), look.speech.moment(holder.since))
        return document
    }
}
