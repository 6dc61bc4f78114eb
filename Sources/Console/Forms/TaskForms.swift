import Language
import Planning
import Situation
import Terminal
import Watch

/// What is filled in about a task.
enum TaskForm: String, CaseIterable, Hashable, Codable, Sendable {
    case done, cannot, assign, reopen, asylum, commit, release, message
}

extension Model {
    func fields(of form: TaskForm, for task: TaskRef) -> [FormField] {
        let record = watch.tasks[task]
        switch form {
        case .done: return [FormField(.work("words"))]
        case .cannot, .reopen: return [FormField("reason")]
        case .assign: return [FormField(.work("owner"), value: record?.owner ?? "")]
        case .asylum:
            let answers = TaskEvent.AsylumAnswer.allCases.map {
                FormField.Choice(name: $0.rawValue, label: Phrase("watch.asylum.\($0.rawValue)"))
            }
            // Whoever presses Enter at once has said that it is not known, which returns nobody.
            let stands = record?.asylum ?? .unknown
            return [FormField(.work("answer"), .choice(answers), value: stands.rawValue)]
        case .commit, .release: return reserveFields(of: form, for: task)
        case .message:
            let languages = Language.allCases.map {
                FormField.Choice(name: $0.rawValue, label: Phrase("watch.work.language.\($0.rawValue)"))
            }
            return [
                FormField(.work("language"), .choice(languages), value: language.rawValue),
                FormField(.work("how"), isOptional: true),
            ]
        }
    }

    /// The pools a task may take from, the one with something to give first, with the amount proposed.
    private func reserveFields(of form: TaskForm, for task: TaskRef) -> [FormField] {
        let look = Look(self)
        let pools: [(pool: ReservePool, amount: Int)] =
            form == .commit
            ? (look.offer(for: task)?.shares ?? []).map { ($0.pool, $0.amount) } : look.commitments(of: task)
        let choices = pools.map {
            FormField.Choice(
                name: $0.pool.description,
                label: Phrase("watch.work.plain", ["text": .text(look.name($0.pool))]))
        }
        let first = pools.first { $0.amount > 0 } ?? pools.first
        return [
            FormField(.work("pool"), .choice(choices), value: first?.pool.description ?? ""),
            FormField(.work("amount"), .number, value: first.map { String($0.amount) } ?? ""),
        ]
    }

    func act(of form: Form, _ kind: TaskForm, _ task: TaskRef) throws(FormProblem) -> WatchAct {
        switch kind {
        case .done: return .task(task, .done(words: try form.required(.work("words"))))
        case .cannot: return .task(task, .cannot(reason: try form.required("reason")))
        case .reopen: return .task(task, .reopen(reason: try form.required("reason")))
        case .assign: return .task(task, .assign(owner: try form.required(.work("owner"))))
        case .asylum:
            let text = form.text(.work("answer"))
            guard let answer = TaskEvent.AsylumAnswer(rawValue: text) else {
                throw .notKnown(.work("answer"), text)
            }
            return .task(task, .answerAsylum(answer))
        case .commit, .release:
            let text = form.text(.work("pool"))
            guard let pool = ReservePool(text) else { throw .notKnown(.work("pool"), text) }
            let amount = try form.requiredNumber(.work("amount"))
            return .reserve(
                pool, kind == .commit ? .commit(amount: amount, to: task) : .release(amount: amount, of: task)
            )
        case .message:
            guard let draft = Look(self).message(of: task, in: form.text(.work("language"))) else {
                throw .missing(.work("language"))
            }
            let how = form.text(.work("how"))
            return .task(
                task,
                .sendMessage(
                    message: draft.message.rawValue, to: draft.to,
                    text: draft.text(adding: how.isEmpty ? [] : ["(\(how))"])))
        }
    }
}
