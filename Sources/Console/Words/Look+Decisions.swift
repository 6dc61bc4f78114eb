import Situation
import Terminal
import Wording

extension Look {
    /// What waits for a word, in one line.
    func words(_ decision: Decision) -> String {
        func playbook(_ run: PlaybookRunRecord, _ key: String, _ phase: String = "") -> String {
            speech(
                key,
                ["playbook": .text(name(run)), "phase": .text(phase)])
        }
        switch decision {
        case .level(let section, let proposal):
            return speech(
                "watch.decision.level",
                [
                    "section": .text(names.section(section)),
                    "level": .text(speech("watch.level.\(proposal.level.rawValue)")),
                ])
        case .start(let run): return playbook(run, "watch.decision.start")
        case .secondOfficer(let run):
            return speech(
                "watch.decision.second",
                ["playbook": .text(name(run)), "person": .text(run.request?.by.person.rawValue ?? "")])
        case .phase(let run, let phase):
            return playbook(run, "watch.decision.phase", self.phase(phase, of: run))
        case .end(let run): return playbook(run, "watch.decision.end")
        }
    }

    /// The playbook and the place it is proposed or in force for.
    func name(_ run: PlaybookRunRecord) -> String {
        let known = model.context.playbooks.first { $0.id == run.playbook }
        let place =
            run.affected.sections.first.map { names.section($0) }
            ?? run.affected.regions.first.map { names.region($0) }
            ?? run.affected.checkpoints.first.map { names.checkpoint($0) }
        let name = known.map { names.text($0.name) } ?? run.playbook.rawValue
        return place.map { "\(name), \($0)" } ?? name
    }

    func phase(_ id: String, of run: PlaybookRunRecord) -> String {
        let playbook = model.context.playbooks.first { $0.id == run.playbook }
        return playbook?.phases.first { $0.id.rawValue == id }.map { names.text($0.name) } ?? id
    }

    /// A figure that speaks for a level or a playbook: what was measured, where, and the value it had to reach.
    func words(_ reason: LevelEvent.Reason) -> String {
        let metric = Metric(rawValue: reason.metric)
        let name = metric.map { speech("console.metric.\(Self.key($0))") } ?? reason.metric
        return speech(
            "watch.decision.figure",
            [
                "metric": .text(name), "place": .text(subject(reason.subject)),
                "value": .text(measure(reason.value, metric)), "limit": .text(measure(reason.limit, metric)),
            ])
    }
}
