import Situation

/// How people who flee over a network come to a post that is one of its gates.
struct GatePlan: Sendable {
    private let stream: String
    private let laws: [(upTo: Double, law: PartyLaw)]

    /// `nil` for a post that is no gate.
    init?(_ world: World, _ post: SimulatedPost, _ grid: HourGrid, _ tables: SharedTables) {
        guard let displacement = world.displacement, displacement.gates.contains(post.id),
            let group = world.groups.firstIndex(where: { $0.id == displacement.group })
        else { return nil }
        let maker = StrandMaker(world: world, post: post, direction: .in, grid: grid, tables: tables)
        stream = "post/\(post.id.rawValue)/in/displaced"
        // Shares are of persons; parties of a large size are so much rarer.
        let parties = displacement.mix.reduce(0) { $0 + $1.share / $1.partySize }
        var upTo = 0.0
        laws = displacement.mix.compactMap { share in
            guard parties > 0, share.share > 0,
                let channel = post.incoming.channels.first(where: { $0.modes.contains(share.mode) }),
                let law = maker.law(share, world.groups[group], group, channel)
            else { return nil }
            upTo += share.share / share.partySize / parties
            return (upTo, law)
        }
    }

    /// The parties that `persons` make, spread evenly over the day that begins at `minute`: people who flee
    /// keep no hours.
    func parties(of persons: Int, day: Int, from minute: Double, seed: UInt64) -> [(at: Double, party: Party)]
    {
        var luck = RandomStream(seed: seed, name: "\(stream)/\(day)")
        var parties: [(at: Double, party: Party)] = []
        var left = persons
        while left > 0, let law = law(at: luck.uniform()) {
            var party = law.party(seed: luck.next(), luck: luck.next())
            party.persons = min(party.persons, Int32(clamping: left))
            party.isDisplaced = true
            left -= Int(party.persons)
            parties.append((minute + luck.uniform() * DisplacementRun.day, party))
        }
        return parties
    }

    private func law(at place: Double) -> PartyLaw? {
        (laws.first { place < $0.upTo } ?? laws.last)?.law
    }
}

extension PostRun {
    /// So many people reach the post over the network in the day that begins at `minute`.
    mutating func expect(_ persons: Int, day: Int, from minute: Double, seed: UInt64) {
        guard let gate = plan.gate else { return }
        for (time, party) in gate.parties(of: persons, day: day, from: minute, seed: seed) {
            receive(Underway(party: party, post: 0, direction: .in, arrives: time))
        }
    }
}
