/// One replication of a ``QueueSystem``.
///
/// Every class has its own streams for arrivals, service and patience, so that two systems that differ in
/// servers or room meet the same customers.
public struct QueueRun: Sendable {
    /// What became of a class since measuring began.
    public struct Outcome: Hashable, Sendable {
        /// How many came, those refused included.
        public var arrived = 0
        /// How many found the room full.
        public var refused = 0
        /// How many gave up waiting.
        public var gaveUp = 0
        /// How many services ended.
        public var ended = 0
        /// The waits of those whose service began.
        public var waits = Tally()
        /// The same waits, for their quantiles.
        public var histogram = WaitHistogram()
    }

    private var station: ServiceStation<QueueCustomer>
    private var model: QueueModel
    private var measuredSince = 0.0
    private var areas = (busy: 0.0, waiting: 0.0, open: 0.0)

    /// An empty system at time 0.
    ///
    /// - Parameters:
    ///   - seed: the same seed and replication give the same run to the last bit.
    ///   - replication: tells independent runs of one seed apart.
    public init(_ system: QueueSystem, seed: UInt64, replication: Int = 0) {
        station = ServiceStation(
            servers: system.servers, classes: system.classes.count, room: system.room,
            filler: QueueCustomer(line: 0, service: 0, patience: .infinity))
        model = QueueModel(system.classes, seed: seed, replication: replication)
    }

    /// Plays everything before `horizon`.
    public mutating func advance(to horizon: Double) { station.advance(to: horizon, &model) }

    /// Changes the number of servers now.
    public mutating func setServers(_ count: Int) { station.setServers(count, &model) }

    /// Forgets what was measured, such as during a warm-up; the system goes on as it is.
    public mutating func beginMeasuring() {
        for line in model.outcomes.indices { model.outcomes[line] = Outcome() }
        measuredSince = station.now
        areas = (station.busyTime, station.waitingTime, station.openTime)
    }

    /// What became of each class since measuring began.
    public var outcomes: [Outcome] { model.outcomes }
    /// The moment reached.
    public var now: Double { station.now }
    /// How many wait now.
    public var waiting: Int { station.waiting }
    /// How many services are under way now.
    public var busy: Int { station.busy }
    /// The mean number waiting since measuring began: L_q.
    public var meanWaiting: Double { (station.waitingTime - areas.waiting) / (now - measuredSince) }
    /// The mean number in service since measuring began.
    public var meanBusy: Double { (station.busyTime - areas.busy) / (now - measuredSince) }
    /// Server-time used by server-time offered since measuring began: ρ.
    public var utilisation: Double {
        (station.busyTime - areas.busy) / (station.openTime - areas.open)
    }
}

/// A customer of a textbook system. Service and patience are drawn on arrival, so that they are the customer's
/// own whatever the queue does.
struct QueueCustomer: Sendable {
    var line: Int
    var service: Double
    var patience: Double
}

struct QueueModel: StationModel, Sendable {
    private struct Source: Sendable {
        var law: QueueSystem.Class
        var arrivals, services, patience: RandomStream
        var next: Double

        mutating func goOn() {
            switch law.arrivals {
            case .apart(let time): next += time.draw(from: &arrivals)
            case .varying(let process):
                next = process.next(after: next, before: .infinity, from: &arrivals) ?? .infinity
            }
        }
    }

    var outcomes: [QueueRun.Outcome]
    private var sources: [Source]
    private var nextSource = 0
    private(set) var nextArrivalTime = Double.infinity

    init(_ classes: [QueueSystem.Class], seed: UInt64, replication: Int) {
        outcomes = Array(repeating: QueueRun.Outcome(), count: classes.count)
        sources = classes.enumerated().map { line, law in
            func stream(_ what: String) -> RandomStream {
                RandomStream(seed: seed, name: "queue/\(replication)/\(line)/\(what)")
            }
            var source = Source(
                law: law, arrivals: stream("arrivals"), services: stream("services"),
                patience: stream("patience"), next: 0)
            source.goOn()
            return source
        }
        findNext()
    }

    private mutating func findNext() {
        nextArrivalTime = .infinity
        for line in sources.indices where sources[line].next < nextArrivalTime {
            (nextSource, nextArrivalTime) = (line, sources[line].next)
        }
    }

    mutating func takeArrival() -> QueueCustomer {
        let line = nextSource
        outcomes[line].arrived += 1
        let customer = QueueCustomer(
            line: line, service: sources[line].law.service.draw(from: &sources[line].services),
            patience: sources[line].law.patience?.draw(from: &sources[line].patience) ?? .infinity)
        sources[line].goOn()
        findNext()
        return customer
    }

    func priority(of customer: QueueCustomer) -> Int { customer.line }

    func givesUp(_ customer: QueueCustomer, joinedAt time: Double) -> Double { time + customer.patience }

    func serviceTime(of customer: QueueCustomer, at time: Double) -> Double { customer.service }

    mutating func serviceBegan(_ customer: QueueCustomer, since: Double, at time: Double) {
        outcomes[customer.line].waits.add(time - since)
        outcomes[customer.line].histogram.add(time - since)
    }

    mutating func serviceEnded(_ customer: QueueCustomer, at time: Double) {
        outcomes[customer.line].ended += 1
    }

    mutating func refused(_ customer: QueueCustomer, at time: Double) { outcomes[customer.line].refused += 1 }

    mutating func gaveUp(_ customer: QueueCustomer, since: Double, at time: Double) {
        outcomes[customer.line].gaveUp += 1
    }
}
