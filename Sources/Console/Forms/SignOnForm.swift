import Language
import Situation
import Terminal
import Watch

/// Who wants to sign on, as what, and how they show who they are.
public struct SignOn: Hashable, Sendable {
    public let person: PersonName
    public let role: Role
    /// `nil` for the Unix account at the keyboard, or for somebody at the telephone.
    public let pin: String?
    /// Whether somebody else types for them: they countersign later.
    public let isByTelephone: Bool
    /// Why the seat is taken without a handover; `nil` for an ordinary sign-on.
    public let emergency: String?

    public init(
        person: PersonName, role: Role, pin: String?, isByTelephone: Bool = false, emergency: String? = nil
    ) {
        self.person = person
        self.role = role
        self.pin = pin
        self.isByTelephone = isByTelephone
        self.emergency = emergency
    }
}

/// Whose acts are done at this console from now on, and how they showed who they are.
public struct SignedOn: Hashable, Sendable {
    public let person: PersonName
    public let role: Role
    public let credential: ShiftEvent.Credential

    public init(person: PersonName, role: Role, credential: ShiftEvent.Credential) {
        self.person = person
        self.role = role
        self.credential = credential
    }
}

extension Model {
    var signOnFields: [FormField] {
        let roles = Role.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("watch.role.\($0.rawValue)"))
        }
        let ways = ["here", "telephone"].map {
            FormField.Choice(name: $0, label: Phrase("watch.work.sign-on.\($0)"))
        }
        return [
            FormField("person", value: personExpected.rawValue),
            FormField("role", .choice(roles)),
            FormField(.work("way"), .choice(ways)),
            FormField("pin", .secret, isOptional: true),
        ]
    }

    /// Who probably signs on: the officer a handover goes to, else whoever acts here.
    private var personExpected: PersonName {
        guard let seat = watch.seats[context.seat], let handover = seat.handover?.handover else {
            return author
        }
        return handover.to == author ? seat.holder?.person ?? author : handover.to
    }

    func signOnOrder(of form: Form) throws(FormProblem) -> FormOrder { .signOn(try signOn(of: form)) }

    func reliefOrder(of form: Form) throws(FormProblem) -> FormOrder {
        .signOn(try signOn(of: form, emergency: try form.required("reason")))
    }

    private func signOn(of form: Form, emergency: String? = nil) throws(FormProblem) -> SignOn {
        guard let role = Role(rawValue: form.text("role")) else {
            throw .notKnown("role", form.text("role"))
        }
        let pin = form.text("pin")
        return SignOn(
            person: PersonName(try form.required("person")), role: role, pin: pin.isEmpty ? nil : pin,
            isByTelephone: form.text(.work("way")) == "telephone", emergency: emergency)
    }
}
