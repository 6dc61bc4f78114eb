import Situation

/// Groups and posts.
extension WorldInspection {
    /// How many persons can be expected in a run: more would fit neither in memory nor in anybody's patience.
    static let mostPersons = 50_000_000.0
    /// How far the shares of a list may be from adding up to 1.
    static let shareTolerance = 0.001
    static let mostLanes = 1000.0
    static let longestService = 10_000.0

    func inspectGroups() throws(WorldFault) {
        try require(.groups, of: "groups", Double(world.groups.count), in: 1...10_000)
        try refuseDuplicates(world.groups.map(\.id.rawValue))
        for group in world.groups {
            let name = group.id.rawValue
            try requireShare(group.vulnerableShare, of: name)
            try requireShare(group.needsBedShare, of: name)
            try requireShare(group.returnShare, of: name)
            try requireShares(group.purposes.values.sorted(), of: "\(name)/purposes")
            try requireShares(group.documents.values.sorted(), of: "\(name)/documents")
            try requireShares(group.ages.values.sorted(), of: "\(name)/ages")
        }
    }

    func inspectPosts() throws(WorldFault) {
        try refuseDuplicates(world.posts.map(\.id.rawValue))
        for post in world.posts {
            for direction in Direction.allCases {
                let name = "\(post.id.rawValue)/\(direction.rawValue)"
                try inspect(post.side(direction), of: name)
                try inspectLanes(post.side(direction), of: name)
            }
            try inspectSisters(of: post)
        }
    }

    private func inspect(_ side: SimulatedPost.Side, of name: String) throws(WorldFault) {
        try require(.personsPerDay, of: name, side.usualPersonsPerDay, in: 0...10_000_000)
        try inspect(side.profile, of: name)
        try inspect(side.mix, of: name)
        if side.usualPersonsPerDay > 0 {
            try requireChannels(side, for: side.mix, of: name)
            // A warm-up of at most 31 days comes before the start.
            let days = world.length.inHours / 24 + 31
            try require(
                .personsInAll, of: name, side.usualPersonsPerDay * days, in: 0...Self.mostPersons)
        }
        if let patience = side.patienceMinutes {
            try require(.waitMinutes, of: name, patience.mean, in: 0...1_000_000)
        }
    }

    private func inspect(_ profile: TrafficProfile, of name: String) throws(WorldFault) {
        try inspectMultipliers(profile.hours, count: 24, of: "\(name)/hours")
        try inspectMultipliers(profile.weekdays, count: 7, of: "\(name)/weekdays")
    }

    private func inspectMultipliers(_ list: [Double], count: Int, of name: String) throws(WorldFault) {
        guard list.count == count else {
            throw .wrongLength(of: name, expected: count, found: list.count)
        }
        for value in list { try require(.profileMultiplier, of: name, value, in: 0...100) }
        let mean = list.reduce(0, +) / Double(count)
        try require(.profileMean, of: name, mean, in: 0.99...1.01)
    }

    func inspect(_ mix: [ModeShare], of name: String) throws(WorldFault) {
        try refuseDuplicates(mix.map { "\(name)/\($0.mode.rawValue)" })
        for share in mix {
            guard share.mode != .all else { throw .notAMeansOfTravel(of: name) }
            try requireShare(share.share, of: "\(name)/\(share.mode.rawValue)")
            try require(.partySize, of: "\(name)/\(share.mode.rawValue)", share.partySize, in: 1...1000)
        }
        try requireShares(mix.map(\.share), of: "\(name)/mix")
    }

    /// Everyone who comes by the mix needs lanes to come through.
    func requireChannels(
        _ side: SimulatedPost.Side, for mix: [ModeShare], of name: String
    ) throws(WorldFault) {
        for share in mix where share.share > 0 {
            guard side.channels.contains(where: { $0.modes.contains(share.mode) }) else {
                throw .noChannel(of: name, share.mode)
            }
        }
    }

    private func inspectLanes(_ side: SimulatedPost.Side, of name: String) throws(WorldFault) {
        try require(.lanes, of: "\(name)/channels", Double(side.channels.count), in: 0...100)
        for (index, channel) in side.channels.enumerated() {
            try inspect(channel, of: "\(name)/channel \(index + 1)")
        }
        guard let secondLine = side.secondLine else { return }
        try require(.officers, of: name, Double(secondLine.officers.count), in: 0...Self.mostLanes)
        for mode in TravelMode.allCases {
            guard let share = secondLine.share[mode] else { continue }
            guard mode != .all else { throw .notAMeansOfTravel(of: "\(name)/second line") }
            try requireShare(share, of: "\(name)/second line")
        }
        try require(
            .serviceMinutes, of: "\(name)/second line", secondLine.minutes.mean, in: 0...Self.longestService)
    }

    private func inspect(_ channel: Channel, of name: String) throws(WorldFault) {
        guard !channel.modes.contains(.all) else { throw .notAMeansOfTravel(of: name) }
        let hours = channel.roster.lanesByHour
        guard hours.count == 24 else {
            throw .wrongLength(of: "\(name)/roster", expected: 24, found: hours.count)
        }
        for lanes in hours { try require(.lanes, of: name, Double(lanes.count), in: 0...Self.mostLanes) }
        let service = channel.service
        try require(.serviceMinutes, of: name, service.minutesPerParty, in: 0...Self.longestService)
        try require(.serviceMinutes, of: name, service.minutesPerPerson, in: 0...Self.longestService)
        try require(.meanFactor, of: name, service.factor.mean, in: 0.99...1.01)
        try require(.room, of: name, Double(channel.room), in: 0...Double(Int.max))
    }

    private func inspectSisters(of post: SimulatedPost) throws(WorldFault) {
        let name = post.id.rawValue
        try refuseDuplicates([name] + post.sisters.map(\.post.rawValue))
        for sister in post.sisters {
            try requirePost(sister.post, of: name)
            try require(
                .travelMinutes, of: "\(name)/\(sister.post.rawValue)", sister.travel.inMinutes,
                in: World.tick.inMinutes...10_000)
        }
    }

    func requireShare(_ share: Double, of name: String) throws(WorldFault) {
        try require(.share, of: name, share, in: 0...1)
    }

    /// A list of shares adds up to 1, or says nothing.
    private func requireShares(_ shares: [Double], of name: String) throws(WorldFault) {
        for share in shares { try requireShare(share, of: name) }
        let sum = shares.reduce(0, +)
        guard shares.isEmpty || (sum - 1).magnitude <= Self.shareTolerance else {
            throw .sharesDoNotAddUp(of: name, sum: sum)
        }
    }
}
