import Situation
import Terminal
import Wording

/// One order: what, why, for which task, how far it is, and what was said of it.
struct OrderDetail {
    let look: Look
    let id: OrderID

    private var speech: Speech { look.speech }

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        page.add(document, in: area)
        return page
    }

    var document: Document {
        var document = Document()
        guard let order = look.watch.orders[id] else {
            document.text(id.rawValue, .heading)
            document.text(speech("drill.orders.unknown"), .muted)
            return document
        }
        document.line(look.mark(order).appending(" \(look.words(order.act))", .heading))
        document.field(speech("console.column.state"), look.state(of: order))
        document.field(
            speech("drill.orders.ordered"),
            "\(speech.moment(order.ordered)), \(order.orderedBy.person)")
        document.field(speech("watch.field.reason"), order.reason)
        if let task = order.task {
            document.field(speech("drill.orders.task"), "\(look.taskCode(task))  \(taskName(task))")
        }
        document.field("", id.rawValue, .muted)
        addHistory(to: &document)
        return document
    }

    private func taskName(_ task: TaskRef) -> String { look.watch.tasks[task].map(look.what) ?? "" }

    private func addHistory(to document: inout Document) {
        let entries = look.model.log.entries.filter { entry in
            switch entry.fact {
            case .act(let event): event.order == id
            case .exercise(.effect(let effect)): effect.order == id
            default: false
            }
        }
        guard !entries.isEmpty else { return }
        document.heading(speech("watch.work.task.history"))
        for entry in entries.reversed() {
            document.text(
                "\(speech.brief(entry.known.instant, now: look.model.now))  \(look.words(entry.fact)) — \(entry.author.person)",
                indent: 1)
        }
    }
}
