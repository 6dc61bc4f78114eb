import Language
import Situation
import Terminal
import Watch

// The first step of an order: what, and of a section or a task also where.

extension FormField.ID {
    /// A field of the forms for orders and exercises.
    static func drill(_ name: String) -> FormField.ID { FormField.ID(name, label: "drill.field.\(name)") }
}

/// What can be chosen in the first step of an order.
enum OrderChoice: Hashable, Sendable {
    /// A place of the section or of the task, at which to order something.
    case at(OrderSubject)
    /// Something that can be done at a place.
    case act(Act.Kind, place: String)

    /// As the form's field holds it.
    var name: String {
        switch self {
        case .at(.post(let id)): "at/\(id)"
        case .at(.region(let code)): "at/\(code)"
        case .at(.shelter(let id)): "at/\(id)"
        case .at(.section(let id)): "at/\(id)"
        case .at(.task(let task)): "at/\(task)"
        case .act(let kind, let place): "\(kind.rawValue)/\(place)"
        }
    }
}

extension Model {
    /// What can be ordered for a subject, the likeliest first.
    func orderChoices(for subject: OrderSubject, task: TaskRef?) -> [OrderChoice] {
        switch subject {
        case .post(let id):
            return [Act.Kind.staffLanes, .divert, .closePost, .openPost, .followRoster].map {
                .act($0, place: id.rawValue)
            }
        case .region(let code): return regionChoices(code)
        case .shelter(let id):
            let region = context.places.sites.first { $0.id == id }?.region
            return [.act(.openReserve, place: id.rawValue)]
                + (region.map { regionChoices($0).filter { !$0.isReserve } } ?? [])
        case .section(let id):
            return context.places.posts.filter { $0.section == id }.map { .at(.post($0.id)) }
        case .task(let task): return taskChoices(task)
        }
    }

    private func regionChoices(_ code: RegionCode) -> [OrderChoice] {
        let sites = context.places.sites.filter { $0.region == code }
        return [.orderBuses, .staffRegistration, .askRegion].map { .act($0, place: code.rawValue) }
            + sites.map { .act(.openReserve, place: $0.id.rawValue) }
    }

    /// The posts and regions the task's playbook was started for.
    private func taskChoices(_ task: TaskRef) -> [OrderChoice] {
        guard let record = watch.tasks[task] else { return [] }
        if case .level(let section, _) = record.opening.origin {
            return orderChoices(for: .section(section), task: task)
        }
        guard let affected = Look(self).affected(of: record) else { return [] }
        let ofSections = context.places.posts.filter { affected.sections.contains($0.section) }
        let posts = affected.checkpoints + ofSections.map(\.id).filter { !affected.checkpoints.contains($0) }
        return posts.map { .at(.post($0)) } + affected.regions.map { .at(.region($0)) }
    }

    func orderFields(for subject: OrderSubject, task: TaskRef?) -> [FormField] {
        let look = Look(self)
        let choices = orderChoices(for: subject, task: task).map {
            FormField.Choice(
                name: $0.name, label: Phrase("watch.work.plain", ["text": .text(look.words($0, of: subject))])
            )
        }
        return [FormField(.drill("what"), .choice(choices))]
    }

    /// The form that the choice leads to.
    func purposeOfOrder(_ form: Form, _ subject: OrderSubject, task: TaskRef?) throws(FormProblem)
        -> FormPurpose
    {
        let chosen = orderChoices(for: subject, task: task).first { $0.name == form.text(.drill("what")) }
        switch chosen {
        case .at(let place)?: return .order(place, task: task)
        case .act(let kind, let place)?: return .orderDetails(kind, place: place, task: task)
        case nil: throw .missing(.drill("what"))
        }
    }
}

extension OrderChoice {
    fileprivate var isReserve: Bool { if case .act(.openReserve, _) = self { true } else { false } }
}

/// What becomes of an order, as it is filled in.
enum OrderForm: String, CaseIterable, Hashable, Codable, Sendable {
    case refused, done, cancel
}

extension Model {
    func fields(of form: OrderForm) -> [FormField] {
        form == .done ? [FormField(.work("words"))] : [FormField("reason")]
    }

    func act(of form: Form, _ kind: OrderForm, _ order: OrderID) throws(FormProblem) -> WatchAct {
        switch kind {
        case .refused: .onOrder(order, .refused(reason: try form.required("reason")))
        case .done: .onOrder(order, .done(words: try form.required(.work("words"))))
        case .cancel: .onOrder(order, .cancel(reason: try form.required("reason")))
        }
    }
}
