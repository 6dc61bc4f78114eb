import Situation

/// The whole country in a run: every post with its lines, the roads between sister posts, and the reception
/// of the regions.
///
/// Posts are played side by side in steps of at most ``World/tick`` and look at one another only between two
/// steps: no road between posts is shorter, so nothing that leaves one can reach another within the step. The
/// reception is played after the posts over the same step, with those they let in. How the way to a moment is
/// cut into steps changes nothing.
public struct NationalEngine: SimulationEngine {
    /// What the run starts from.
    public let world: World
    /// What its luck starts from.
    public let seed: UInt64
    /// The simulated moment reached: a whole minute.
    public private(set) var now: Instant

    var posts: [PostRun]
    var reception: ReceptionRun
    let roads: SisterRoads
    /// For each post, those it let in during the step being played; kept for its memory.
    private var letIn: [[LetIn]]
    /// The next act of the world's timetable.
    private var nextAct = 0
    /// What the posts last said of themselves, to say only what is new.
    var lastSaid: [CheckpointState?]
    /// When the posts last reported; `nil` before the run has begun.
    var lastReport: Instant?
    /// When lanes change for a reason of the world's, by time: moments at which posts may have something to say.
    let changes: [Instant]

    /// The longest warm-up; a longer one is cut to it.
    public static let longestWarmUp = Span.days(31)

    /// An engine at the beginning of a run; see ``SimulationEngine/init(world:seed:warmUp:)``.
    ///
    /// - Parameter warmUp: cut to ``longestWarmUp``; less than nothing is nothing.
    public init(world: World, seed: UInt64, warmUp: Span) {
        self.world = world
        self.seed = seed
        let begin = (world.start - min(max(warmUp, .zero), Self.longestWarmUp)).startOfMinute
        let minute = world.minutes(at: begin)
        now = begin
        posts = world.posts.indices.map { PostRun(world, post: $0, seed: seed, from: minute) }
        reception = ReceptionRun(world, seed: seed, from: minute)
        roads = SisterRoads(world)
        changes = Self.changes(of: world)
        letIn = Array(repeating: [], count: world.posts.count)
        lastSaid = Array(repeating: nil, count: world.posts.count)
        publishWaits()
    }

    private static func changes(of world: World) -> [Instant] {
        let offsets = world.disruptions.flatMap { [$0.from, $0.to] } + world.timetable.map(\.at)
        return offsets.map { (world.start + $0).startOfMinute }.sorted()
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
            try step(to: min(moment, nextTick, timeOfNextAct ?? moment))
            doWhatIsDue()
        }
    }

    /// The first round ten minutes of the hour after now.
    var nextTick: Instant {
        let tick = World.tick.milliseconds
        let passed = (now - now.startOfHour).milliseconds
        return now.startOfHour + Span(milliseconds: (passed / tick + 1) * tick)
    }

    private mutating func step(to moment: Instant) throws(ConservationBreach) {
        let minute = world.minutes(at: moment)
        for index in posts.indices {
            letIn[index].removeAll(keepingCapacity: true)
            posts[index].advance(to: minute, letIn: &letIn[index])
        }
        for index in posts.indices {
            for party in posts[index].takeUnderway() { posts[party.post].receive(party) }
        }
        reception.advance(to: minute, letIn: letIn)
        let isTick = moment == nextTick
        now = moment
        if isTick { publishWaits() }
        if let breach = conservationBreach { throw breach }
    }

    /// Drivers learn the waits at sister posts once a tick.
    private mutating func publishWaits() {
        roads.publish(to: &posts)
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
        for index in posts.indices { posts[index].perform(act) }
        try reception.perform(act)
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
