import Situation
import Terminal
import Wording

extension Look {
    /// Tasks that still have to be done, the most urgent first.
    var taskRows: [TaskRecord] {
        watch.tasks.values.sorted {
            ($0.state.isPending ? 0 : 1, $0.opening.due, $0.id) < (
                $1.state.isPending ? 0 : 1, $1.opening.due, $1.id
            )
        }
    }

    func tasksPage(in area: Rect) -> Page {
        let listing = tasksListing
        return listPage(
            listing, head: listHead(listing, counting: "watch.count.tasks"), in: area, preview: preview)
    }

    var tasksListing: Listing {
        let filter = Filter(model.view.filter)
        let all = taskRows
        let columns = taskColumns
        let rows = all.filter { filter.passes("\(name($0.id)) \(agency($0.opening.lead))") }
        return Listing(
            rows.sorted(by: model.view.sort, columns), total: all.count, columns: columns,
            sort: model.view.sort
        ) { .destination(.task($0.id)) }
    }

    private var taskColumns: [Column<TaskRecord>] {
        [
            Column(
                TableColumn(speech("console.column.text"), minimum: 30, isFlexible: true),
                startsAscending: true, key: { .word(name($0.id)) }
            ) { TableCell(name($0.id)) },
            Column(
                TableColumn(speech("console.column.owner"), minimum: 10), startsAscending: true,
                key: { .word(agency($0.opening.lead)) }
            ) { TableCell(agency($0.opening.lead), .muted) },
            Column(TableColumn(speech("console.column.state"), minimum: 12)) {
                TableCell(speech("watch.task-state.\($0.state.rawValue)"))
            },
            Column(
                TableColumn(speech("watch.column.due"), minimum: 11), startsAscending: true,
                key: { .number(Double($0.opening.due.milliseconds)) }
            ) { TableCell(speech.brief($0.opening.due, now: model.now)) },
        ]
    }

    /// The short name of a task.
    func taskCode(_ task: TaskRef) -> String {
        task.rawValue.split(separator: "/").last.map(String.init) ?? task.rawValue
    }
}
