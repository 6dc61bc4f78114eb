import Reference
import Situation

/// A place as a person names it.
enum Place: Hashable, Sendable {
    case post(CheckpointID)
    case shelter(ShelterID)
    case region(RegionCode)
    case section(SectionID)
    case country

    /// What journals call it.
    var id: String {
        switch self {
        case .post(let id): id.rawValue
        case .shelter(let id): id.rawValue
        case .region(let id): id.rawValue
        case .section(let id): id.rawValue
        case .country: "KZ"
        }
    }

    /// What kinds of place there are.
    enum Kind: CaseIterable, Hashable, Sendable { case post, shelter, region, section, country }

    var kind: Kind {
        switch self {
        case .post: .post
        case .shelter: .shelter
        case .region: .region
        case .section: .section
        case .country: .country
        }
    }
}

/// Finds places by what a person types: an id, a name in any language, or the beginning of one.
struct PlaceFinder: Sendable {
    let reference: Reference

    /// The places called so; of those, a whole name wins over the beginning of one.
    func find(_ text: String, among kinds: [Place.Kind]) -> [Place] {
        let whole = kinds.flatMap { named(text, $0) }
        guard whole.isEmpty else { return whole }
        let typed = text.lowercased()
        guard typed.count > 1 else { return [] }
        return kinds.flatMap { kind in
            all(kind).filter { $0.names.contains { $0.lowercased().hasPrefix(typed) } }.map(\.place)
        }
    }

    private func named(_ text: String, _ kind: Place.Kind) -> [Place] {
        switch kind {
        case .post: places(reference.checkpoint(named: text)).map(Place.post)
        case .shelter: places(reference.shelter(named: text)).map(Place.shelter)
        case .region: places(reference.region(named: text)).map(Place.region)
        case .section: places(reference.section(named: text)).map(Place.section)
        case .country: reference.area(named: text) == .one(.country) ? [.country] : []
        }
    }

    private func places<ID>(_ match: NameMatch<ID>) -> [ID] {
        switch match {
        case .one(let id): [id]
        case .ambiguous(let ids): ids
        case .none: []
        }
    }

    private func all(_ kind: Place.Kind) -> [(place: Place, names: [String])] {
        switch kind {
        case .post: reference.checkpoints.map { (.post($0.id), $0.name.all) }
        case .shelter: reference.shelters.map { (.shelter($0.id), $0.name.all) }
        case .region: reference.regions.map { (.region($0.id), $0.name.all) }
        case .section: reference.sections.map { (.section($0.id), $0.name.all) }
        case .country: []
        }
    }
}

extension Model {
    /// The place a field names.
    func place(_ form: Form, _ field: FormField.ID, among kinds: [Place.Kind]) throws(FormProblem) -> Place {
        let text = try form.required(field)
        let found = PlaceFinder(reference: context.reference).find(text, among: kinds)
        guard let first = found.first else { throw .notKnown(field, text) }
        guard found.count == 1 else {
            let names = Look(self).names
            throw .ambiguous(field, found.map { names.place($0.id) })
        }
        return first
    }

    /// The name of the place that is looked at or marked in a list; empty when it is no place.
    var nameOfPlaceLookedAt: String { placeLookedAt.map { Look(self).names.place($0.id) } ?? "" }

    /// The place that is looked at or marked in a list.
    var placeLookedAt: Place? {
        if let place = Place(view.destination) { return place }
        switch view.list.selected {
        case .destination(let destination)?: return Place(destination)
        default: return nil
        }
    }

    /// The moment that is shown.
    var present: Instant {
        context.past?.moment ?? now ?? picture?.picture.lastKnown ?? Instant(milliseconds: 0)
    }
}

extension Place {
    fileprivate init?(_ destination: Destination) {
        switch destination {
        case .checkpoint(let id): self = .post(id)
        case .shelter(let id): self = .shelter(id)
        case .region(let code): self = .region(code)
        case .section(let id): self = .section(id)
        default: return nil
        }
    }
}
