import Drill
import Language
import Situation
import Terminal

/// What a director can do to the played world.
enum WorldKind: String, CaseIterable, Hashable, Codable, Sendable {
    case close, open
    case limit
    case breakSystem = "break"
    case epidemic

    /// What kinds of place it happens at.
    fileprivate var places: [Place.Kind] {
        switch self {
        case .close, .open, .limit: [.post]
        case .breakSystem: [.post, .section, .region]
        case .epidemic: [.region]
        }
    }
}

extension Model {
    var worldFields: [FormField] {
        let kinds = WorldKind.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("drill.world.\($0.rawValue)"))
        }
        return [
            FormField(.drill("what"), .choice(kinds)), FormField(.work("place"), value: nameOfMarkedTruth),
        ]
    }

    /// The place of the figure that is marked on the director's screen.
    private var nameOfMarkedTruth: String {
        guard case .director(.truth(_, let place))? = view.list.selected else { return "" }
        return Look(self).names.place(place)
    }

    func purposeOfWorld(_ form: Form) throws(FormProblem) -> DirectorForm {
        guard let kind = WorldKind(rawValue: form.text(.drill("what"))) else {
            throw .missing(.drill("what"))
        }
        return .worldDetails(kind, place: try place(form, .work("place"), among: kind.places).id)
    }

    func fields(of kind: WorldKind) -> [FormField] {
        let ways = ["both"] + Direction.allCases.map(\.rawValue)
        let direction = FormField(
            .work("direction"),
            .choice(
                ways.map {
                    FormField.Choice(
                        name: $0,
                        label: Phrase($0 == "both" ? "drill.word.both-ways" : "words.direction.\($0)")
                    )
                }))
        func number(_ name: String, _ value: String) -> FormField {
            FormField(.drill(name), .number, value: value)
        }
        let span = FormField(.drill("lasts"), .span, value: "2h")
        switch kind {
        case .close, .open: return [direction]
        case .limit:
            return [
                direction, number("lanes-share", "50"), FormField(.drill("lasts"), .span, isOptional: true),
            ]
        case .breakSystem: return [number("slower", "3"), span]
        case .epidemic:
            return [FormField(.work("disease"), value: "measles"), number("cases-day", "10"), span]
        }
    }

    func worldOrder(of form: Form, _ kind: WorldKind, at place: String) throws(FormProblem)
        -> DirectorOrder.WorldOrder
    {
        let post = CheckpointID(place)
        let direction = Direction(rawValue: form.text(.work("direction")))
        switch kind {
        case .close: return .closePost(post, direction)
        case .open: return .openPost(post, direction)
        case .limit:
            let percent = try form.requiredNumber(.drill("lanes-share"))
            guard (0...100).contains(percent) else { throw .notANumber(.drill("lanes-share")) }
            let lasts = form.text(.drill("lasts")).isEmpty ? nil : try form.span(.drill("lasts"))
            return .limitLanes(
                post, direction, share: Double(percent) / 100, minutes: lasts?.wholeMinutes)
        case .breakSystem:
            let slower = try form.requiredNumber(.drill("slower"))
            guard (1...100).contains(slower) else { throw .notANumber(.drill("slower")) }
            return .breakSystem(
                posts(at: place), factor: Double(slower),
                minutes: try form.span(.drill("lasts")).wholeMinutes)
        case .epidemic:
            return .epidemic(
                RegionCode(place), disease: try form.required(.work("disease")),
                casesPerDay: Double(try form.requiredNumber(.drill("cases-day"))),
                minutes: try form.span(.drill("lasts")).wholeMinutes)
        }
    }

    /// The post of that id, or those of the section or region.
    private func posts(at place: String) -> [CheckpointID] {
        let posts = context.places.posts.filter {
            $0.id.rawValue == place || $0.section.rawValue == place || $0.region.rawValue == place
        }
        return posts.map(\.id)
    }
}
