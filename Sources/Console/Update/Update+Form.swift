import Language
import Situation
import Terminal
import Watch

extension Model {
    /// Opens a form, unless nothing can be written now.
    mutating func open(_ purpose: FormPurpose) {
        if let reason = reasonNotToWrite {
            notice = Notice(phrase: reason, isFailure: false)
            return
        }
        overlay = .form(form(for: purpose))
    }

    /// A key while a form is filled in.
    mutating func pressInForm(_ key: Key, _ filled: Form) -> [Effect] {
        var form = filled
        guard form.sending == nil else { return [] }
        switch key {
        case .escape:
            overlay = nil
            return []
        case .up, .backTab: form.focus = max(0, form.focus - 1)
        case .down, .tab: form.focus = min(form.fields.count - 1, form.focus + 1)
        case .enter:
            guard form.focus == form.fields.count - 1 || isComplete(form) else {
                form.focus += 1
                break
            }
            return send(form)
        case .left where form.fields[form.focus].isChoice: form.fields[form.focus].turn(by: -1)
        case .right where form.fields[form.focus].isChoice,
            .character(" ") where form.fields[form.focus].isChoice:
            form.fields[form.focus].turn(by: 1)
        default:
            if !form.fields[form.focus].isChoice { _ = form.fields[form.focus].field.handle(key) }
        }
        form.problem = nil
        overlay = .form(form)
        return []
    }

    /// Whether Enter sends it from anywhere: nothing that has to be there is missing.
    private func isComplete(_ form: Form) -> Bool {
        form.fields.allSatisfy { $0.isOptional || !$0.text.trimmingBlanks.isEmpty }
    }

    private mutating func send(_ filled: Form) -> [Effect] {
        var form = filled
        do throws(FormProblem) {
            let id = nextAct()
            let effect: Effect
            switch try order(of: form) {
            case .act(let act): effect = .act(act, id)
            case .signOn(let who): effect = .signOn(who, id)
            }
            form.sending = id
            form.problem = nil
            overlay = .form(form)
            return [effect]
        } catch {
            form.problem = error.phrase
            form.focus = form.fields.firstIndex { $0.id == error.field } ?? form.focus
            overlay = .form(form)
            return []
        }
    }
}

extension FormField {
    var isChoice: Bool { if case .choice = kind { true } else { false } }
}

extension FormProblem {
    /// What is wrong, for the line under the form.
    var phrase: Phrase {
        let field = Phrase("watch.field.\(field.name)")
        return switch self {
        case .missing: Phrase("watch.form-problem.missing", ["field": .phrase(field)])
        case .notANumber: Phrase("watch.form-problem.not-a-number", ["field": .phrase(field)])
        case .notASpan: Phrase("watch.form-problem.not-a-span", ["field": .phrase(field)])
        case .notKnown(_, let text):
            Phrase("watch.form-problem.not-known", ["field": .phrase(field), "text": .text(text)])
        }
    }
}
