import Language
import Situation
import Terminal
import Watch

/// Something filled in line by line with few keys, over the view: what an act needs to be told.
///
/// It is given up only when the journal has what it says, so a refusal or a lost connection costs no typed word.
struct Form: Hashable, Sendable {
    let purpose: FormPurpose
    var fields: [FormField]
    /// The field keys go to.
    var focus = 0
    /// What is wrong with what was filled in.
    var problem: Phrase?
    /// The act on its way to the journal.
    var sending: ActID?

    init(_ purpose: FormPurpose, _ fields: [FormField]) {
        self.purpose = purpose
        self.fields = fields
        focus = purpose.beginsWithChoices ? 0 : fields.firstIndex { $0.text.isEmpty && !$0.isOptional } ?? 0
    }

    /// What stands in a field; empty when the form has none of that name.
    func text(_ id: FormField.ID) -> String {
        fields.first { $0.id == id }?.text.trimmingBlanks ?? ""
    }
}

/// One line of a form.
struct FormField: Hashable, Sendable, Identifiable {
    /// What it is called.
    struct ID: Hashable, Sendable, ExpressibleByStringLiteral {
        let name: String
        /// The catalog's key of the words in front of the field.
        let label: String

        init(stringLiteral name: String) { self.init(name) }

        init(_ name: String) {
            self.name = name
            label = "watch.field.\(name)"
        }

        /// A field of the forms for work: tasks, playbooks, contradictions, the log, telephone reports.
        static func work(_ name: String) -> ID { ID(name, label: "watch.work.field.\(name)") }

        /// - Parameter label: the catalog's key of the words in front of the field.
        init(_ name: String, label: String) {
            self.name = name
            self.label = label
        }
    }

    /// What may be typed into it.
    enum Kind: Hashable, Sendable {
        case text
        /// A whole number from 0 up.
        case number
        /// A length of time such as `90m` or `2h`.
        case span
        /// One of these, turned through with the arrow keys: the stored name, and the catalog's key or plain words.
        case choice([Choice])
        /// Shown as dots and never kept.
        case secret
    }

    struct Choice: Hashable, Sendable {
        let name: String
        let label: Phrase
    }

    let id: ID
    let kind: Kind
    var isOptional = false
    var field: TextField

    init(_ id: ID, _ kind: Kind = .text, value: String = "", isOptional: Bool = false) {
        self.id = id
        self.kind = kind
        self.isOptional = isOptional
        if case .choice(let choices) = kind, !choices.contains(where: { $0.name == value }) {
            field = TextField(choices.first?.name ?? "")
        } else {
            field = TextField(value)
        }
    }

    var text: String { field.text }

    /// The label of the choice that stands in it.
    var choice: Choice? {
        guard case .choice(let choices) = kind else { return nil }
        return choices.first { $0.name == text }
    }

    /// The next or last of its choices.
    mutating func turn(by step: Int) {
        guard case .choice(let choices) = kind, !choices.isEmpty else { return }
        let index = choices.firstIndex { $0.name == text } ?? 0
        field = TextField(choices[(index + step + choices.count) % choices.count].name)
    }
}

/// Why what was filled in gives no act.
enum FormProblem: Error, Hashable, Sendable {
    case missing(FormField.ID)
    case notANumber(FormField.ID)
    case notASpan(FormField.ID)
    case notKnown(FormField.ID, String)
    /// Several things are called so.
    case ambiguous(FormField.ID, [String])

    /// The field to mend.
    var field: FormField.ID {
        switch self {
        case .missing(let id), .notANumber(let id), .notASpan(let id), .notKnown(let id, _),
            .ambiguous(let id, _):
            id
        }
    }
}

extension Form {
    /// A text that has to be there.
    func required(_ id: FormField.ID) throws(FormProblem) -> String {
        let text = text(id)
        guard !text.isEmpty else { throw .missing(id) }
        return text
    }

    /// A whole number from 0 up; `nil` when the field is empty.
    func number(_ id: FormField.ID) throws(FormProblem) -> Int? {
        let text = text(id)
        guard !text.isEmpty else { return nil }
        let digits = text.filter { !$0.isWhitespace }
        guard let number = Int(digits), number >= 0, number <= 100_000_000 else { throw .notANumber(id) }
        return number
    }

    func requiredNumber(_ id: FormField.ID) throws(FormProblem) -> Int {
        guard let number = try number(id) else { throw .missing(id) }
        return number
    }

    /// A length of time: `90m`, `2h`, `1h30m`.
    func span(_ id: FormField.ID) throws(FormProblem) -> Span {
        let text = try required(id)
        var minutes = 0
        var digits = ""
        for character in text.lowercased() {
            switch character {
            case "0"..."9": digits.append(character)
            // Hours and minutes by the first letter of any of the three languages.
            case "h", "ч", "с": minutes += try count(digits, id) * 60; digits = ""
            case "m", "м": minutes += try count(digits, id); digits = ""
            default: throw .notASpan(id)
            }
        }
        // A bare number is minutes.
        if !digits.isEmpty { minutes += try count(digits, id) }
        guard minutes > 0 else { throw .notASpan(id) }
        return .minutes(minutes)
    }

    private func count(_ digits: String, _ id: FormField.ID) throws(FormProblem) -> Int {
        guard let count = Int(digits), count < 100_000 else { throw .notASpan(id) }
        return count
    }
}

extension String {
    var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
