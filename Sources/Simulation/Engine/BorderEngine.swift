import Situation

/// The first simulator: posts with lines and lanes, and shelters that fill, played minute by minute.
///
/// Each minute people come (a Poisson number, by hour of the day and surge), the open lanes let through as
/// many as they can, some of those let into the country need a bed, and some who have one leave. Not in it
/// yet: lanes by means of travel, second-line inspection, diversion between posts, transport, the way to the
/// border.
public struct BorderEngine: SimulationEngine {
    /// What the run starts from.
    public let world: World
    /// What its luck starts from.
    public let seed: UInt64
    /// The simulated moment reached: a whole minute.
    public private(set) var now: Instant

    var posts: [PostPlay]
    var shelters: [ShelterPlay]
    private(set) var receptions: [RegionReception]
    /// For each post, which of the receptions its people go to.
    private let receptionOfPost: [Int?]
    /// When the posts last reported; `nil` before the run has begun.
    var lastReport: Instant?

    /// The longest warm-up; a longer one is cut to it.
    public static let longestWarmUp = Span.days(31)

    /// An engine at the beginning of a run; see ``SimulationEngine/init(world:seed:warmUp:)``.
    ///
    /// - Parameter warmUp: cut to ``longestWarmUp``; less than nothing is nothing.
    public init(world: World, seed: UInt64, warmUp: Span) {
        self.world = world
        self.seed = seed
        let cut = min(max(warmUp, .zero), Self.longestWarmUp)
        now = (world.start - cut).startOfMinute
        posts = world.posts.map { PostPlay($0, world: world, seed: seed) }
        shelters = world.shelters.map { ShelterPlay($0, seed: seed) }
        receptions = world.intakes.map { RegionReception($0, seed: seed) }
        receptionOfPost = world.posts.map { post in
            world.intakes.firstIndex { $0.region == post.region }
        }
    }

    /// Whether the end has been reached and said.
    public var isFinished: Bool { lastReport != nil && now >= world.end }

    /// How far one step goes.
    static let tick = Span.minutes(1)

    /// Plays forward; see ``SimulationEngine/advance(to:)``.
    public mutating func advance(to moment: Instant) -> [Draft] {
        guard moment >= now else { return [] }
        var drafts: [Draft] = []
        if lastReport == nil { begin(&drafts) }
        // What was ordered since the last step shows from this moment on.
        settleLanes(&drafts)
        let target = min(moment, world.end)
        while now + Self.tick <= target {
            playMinute()
            now = now + Self.tick
            say(&drafts)
        }
        return drafts
    }

    private mutating func playMinute() {
        let offset = now - world.start
        var letIn = Array(repeating: Crowd(), count: receptions.count)
        for index in posts.indices {
            let crowd = posts[index].playMinute(from: now, offset: offset)
            if let reception = receptionOfPost[index] { letIn[reception] += crowd }
        }
        for index in shelters.indices { shelters[index].openReserve(readyBy: now + Self.tick) }
        for index in receptions.indices { receptions[index].playMinute(letIn[index], into: &shelters) }
    }
}

// MARK: - Acts

extension BorderEngine {
    /// The lanes one direction of a post can have.
    private static let lanes: ClosedRange<Lanes> = 0...1000

    /// Does what was ordered; see ``SimulationEngine/perform(_:)``.
    public mutating func perform(_ act: SimulatedAct) throws(ActFault) {
        guard !isFinished else { throw .runIsOver }
        switch act {
        case .staffLanes(let id, let direction, let lanes):
            guard let index = posts.firstIndex(where: { $0.id == id }) else { throw .unknownPost(id) }
            guard Self.lanes.contains(lanes) else { throw .lanesOutOfRange(lanes, allowed: Self.lanes) }
            posts[index].staff(lanes, direction)
        case .openReserve(let id, let beds):
            guard let index = shelters.firstIndex(where: { $0.id == id }) else { throw .unknownShelter(id) }
            let left = shelters[index].reserveToOrder
            guard beds > 0, beds.count <= left else { throw .reserveOutOfRange(beds, left: Beds(left)) }
            shelters[index].order(beds.count, at: now)
        }
    }
}

// MARK: - The truth behind the reports

/// How one direction of a post stands.
public struct LineReading: Hashable, Sendable {
    /// Who came since the beginning of the run.
    public let arrived: Persons
    /// Who was let through since the beginning of the run.
    public let served: Persons
    /// Who waits now.
    public let waiting: Persons
    /// The vehicles they wait in.
    public let waitingVehicles: Vehicles
    /// The lanes that work now.
    public let lanesOpen: Lanes
}

extension BorderEngine {
    /// How one direction of a post stands now; `nil` for a post the world does not have.
    public func line(_ post: CheckpointID, _ direction: Direction) -> LineReading? {
        guard let line = posts.first(where: { $0.id == post })?.line(direction) else { return nil }
        let waiting = line.line.crowd
        return LineReading(
            arrived: Persons(line.arrived.persons), served: Persons(line.served.persons),
            waiting: Persons(waiting.persons), waitingVehicles: Vehicles(waiting.vehicles),
            lanesOpen: line.open)
    }

    /// How many need a bed in a region now and have none.
    public func withoutBed(in region: RegionCode) -> Persons {
        Persons(receptions.first { $0.region == region }?.withoutBed ?? 0)
    }
}
