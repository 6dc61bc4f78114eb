import Drill
import Language
import Planning
import Situation
import Watch

/// What a form is for: which lines it has, and which act it gives.
enum FormPurpose: Hashable, Codable, Sendable {
    case signOn
    case relieve
    case shelve(AlarmID)
    case unshelve(AlarmID)
    case takeOutOfService(AlarmID)
    case putInService(AlarmID)
    case decideLevel(SectionID)
    case declineLevel(SectionID)
    case task(TaskRef, TaskForm)
    case playbook(PlaybookRunID, PlaybookForm)
    case start(PlaybookID)
    case settle(ContradictionID, SettlementForm)
    case handover
    case item(HandoverItem.ID, ItemForm)
    case entry(EntryID, EntryForm)
    /// Whom one hears at the telephone, and of what.
    case call
    case report(TelephoneKind, place: String)
    /// What to order, for what.
    case order(OrderSubject, task: TaskRef?)
    case orderDetails(Act.Kind, place: String, task: TaskRef?)
    case onOrder(OrderID, OrderForm)
    /// What the director of an exercise orders.
    case direct(DirectorForm)

    /// Whether its first lines are to be thought about, though something stands in them.
    var beginsWithChoices: Bool {
        switch self {
        case .orderDetails: true
        case .direct(let form): form.beginsWithChoices
        default: false
        }
    }

    /// The catalog's key of its name.
    var title: String {
        switch self {
        case .signOn: "watch.form.sign-on"
        case .relieve: "watch.work.form.relieve"
        case .shelve: "watch.form.shelve"
        case .unshelve: "watch.form.unshelve"
        case .takeOutOfService: "watch.form.out-of-service"
        case .putInService: "watch.form.in-service"
        case .decideLevel: "watch.form.level-decide"
        case .declineLevel: "watch.form.level-decline"
        case .task(_, let form): "watch.work.form.task-\(form.rawValue)"
        case .playbook(_, let form): "watch.work.form.playbook-\(form.rawValue)"
        case .start: "watch.work.form.playbook-start"
        case .settle(_, let form): "watch.work.form.settle-\(form.rawValue)"
        case .handover: "watch.work.form.handover"
        case .item(_, let form): "watch.work.form.item-\(form.rawValue)"
        case .entry(_, let form): "watch.work.form.entry-\(form.rawValue)"
        case .call: "watch.work.form.call"
        case .report(let kind, _): "watch.work.telephone.\(kind.rawValue)"
        case .order: "drill.form.order"
        case .orderDetails(let kind, _, _): "drill.act-name.\(kind.rawValue)"
        case .onOrder(_, let form): "drill.form.order-\(form.rawValue)"
        case .direct(let form): "drill.form.\(form.name)"
        }
    }
}

/// What a filled-in form asks for.
enum FormOrder: Hashable, Sendable {
    case act(WatchAct)
    /// Signing on needs the roster, which only the program outside has.
    case signOn(SignOn)
    /// Another form, for which this one said enough.
    case form(FormPurpose)
    case direct(DirectorOrder)
    /// A director's order that is asked about once more.
    case ask(DirectorQuestion)
}

extension Model {
    /// The form with what is known filled in.
    func form(for purpose: FormPurpose) -> Form {
        switch purpose {
        case .signOn: Form(purpose, signOnFields)
        case .relieve: Form(purpose, signOnFields + [FormField("reason")])
        case .shelve: Form(purpose, [FormField("span", .span, value: "1h"), FormField("reason")])
        case .decideLevel(let section): Form(purpose, levelFields(section))
        case .declineLevel: Form(purpose, declineFields)
        case .unshelve, .takeOutOfService, .putInService: Form(purpose, [FormField("reason")])
        case .task(let task, let form): Form(purpose, fields(of: form, for: task))
        case .playbook(let run, let form): Form(purpose, fields(of: form, for: run))
        case .start: Form(purpose, startFields)
        case .settle(_, let form): Form(purpose, fields(of: form))
        case .handover: Form(purpose, handoverFields)
        case .item: Form(purpose, [FormField(.work("words"))])
        case .entry(let entry, let form): Form(purpose, fields(of: form, for: entry))
        case .call: Form(purpose, callFields)
        case .report(let kind, let place): Form(purpose, fields(of: kind, at: place))
        case .order(let subject, let task): Form(purpose, orderFields(for: subject, task: task))
        case .orderDetails(let kind, let place, _): Form(purpose, orderFields(kind, at: place))
        case .onOrder(_, let form): Form(purpose, fields(of: form))
        case .direct(let form): Form(purpose, fields(of: form))
        }
    }

    /// What the form asks for as it is filled in.
    func order(of form: Form) throws(FormProblem) -> FormOrder {
        switch form.purpose {
        case .signOn: return try signOnOrder(of: form)
        case .decideLevel(let section): return try levelOrder(of: form, for: section)
        case .declineLevel(let section): return try declineOrder(of: form, for: section)
        case .relieve: return try reliefOrder(of: form)
        case .shelve(let alarm):
            let until = (now ?? Instant(milliseconds: 0)) + (try form.span("span"))
            return .act(.alarm(alarm, .shelve(until: until, reason: try form.required("reason"))))
        case .unshelve(let alarm):
            return .act(.alarm(alarm, .unshelve(reason: try form.required("reason"))))
        case .takeOutOfService(let alarm):
            return .act(.alarm(alarm, .takeOutOfService(reason: try form.required("reason"))))
        case .putInService(let alarm):
            return .act(.alarm(alarm, .putInService(reason: try form.required("reason"))))
        case .task(let task, let kind): return .act(try act(of: form, kind, task))
        case .playbook(let run, let kind): return .act(.playbook(run, try act(of: form, kind)))
        case .start(let playbook): return .act(try start(of: form, playbook))
        case .settle(let id, let kind): return .act(try act(of: form, kind, id))
        case .handover: return .act(try handoverAct(of: form))
        case .item(let item, let kind): return .act(try act(of: form, kind, item))
        case .entry(let entry, let kind): return .act(try act(of: form, kind, entry))
        case .call: return .form(try purposeOfCall(form))
        case .report(let kind, let place): return .act(try report(of: form, kind, at: place))
        case .order(let subject, let task): return .form(try purposeOfOrder(form, subject, task: task))
        case .orderDetails(let kind, let place, let task):
            return .act(try orderAct(of: form, kind, at: place, task: task))
        case .onOrder(let order, let kind): return .act(try act(of: form, kind, order))
        case .direct(let kind): return try directorOrder(of: form, kind)
        }
    }
}
