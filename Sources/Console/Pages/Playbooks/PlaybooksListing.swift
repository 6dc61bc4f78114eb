import Planning
import Terminal
import Wording

extension Look {
    /// The playbooks at hand.
    var playbooksListing: Listing {
        let filter = Filter(model.view.filter)
        let columns = playbookColumns
        let rows = model.context.playbooks.filter { filter.passes(names.text($0.name) + " \($0.id)") }
        return Listing(
            rows.sorted(by: model.view.sort, columns), total: model.context.playbooks.count, columns: columns,
            sort: model.view.sort
        ) { .playbook($0.id) }
    }

    private var playbookColumns: [Column<Playbook>] {
        [
            Column(
                TableColumn(speech("console.column.playbook"), minimum: 24, isFlexible: true),
                startsAscending: true,
                key: { .word(names.text($0.name)) }
            ) { TableCell(names.text($0.name)) },
            Column(
                TableColumn(speech("console.column.crisis"), minimum: 14, ideal: 20, priority: 2),
                startsAscending: true, key: { .word(speech("console.crisis.\($0.crisis.rawValue)")) }
            ) { TableCell(speech("console.crisis.\($0.crisis.rawValue)"), .muted) },
            Column(TableColumn(speech("console.column.state"), minimum: 16)) { _ in
                TableCell(speech("console.playbook.not-in-force"), .muted)
            },
            Column(
                TableColumn(speech("console.column.phases"), alignment: .right, minimum: 8, priority: 1),
                key: { .count($0.phases.count) }
            ) { TableCell("\($0.phases.count)") },
            Column(
                TableColumn(speech("console.column.tasks"), alignment: .right, minimum: 8),
                key: { .count($0.tasks.count) }
            ) { TableCell("\($0.tasks.count)") },
        ]
    }

    /// That some files could not be read, where there are such.
    var playbookFaults: String? {
        let count = model.context.playbookFaults
        return count > 0 ? speech("console.playbook.faults", ["count": .number(count)]) : nil
    }
}
