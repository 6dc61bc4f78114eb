import Situation
import Terminal
import Wording

extension Look {
    /// What is handed over: the items of the handover that goes on, else those a handover would have now.
    var handoverListing: Listing {
        let progress = model.seat?.handover
        let items = progress?.handover.items ?? model.handoverDraft?.items ?? []
        let heads = kindHeads(items)
        let columns: [Column<HandoverItem>] = [
            Column(TableColumn(speech("console.column.kind"), minimum: 16, ideal: 22)) {
                TableCell(heads[$0.id] ?? "", .heading)
            },
            Column(TableColumn(speech("watch.work.column.item"), minimum: 30, isFlexible: true)) {
                TableCell(words($0.id))
            },
            Column(TableColumn(speech("console.column.state"), minimum: 14)) { item in
                guard let progress else { return TableCell(marks.none, .muted) }
                if progress.accepted.contains(item.id) {
                    return TableCell("\(marks.done) \(speech("watch.work.item.accepted"))", .muted)
                }
                if progress.questions[item.id] != nil {
                    return TableCell("\(marks.unknown) \(speech("watch.work.item.question"))", .attention)
                }
                if progress.answers[item.id] != nil {
                    return TableCell("\(marks.arrow) \(speech("watch.work.item.answered"))", .attention)
                }
                return TableCell(speech("watch.work.item.open"), .warning)
            },
        ]
        return Listing(items, columns: columns) { .item($0.id) }
    }

    /// The kind of the items, at the first one of each.
    private func kindHeads(_ items: [HandoverItem]) -> [HandoverItem.ID: String] {
        var heads: [HandoverItem.ID: String] = [:]
        for (index, item) in items.enumerated() where index == 0 || items[index - 1].kind != item.kind {
            heads[item.id] = speech("watch.work.item.\(item.kind.rawValue)")
        }
        return heads
    }

    /// An item by name.
    func words(_ id: HandoverItem.ID) -> String {
        guard let item = HandoverItem(named: id) else { return id.rawValue }
        switch item.kind {
        case .alarm, .shelvedAlarm: return AlarmID(item.subject).map { name($0) } ?? item.subject
        case .level:
            let level = watch.levels[SectionID(item.subject)]?.level
            return names.place(item.subject)
                + (level.map { ": \(speech("watch.level.\($0.rawValue)"))" } ?? "")
        case .playbook:
            guard let run = watch.runs[PlaybookRunID(item.subject)] else { return item.subject }
            let name = playbook(run.playbook).map { names.text($0.name) } ?? run.playbook.rawValue
            return "\(name), \(words(run.affected)): \(state(of: run).plain)"
        case .task: return name(TaskRef(item.subject))
        case .contradiction:
            guard let record = watch.contradictions[ContradictionID(item.subject)] else {
                return item.subject
            }
            return "\(subject(record.finding)): \(ruleName(record.finding.rule))"
        case .silentSource: return names.place(item.subject)
        case .significantEvent:
            guard let entry = EntryID(item.subject) else { return item.subject }
            return model.entry(entry).map { words($0.fact) } ?? item.subject
        }
    }

    /// Where an item can be looked at.
    func destination(of id: HandoverItem.ID) -> Destination? {
        guard let item = HandoverItem(named: id) else { return nil }
        switch item.kind {
        case .alarm, .shelvedAlarm: return AlarmID(item.subject).map { .alarm($0) }
        case .level: return .tab(.overview)
        case .playbook: return watch.runs[PlaybookRunID(item.subject)].map { .playbook($0.playbook) }
        case .task: return .task(TaskRef(item.subject))
        case .contradiction: return .contradiction(ContradictionID(item.subject))
        case .silentSource:
            if reference.checkpoint(CheckpointID(item.subject)) != nil {
                return .checkpoint(CheckpointID(item.subject))
            }
            return .shelter(ShelterID(item.subject))
        case .significantEvent: return EntryID(item.subject).map { .entry($0) }
        }
    }
}

extension HandoverItem {
    /// The item that a name stands for.
    fileprivate init?(named id: ID) {
        guard let slash = id.rawValue.firstIndex(of: "/"),
            let kind = Kind(rawValue: String(id.rawValue[..<slash]))
        else { return nil }
        self.init(kind, String(id.rawValue[id.rawValue.index(after: slash)...]))
    }
}
