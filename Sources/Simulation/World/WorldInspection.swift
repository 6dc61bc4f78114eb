import Situation

/// Checks everything a run relies on, once, so that the engine need not.
///
/// The ranges are far wider than any border has seen; they keep a run's time and memory bounded and its
/// counts exact.
struct WorldInspection {
    let world: World

    func inspect() throws(WorldFault) {
        try require(.lengthHours, of: world.scenario, world.length.inHours, in: 0...Self.longestHours)
        try refuseDuplicates(world.posts.map(\.id.rawValue))
        try refuseDuplicates(world.shelters.map(\.id.rawValue))
        try refuseDuplicates(world.intakes.map(\.region.rawValue))
        for post in world.posts { try inspect(post) }
        for surge in world.surges { try inspect(surge) }
        for disruption in world.disruptions { try inspect(disruption) }
        for shelter in world.shelters { try inspect(shelter) }
        for intake in world.intakes { try inspect(intake) }
        try inspectSurgesTogether()
    }

    /// 92 days: the longest season of one run.
    private static let longestHours = 92.0 * 24

    /// Checks the start by itself, before any calendar reckons with it.
    static func inspect(start: Instant, of name: String) throws(WorldFault) {
        let years = 365.2425 * 24 * 3_600_000
        let year = 1970 + Double(start.milliseconds) / years
        try require(.startYear, of: name, year, in: 1900...9998)
    }
}

// MARK: - The parts of a world

extension WorldInspection {
    private func inspect(_ post: SimulatedPost) throws(WorldFault) {
        let name = post.id.rawValue
        try require(.personsPerLaneHour, of: name, post.personsPerLaneHour, in: 0...100_000)
        for direction in Direction.allCases {
            let side = post.side(direction)
            try require(.personsPerHour, of: name, side.usualPersonsPerHour, in: 0...100_000)
            try require(.lanes, of: name, Double(side.lanes.count), in: 0...1000)
            try inspect(side.profile, of: name)
        }
        try inspect(post.mix, of: name)
    }

    private func inspect(_ profile: DailyProfile, of name: String) throws(WorldFault) {
        guard profile.multipliers.count == 24 else {
            throw .profileLength(of: name, hours: profile.multipliers.count)
        }
        for multiplier in profile.multipliers {
            try require(.profileMultiplier, of: name, multiplier, in: 0...24)
        }
        let mean = profile.multipliers.reduce(0, +) / 24
        try require(.profileMean, of: name, mean, in: 0.99...1.01)
    }

    private func inspect(_ mix: [ModeShare], of name: String) throws(WorldFault) {
        try refuseDuplicates(mix.map { "\(name)/\($0.mode.rawValue)" })
        for part in mix {
            guard part.mode != .all else { throw .notAMeansOfTravel(of: name) }
            try require(.modeShare, of: name, part.share, in: 0...1)
            try require(.partySize, of: name, part.partySize, in: 1...2000)
        }
        let sum = mix.reduce(0) { $0 + $1.share }
        guard (0.999...1.001).contains(sum) else { throw .sharesDoNotAddUp(of: name, sum: sum) }
    }

    private func inspect(_ surge: Surge) throws(WorldFault) {
        let name = "surge"
        for post in surge.posts { try requirePost(post) }
        try refuseDuplicates(surge.posts.map(\.rawValue))
        try inspectTime(of: name, from: surge.from, to: surge.to)
        try require(.peakFactor, of: name, surge.peakFactor, in: 1...1000)
        try require(.rampHours, of: name, surge.rampUp.inHours, in: 0...Self.longestHours)
        try require(.rampHours, of: name, surge.rampDown.inHours, in: 0...Self.longestHours)
        let ramps = surge.rampUp + surge.rampDown
        guard ramps <= surge.to - surge.from else {
            throw .rampsLongerThanSurge(ramps: ramps, surge: surge.to - surge.from)
        }
    }

    /// Many surges at one post must not add up to what one alone may not be.
    private func inspectSurgesTogether() throws(WorldFault) {
        for post in world.posts {
            let peaks = world.surges.filter { $0.posts.contains(post.id) }.map { $0.peakFactor - 1 }
            try require(.peakFactorsTogether, of: post.id.rawValue, peaks.reduce(0, +), in: 0...1000)
        }
    }

    private func inspect(_ disruption: Disruption) throws(WorldFault) {
        try requirePost(disruption.post)
        let name = disruption.post.rawValue
        try inspectTime(of: name, from: disruption.from, to: disruption.to)
        try require(.laneShareLeft, of: name, disruption.laneShareLeft, in: 0...1)
    }

    private func inspect(_ shelter: SimulatedShelter) throws(WorldFault) {
        let name = shelter.id.rawValue
        try require(.beds, of: name, Double(shelter.openBeds.count), in: 0...1_000_000)
        try require(.beds, of: name, Double(shelter.reserveBeds.count), in: 0...1_000_000)
        try require(
            .beds, of: name, Double(shelter.initiallyOccupied.count), in: 0...Double(shelter.openBeds.count))
        try require(
            .reserveLeadHours, of: name, shelter.reserveLeadTime.inHours, in: 0...Self.longestHours)
    }

    private func inspect(_ intake: Intake) throws(WorldFault) {
        let name = intake.region.rawValue
        try require(.intakeShare, of: name, intake.shareOfUsual, in: 0...1)
        try require(.intakeShare, of: name, intake.shareOfSurge, in: 0...1)
        try require(.meanStayHours, of: name, intake.meanStay.inHours, in: 0.1...1_000_000)
    }
}

// MARK: - Rules

extension WorldInspection {
    private static func require(
        _ quantity: WorldFault.Quantity, of name: String, _ value: Double, in allowed: ClosedRange<Double>
    ) throws(WorldFault) {
        guard allowed.contains(value) else {
            throw .outOfRange(quantity, of: name, value: value, allowed: allowed)
        }
    }

    private func require(
        _ quantity: WorldFault.Quantity, of name: String, _ value: Double, in allowed: ClosedRange<Double>
    ) throws(WorldFault) {
        try Self.require(quantity, of: name, value, in: allowed)
    }

    private func requirePost(_ id: CheckpointID) throws(WorldFault) {
        guard world.posts.contains(where: { $0.id == id }) else { throw .unknownPost(id) }
    }

    private func refuseDuplicates(_ names: [String]) throws(WorldFault) {
        var seen: Set<String> = []
        for name in names {
            guard seen.insert(name).inserted else { throw .duplicate(name) }
        }
    }

    private func inspectTime(of name: String, from: Span, to: Span) throws(WorldFault) {
        try require(.offsetHours, of: name, from.inHours, in: 0...Self.longestHours)
        try require(.offsetHours, of: name, to.inHours, in: 0...2 * Self.longestHours)
        guard from < to else { throw .endsBeforeItBegins(of: name, from: from, to: to) }
    }
}
