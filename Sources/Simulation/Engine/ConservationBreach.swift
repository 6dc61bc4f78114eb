import Situation

/// People who appeared or vanished: proof of an error in the engine, never of a situation.
public enum ConservationBreach: Error, Hashable, Sendable {
    /// Those who came to a line are not those let through and those waiting.
    case line(CheckpointID, Direction, arrived: Persons, served: Persons, waiting: Persons)
    /// Those first there and come are not those who left and those who sleep there.
    case shelter(ShelterID, expected: Beds, occupied: Beds)
    /// More sleep there than there are open beds.
    case overfull(ShelterID, occupied: Beds, open: Beds)
    /// Those who needed a bed in a region are not those who got one and those who wait for one.
    case region(RegionCode, seekers: Persons, admitted: Persons, withoutBed: Persons)
}

extension BorderEngine {
    /// The first place where people appeared or vanished; `nil` when all are accounted for.
    ///
    /// Everyone waiting is counted anew, person by person of each batch, not taken from a running sum.
    public var conservationBreach: ConservationBreach? {
        for post in posts {
            for direction in Direction.allCases {
                if let breach = Self.breach(of: post.line(direction), at: post.id) { return breach }
            }
        }
        for shelter in shelters {
            if let breach = Self.breach(of: shelter) { return breach }
        }
        for reception in receptions {
            if let breach = breach(of: reception) { return breach }
        }
        return nil
    }

    private static func breach(of line: PostLine, at post: CheckpointID) -> ConservationBreach? {
        let waiting = line.line.crowd
        guard line.arrived != line.served + waiting || waiting.persons < 0 else { return nil }
        return .line(
            post, line.direction, arrived: Persons(line.arrived.persons),
            served: Persons(line.served.persons), waiting: Persons(waiting.persons))
    }

    private static func breach(of shelter: ShelterPlay) -> ConservationBreach? {
        let expected = shelter.initiallyOccupied + shelter.arrived - shelter.departed
        if expected != shelter.occupied || expected < 0 {
            return .shelter(shelter.id, expected: Beds(expected), occupied: Beds(shelter.occupied))
        }
        guard shelter.occupied > shelter.openBeds else { return nil }
        return .overfull(shelter.id, occupied: Beds(shelter.occupied), open: Beds(shelter.openBeds))
    }

    private func breach(of reception: RegionReception) -> ConservationBreach? {
        let admitted = shelters.filter { $0.region == reception.region }.reduce(0) { $0 + $1.arrived }
        guard reception.seekers != admitted + reception.withoutBed || reception.withoutBed < 0 else {
            return nil
        }
        return .region(
            reception.region, seekers: Persons(reception.seekers), admitted: Persons(admitted),
            withoutBed: Persons(reception.withoutBed))
    }
}
