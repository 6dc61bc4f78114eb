import Reference
import Simulation
import Situation

/// Says what a capacity of a world rests on: the journal where it was used, the reference data where the world has its
/// figure, else the scenario.
public struct CapacityBasis: Sendable {
    private let reference: Reference
    private let onHand: CapacityOnHand

    public init(_ reference: Reference, onHand: CapacityOnHand = CapacityOnHand()) {
        self.reference = reference
        self.onHand = onHand
    }

    func lanes(_ post: SimulatedPost) -> [ReadinessBasis] {
        basis(
            onHand.lanesSaid(post), reference.checkpoint(post.id)?.planning.lanesIn.figure, post.lanesIn)
    }

    func beds(_ shelters: [SimulatedShelter]) -> [ReadinessBasis] {
        Self.together(
            shelters.map { shelter in
                basis(
                    onHand.bedsSaid(shelter.id), capacity(shelter)?.openBeds.figure, shelter.openBeds.count)
            })
    }

    func service(_ service: ServiceLimit.Service, _ shelters: [SimulatedShelter]) -> [ReadinessBasis] {
        Self.together(
            shelters.map { shelter in
                let planned: Planned<Int>? =
                    switch service {
                    case .water: capacity(shelter)?.waterLitresPerDay
                    case .taps: capacity(shelter)?.taps
                    case .toilets: capacity(shelter)?.toilets
                    case .showers: capacity(shelter)?.showers
                    case .staff: capacity(shelter)?.staff
                    case .space: capacity(shelter)?.coveredSquareMetres
                    case .food: nil
                    }
                let value = shelter.services.amount(of: service)
                return value.map {
                    basis(
                        onHand.serviceSaid(service, shelter.id),
                        planned.map { (Double($0.value), $0.isIllustrative) }, $0)
                } ?? []
            })
    }

    func buses(_ reception: RegionReception) -> [ReadinessBasis] {
        onHand.busesSaid(reception).map { [ReadinessBasis(.journal, at: $0.iso8601)] }
            ?? [ReadinessBasis(.scenario)]
    }

    /// Only scenarios speak of desks.
    var desks: [ReadinessBasis] { [ReadinessBasis(.scenario)] }

    private func capacity(_ shelter: SimulatedShelter) -> ShelterCapacity? {
        reference.shelter(shelter.id)?.capacity
    }

    private func basis<Value: Equatable>(
        _ said: Instant?, _ planned: (value: Value, isIllustrative: Bool)?, _ used: Value
    ) -> [ReadinessBasis] {
        if let said { return [ReadinessBasis(.journal, at: said.iso8601)] }
        guard let planned, planned.value == used else { return [ReadinessBasis(.scenario)] }
        return [ReadinessBasis(planned.isIllustrative ? .illustrative : .reference)]
    }

    /// Each kind once, the weakest first; of the journal's the oldest.
    static func together(_ bases: [[ReadinessBasis]]) -> [ReadinessBasis] {
        let all = bases.flatMap(\.self)
        return ReadinessBasis.Kind.allCases.compactMap { kind in
            let own = all.filter { $0.kind == kind }
            return own.isEmpty ? nil : ReadinessBasis(kind, at: own.compactMap(\.at).min())
        }
    }
}

extension Planned where Value: Quantity {
    fileprivate var figure: (Int, Bool) { (value.count, isIllustrative) }
}
