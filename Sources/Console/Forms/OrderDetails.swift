import Language
import Reference
import Situation
import Terminal
import Watch

// The second step of an order: how much, which way, whether anybody is turned away, and why.

extension Model {
    func orderFields(_ kind: Act.Kind, at place: String) -> [FormField] {
        let reason = FormField("reason")
        switch kind {
        case .staffLanes:
            let lanes = context.places.posts.first { $0.id.rawValue == place }?.lanesIn.value.count
            return [directionField, numberField("lanes", lanes), reason]
        case .followRoster, .openPost: return [directionField, reason]
        case .closePost: return [directionField, asylumField, reason]
        case .divert:
            let sisters = placeChoices(sisters(of: CheckpointID(place)).map(\.rawValue))
            return [
                FormField(.drill("to-post"), .choice(sisters)), numberField("share", 50), asylumField, reason,
            ]
        case .staffRegistration: return [numberField("desks", nil), reason]
        case .orderBuses: return [numberField("buses", nil), reason]
        case .openReserve:
            let reserve = reading?.shelter(ShelterID(place))?.reserveBeds.value.count
            return [numberField("beds", reserve), reason]
        case .askRegion:
            let others = otherRegions(than: RegionCode(place)).map(\.rawValue)
            return [FormField(.drill("to-region"), .choice(placeChoices(others))), reason]
        }
    }

    private var directionField: FormField {
        let directions = Direction.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("words.direction.\($0.rawValue)"))
        }
        return FormField(.work("direction"), .choice(directions))
    }

    /// Whoever presses Enter at once has said that it is not known, which turns nobody away.
    private var asylumField: FormField {
        let answers = TaskEvent.AsylumAnswer.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("watch.asylum.\($0.rawValue)"))
        }
        return FormField(
            .drill("asylum"), .choice(answers), value: TaskEvent.AsylumAnswer.unknown.rawValue)
    }

    private func numberField(_ name: String, _ value: Int?) -> FormField {
        FormField(.drill(name), .number, value: value.map(String.init) ?? "")
    }

    private func placeChoices(_ ids: [String]) -> [FormField.Choice] {
        let names = Look(self).names
        return ids.map {
            FormField.Choice(
                name: $0, label: Phrase("watch.work.plain", ["text": .text(names.place($0))]))
        }
    }

    /// Posts of the same kind people can be sent to: those of the section, the shortest wait first, then of the region.
    func sisters(of post: CheckpointID) -> [CheckpointID] {
        guard let own = context.reference.checkpoint(post) else { return [] }
        let alike = context.reference.checkpoints.filter { $0.kind == own.kind && $0.id != post }
        func wait(_ id: CheckpointID) -> Int { reading?.checkpoint(id)?.incoming.queue?.wait?.count ?? .max }
        let near = alike.filter { $0.section == own.section }.map(\.id).enumerated()
            .sorted { (wait($0.element), $0.offset) < (wait($1.element), $1.offset) }.map(\.element)
        return near + alike.filter { $0.section != own.section && $0.region == own.region }.map(\.id)
    }

    /// Regions with beds of their own, the one with the most free first.
    private func otherRegions(than region: RegionCode) -> [RegionCode] {
        func free(_ code: RegionCode) -> Int {
            reading?.regions.first { $0.id == code }?.free?.count ?? -1
        }
        let codes = Set(context.places.sites.map(\.region)).subtracting([region]).sorted()
        return codes.enumerated().sorted { left, right in
            (free(right.element), left.offset) < (free(left.element), right.offset)
        }.map(\.element)
    }

    // MARK: As an act

    func orderAct(of form: Form, _ kind: Act.Kind, at place: String, task: TaskRef?) throws(FormProblem)
        -> WatchAct
    {
        let act = try act(of: form, kind, at: place)
        let asylum = act.turnsPeopleAway ? TaskEvent.AsylumAnswer(rawValue: form.text(.drill("asylum"))) : nil
        return .order(act, for: task, asylum: asylum, reason: try form.required("reason"))
    }

    private func act(of form: Form, _ kind: Act.Kind, at place: String) throws(FormProblem) -> Act {
        let post = CheckpointID(place)
        let direction = Direction(rawValue: form.text(.work("direction"))) ?? .in
        switch kind {
        case .staffLanes: return .staffLanes(post, direction, Lanes(try form.requiredNumber(.drill("lanes"))))
        case .followRoster: return .followRoster(post, direction)
        case .closePost: return .closePost(post, direction)
        case .openPost: return .openPost(post, direction)
        case .divert:
            let to = try form.required(.drill("to-post"))
            let percent = try form.requiredNumber(.drill("share"))
            guard (0...100).contains(percent) else { throw .notANumber(.drill("share")) }
            return .divert(from: post, to: CheckpointID(to), share: Double(percent) / 100)
        case .staffRegistration:
            return .staffRegistration(RegionCode(place), desks: try form.requiredNumber(.drill("desks")))
        case .orderBuses:
            return .orderBuses(RegionCode(place), count: try form.requiredNumber(.drill("buses")))
        case .openReserve:
            return .openReserve(ShelterID(place), Beds(try form.requiredNumber(.drill("beds"))))
        case .askRegion:
            return .askRegion(
                from: RegionCode(place), to: RegionCode(try form.required(.drill("to-region"))))
        }
    }
}
