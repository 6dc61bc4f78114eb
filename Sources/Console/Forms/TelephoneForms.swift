import Language
import Planning
import Situation
import Terminal
import Watch

/// What is reported by telephone.
enum TelephoneKind: String, CaseIterable, Hashable, Codable, Sendable {
    case post
    case postState = "post-state"
    case shelter, incident, health, resource

    /// What kinds of place it speaks of, the likeliest first.
    var places: [Place.Kind] {
        switch self {
        case .post, .postState: [.post]
        case .shelter: [.shelter]
        case .incident: [.post, .section, .shelter, .region]
        case .health: [.shelter, .post, .region]
        case .resource: [.region]
        }
    }
}

// MARK: - The first step: of what, and where

extension Model {
    var callFields: [FormField] {
        let kinds = TelephoneKind.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("watch.work.telephone.\($0.rawValue)"))
        }
        let likely: TelephoneKind =
            switch placeLookedAt {
            case .shelter: .shelter
            case .region: .resource
            default: .post
            }
        return [
            FormField(.work("report"), .choice(kinds), value: likely.rawValue),
            FormField(.work("place"), value: nameOfPlaceLookedAt),
        ]
    }

    func purposeOfCall(_ form: Form) throws(FormProblem) -> FormPurpose {
        guard let kind = TelephoneKind(rawValue: form.text(.work("report"))) else {
            throw .missing(.work("report"))
        }
        return .report(kind, place: try place(form, .work("place"), among: kind.places).id)
    }
}

// MARK: - The second step: the figures, what was last said filled in

extension Model {
    func fields(of kind: TelephoneKind, at place: String) -> [FormField] {
        let caller = FormField(.work("from"))
        switch kind {
        case .post: return [caller] + postFields(place)
        case .postState: return [caller] + stateFields(place)
        case .shelter: return [caller] + shelterFields(place)
        case .incident:
            let kinds = Incident.Kind.allCases.map {
                FormField.Choice(name: $0.rawValue, label: Phrase("watch.incident.\($0.rawValue)"))
            }
            return [
                caller, FormField(.work("incident"), .choice(kinds)), FormField(.work("text")),
                number("persons", nil, isOptional: true),
            ]
        case .health:
            return [
                caller, FormField(.work("disease"), value: "measles"), number("cases", nil),
                number("deaths", nil, isOptional: true), number("consultations", nil, isOptional: true),
            ]
        case .resource: return [caller] + resourceFields(place)
        }
    }

    private func number(_ name: String, _ value: Int?, isOptional: Bool = false) -> FormField {
        FormField(.work(name), .number, value: value.map(String.init) ?? "", isOptional: isOptional)
    }

    private func postFields(_ place: String) -> [FormField] {
        let post = reading?.checkpoint(CheckpointID(place))
        let queue = post?.incoming.queue
        let directions = Direction.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("words.direction.\($0.rawValue)"))
        }
        return [
            FormField(.work("direction"), .choice(directions)),
            number("persons-hour", post?.latest?.body.persons.count),
            number("queue", queue?.persons?.count, isOptional: true),
            number("vehicles", queue?.vehicles?.count, isOptional: true),
            number("wait", queue?.wait?.count, isOptional: true),
            number("lanes", post?.lanesOpen?.value.count, isOptional: true),
        ]
    }

    private func stateFields(_ place: String) -> [FormField] {
        let id = CheckpointID(place)
        let state = picture?.picture.checkpoints[id]?.states.latest?.body
        let states = CheckpointStatus.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("words.status.\($0.rawValue)"))
        }
        let status = reading?.checkpoint(id)?.status?.value.rawValue
        return [
            FormField(.work("status"), .choice(states), value: status ?? ""),
            FormField(.work("why"), value: state?.reason ?? "", isOptional: true),
            number("lanes-in", state?.lanesIn?.count, isOptional: true),
            number("lanes-out", state?.lanesOut?.count, isOptional: true),
            number("booths", state?.booths, isOptional: true),
        ]
    }

    private func shelterFields(_ place: String) -> [FormField] {
        let shelter = reading?.shelter(ShelterID(place))
        return [
            number("occupied", shelter?.occupied?.value.count),
            number("open-beds", shelter?.openBeds.value.count),
            number("reserve-beds", shelter?.reserveBeds.value.count),
            number("arrived", nil, isOptional: true), number("departed", nil, isOptional: true),
        ]
    }

    private func resourceFields(_ place: String) -> [FormField] {
        // Beds and lanes are counted where they stand.
        let kinds = ReserveCommitment.Kind.allCases.filter { $0 != .beds && $0 != .lanes }.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("watch.work.reserve-kind.\($0.rawValue)"))
        }
        let last = kinds.first.flatMap {
            picture?.picture.resources[ReservePool(kind: $0.name, place: place)]?.latest?.body
        }
        return [
            FormField(.work("resource"), .choice(kinds)), number("count", last?.count),
            number("in-use", last?.committed, isOptional: true),
        ]
    }
}

// MARK: - What was told, as a fact

extension Model {
    func report(of form: Form, _ kind: TelephoneKind, at place: String) throws(FormProblem) -> WatchAct {
        let caller = try form.required(.work("from"))
        func tell(_ fact: Fact, _ about: About) -> WatchAct { .telephone(fact, about, from: caller) }
        let moment = About.moment(present)
        switch kind {
        case .post: return tell(.checkpointReport(try postReport(form, place)), lastHour)
        case .postState: return tell(.checkpointState(try postState(form, place)), moment)
        case .shelter: return tell(.shelterReport(try shelterReport(form, place)), moment)
        case .incident:
            let persons = try form.number(.work("persons")).map { Persons($0) }
            let incident = Incident(
                place: place, kind: Incident.Kind(rawValue: form.text(.work("incident"))) ?? .other,
                persons: persons, text: try form.required(.work("text")))
            return tell(.incident(incident), moment)
        case .health:
            let report = HealthReport(
                place: place,
                cases: [try form.required(.work("disease")): try form.requiredNumber(.work("cases"))],
                deaths: try form.number(.work("deaths")).map { Persons($0) },
                consultations: try form.number(.work("consultations")))
            return tell(.healthReport(report), moment)
        case .resource:
            let report = ResourceReport(
                kind: try form.required(.work("resource")), region: RegionCode(place),
                count: try form.requiredNumber(.work("count")),
                committed: try form.number(.work("in-use")))
            return tell(.resource(report), moment)
        }
    }

    /// The last whole hour, of which posts report.
    private var lastHour: About {
        let to = present.startOfHour
        return Period(from: to - .hours(1), to: to).map(About.period) ?? .moment(present)
    }

    private func postReport(_ form: Form, _ place: String) throws(FormProblem) -> CheckpointReport {
        CheckpointReport(
            checkpoint: CheckpointID(place),
            direction: Direction(rawValue: form.text(.work("direction"))) ?? .in, mode: .all,
            persons: Persons(try form.requiredNumber(.work("persons-hour"))),
            waitingPersons: try form.number(.work("queue")).map { Persons($0) },
            waitingVehicles: try form.number(.work("vehicles")).map { Vehicles($0) },
            wait: try form.number(.work("wait")).map { Minutes($0) },
            lanesOpen: try form.number(.work("lanes")).map { Lanes($0) })
    }

    private func postState(_ form: Form, _ place: String) throws(FormProblem) -> CheckpointState {
        let why = form.text(.work("why"))
        return CheckpointState(
            checkpoint: CheckpointID(place), status: CheckpointStatus(rawValue: form.text(.work("status"))),
            reason: why.isEmpty ? nil : why,
            lanesIn: try form.number(.work("lanes-in")).map { Lanes($0) },
            lanesOut: try form.number(.work("lanes-out")).map { Lanes($0) },
            booths: try form.number(.work("booths")))
    }

    private func shelterReport(_ form: Form, _ place: String) throws(FormProblem) -> ShelterReport {
        ShelterReport(
            shelter: ShelterID(place), openBeds: Beds(try form.requiredNumber(.work("open-beds"))),
            reserveBeds: Beds(try form.requiredNumber(.work("reserve-beds"))),
            occupied: Beds(try form.requiredNumber(.work("occupied"))),
            arrived: try form.number(.work("arrived")).map { Persons($0) },
            departed: try form.number(.work("departed")).map { Persons($0) })
    }
}
