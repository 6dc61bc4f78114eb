import Language
import Situation
import Terminal

/// Who wants to sign on, as what, and how they show who they are.
public struct SignOn: Hashable, Sendable {
    public let person: PersonName
    public let role: Role
    /// `nil` for the Unix account at the keyboard.
    public let pin: String?

    public init(person: PersonName, role: Role, pin: String?) {
        self.person = person
        self.role = role
        self.pin = pin
    }
}

extension Model {
    var signOnFields: [FormField] {
        let roles = Role.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("watch.role.\($0.rawValue)"))
        }
        return [
            FormField("person", value: author.rawValue),
            FormField("role", .choice(roles)),
            FormField("pin", .secret, isOptional: true),
        ]
    }

    func signOnOrder(of form: Form) throws(FormProblem) -> FormOrder {
        guard let role = Role(rawValue: form.text("role")) else {
            throw .notKnown("role", form.text("role"))
        }
        let pin = form.text("pin")
        return .signOn(
            SignOn(
                person: PersonName(try form.required("person")), role: role, pin: pin.isEmpty ? nil : pin))
    }
}
