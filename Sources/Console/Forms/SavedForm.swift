import Situation
import Terminal

/// What was typed into a form, as it is kept over a lost connection. Secrets are never part of it.
public struct SavedForm: Hashable, Codable, Sendable {
    let purpose: FormPurpose
    /// What stands in the fields, by their names.
    let texts: [String: String]

    /// `nil` for a form that only says who one is: it is short, and typed anew.
    init?(_ form: Form) {
        switch form.purpose {
        case .signOn, .relieve, .call, .order: return nil
        default: break
        }
        purpose = form.purpose
        texts = Dictionary(form.fields.filter { !$0.isSecret }.map { ($0.id.name, $0.text) }) { first, _ in
            first
        }
    }
}

extension Form {
    /// Puts the texts of a kept form into the fields that are still there.
    mutating func fill(from texts: [String: String]) {
        for index in fields.indices where !fields[index].isSecret {
            guard let text = texts[fields[index].id.name] else { continue }
            if let choices = fields[index].choices, !choices.contains(where: { $0.name == text }) { continue }
            fields[index].field = TextField(text)
        }
        focus = fields.firstIndex { $0.text.isEmpty && !$0.isOptional } ?? 0
    }
}

extension FormField {
    var isSecret: Bool { if case .secret = kind { true } else { false } }
    var choices: [Choice]? { if case .choice(let choices) = kind { choices } else { nil } }
}
