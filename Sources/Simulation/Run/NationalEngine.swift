import Situation

/// The whole country in a run: every post with its lines, the roads between sister posts, and the reception
/// of the regions.
///
/// Posts with a road between them are played side by side in steps of at most ``World/tick`` and look at one
/// another only between two steps: no road is shorter, so nothing that leaves one post can reach another within
/// the step. Posts that nobody leaves for another are played in one go, and the reception after them all, with
/// those they let in. How the way to a moment is cut into steps changes nothing.
public struct NationalEngine: SimulationEngine {
    /// What the run starts from.
    public let world: World
    /// What its luck starts from.
    public let seed: UInt64
    /// The simulated moment reached: a whole minute.
    public private(set) var now: Instant

    var posts: [PostRun]
    var reception: ReceptionRun
    private var displacement: DisplacementRun?
    let plan: NationalPlan
    /// For each post, those it let in during the step being played; kept for its memory.
    private var letIn: [[LetIn]]
    /// Whether parties were ever sent from one post to another.
    private var isDiverting = false
    /// The next act of the world's timetable.
    private var nextAct = 0
    /// The plan's changes, and those of what broke in the run.
    private(set) var changes: [Instant]
    /// The next of the changes, at which posts may have something to say.
    var nextChange = 0
    /// What the posts last said of themselves, to say only what is new.
    var lastSaid: [CheckpointState?]
    /// When the posts last reported; `nil` before the run has begun.
    var lastReport: Instant?

    /// The longest warm-up; a longer one is cut to it.
    public static let longestWarmUp = Span.days(31)

    /// An engine at the beginning of a run; see ``SimulationEngine/init(world:seed:warmUp:)``.
    ///
    /// - Parameter warmUp: cut to ``longestWarmUp``; less than nothing is nothing.
    public init(world: World, seed: UInt64, warmUp: Span) {
        self.init(NationalPlan(world), seed: seed, warmUp: warmUp)
    }

    /// The same, with what runs of one world have in common worked out before.
    public init(_ plan: NationalPlan, seed: UInt64, warmUp: Span = .zero) {
        let world = plan.world
        self.plan = plan
        changes = plan.changes
        self.world = world
        self.seed = seed
        let begin = (world.start - min(max(warmUp, .zero), Self.longestWarmUp)).startOfMinute
        let minute = world.minutes(at: begin)
        now = begin
        posts = plan.posts.map { PostRun($0, seed: seed, from: minute) }
        reception = ReceptionRun(world, seed: seed, from: minute)
        displacement = DisplacementRun(world, seed: seed)
        letIn = Array(repeating: [], count: world.posts.count)
        lastSaid = Array(repeating: nil, count: world.posts.count)
        publishWaits()
    }

    /// What it has cost so far.
    public var work: RunWork {
        posts.reduce(into: RunWork()) { $0 += $1.work }
    }

    /// The standards that were ever broken so far, by shelter.
    public var serviceBreaches: [ServiceBreach] { reception.serviceBreaches }

    /// How one direction of a post stands now; `nil` for a post the world does not have.
    public func line(_ post: CheckpointID, _ direction: Direction) -> LineReading? {
        posts.first { $0.plan.id == post }?.reading(direction)
    }

    /// Whether the end has been reached and said.
    public var isFinished: Bool { lastReport != nil && now >= world.end }
}

// MARK: - Playing

extension NationalEngine {
    /// Plays everything before `moment`, which is a whole minute, and does what the timetable says up to it.
    ///
    /// - Throws: ``ConservationBreach`` when people appeared or vanished: an error of the engine.
    mutating func play(to moment: Instant) throws(ConservationBreach) {
        doWhatIsDue()
        while now < moment {
            try displacePeople()
            try step(to: min(moment, timeOfNextAct ?? moment, nextDisplacement ?? moment))
            doWhatIsDue()
        }
    }

    private var nextDisplacement: Instant? {
        displacement.map { world.start + .minutes(Int($0.nextDay)) }
    }

    private mutating func displacePeople() throws(ConservationBreach) {
        while let day = nextDisplacement, day <= now {
            try displacement?.playDay(&posts, seed: seed)
        }
    }

    /// The first round ten minutes of the hour after now.
    var nextTick: Instant { Self.tick(after: now) }

    private static func tick(after moment: Instant) -> Instant {
        let tick = World.tick.milliseconds
        let passed = (moment - moment.startOfHour).milliseconds
        return moment.startOfHour + Span(milliseconds: (passed / tick + 1) * tick)
    }

    private mutating func step(to moment: Instant) throws(ConservationBreach) {
        let minute = world.minutes(at: moment)
        for index in posts.indices { letIn[index].removeAll(keepingCapacity: true) }
        let roads = roads
        for index in roads.posts.indices where !roads.posts[index] {
            posts[index].advance(to: minute, letIn: &letIn[index])
        }
        if roads.isUsed { playTicks(to: moment, roads) }
        reception.advance(to: minute, letIn: letIn)
        now = moment
        if let breach = conservationBreach { throw breach }
    }

    /// Plays the posts that parties may leave for one another, tick by tick.
    private mutating func playTicks(to end: Instant, _ roads: NationalPlan.Roads) {
        var reached = now
        while reached < end {
            let tick = Self.tick(after: reached)
            reached = min(tick, end)
            let minute = world.minutes(at: reached)
            for index in roads.posts.indices where roads.posts[index] {
                posts[index].advance(to: minute, letIn: &letIn[index])
            }
            for index in roads.posts.indices where roads.posts[index] {
                for party in posts[index].takeUnderway() { posts[party.post].receive(party) }
            }
            if reached == tick { publishWaits() }
        }
    }

    /// Which posts have to be played tick by tick: none while nobody leaves one for another.
    private var roads: NationalPlan.Roads { isDiverting ? plan.everyRoad : plan.roads }

    /// Drivers learn the waits at sister posts once a tick.
    private mutating func publishWaits() {
        for index in posts.indices {
            for sister in posts[index].plan.sisters.indices {
                let waits = posts[posts[index].plan.sisters[sister].post].expectedWaits
                posts[index].publish(waits, ofSister: sister)
            }
        }
    }

    /// The first place where people appeared or vanished; `nil` when all are accounted for.
    public var conservationBreach: ConservationBreach? {
        let all = headcount
        guard all.isBalanced else { return .headcount(all) }
        return reception.overfull
    }

    /// Where everyone is.
    public var headcount: Headcount {
        var all = reception.headcount
        if let displacement { all = all + displacement.headcount }
        var letInPersons = 0
        for post in posts {
            all = all + post.headcount
            letInPersons += post.letInPersons
        }
        // Those let in came once, at their post; the reception counts them as come a second time.
        all.came -= letInPersons
        return all
    }
}

// MARK: - Acts

extension NationalEngine {
    private var timeOfNextAct: Instant? {
        guard nextAct < world.timetable.count else { return nil }
        return (world.start + world.timetable[nextAct].at).startOfMinute
    }

    private mutating func doWhatIsDue() {
        while let time = timeOfNextAct, time <= now {
            // An order that cannot be done changes nothing: the reserve may be open already.
            try? perform(world.timetable[nextAct].act)
            nextAct += 1
        }
    }

    /// Does what was ordered; see ``SimulationEngine/perform(_:)``.
    public mutating func perform(_ act: SimulatedAct) throws(ActFault) {
        guard !isFinished else { throw .runIsOver }
        try ActInspection(world: world).inspect(act)
        if case .divert = act { isDiverting = true }
        for index in posts.indices { posts[index].perform(act) }
        try reception.perform(act)
    }

    /// Lets something break that no plan foresaw: what a director of an exercise does to the world. Its times count
    /// from the world's start; a part that has passed is passed over.
    ///
    /// - Throws: ``ActFault``; the engine is then as it was.
    public mutating func disrupt(_ disruption: Disruption) throws(ActFault) {
        guard !isFinished else { throw .runIsOver }
        guard let index = posts.firstIndex(where: { $0.plan.id == disruption.post }) else {
            throw .unknownPost(disruption.post)
        }
        switch disruption.effect {
        case .lanesLeft(let share): guard (0...1).contains(share) else { throw .shareOutOfRange(share) }
        case .slowService(let factor):
            guard (1...1000).contains(factor) else { throw .shareOutOfRange(factor) }
        }
        posts[index].disrupt(PostPlan.Limit(disruption, in: world))
        let edges = [disruption.from, disruption.to].map { (world.start + $0).startOfMinute }
        changes = (changes[nextChange...] + edges.filter { $0 > now && $0 < world.end }).sorted()
        nextChange = 0
    }
}

// MARK: - Without reports

extension NationalEngine {
    /// Plays an interval and says what it looked like, without drafting reports: for forecasts, which count
    /// and do not write. Not to be mixed with ``advance(to:)``, which takes the same counts.
    ///
    /// - Parameter length: cut at the end of the run.
    /// - Returns: `nil` when the run is over.
    /// - Throws: ``ConservationBreach`` when people appeared or vanished.
    public mutating func playInterval(
        _ length: Span = .hours(1)
    ) throws(ConservationBreach) -> IntervalRecord? {
        guard now < world.end else { return nil }
        try play(to: min(now + max(length, .minutes(1)), world.end))
        var record = IntervalRecord(end: now, incoming: [], outgoing: [], regions: [], shelters: [])
        for index in posts.indices {
            let interval = posts[index].takeInterval()
            record.incoming.append(interval.incoming)
            record.outgoing.append(interval.outgoing)
        }
        (record.regions, record.shelters) = reception.takeInterval()
        return record
    }
}

// MARK: - How the world is

extension NationalEngine {
    /// Reserve beds of a shelter that nobody has ordered yet; none for a shelter the world does not have.
    public func reserveToOrder(of shelter: ShelterID) -> Beds {
        Beds(reception.shelters.first { $0.id == shelter }?.reserveToOrder ?? 0)
    }

    /// Desks that register people in a region; `nil` for a region that registers nobody.
    public func registrationDesks(in region: RegionCode) -> Int? {
        reception.regions.first { $0.region == region }?.hall.desks
    }

    /// Persons registered in a region who have no bed; `nil` for a region that registers nobody.
    public func withoutBed(in region: RegionCode) -> Persons? {
        reception.regions.first { $0.region == region }.map { Persons($0.withoutBed) }
    }

    /// Beds of a region's shelters that are open and not taken or kept.
    public func freeBeds(in region: RegionCode) -> Beds {
        Beds(reception.shelters.filter { $0.region == region }.reduce(0) { $0 + $1.free })
    }
}
