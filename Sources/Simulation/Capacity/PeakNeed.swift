import Situation

/// How much of a resource an hour's people need, worked out without luck: mean service times, a utilisation of 1.
///
/// The formulas are those of `docs/readiness.md`. Everything is rounded up to whole lanes, desks and vehicles.
public enum PeakNeed {
    /// Lanes and booths that serve `personsPerHour` at a utilisation of 1.
    ///
    ///     Σ over channels ⌈ P · Σ over its means m of share_m · (a / n_m + b) / 60 ⌉
    ///
    /// with *a* minutes a party, *b* minutes a person and *n* persons in a party.
    public static func lanes(
        for personsPerHour: Double, channels: [Channel], mix: [ModeShare]
    ) -> Int {
        var taken: Set<TravelMode> = []
        return channels.reduce(0) { lanes, channel in
            let own = mix.filter { channel.modes.contains($0.mode) && !taken.contains($0.mode) }
            taken.formUnion(channel.modes)
            let minutes = own.reduce(0) { minutes, mode in
                let perPerson =
                    channel.service.minutesPerParty / max(1, mode.partySize)
                    + channel.service.minutesPerPerson
                return minutes + mode.share * perPerson
            }
            return lanes + whole(personsPerHour * minutes / 60)
        }
    }

    /// The most lanes a post in `world` needs for `personsPerHour` into the country under any of the mixes that come
    /// to it: the usual one, those of flows, that of a displacement.
    public static func lanes(for personsPerHour: Double, at post: SimulatedPost, in world: World) -> Int {
        let usual = post.incoming.mix
        let flows = world.flows.filter { flow in
            flow.direction == .in && flow.posts.contains { $0.id == post.id && $0.weight > 0 }
        }
        var mixes = [usual] + flows.map { $0.mix ?? usual }
        if let displacement = world.displacement, displacement.gates.contains(post.id) {
            mixes.append(displacement.mix)
        }
        return mixes.map { lanes(for: personsPerHour, channels: post.incoming.channels, mix: $0) }.max() ?? 0
    }

    /// Desks that register `personsPerHour`: ⌈ P · households a person · minutes a household / 60 ⌉.
    public static func desks(
        for personsPerHour: Double, householdsPerPerson: Double, minutes: Double
    ) -> Int {
        whole(personsPerHour * householdsPerPerson * minutes / 60)
    }

    /// Buses like those of `fleet` that carry `personsPerHour` after `others` an hour are carried otherwise:
    /// ⌈ (P − others) · cycle / seats ⌉, a cycle being turn-round + 2 · way.
    public static func vehicles(
        for personsPerHour: Double, beside others: Double, like fleet: RegionReception.Fleet, way: Span
    ) -> Int {
        whole(max(0, personsPerHour - others) * fleet.cycleHours(way: way) / Double(max(1, fleet.seats)))
    }

    /// A hair less, so that what fits exactly does not ask for one more whatever the sum rounds to.
    private static func whole(_ amount: Double) -> Int {
        guard amount.isFinite, amount > 0 else { return 0 }
        return Int(min((amount - amount * 1e-12 - 1e-12).rounded(.up), 1e9))
    }
}

extension RegionReception.Fleet {
    /// Hours from one departure of a vehicle to its next: turn-round and the way both ways.
    public func cycleHours(way: Span) -> Double {
        max((turnRound + way + way).inHours, 1 / 60)
    }

    /// Persons an hour whom the whole fleet carries when it is always full.
    public func personsPerHour(way: Span) -> Double {
        Double(vehicles * seats) / cycleHours(way: way)
    }
}

/// How many persons an hour a region's reception can take in at a utilisation of 1.
public struct IntakeCapacity: Hashable, Sendable {
    /// Persons whom the desks register in an hour.
    public let registered: Double
    /// Persons whom the vehicles carry in an hour; `nil` where there are none and people go by themselves.
    public let carried: Double?
    /// The way to the region's shelters: the mean over their beds, those in reserve counted; without own shelters that
    /// to the first other region.
    public let way: Span
    /// Households in a person, by whoever of those that may need a bed comes in the smallest parties.
    public let householdsPerPerson: Double

    /// What `reception` can take in, in `world`.
    public init(_ reception: RegionReception, in world: World) {
        let own = world.shelters.filter { $0.region == reception.region }
        let beds = own.reduce(0) { $0 + $1.openBeds.count + $1.reserveBeds.count }
        let bedMinutes = own.reduce(0.0) {
            $0 + Double($1.openBeds.count + $1.reserveBeds.count) * $1.travel.inMinutes
        }
        let way =
            beds > 0
            ? Span.minutes(Int((bedMinutes / Double(beds)).rounded()))
            : reception.overflow.first?.travel ?? .zero
        self.way = way
        householdsPerPerson = world.householdsPerPerson
        let minutes = reception.registration.minutes.mean
        registered =
            minutes > 0
            ? Double(reception.registration.desks) * 60 / (minutes * householdsPerPerson) : .infinity
        carried =
            reception.fleets.isEmpty
            ? nil : reception.fleets.reduce(0) { $0 + $1.personsPerHour(way: way) }
    }
}

extension World {
    /// Households in a person who may need a bed, by the flow with the smallest parties: a car, truck or party on foot is
    /// one household, a bus, train or plane carries households of 2.6 (`docs/reception-model.md`).
    var householdsPerPerson: Double {
        let inNeed = Set(groups.filter { $0.needsBedShare > 0 }.map(\.id))
        var mixes: [[ModeShare]] = []
        for flow in flows where flow.direction == .in && inNeed.contains(flow.group) {
            if let mix = flow.mix {
                mixes.append(mix)
            } else {
                let usual = Set(flow.posts.map(\.id))
                mixes += posts.filter { usual.contains($0.id) }.map(\.incoming.mix)
            }
        }
        if let displacement, inNeed.contains(displacement.group) { mixes.append(displacement.mix) }
        let shared = 1 / (1 + HouseholdDraw.othersMean)
        return mixes.map { mix in
            mix.reduce(0) { sum, mode in
                sum + mode.share * (mode.mode.carriesManyHouseholds ? shared : 1 / max(1, mode.partySize))
            }
        }.max() ?? shared
    }
}
