import Drill
import Language
import Planning
import Situation
import Terminal

/// What the director of an exercise fills in.
enum DirectorForm: Hashable, Codable, Sendable {
    case real, jump, rewind, invent, shiftAll, observe
    case delay(Int)
    case reword(Int)
    case rate(String)
    case agencyDone(TaskRef)
    case agencyCannot(TaskRef)
    case refuseOrder(OrderID)
    /// What happens in the world, and where; then how.
    case world
    case worldDetails(WorldKind, place: String)

    var beginsWithChoices: Bool {
        switch self {
        case .world, .worldDetails, .rate, .delay, .shiftAll, .observe: true
        default: false
        }
    }

    /// Its name in the catalogs.
    var name: String {
        switch self {
        case .real: "real"
        case .jump: "jump"
        case .rewind: "rewind"
        case .invent: "invent"
        case .shiftAll: "shift-all"
        case .observe: "observe"
        case .delay: "delay"
        case .reword: "reword"
        case .rate: "rate"
        case .agencyDone: "agency-done"
        case .agencyCannot: "agency-cannot"
        case .refuseOrder: "order-refused"
        case .world: "world"
        case .worldDetails(let kind, _): "world-\(kind.rawValue)"
        }
    }
}

/// How an inject goes out.
enum InjectMeans {
    /// The names journals give them.
    static let all = ["telephone", "message", "radio", "email", "in_person", "feed"]
}

// MARK: - The fields

extension Model {
    func fields(of form: DirectorForm) -> [FormField] {
        switch form {
        case .real: return [FormField(.drill("words"), isOptional: true)]
        case .jump, .rewind: return [FormField(.drill("time"))]
        case .delay, .shiftAll: return [wayField, FormField(.drill("span"), .span, value: "10m")]
        case .invent: return inventFields
        case .reword(let number): return textFields(drill.board?.rows.first { $0.number == number }?.text)
        case .observe: return observationFields
        case .rate(let id): return ratingFields(id)
        case .agencyDone: return [FormField(.work("words"))]
        case .agencyCannot, .refuseOrder: return [FormField("reason")]
        case .world: return worldFields
        case .worldDetails(let kind, _): return fields(of: kind)
        }
    }

    private var wayField: FormField {
        let ways = ["later", "earlier"].map {
            FormField.Choice(name: $0, label: Phrase("drill.way.\($0)"))
        }
        return FormField(.drill("way"), .choice(ways))
    }

    /// One line a language, the reader's first; what is written in one of them is enough.
    private func textFields(_ text: PlanText?) -> [FormField] {
        let languages = [language] + Language.allCases.filter { $0 != language }
        return languages.map { reader in
            let known = PlanText.Language(rawValue: reader.rawValue).flatMap { text?.exactly(in: $0) }
            return FormField(
                .drill("text-\(reader.rawValue)"), value: known ?? "", isOptional: reader != language)
        }
    }

    private var inventFields: [FormField] {
        let means = InjectMeans.all.map {
            FormField.Choice(name: $0, label: Phrase("exercise.means.\($0)"))
        }
        return [
            FormField(.drill("at"), isOptional: true), FormField(.drill("from")),
            FormField(.drill("to"), isOptional: true), FormField(.drill("means"), .choice(means)),
        ] + textFields(nil)
    }

    private var observationFields: [FormField] {
        let none = FormField.Choice(name: "", label: Phrase("drill.word.no-objective"))
        let objectives = objectiveChoices
        let marked = chosenObjective?.id ?? chosenRow?.objective ?? ""
        return [
            FormField(.drill("objective"), .choice([none] + objectives), value: marked),
            FormField(.drill("station"), isOptional: true), FormField(.work("text")),
        ]
    }

    private var objectiveChoices: [FormField.Choice] {
        let look = Look(self)
        return (drill.board?.objectives ?? []).map {
            FormField.Choice(
                name: $0.id, label: Phrase("watch.work.plain", ["text": .text(look.names.text($0.text))]))
        }
    }

    private func ratingFields(_ objective: String) -> [FormField] {
        let ratings = DirectorOrder.ObjectiveRating.Rating.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("drill.rating.\($0.rawValue)"))
        }
        let stands = drill.board?.objectives.first { $0.id == objective }?.rating
        return [
            FormField(.drill("rating"), .choice(ratings), value: stands?.rating.rawValue ?? ""),
            FormField(.drill("words"), value: stands?.words ?? "", isOptional: true),
        ]
    }
}

// MARK: - What it orders

extension Model {
    func directorOrder(of form: Form, _ kind: DirectorForm) throws(FormProblem) -> FormOrder {
        switch kind {
        case .real: return .direct(.clock(.realEmergency(words: form.text(.drill("words")))))
        case .jump: return .direct(.clock(.jump(to: try future(form, .drill("time")))))
        case .rewind: return .ask(.rewind(to: try past(form, .drill("time"))))
        case .delay(let number):
            return .direct(.inject(.delay(number: number, minutes: try minutes(form))))
        case .shiftAll: return .direct(.inject(.shift(minutes: try minutes(form))))
        case .invent: return .direct(.inject(.invent(try invented(form))))
        case .reword(let number): return .direct(.inject(.reword(number: number, text: try texts(form))))
        case .observe:
            let (objective, station) = (form.text(.drill("objective")), form.text(.drill("station")))
            return .direct(
                .observe(
                    DirectorOrder.Observation(
                        objective: objective.isEmpty ? nil : objective,
                        station: station.isEmpty ? nil : station, text: try form.required(.work("text")))))
        case .rate(let objective): return .direct(.rate(try rating(form, objective)))
        case .agencyDone(let task):
            return .direct(.agency(.done(task, words: try form.required(.work("words")))))
        case .agencyCannot(let task):
            return .direct(.agency(.cannot(task, reason: try form.required("reason"))))
        case .refuseOrder(let order):
            return .direct(.agency(.refuseOrder(order, reason: try form.required("reason"))))
        case .world: return .form(.direct(try purposeOfWorld(form)))
        case .worldDetails(let kind, let place):
            return .direct(.world(try worldOrder(of: form, kind, at: place)))
        }
    }

    /// Minutes later; fewer than none is earlier.
    private func minutes(_ form: Form) throws(FormProblem) -> Int {
        let minutes = try form.span(.drill("span")).wholeMinutes
        return form.text(.drill("way")) == "earlier" ? -minutes : minutes
    }

    private func texts(_ form: Form) throws(FormProblem) -> [String: String] {
        var texts: [String: String] = [:]
        for language in Language.allCases {
            let text = form.text(.drill("text-\(language.rawValue)"))
            if !text.isEmpty { texts[language.rawValue] = text }
        }
        guard !texts.isEmpty else { throw .missing(.drill("text-\(language.rawValue)")) }
        return texts
    }

    private func invented(_ form: Form) throws(FormProblem) -> DirectorOrder.InventedInject {
        let at = form.text(.drill("at")).isEmpty ? clockOfExercise : try future(form, .drill("at"))
        let stations = form.text(.drill("to")).split { $0 == "," || $0 == " " }.map(String.init)
        let last = drill.board?.rows.map(\.number).max() ?? 0
        return DirectorOrder.InventedInject(
            number: last + 1, at: at, from: try form.required(.drill("from")), to: stations,
            means: form.text(.drill("means")), text: try texts(form))
    }

    private func rating(_ form: Form, _ objective: String) throws(FormProblem)
        -> DirectorOrder.ObjectiveRating
    {
        let text = form.text(.drill("rating"))
        guard let rating = DirectorOrder.ObjectiveRating.Rating(rawValue: text) else {
            throw .notKnown(.drill("rating"), text)
        }
        return DirectorOrder.ObjectiveRating(
            objective: objective, rating: rating, words: form.text(.drill("words")))
    }
}

// MARK: - Times of the exercise

extension Model {
    /// What the exercise's clock shows.
    var clockOfExercise: Instant { drill.board?.now ?? present }

    /// A moment from now to ENDEX: `04:30`, `24.09 22:00`, or `+90m`.
    private func future(_ form: Form, _ field: FormField.ID) throws(FormProblem) -> Instant {
        let (now, moment) = (clockOfExercise, try self.moment(form, field))
        guard moment >= now, moment <= drill.board?.closing ?? moment else {
            throw .notKnown(field, form.text(field))
        }
        return moment
    }

    /// A moment from STARTEX to now: a time, or `-90m`.
    private func past(_ form: Form, _ field: FormField.ID) throws(FormProblem) -> Instant {
        let (now, moment) = (clockOfExercise, try self.moment(form, field))
        guard moment < now, moment >= drill.board?.opening ?? moment else {
            throw .notKnown(field, form.text(field))
        }
        return moment
    }

    private func moment(_ form: Form, _ field: FormField.ID) throws(FormProblem) -> Instant {
        let text = try form.required(field)
        let now = clockOfExercise
        if let sign = text.first, sign == "+" || sign == "-" || sign == "−" {
            var rest = form
            rest.fields = form.fields.map {
                $0.id == field
                    ? FormField(field, .span, value: String(text.dropFirst()).trimmingBlanks) : $0
            }
            let span = try rest.span(field)
            return sign == "+" ? now + span : now - span
        }
        let isBack = if case .direct(.rewind) = form.purpose { true } else { false }
        // A bare time is the next one ahead, or the last one that has been.
        guard let moment = MomentText.read(text, now: isBack ? now : now + .days(1)) else {
            throw .notKnown(field, text)
        }
        return moment
    }
}
