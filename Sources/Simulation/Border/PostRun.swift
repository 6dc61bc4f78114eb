import Situation

/// A post in a run.
///
/// Times are minutes since the world's start, negative in the warm-up. A post plays by itself up to a moment;
/// what leaves it for another post is taken from it and handed on by the engine between steps of at most
/// ``World/tick``.
struct PostRun: Sendable {
    private(set) var plan: PostPlan
    private(set) var now: Double
    private(set) var incoming: SideRun
    private(set) var outgoing: SideRun
    /// The expected waits for each direction and means of travel, to be published to those whose sister it is; kept
    /// up only where there are such.
    private(set) var expectedWaits = ExpectedWaits()
    private var diverter: Diverter
    /// When lanes or slowness may change by themselves next.
    private var nextChange = -Double.infinity
    /// Room for what nobody asked for.
    private var unseen: [LetIn] = []

    /// A post of a world at the beginning of a run. Many runs of one world share a ``PostPlan`` instead.
    init(_ world: World, post index: Int, seed: UInt64, from start: Double) {
        self.init(PostPlan(world, post: index), seed: seed, from: start)
    }

    /// A post at the beginning of a run.
    ///
    /// - Parameter start: minutes since the world's start; negative for a warm-up.
    init(_ plan: PostPlan, seed: UInt64, from start: Double) {
        self.plan = plan
        now = start
        diverter = Diverter(plan)
        let scales = plan.flows.map { $0.drawScale(seed: seed) }
        incoming = SideRun(plan.incoming, plan, scales: scales, seed: seed, from: start)
        outgoing = SideRun(plan.outgoing, plan, scales: scales, seed: seed, from: start)
        settle()
        reckonWaits()
    }

    /// Plays everything before `minute`. Parties let into the country who may need a bed are appended in order
    /// of time.
    mutating func advance(to minute: Double, letIn: inout [LetIn]) {
        while now < minute {
            let next = min(minute, nextChange)
            incoming.advance(to: next, diverter, letIn: &letIn)
            outgoing.advance(to: next, diverter, letIn: &unseen)
            now = next
            if now >= nextChange { settle() }
        }
        reckonWaits()
    }

    private mutating func settle() {
        incoming.settle(plan, at: now)
        outgoing.settle(plan, at: now)
        nextChange = plan.nextChange(after: now)
    }

    /// A party from a sister post comes at `party.arrives`, which is not before the moment reached.
    mutating func receive(_ party: Underway) {
        switch party.direction {
        case .in: incoming.receive(party)
        case .out: outgoing.receive(party)
        }
    }

    /// Parties that went on to sister posts since this was last asked, in order of the time they left.
    mutating func takeUnderway() -> [Underway] {
        guard !plan.sisters.isEmpty else { return [] }
        var list: [(left: Double, party: Underway)] = []
        incoming.takeAway(into: &list)
        outgoing.takeAway(into: &list)
        guard !list.isEmpty else { return [] }
        return list.sorted { $0.left < $1.left }.map(\.party)
    }

    /// Does what concerns this post at the moment reached. Acts for others are passed over.
    mutating func perform(_ act: SimulatedAct) {
        switch act {
        case .staffLanes(plan.id, let direction, let lanes): change(direction) { $0.staff(lanes.count) }
        case .followRoster(plan.id, let direction): change(direction) { $0.staff(nil) }
        case .closePost(plan.id, let direction): change(direction) { $0.close(true) }
        case .openPost(plan.id, let direction): change(direction) { $0.close(false) }
        case .divert(plan.id, let sister, let share):
            diverter.order(share, to: sister)
            incoming.setOrders(!diverter.orders.isEmpty)
            outgoing.setOrders(!diverter.orders.isEmpty)
        default: break
        }
    }

    /// One more stretch of time in which the post cannot work as it should.
    mutating func disrupt(_ limit: PostPlan.Limit) {
        plan.add(limit)
        settle()
        reckonWaits()
    }

    private mutating func change(_ direction: Direction, _ change: (inout SideRun) -> Void) {
        switch direction {
        case .in: change(&incoming)
        case .out: change(&outgoing)
        }
        settle()
        reckonWaits()
    }

    // MARK: Waits

    private mutating func reckonWaits() {
        guard plan.isSister else { return }
        incoming.write(&expectedWaits)
        outgoing.write(&expectedWaits)
    }

    /// How long one who joins now can expect to wait, by the channel's queue and its lanes; infinity while shut.
    func expectedWait(_ direction: Direction, _ mode: TravelMode) -> Double {
        side(direction).expectedWait(mode)
    }

    /// Tells the post what a sister's waits are, by the order of ``PostPlan/sisters``; used until told anew.
    mutating func publish(_ waits: ExpectedWaits, ofSister index: Int) {
        diverter.publish(waits, ofSister: index)
    }

    func side(_ direction: Direction) -> SideRun {
        switch direction {
        case .in: incoming
        case .out: outgoing
        }
    }

    // MARK: Looking in

    /// What happened since this was last asked, and how it stands.
    mutating func takeInterval() -> (incoming: PostInterval, outgoing: PostInterval) {
        (incoming.takeInterval(at: now), outgoing.takeInterval(at: now))
    }
}

extension PostPlan {
    /// When lanes or slowness may change by themselves after `minute`.
    func nextChange(after minute: Double) -> Double {
        limits.reduce(grid.nextHour(after: minute)) { next, limit in
            let edges = [limit.from, limit.to].filter { $0 > minute }
            return min(next, edges.min() ?? .infinity)
        }
    }
}
