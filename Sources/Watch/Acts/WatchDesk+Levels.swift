import Planning
import Situation

extension WatchDesk {
    /// The longest a declined proposal keeps quiet.
    public static let longestSnooze = Span.hours(24)

    func drafts(for act: LevelAct, on section: SectionID) throws(ActRefusal) -> [Draft] {
        let record = picture.watch.levels[section]
        func draft(_ change: LevelEvent.Change) -> Draft { self.draft(.level(LevelEvent(section, change))) }
        switch act {
        case .confirm(let level, let reason):
            try require(reason)
            guard reading.sections.contains(where: { $0.id == section }) else {
                throw .noSuchThing(section.rawValue)
            }
            guard record?.level ?? .low != level || record?.proposal != nil else {
                throw .notNow(.alreadySuchLevel)
            }
            let before = record?.level ?? .low
            let follows =
                level > before
                ? reactions(to: level, of: section)
                : dropping(tasksOf: section, above: level, reason: reason)
            return [draft(.confirmed(level, reason: reason))] + follows
        case .decline(let reason, let until):
            try require(reason)
            try require(until, within: Self.longestSnooze)
            guard let proposal = record?.proposal else { throw .notNow(.nothingProposed) }
            return [draft(.declined(proposal.level, reason: reason, until: until))]
        }
    }

    /// What a level that was raised obliges to, as tasks. Each time it is raised they are new ones.
    private func reactions(to level: ImpactLevel, of section: SectionID) -> [Draft] {
        let steps = levels?.step(level)?.tasks ?? []
        let number = picture.watch.nextNumber(of: level, of: section)
        return steps.map { step in
            let opening = TaskEvent.Opening(
                origin: .level(section, level), step: step.id, lead: step.lead, support: step.support,
                due: now + step.due)
            let task = TaskRef(level: level, of: section, number: number, step: step.id)
            return draft(.task(TaskEvent(task, .opened(opening))))
        }
    }

    /// What levels above `level` obliged to and nobody did is over, and what was committed to it is free again.
    private func dropping(tasksOf section: SectionID, above level: ImpactLevel, reason: String) -> [Draft] {
        let left = picture.watch.tasks.values.filter { task in
            guard case .level(section, let its) = task.opening.origin else { return false }
            return its > level && task.state.isPending
        }.map(\.id).sorted()
        return left.map { draft(.task(TaskEvent($0, .dropped(reason: reason)))) } + releases(of: left)
    }
}

extension TaskRef {
    /// A reaction that a level obliges to, the `number`-th time a section came to it.
    public init(level: ImpactLevel, of section: SectionID, number: Int, step: String) {
        self.init("level/\(section)/\(level.rawValue)/\(number)/\(step)")
    }
}

extension WatchPicture {
    /// The number of the next time `section` comes to `level`.
    func nextNumber(of level: ImpactLevel, of section: SectionID) -> Int {
        let prefix = "level/\(section)/\(level.rawValue)/"
        let numbers = tasks.keys.compactMap { task in
            task.rawValue.hasPrefix(prefix)
                ? task.rawValue.dropFirst(prefix.count).prefix { $0 != "/" } : nil
        }
        return 1 + (numbers.compactMap { Int($0) }.max() ?? 0)
    }
}
