import Language
import Planning
import Reference
import Situation
import Terminal
import Watch
import Wording

// What the pages and forms of tasks and playbooks ask about: steps, runs, reserves, messages.

extension Look {
    /// The moment that is shown.
    var present: Instant { model.present }

    /// The rules of the watch over the picture shown.
    var desk: WatchDesk? {
        guard let picture = model.picture?.picture, let reading else { return nil }
        return WatchDesk(
            picture: picture, reading: reading, playbooks: model.context.playbooks, now: present,
            author: Author(person: model.author, seat: model.context.seat))
    }

    // MARK: Playbooks

    func playbook(_ id: PlaybookID) -> Playbook? { model.context.playbooks.first { $0.id == id } }
    func playbook(of run: PlaybookRunID) -> Playbook? { watch.runs[run].flatMap { playbook($0.playbook) } }

    /// The times a playbook was proposed or in force: what waits for a decision first, the ended last.
    func runs(of playbook: PlaybookID) -> [PlaybookRunRecord] {
        watch.runs.values.filter { $0.playbook == playbook }.sorted { ($0.rank, $1.id) < ($1.rank, $0.id) }
    }

    /// What a playbook was started or proposed for.
    func words(_ affected: PlaybookEvent.Affected) -> String {
        let places =
            affected.sections.isEmpty
            ? (affected.regions.isEmpty
                ? affected.checkpoints.map(names.checkpoint) : affected.regions.map(names.region))
            : affected.sections.map(names.section)
        return places.isEmpty ? speech("console.word.country") : places.prefix(3).joined(separator: ", ")
    }

    /// A playbook and what it is proposed or in force for.
    func runTitle(_ run: PlaybookRunID) -> String {
        let name = playbook(of: run).map { names.text($0.name) } ?? run.rawValue
        return watch.runs[run].map { "\(name), \(words($0.affected))" } ?? name
    }

    /// The name of a phase of a playbook.
    func phase(_ id: String, of playbook: Playbook?) -> String {
        playbook?.phases.first { $0.id.rawValue == id }.map { names.text($0.name) } ?? id
    }

    /// How long a playbook has been in force, as a headquarters says it: `T+26 h`.
    func sinceStart(_ run: PlaybookRunRecord) -> String {
        guard let start = run.start?.at else { return "" }
        return "\(speech("console.playbook.start"))+\(speech.span(max(present - start, .zero)))"
    }

    // MARK: Tasks

    /// The step of a playbook that a task is; `nil` for tasks of levels.
    func step(of record: TaskRecord) -> PlaybookTask? {
        guard case .playbook(_, let id, _) = record.opening.origin else { return nil }
        return playbook(id)?.task(PlaybookTask.ID(record.opening.step))
    }

    /// Whether the question about people seeking asylum belongs to it.
    func asks(_ record: TaskRecord) -> Bool { step(of: record)?.asksAboutAsylum ?? false }

    /// What people call a task in the reader's language: its code.
    func code(_ record: TaskRecord) -> String {
        entryWords.words(of: record.id)?.code ?? record.opening.step
    }

    /// Whether somebody who types `text` means this task.
    func isCalled(_ task: TaskRef, _ text: String) -> Bool {
        let typed = text.lowercased()
        guard let record = watch.tasks[task] else { return false }
        let codes = step(of: record)?.code
        let all = PlanText.Language.allCases.compactMap { codes?.exactly(in: $0) } + [record.opening.step]
        return all.contains { $0.lowercased() == typed }
    }

    /// Tasks before it that are not closed yet.
    func waits(_ record: TaskRecord) -> [TaskRecord] {
        record.opening.after.compactMap { watch.tasks[$0] }.filter(\.state.isPending)
    }

    // MARK: Reserves

    /// What a stock of reserve is called.
    func name(_ pool: ReservePool) -> String {
        let kind = ReserveCommitment.Kind(rawValue: pool.kind)
            .map { speech("watch.work.reserve-kind.\($0.rawValue)") }
        let place = pool.place == "KZ" ? speech("console.word.country") : names.place(pool.place)
        return "\(kind ?? pool.kind), \(place)"
    }

    /// What is committed to a task.
    func commitments(of task: TaskRef) -> [(pool: ReservePool, amount: Int)] {
        watch.reserves.sorted { $0.key < $1.key }.compactMap { pool, record in
            record.commitments[task].map { (pool, $0) }
        }
    }

    /// What a task takes from the reserve, as it could be committed now; `nil` when it takes nothing.
    func offer(for task: TaskRef) -> ReserveOffer? { desk?.offer(for: task) }

    /// What the playbook of a task was started for.
    func affected(of record: TaskRecord) -> PlaybookEvent.Affected? {
        guard case .playbook(let run, _, _) = record.opening.origin else { return nil }
        return watch.runs[run]?.affected
    }
}

extension PlaybookRunRecord {
    /// What waits for a person first, then what is in force, then the rest.
    var rank: Int {
        switch state {
        case .requested: 0
        case .inForce where proposedPhase != nil || isStandDownProposed: 1
        case .proposed: 2
        case .inForce: 3
        case .declined: 4
        case .ended: 5
        }
    }
}
