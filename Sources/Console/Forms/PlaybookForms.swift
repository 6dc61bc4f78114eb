import Language
import Planning
import Situation
import Terminal
import Watch

/// What is filled in about a playbook that is proposed or in force.
enum PlaybookForm: String, CaseIterable, Hashable, Codable, Sendable {
    case start, decline, phase, declinePhase = "decline-phase", end, declineEnd = "decline-end"
}

extension Model {
    func fields(of form: PlaybookForm, for run: PlaybookRunID) -> [FormField] {
        switch form {
        case .start, .end: return [FormField("reason")]
        case .decline, .declinePhase, .declineEnd:
            return [FormField("span", .span, value: "1h"), FormField("reason")]
        case .phase:
            let look = Look(self)
            let record = watch.runs[run]
            let open = Set(record?.phases.map(\.phase) ?? [])
            let phases = look.playbook(of: run)?.phases.filter { !open.contains($0.id.rawValue) } ?? []
            let choices = phases.map {
                FormField.Choice(
                    name: $0.id.rawValue,
                    label: Phrase("watch.work.plain", ["text": .text(look.names.text($0.name))]))
            }
            return [
                FormField(.work("phase"), .choice(choices), value: record?.proposedPhase ?? ""),
                FormField("reason"),
            ]
        }
    }

    func act(of form: Form, _ kind: PlaybookForm) throws(FormProblem) -> PlaybookAct {
        let reason = try form.required("reason")
        switch kind {
        case .start: return .start(reason: reason)
        case .end: return .end(reason: reason)
        case .decline: return .decline(reason: reason, until: try until(form))
        case .declineEnd: return .declineEnd(reason: reason, until: try until(form))
        case .declinePhase:
            guard case .playbook(let run, _) = form.purpose, let phase = watch.runs[run]?.proposedPhase else {
                throw .missing(.work("phase"))
            }
            return .declinePhase(phase, reason: reason, until: try until(form))
        case .phase: return .openPhase(try form.required(.work("phase")), reason: reason)
        }
    }

    private func until(_ form: Form) throws(FormProblem) -> Instant { present + (try form.span("span")) }

    // MARK: One that nobody proposed

    var startFields: [FormField] {
        [FormField(.work("area"), value: nameOfPlaceLookedAt), FormField("reason")]
    }

    func start(of form: Form, _ playbook: PlaybookID) throws(FormProblem) -> WatchAct {
        let area = try place(form, .work("area"), among: [.section, .region, .post, .country])
        return .start(playbook, affected(by: area), reason: try form.required("reason"))
    }

    /// A section brings its posts with it; a region or post stands for itself.
    private func affected(by place: Place) -> PlaybookEvent.Affected {
        let reference = context.reference
        switch place {
        case .section(let id):
            let posts = reference.checkpoints(of: id)
            let regions = posts.map(\.region)
            return PlaybookEvent.Affected(
                sections: [id], regions: Array(Set(regions)).sorted(), checkpoints: posts.map(\.id))
        case .region(let code):
            let posts = reference.checkpoints(in: code)
            return PlaybookEvent.Affected(regions: [code], checkpoints: posts.map(\.id))
        case .post(let id):
            let region = reference.checkpoint(id)?.region
            return PlaybookEvent.Affected(regions: [region].compactMap(\.self), checkpoints: [id])
        case .shelter, .country: return PlaybookEvent.Affected()
        }
    }
}
