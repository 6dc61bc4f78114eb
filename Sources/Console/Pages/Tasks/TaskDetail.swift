import Situation
import Terminal
import Wording

/// One task: who has it, by when, what it waits for, what proves it done.
struct TaskDetail {
    let look: Look
    let id: TaskRef

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        page.add(document, in: area)
        return page
    }

    var document: Document {
        var document = Document()
        document.text(look.name(id), .heading)
        guard let record = look.watch.tasks[id] else { return document }
        document.field(
            look.speech("console.column.state"), look.speech("watch.task-state.\(record.state.rawValue)"))
        document.field(look.speech("watch.column.due"), look.speech.moment(record.opening.due))
        return document
    }
}
