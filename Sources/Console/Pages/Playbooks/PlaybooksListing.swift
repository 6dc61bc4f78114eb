import Planning
import Situation
import Terminal
import Wording

extension Look {
    /// The playbooks at hand: those that wait for a decision or are in force first.
    var playbooksListing: Listing {
        let filter = Filter(model.view.filter)
        let columns = playbookColumns
        let ordered = model.context.playbooks.enumerated().sorted { left, right in
            let ranks = (rank(of: left.element), rank(of: right.element))
            return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
        }.map(\.element)
        let rows = ordered.filter { filter.passes(names.text($0.name) + " \($0.id)") }
        return Listing(
            rows.sorted(by: model.view.sort, columns), total: model.context.playbooks.count, columns: columns,
            sort: model.view.sort
        ) { .playbook($0.id) }
    }

    private func rank(of playbook: Playbook) -> Int {
        runs(of: playbook.id).first.map { min($0.rank, 4) } ?? 4
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
            Column(
                TableColumn(speech("console.column.state"), minimum: 16, ideal: 36), startsAscending: true,
                key: { .number(Double(rank(of: $0))) }
            ) { TableCell(state(of: $0)) },
            Column(
                TableColumn(speech("console.column.phases"), alignment: .right, minimum: 8, priority: 3),
                key: { .count($0.phases.count) }
            ) { TableCell("\($0.phases.count)") },
            Column(
                TableColumn(speech("console.column.tasks"), alignment: .right, minimum: 8, priority: 1),
                key: { .count($0.tasks.count) }
            ) { TableCell("\($0.tasks.count)") },
        ]
    }

    /// How a playbook stands: the run that calls for the officer most, and how many more there are.
    func state(of playbook: Playbook) -> StyledText {
        let live = runs(of: playbook.id).filter { $0.state != .ended && $0.state != .declined }
        guard let first = live.first else {
            return StyledText(speech("console.playbook.not-in-force"), .muted)
        }
        let state = state(of: first).appending("  \(words(first.affected))", .muted)
        return live.count > 1 ? state.appending("  +\(live.count - 1)", .muted) : state
    }

    /// One run: its state, how long it lasts, its phase, and what waits for an answer.
    func state(of run: PlaybookRunRecord) -> StyledText {
        switch run.state {
        case .proposed: return StyledText("\(marks.up) \(speech("watch.work.run.proposed"))", .warning)
        case .requested: return StyledText("\(marks.up) \(speech("watch.work.run.requested"))", .warning)
        case .declined: return StyledText(speech("watch.work.run.declined"), .muted)
        case .ended: return StyledText(speech("watch.work.run.ended"), .muted)
        case .inForce:
            let book = playbook(run.playbook)
            var text = StyledText(sinceStart(run), .accent)
            if let phase = run.phases.last { text = text.appending("  " + self.phase(phase.phase, of: book)) }
            if let next = run.proposedPhase {
                text = text.appending(
                    "  \(marks.up) \(speech("watch.work.run.phase", ["phase": .text(phase(next, of: book))]))",
                    .warning)
            }
            if run.isStandDownProposed {
                text = text.appending("  \(marks.up) \(speech("watch.work.run.end"))", .warning)
            }
            return text
        }
    }

    /// That some files could not be read, where there are such.
    var playbookFaults: String? {
        let count = model.context.playbookFaults
        return count > 0 ? speech("console.playbook.faults", ["count": .number(count)]) : nil
    }
}
