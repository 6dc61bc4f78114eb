import Language
import Planning
import Situation
import Watch

/// What a form is for: which lines it has, and which act it gives.
enum FormPurpose: Hashable, Sendable {
    case signOn
    case shelve(AlarmID)
    case unshelve(AlarmID)
    case takeOutOfService(AlarmID)
    case putInService(AlarmID)
    case decideLevel(SectionID)
    case declineLevel(SectionID)

    /// Its name in the catalogs, under `watch.form`.
    var name: String {
        switch self {
        case .signOn: "sign-on"
        case .shelve: "shelve"
        case .unshelve: "unshelve"
        case .takeOutOfService: "out-of-service"
        case .putInService: "in-service"
        case .decideLevel: "level-decide"
        case .declineLevel: "level-decline"
        }
    }
}

/// What a filled-in form asks for.
enum FormOrder: Hashable, Sendable {
    case act(WatchAct)
    /// Signing on needs the roster, which only the program outside has.
    case signOn(SignOn)
}

extension Model {
    /// The form with what is known filled in.
    func form(for purpose: FormPurpose) -> Form {
        switch purpose {
        case .signOn: Form(purpose, signOnFields)
        case .shelve: Form(purpose, [FormField("span", .span, value: "1h"), FormField("reason")])
        case .decideLevel(let section): Form(purpose, levelFields(section))
        case .declineLevel: Form(purpose, declineFields)
        case .unshelve, .takeOutOfService, .putInService: Form(purpose, [FormField("reason")])
        }
    }

    /// What the form asks for as it is filled in.
    func order(of form: Form) throws(FormProblem) -> FormOrder {
        switch form.purpose {
        case .signOn: return try signOnOrder(of: form)
        case .decideLevel(let section): return try levelOrder(of: form, for: section)
        case .declineLevel(let section): return try declineOrder(of: form, for: section)
        case .shelve(let alarm):
            let until = (now ?? Instant(milliseconds: 0)) + (try form.span("span"))
            return .act(.alarm(alarm, .shelve(until: until, reason: try form.required("reason"))))
        case .unshelve(let alarm):
            return .act(.alarm(alarm, .unshelve(reason: try form.required("reason"))))
        case .takeOutOfService(let alarm):
            return .act(.alarm(alarm, .takeOutOfService(reason: try form.required("reason"))))
        case .putInService(let alarm):
            return .act(.alarm(alarm, .putInService(reason: try form.required("reason"))))
        }
    }
}
