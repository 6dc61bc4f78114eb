import Situation

/// Makes the households of a party, and draws which of them need a bed.
///
/// A car, a truck or a party on foot is one household. A bus, a train or a plane carries many: each of one
/// person and a Poisson number of others, until everyone aboard has one. *Assumed*: 1.6 others in the mean, a
/// household of 2.6.
///
/// All luck comes from ``Party/luck``, a stream of its own for each household, so that the same party is the
/// same people under every policy. What depends on the region is drawn last.
struct HouseholdDraw: Sendable {
    /// How many others are in a household of a bus, train or plane, in the mean.
    static let othersMean = 1.6

    private struct Needs: Sendable {
        let bedShare: Double
        let stayHours: Distribution
        let returnShare: Double
    }

    private let needs: [Needs]
    private let others = PoissonLaw(mean: Self.othersMean)

    init(_ groups: [PeopleGroup]) {
        needs = groups.map {
            Needs(bedShare: $0.needsBedShare, stayHours: $0.stayHours, returnShare: $0.returnShare)
        }
    }

    /// Whether anybody of the party may need a bed.
    func mayNeedBed(_ party: Party) -> Bool {
        needs.indices.contains(Int(party.group)) && needs[Int(party.group)].bedShare > 0
    }

    /// Appends the households that need a bed.
    func draw(
        _ party: Party, home: Int, registration: Distribution, into households: inout [Household]
    ) {
        guard mayNeedBed(party) else { return }
        let needs = needs[Int(party.group)]
        var seeds = SplitMix(state: party.luck)
        var sizes = Self.stream(seeds.next())
        var rest = Int(party.persons)
        while rest > 0 {
            let size = party.mode.carriesManyHouseholds ? min(rest, 1 + others.draw(from: &sizes)) : rest
            rest -= size
            var luck = Self.stream(seeds.next())
            let needsBed = luck.uniform() < needs.bedShare
            let returns = luck.uniform() < needs.returnShare
            guard needsBed else { continue }
            let stay = needs.stayHours.draw(from: &luck) * 60
            households.append(
                Household(
                    persons: Int32(size), home: Int16(home), returns: returns,
                    registrationMinutes: registration.draw(from: &luck), stayMinutes: stay))
        }
    }

    private static func stream(_ seed: UInt64) -> RandomStream {
        var mixer = SplitMix(state: seed)
        return RandomStream(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next()))
    }
}

extension TravelMode {
    /// Whether a vehicle is divided into households.
    var carriesManyHouseholds: Bool { self == .bus || self == .rail || self == .air }
}
