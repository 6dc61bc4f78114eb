import Planning
import Situation
import Terminal
import Wording

extension Look {
    /// Playbooks in force, the oldest first.
    var runsInForce: [PlaybookRunRecord] {
        watch.runs.values.filter { $0.state == .inForce }.sorted {
            ($0.start?.at ?? Instant(milliseconds: 0), $0.id) < (
                $1.start?.at ?? Instant(milliseconds: 0), $1.id
            )
        }
    }

    /// One line for each playbook in force; when none is, that none is and how many there are.
    var playbookLines: [StyledText] {
        let runs = runsInForce
        guard !runs.isEmpty else {
            return [
                StyledText(speech("console.overview.playbooks") + "  ", .heading).appending(
                    speech(
                        "console.overview.playbooks-ready",
                        ["count": .number(model.context.playbooks.count)]),
                    .muted)
            ]
        }
        return runs.map { run in
            let counts = counts(of: run)
            return StyledText(name(run), .heading).appending("  \(age(of: run))  ", .normal)
                .appending(done(counts) + "  ", .muted)
                .appending(late(counts), counts.overdue > 0 ? .warning : .muted)
        }
    }

    /// The playbooks in force with how far they are; when none is, those at hand.
    var playbooksPanelListing: Listing {
        let runs = runsInForce
        guard !runs.isEmpty else { return playbooksAtHand }
        let columns: [Column<PlaybookRunRecord>] = [
            Column(TableColumn(speech("console.overview.playbooks"), minimum: 20, isFlexible: true)) {
                TableCell(name($0))
            },
            Column(TableColumn(speech("watch.overview.phase"), minimum: 16, priority: 1)) {
                TableCell(phaseName(of: $0), .muted)
            },
            Column(TableColumn("", alignment: .right, minimum: 10)) { TableCell(age(of: $0)) },
            Column(TableColumn("", alignment: .right, minimum: 12)) {
                TableCell(done(counts(of: $0)), .muted)
            },
            Column(TableColumn("", alignment: .right, minimum: 14)) {
                let counts = counts(of: $0)
                return TableCell(late(counts), counts.overdue > 0 ? .warning : .muted)
            },
        ]
        return Listing(runs, columns: columns) { .run($0.id, $0.playbook) }
    }

    private var playbooksAtHand: Listing {
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

    private func phaseName(of run: PlaybookRunRecord) -> String {
        run.phases.last.map { phase($0.phase, of: run) } ?? ""
    }

    /// How long a playbook has been in force: T+ as its tasks count.
    private func age(of run: PlaybookRunRecord) -> String {
        afterStart(run.start.map { max(shownMoment - $0.at, .zero) } ?? .zero)
    }

    /// How many of a run's tasks are done, how many late, of how many.
    private func counts(of run: PlaybookRunRecord) -> (done: Int, overdue: Int, all: Int) {
        let tasks = watch.tasks.values.filter {
            if case .playbook(run.id, _, _) = $0.opening.origin { true } else { false }
        }
        return (
            tasks.count { $0.state == .done }, tasks.count { $0.isOverdue(at: shownMoment) }, tasks.count
        )
    }

    private func done(_ counts: (done: Int, overdue: Int, all: Int)) -> String {
        speech("watch.overview.done", ["done": .number(counts.done), "all": .number(counts.all)])
    }

    private func late(_ counts: (done: Int, overdue: Int, all: Int)) -> String {
        speech("watch.overview.late", ["count": .number(counts.overdue)])
    }
}
