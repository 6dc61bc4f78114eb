/// M/M/c/K, the plainest of queues, on the station that the border posts use: exponential times between arrivals and
/// of service. It proves the kernel against closed forms, and is what its speed is measured on.
public struct MarkovQueue: StationModel, Sendable {
    /// When the next customer comes; infinity when all have come.
    public private(set) var nextArrivalTime: Double
    /// How many have come, those refused included.
    public private(set) var arrived = 0
    /// How many found the room full.
    public private(set) var refused = 0
    /// How many services have begun.
    public private(set) var begun = 0
    /// How many services have ended.
    public private(set) var ended = 0
    /// The sum of the waits of all whose service began.
    public private(set) var waited = 0.0

    private var arrivals: RandomStream
    private var services: RandomStream
    private let timeBetween: Double
    private let serviceMean: Double
    private let customers: Int

    /// - Parameters:
    ///   - timeBetween: the mean time between arrivals; above 0.
    ///   - serviceMean: the mean time of service, in the same unit.
    ///   - customers: how many come in all.
    ///   - name: tells replications of one seed apart.
    public init(
        timeBetween: Double, serviceMean: Double, customers: Int = .max, seed: UInt64, name: String = ""
    ) {
        arrivals = RandomStream(seed: seed, name: "\(name)/arrivals")
        services = RandomStream(seed: seed, name: "\(name)/services")
        self.timeBetween = timeBetween
        self.serviceMean = serviceMean
        self.customers = customers
        nextArrivalTime = customers > 0 ? arrivals.exponential(mean: timeBetween) : .infinity
    }

    /// Plays `customers` through M/M/c at the given load from the first arrival to the last departure.
    ///
    /// - Parameters:
    ///   - load: arrival rate by what all servers together can serve; above 0.
    public static func play(servers: Int, load: Double, customers: Int, seed: UInt64) -> MarkovQueue {
        var queue = MarkovQueue(
            timeBetween: 1 / (load * Double(servers)), serviceMean: 1, customers: customers, seed: seed)
        var station = ServiceStation<Double>(servers: servers, filler: 0)
        station.advance(to: .infinity, &queue)
        return queue
    }

    /// Events in the field's sense: arrivals and ends of service.
    public var events: Int { arrived + ended }

    /// The customer is known by the time of arrival.
    public mutating func takeArrival() -> Double {
        let time = nextArrivalTime
        arrived &+= 1
        nextArrivalTime = arrived < customers ? time + arrivals.exponential(mean: timeBetween) : .infinity
        return time
    }

    /// An exponential time.
    public mutating func serviceTime(of customer: Double, at time: Double) -> Double {
        services.exponential(mean: serviceMean)
    }

    /// Counts the wait.
    public mutating func serviceBegan(_ customer: Double, since: Double, at time: Double) {
        begun &+= 1
        waited += time - since
    }

    /// Counts the end.
    public mutating func serviceEnded(_ customer: Double, at time: Double) { ended &+= 1 }

    /// Counts the refusal.
    public mutating func refused(_ customer: Double, at time: Double) { refused &+= 1 }
}
