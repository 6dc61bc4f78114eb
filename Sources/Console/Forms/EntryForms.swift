import Language
import Situation
import Terminal
import Watch

/// What is filled in about an entry of the log.
enum EntryForm: String, CaseIterable, Hashable, Codable, Sendable {
    /// The second step of a note: its kind, place and what it belongs to.
    case complete
    case correct, retract
    case promote
    case declinePromotion = "decline-promotion"
}

extension Model {
    func fields(of form: EntryForm, for entry: EntryID) -> [FormField] {
        let note = note(entry)
        switch form {
        case .complete:
            let kinds = Note.Kind.allCases.map {
                FormField.Choice(name: $0.rawValue, label: Phrase("watch.work.note-kind.\($0.rawValue)"))
            }
            let place = note?.place.map { Look(self).names.place($0) } ?? ""
            return [
                FormField(.work("kind"), .choice(kinds), value: note?.kind?.rawValue ?? ""),
                FormField(.work("place"), value: place, isOptional: true),
                FormField(.work("link"), value: note?.link.map(\.text) ?? "", isOptional: true),
            ]
        case .correct: return [FormField(.work("text"), value: note?.text ?? ""), FormField("reason")]
        case .retract, .promote, .declinePromotion: return [FormField("reason")]
        }
    }

    /// The note as it stands: what was corrected counts.
    func note(_ target: EntryID) -> Note? {
        let corrections = log.corrections[target]?.reversed() ?? []
        for id in corrections {
            if case .correction(let correction)? = entry(id)?.fact,
                case .supersede(.note(let note)) = correction.change
            {
                return note
            }
        }
        if case .note(let note)? = entry(target)?.fact { return note }
        return nil
    }

    func act(of form: Form, _ kind: EntryForm, _ id: EntryID) throws(FormProblem) -> WatchAct {
        switch kind {
        case .promote: return .log(.promote(id, reason: try form.required("reason")))
        case .declinePromotion: return .log(.declinePromotion(id, reason: try form.required("reason")))
        case .retract:
            guard let entry = entry(id) else { throw .notKnown("reason", id.description) }
            return .log(
                .amend(Amendment(of: id, .retract, about: entry.about, reason: try form.required("reason"))))
        case .correct:
            return try amend(form, id) { form, note throws(FormProblem) in
                note.text = try form.required(.work("text"))
                return try form.required("reason")
            }
        case .complete:
            return try amend(form, id) { form, note throws(FormProblem) in
                note.kind = Note.Kind(rawValue: form.text(.work("kind")))
                note.place =
                    form.text(.work("place")).isEmpty
                    ? nil : try place(form, .work("place"), among: [.post, .shelter, .region, .section]).id
                note.link = try link(form)
                return Look(self).speech("watch.work.completed")
            }
        }
    }

    private func amend(
        _ form: Form, _ id: EntryID, _ change: (Form, inout Note) throws(FormProblem) -> String
    ) throws(FormProblem) -> WatchAct {
        guard let entry = entry(id), var note = note(id) else {
            throw .notKnown(form.fields[0].id, id.description)
        }
        let reason = try change(form, &note)
        return .log(.amend(Amendment(of: id, .supersede(.note(note)), about: entry.about, reason: reason)))
    }

    /// An entry such as `orda-1#12`, a running number of this station, the name of a task or of an alarm.
    private func link(_ form: Form) throws(FormProblem) -> Note.Link? {
        let text = form.text(.work("link"))
        guard !text.isEmpty else { return nil }
        if let entry = EntryID(text) { return .entry(entry) }
        if watch.tasks[TaskRef(text)] != nil { return .task(TaskRef(text)) }
        if let alarm = AlarmID(text), watch.alarms[alarm] != nil { return .alarm(alarm) }
        let look = Look(self)
        let tasks = watch.tasks.keys.filter { look.isCalled($0, text) }.sorted()
        guard let first = tasks.first else { throw .notKnown(.work("link"), text) }
        guard tasks.count == 1 else { throw .ambiguous(.work("link"), tasks.map(\.rawValue)) }
        return .task(first)
    }
}

extension Note.Link {
    /// As it is typed into a form.
    var text: String {
        switch self {
        case .entry(let id): id.description
        case .alarm(let id): id.description
        case .task(let id): id.rawValue
        }
    }
}
