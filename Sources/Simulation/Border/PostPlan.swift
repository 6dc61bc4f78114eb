import Situation

/// What a post's runs have in common, whatever their seed: worked out once from a world.
struct PostPlan: Sendable {
    /// A stretch of time in which the post cannot work as it should, in minutes since the world's start.
    struct Limit: Sendable {
        /// `nil`: both ways.
        let direction: Direction?
        let from: Double
        let to: Double
        let effect: Disruption.Effect
        let reason: String?
        let until: Instant

        func holds(at minute: Double, _ direction: Direction) -> Bool {
            from <= minute && minute < to && (self.direction ?? direction) == direction
        }
    }

    let id: CheckpointID
    let incoming: SidePlan
    let outgoing: SidePlan
    /// Who comes over the world's displacement network; `nil` for a post that is none of its gates.
    let gate: GatePlan?
    let sisters: [SisterPlan]
    /// Whether anybody may go to a sister of their own choice.
    let isFree: Bool
    /// Whether parties of another post may come here.
    let isSister: Bool
    private(set) var limits: [Limit]
    /// How much sooner a party must be through elsewhere to go there, minutes.
    let worthwhile: Double
    let grid: HourGrid
    /// When the run is over, minutes since its start.
    let end: Double
    /// The world's flows, for how high they turn out.
    let flows: [FlowPlan]

    /// The same plan with one more stretch in which the post cannot work as it should.
    mutating func add(_ limit: Limit) { limits.append(limit) }

    /// The plan of one post alone.
    init(_ world: World, post index: Int) {
        self.init(world, post: index, tables: SharedTables(world))
    }

    init(_ world: World, post index: Int, tables: SharedTables) {
        let post = world.posts[index]
        id = post.id
        grid = HourGrid(start: world.start)
        incoming = SidePlan(world, post, .in, grid, tables)
        outgoing = SidePlan(world, post, .out, grid, tables)
        gate = GatePlan(world, post, grid, tables)
        sisters = post.sisters.compactMap { SisterPlan(world, $0) }
        isFree = !sisters.isEmpty && world.diversion.informedShare > 0
        isSister = world.posts.contains { $0.sisters.contains { $0.post == post.id } }
        limits = world.disruptions.filter { $0.post == post.id }.map { Limit($0, in: world) }
        worthwhile = world.diversion.worthwhile.inMinutes
        end = world.length.inMinutes
        flows = world.flows.map { FlowPlan($0, in: world) }
    }
}

extension PostPlan.Limit {
    init(_ disruption: Disruption, in world: World) {
        self.init(
            direction: disruption.direction, from: disruption.from.inMinutes, to: disruption.to.inMinutes,
            effect: disruption.effect, reason: disruption.reason, until: world.start + disruption.to)
    }
}

/// How high a flow turns out in a run; the same at every post.
struct FlowPlan: Sendable {
    private let name: String
    private let scale: Distribution
    private let expected: Double

    init(_ flow: Flow, in world: World) {
        name = flow.name
        scale = flow.scale
        expected = world.mostPersons(of: flow)
    }

    /// What the flow's curve is multiplied by in a run with that seed.
    ///
    /// A scale without an upper end is cut where more would come than a run can bear.
    func drawScale(seed: UInt64) -> Double {
        var stream = RandomStream(seed: seed, name: "flow/\(name)/scale")
        let drawn = scale.draw(from: &stream)
        guard expected > 0 else { return drawn }
        return min(drawn, WorldInspection.mostPersons / expected)
    }
}

/// Another post that parties may go to.
struct SisterPlan: Sendable {
    let id: CheckpointID
    /// Its index among the world's posts.
    let post: Int
    /// The way there, minutes.
    let travel: Double
    /// Whether it lets through those who come so.
    let takes: [Bool]

    init?(_ world: World, _ sister: SimulatedPost.Sister) {
        guard let post = world.posts.firstIndex(where: { $0.id == sister.post }) else { return nil }
        id = sister.post
        self.post = post
        travel = sister.travel.inMinutes
        takes = Direction.allCases.flatMap { direction in
            let side = world.posts[post].side(direction)
            return TravelMode.allCases.map { mode in side.channels.contains { $0.modes.contains(mode) } }
        }
    }
}

extension RateCurve {
    /// How many persons are expected along the whole curve.
    var personsInAll: Double {
        zip(knots, knots.dropFirst()).reduce(0) { sum, pair in
            let hours = (pair.1.at - pair.0.at).inHours
            return sum + hours * (pair.0.personsPerHour + pair.1.personsPerHour) / 2
        }
    }
}
