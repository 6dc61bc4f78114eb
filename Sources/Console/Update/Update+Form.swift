import Drill
import Language
import Situation
import Terminal
import Watch

extension Model {
    /// Opens a form, unless nothing can be written now.
    mutating func open(_ purpose: FormPurpose) {
        let reason = purpose.isDirectors ? reasonNotToDirect : reasonNotToWrite
        if let reason {
            notice = Notice(phrase: reason, isFailure: false)
            return
        }
        var form = form(for: purpose)
        // What was typed into it before comes back.
        if let kept = keptForm, kept.purpose == purpose, let saved = SavedForm(kept) {
            form.fill(from: saved.texts)
        }
        overlay = .form(form)
    }

    /// A key while a form is filled in.
    mutating func pressInForm(_ key: Key, _ filled: Form) -> [Effect] {
        var form = filled
        guard form.sending == nil else { return [] }
        switch key {
        case .escape:
            overlay = nil
            return leave(form)
        case .up where form.isOneChoice: form.fields[0].turn(by: -1)
        case .down where form.isOneChoice: form.fields[0].turn(by: 1)
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
        return form.texts == filled.texts ? [] : save(form)
    }

    /// A form that is left keeps what was typed until its act is done.
    private mutating func leave(_ form: Form) -> [Effect] {
        afterSignOn = nil
        guard SavedForm(form) != nil, form.texts != self.form(for: form.purpose).texts else { return [] }
        keptForm = form
        tell("watch.work.told.form-kept")
        return save(form)
    }

    /// What a director typed is kept in this program's memory alone: a station's files are no place for it.
    private func save(_ form: Form) -> [Effect] {
        form.purpose.isDirectors ? [] : SavedForm(form).map { [.saveForm($0)] } ?? []
    }

    /// Whether Enter sends it from anywhere: nothing that has to be there is missing.
    private func isComplete(_ form: Form) -> Bool {
        form.fields.allSatisfy { $0.isOptional || !$0.text.trimmingBlanks.isEmpty }
    }

    private mutating func send(_ filled: Form) -> [Effect] {
        var form = filled
        do throws(FormProblem) {
            let order = try order(of: form)
            switch order {
            case .form(let next):
                open(next)
                return []
            case .ask(let question):
                overlay = .directorQuestion(question)
                return []
            case .act, .signOn, .direct: break
            }
            let id = nextAct()
            let effect: Effect
            switch order {
            case .act(let act): effect = .act(act, id)
            case .signOn(let who): effect = .signOn(who, id)
            case .direct(let order): effect = .direct(order, id)
            case .form, .ask: return []
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

extension Form {
    /// What stands in the fields, in order.
    var texts: [String] { fields.map(\.text) }
}

extension Form {
    /// Whether it is nothing but a list to choose from, in which the arrows go up and down.
    var isOneChoice: Bool { fields.count == 1 && fields[0].isChoice }
}

extension FormPurpose {
    /// Whether it is about the exercise itself and not about the watch.
    var isDirectors: Bool { if case .direct = self { true } else { false } }
}

extension FormField {
    var isChoice: Bool { if case .choice = kind { true } else { false } }
}

extension FormProblem {
    /// What is wrong, for the line under the form.
    var phrase: Phrase {
        let field = Phrase(field.label)
        return switch self {
        case .missing: Phrase("watch.form-problem.missing", ["field": .phrase(field)])
        case .notANumber: Phrase("watch.form-problem.not-a-number", ["field": .phrase(field)])
        case .notASpan: Phrase("watch.form-problem.not-a-span", ["field": .phrase(field)])
        case .notKnown(_, let text):
            Phrase("watch.form-problem.not-known", ["field": .phrase(field), "text": .text(text)])
        case .ambiguous(_, let names):
            Phrase(
                "watch.work.problem.ambiguous",
                ["field": .phrase(field), "names": .text(names.prefix(4).joined(separator: ", "))])
        }
    }
}
