import Planning
import Terminal
import Wording

extension Look {
    /// That no playbook is in force, and how many there are.
    var playbooksLine: StyledText {
        StyledText(speech("console.overview.playbooks") + "  ", .heading)
            .appending(
                speech("console.overview.playbooks-ready", ["count": .number(model.context.playbooks.count)]),
                .muted)
    }

    /// The playbooks at hand.
    var playbooksPanelListing: Listing {
        let columns: [Column<Playbook>] = [
            Column(TableColumn(speech("console.overview.playbooks"), minimum: 20, isFlexible: true)) {
                TableCell(names.text($0.name))
            },
            Column(TableColumn(speech("console.column.state"), minimum: 14)) { _ in
                TableCell(speech("console.playbook.not-in-force"), .muted)
            },
            Column(TableColumn(speech("console.column.tasks"), alignment: .right, minimum: 8)) {
                TableCell("\($0.tasks.count)", .muted)
            },
        ]
        return Listing(model.context.playbooks, columns: columns) { .playbook($0.id) }
    }
}
