/// First come, first served by several servers, on given times of arrival and service: what a measured list of
/// vehicles becomes when more or fewer lanes are open.
public enum TraceQueue {
    /// One who comes.
    public struct Customer: Hashable, Sendable {
        /// When they come.
        public var arrival: Double
        /// How long their service takes, in the same unit.
        public var service: Double

        /// - Parameters:
        ///   - arrival: a finite time.
        ///   - service: a finite time of 0 or more.
        public init(arrival: Double, service: Double) {
            self.arrival = arrival
            self.service = service
        }
    }

    /// When a customer's service starts and ends.
    public struct Times: Hashable, Sendable {
        /// When service starts.
        public var start: Double
        /// When service ends.
        public var departure: Double
    }

    /// Start and departure of every customer, in the order of the list.
    ///
    /// Customers are served in the order of their arrival times; of those who come at one moment, the one that
    /// stands first in the list is first.
    ///
    /// - Parameter servers: at least 1; with none nobody is ever served, and all times are infinity.
    public static func play(_ customers: [Customer], servers: Int) -> [Times] {
        var model = TraceModel(customers)
        var station = ServiceStation<Int>(servers: servers, filler: 0, start: -.greatestFiniteMagnitude)
        station.advance(to: .infinity, &model)
        return model.times
    }
}

/// A customer is known by the place in the list.
struct TraceModel: StationModel, Sendable {
    private(set) var times: [TraceQueue.Times]
    private let customers: [TraceQueue.Customer]
    /// The customers' places in the list, in the order they come.
    private let order: [Int]
    private var taken = 0

    init(_ customers: [TraceQueue.Customer]) {
        self.customers = customers
        let never = TraceQueue.Times(start: .infinity, departure: .infinity)
        times = Array(repeating: never, count: customers.count)
        let isSorted = zip(customers, customers.dropFirst()).allSatisfy { $0.arrival <= $1.arrival }
        order =
            isSorted
            ? Array(customers.indices)
            : customers.indices.sorted { (customers[$0].arrival, $0) < (customers[$1].arrival, $1) }
    }

    var nextArrivalTime: Double { taken < order.count ? customers[order[taken]].arrival : .infinity }

    mutating func takeArrival() -> Int {
        defer { taken += 1 }
        return order[taken]
    }

    func serviceTime(of customer: Int, at time: Double) -> Double { customers[customer].service }

    mutating func serviceBegan(_ customer: Int, since: Double, at time: Double) {
        times[customer].start = time
    }

    mutating func serviceEnded(_ customer: Int, at time: Double) { times[customer].departure = time }
}
