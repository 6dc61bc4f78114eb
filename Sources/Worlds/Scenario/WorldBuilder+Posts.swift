import Planning
import Reference
import Simulation
import Situation

/// Posts, their lanes and their sisters.
extension WorldBuilder {
    func posts() throws(WorldFault) -> [SimulatedPost] {
        var posts: [SimulatedPost] = []
        for post in playing {
            posts.append(
                SimulatedPost(
                    id: post.id, region: post.region, section: post.section,
                    incoming: try side(post, .in), outgoing: try side(post, .out), sisters: sisters(of: post))
            )
        }
        return posts
    }

    // MARK: - Lanes

    private func side(_ post: Checkpoint, _ direction: Direction) throws(WorldFault) -> SimulatedPost.Side {
        let planning = post.planning
        let usual = (direction == .in ? planning.usualIn : planning.usualOut).value.count
        let lanes = (direction == .in ? planning.lanesIn : planning.lanesOut).value
        let scale = direction == .in ? scenario.traffic.scaleIn : scenario.traffic.scaleOut
        let mix = Illustrative.mix(post.kind)
        let perPerson = 60 / Double(max(planning.personsPerLaneHour.value.count, 1))
        var side = SimulatedPost.Side(
            usualPersonsPerDay: Double(usual) * scale, profile: profile, mix: mix,
            channels: [
                Channel(
                    modes: mix.map(\.mode), roster: Roster(lanes), service: try service(0, perPerson, post.id)
                )
            ])
        for change in scenario.postChanges {
            guard change.direction == nil || change.direction == direction,
                chosen(change.posts).contains(post.id)
            else { continue }
            try apply(change, to: &side, of: post.id)
        }
        return side
    }

    private var profile: TrafficProfile {
        TrafficProfile(
            hours: Self.normal(scenario.traffic.hoursOfDay ?? TrafficProfile.daytime.hours),
            weekdays: Self.normal(scenario.traffic.daysOfWeek ?? Array(repeating: 1, count: 7)))
    }

    /// Multipliers whose mean is 1, whatever the rounding of those written down.
    private static func normal(_ multipliers: [Double]) -> [Double] {
        let mean = multipliers.reduce(0, +) / Double(max(multipliers.count, 1))
        return mean > 0 ? multipliers.map { $0 / mean } : multipliers
    }

    private func service(
        _ perParty: Double, _ perPerson: Double, _ post: CheckpointID
    ) throws(WorldFault) -> ServiceTime {
        let factor = PlannedDistribution.lognormal(mean: 1, cv: Illustrative.serviceVariation)
        return ServiceTime(
            minutesPerParty: perParty, minutesPerPerson: perPerson,
            factor: try factor.law(.serviceMinutes, of: post.rawValue))
    }

    // MARK: - Changes

    private func apply(
        _ change: PostChange, to side: inout SimulatedPost.Side, of post: CheckpointID
    ) throws(WorldFault) {
        if let usual = change.usualPersonsPerDay { side.usualPersonsPerDay = usual }
        if let modes = change.modes {
            side.mix = modes.map(\.simulated)
            let missing = modes.map(\.mode).filter { mode in
                !side.channels.contains { $0.modes.contains(mode) }
            }
            if !side.channels.isEmpty { side.channels[0].modes += missing }
        }
        if let channels = change.channels {
            let perPerson = side.channels.first?.service.minutesPerPerson ?? 1
            var built: [Channel] = []
            for channel in channels { built.append(try made(channel, perPerson, post)) }
            side.channels = built
        }
        for index in side.channels.indices { Self.apply(change, to: &side.channels[index]) }
        if let patience = change.patience {
            side.patienceMinutes = try patience.law(.waitMinutes, of: post.rawValue)
        }
        if let line = change.secondLine {
            side.secondLine = SecondLine(
                officers: Lanes(line.officers), share: line.share,
                minutes: try line.minutes.law(.serviceMinutes, of: post.rawValue))
        }
    }

    private static func apply(_ change: PostChange, to channel: inout Channel) {
        if let lanes = change.lanes { channel.roster = Roster(Lanes(lanes)) }
        if let roster = change.roster { channel.roster = Roster(lanesByHour: roster.map { Lanes($0) }) }
        if let minutes = change.minutesPerParty { channel.service.minutesPerParty = minutes }
        if let minutes = change.minutesPerPerson { channel.service.minutesPerPerson = minutes }
        if let room = change.room { channel.room = room }
        if let closing = change.closing { channel.closing = closing.simulated }
    }

    private func made(
        _ channel: PlannedChannel, _ perPerson: Double, _ post: CheckpointID
    ) throws(WorldFault) -> Channel {
        Channel(
            modes: channel.modes, roster: Roster(lanesByHour: channel.roster.map { Lanes($0) }),
            service: try service(channel.minutesPerParty, channel.minutesPerPerson ?? perPerson, post),
            room: channel.room ?? .max, closing: channel.closing.simulated)
    }

    // MARK: - Sisters

    /// Road posts of the same section that can be driven to, the nearest first, and those that a decision sends
    /// people to.
    private func sisters(of post: Checkpoint) -> [SimulatedPost.Sister] {
        guard post.kind == .road else { return [] }
        let near = playing.filter { $0.id != post.id && $0.kind == .road && $0.section == post.section }
            .map { (post: $0, kilometres: post.coordinates.kilometres(to: $0.coordinates)) }
            .filter { $0.kilometres <= Illustrative.sisterKilometres }
            .sorted { ($0.kilometres, $0.post.id) < ($1.kilometres, $1.post.id) }
        var sisters = near.prefix(Illustrative.sisters).map {
            SimulatedPost.Sister(post: $0.post.id, travel: Illustrative.drive($0.kilometres))
        }
        for decision in scenario.decisions {
            guard case .divert(post.id, let to, _) = decision.act, to != post.id,
                !sisters.contains(where: { $0.post == to }),
                let sister = playing.first(where: { $0.id == to })
            else { continue }
            let kilometres = post.coordinates.kilometres(to: sister.coordinates)
            sisters.append(SimulatedPost.Sister(post: to, travel: Illustrative.drive(kilometres)))
        }
        return sisters
    }
}

extension PostChange.Closing {
    fileprivate var simulated: ServiceStation<Int>.Closing {
        switch self {
        case .afterService: .afterService
        case .atOnce: .atOnce
        }
    }
}

extension PlannedMode {
    /// The same for the simulator.
    var simulated: ModeShare {
        ModeShare(mode, share: share, partySize: party ?? Illustrative.party(mode))
    }
}
