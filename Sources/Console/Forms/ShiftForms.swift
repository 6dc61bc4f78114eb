import Language
import Situation
import Terminal
import Watch

/// What is filled in about one item of a handover.
enum ItemForm: String, CaseIterable, Hashable, Codable, Sendable {
    case question, answer
}

extension Model {
    var handoverFields: [FormField] {
        [FormField(.work("to")), FormField(.work("own-words"), isOptional: true)]
    }

    /// The document as it stands at this moment; the program outside adds the journal's head to it.
    func handoverAct(of form: Form) throws(FormProblem) -> WatchAct {
        let person = PersonName(try form.required(.work("to")))
        guard let draft = handoverDraft else { throw .missing(.work("to")) }
        return .shift(
            context.seat,
            .beginHandover(
                draft.handover(
                    to: person, words: form.text(.work("own-words")),
                    entryCount: picture?.picture.entryCount ?? 0, head: nil)))
    }

    /// What would have to be handed over now.
    var handoverDraft: HandoverDraft? {
        guard let update = picture, let reading else { return nil }
        return HandoverDraft(update.picture, reading: reading, seat: context.seat, now: present)
    }

    func act(of form: Form, _ kind: ItemForm, _ item: HandoverItem.ID) throws(FormProblem) -> WatchAct {
        let words = try form.required(.work("words"))
        return .shift(
            context.seat,
            kind == .question ? .returnItem(item, question: words) : .answerItem(item, words: words))
    }
}
