import Situation

/// Works out who comes to one side of a post.
struct StrandMaker {
    let world: World
    let post: SimulatedPost
    let direction: Direction
    let grid: HourGrid
    let tables: SharedTables

    private var side: SimulatedPost.Side { post.side(direction) }

    /// The usual people by their means, then those of each flow; nobody who is never expected.
    func strands() -> [StrandPlan] {
        let usualGroup = world.groups.firstIndex { $0.id == PeopleGroup.usual.id } ?? 0
        let usual = side.mix.map { share in
            strand(
                share, group: usualGroup, personsPerHour: side.usualPersonsPerDay / 24,
                profile: side.profile, why: .usual)
        }
        let flows = world.flows.indices.filter { world.flows[$0].direction == direction }
            .flatMap { strands(ofFlow: $0) }
        return (usual + flows).compactMap { $0 }
    }

    private func strands(ofFlow index: Int) -> [StrandPlan?] {
        let flow = world.flows[index]
        let total = flow.posts.reduce(0) { $0 + $1.weight }
        let weight = flow.posts.filter { $0.id == post.id }.reduce(0) { $0 + $1.weight }
        guard total > 0, weight > 0, let group = world.groups.firstIndex(where: { $0.id == flow.group })
        else { return [] }
        let profile = flow.followsProfile ? side.profile : .flat
        return (flow.mix ?? side.mix).map { share in
            strand(share, group: group, personsPerHour: weight / total, profile: profile, why: .flow(index))
        }
    }

    private enum Why {
        case usual
        case flow(Int)
    }

    private func strand(
        _ share: ModeShare, group: Int, personsPerHour: Double, profile: TrafficProfile, why: Why
    ) -> StrandPlan? {
        guard let channel = side.channels.first(where: { $0.modes.contains(share.mode) }),
            let law = law(share, world.groups[group], group, channel)
        else { return nil }
        let partiesPerMinute = personsPerHour / 60 * share.share / share.partySize
        guard partiesPerMinute > 0 else { return nil }
        let week = tables.week(profile)
        guard week.count == HourGrid.hoursOfWeek else { return nil }
        let start = "post/\(post.id.rawValue)/\(direction.rawValue)/\(share.mode.rawValue)"
        switch why {
        case .usual:
            return StrandPlan(
                name: "\(start)/usual", flow: nil,
                rate: ArrivalRate(mean: partiesPerMinute, week: week, curve: nil, grid: grid), law: law)
        case .flow(let index):
            let knots = world.flows[index].curve.knots.map {
                ArrivalRate.Knot(at: $0.at.inMinutes, factor: $0.personsPerHour)
            }
            return StrandPlan(
                name: "\(start)/flow/\(world.flows[index].name)", flow: index,
                rate: ArrivalRate(
                    mean: partiesPerMinute, week: week, curve: ContiguousArray(knots), grid: grid),
                law: law)
        }
    }

    func law(_ share: ModeShare, _ group: PeopleGroup, _ index: Int, _ channel: Channel) -> PartyLaw? {
        guard let number = UInt16(exactly: index) else { return nil }
        return PartyLaw(
            mode: share.mode, group: number, sizes: tables.sizes(mean: share.partySize),
            vulnerableShare: group.vulnerableShare, informedShare: world.diversion.informedShare,
            service: channel.service, pickedShare: pickedShare(share.mode, group),
            inspection: side.secondLine?.minutes ?? .constant(0), patience: side.patienceMinutes)
    }

    /// Those whom the risk assessment picks, and of the others those without papers.
    private func pickedShare(_ mode: TravelMode, _ group: PeopleGroup) -> Double {
        guard let secondLine = side.secondLine else { return 0 }
        let picked = secondLine.share[mode] ?? 0
        return picked + (1 - picked) * (group.documents[.none] ?? 0)
    }
}
