/// A queueing station: customers come, wait by priority class, first come first served within a class, and are
/// served by equal servers side by side (in Kendall's words G/G/c/K with non-preemptive priorities, reneging and a
/// number of servers that changes).
///
/// Who comes and how long service takes is the business of a ``StationModel``; the station keeps the line, the
/// servers and the order of events. It plays half-open stretches of time, `[now, horizon)`: what happens at
/// the horizon itself belongs to the next stretch, so however a run is cut, it is the same run to the last bit.
/// At one moment services end before customers give up, and those before customers arrive.
public struct ServiceStation<Customer: Sendable>: Sendable {
    /// What becomes of the services under way when servers close.
    public enum Closing: String, Hashable, Sendable, CaseIterable {
        /// A server serves its customer to the end and then closes.
        case afterService = "after-service"
        /// The services begun last are broken off; their customers go to the head of the line and are served
        /// the rest later.
        case atOnce = "at-once"
    }

    struct Service: Sendable {
        var customer: Customer
        var since: Double
        var began: Double
    }

    /// One whose service was broken off, with the time it still takes.
    struct Interrupted: Sendable {
        var customer: Customer
        var since: Double
        var rest: Double
    }

    /// Who may give up: the class and the ticket in its line.
    struct Patience: Sendable {
        var line: Int
        var ticket: Int
    }

    /// How many can wait; those in service do not count. Those whose service was broken off wait too, even
    /// beyond the room.
    public let room: Int
    /// What becomes of services when servers close.
    public let closing: Closing
    /// The moment reached.
    public internal(set) var now: Double
    /// Servers that take new customers.
    public internal(set) var servers: Int
    /// Services under way; more than ``servers`` while closing servers finish.
    public internal(set) var busy = 0
    /// How many wait, those interrupted included.
    public internal(set) var waiting = 0

    var busyArea, waitingArea, openArea: StepArea
    var lines: [ClassLine<Customer>]
    var services = EventCalendar<Service>()
    /// Who gives up when; some in it are not waiting any more.
    var patience = EventCalendar<Patience>()
    /// The next to be served the rest stands last.
    var interrupted: [Interrupted] = []

    /// An empty station at time `start`.
    ///
    /// - Parameters:
    ///   - servers: fewer than none counts as none.
    ///   - classes: how many priority classes there are, at least one.
    ///   - room: how many can wait.
    ///   - filler: any customer; it fills unused memory and is never served.
    public init(
        servers: Int, classes: Int = 1, room: Int = .max, closing: Closing = .afterService,
        filler: Customer, start: Double = 0
    ) {
        self.servers = max(0, servers)
        self.room = max(0, room)
        self.closing = closing
        now = start
        busyArea = StepArea(since: start)
        waitingArea = busyArea
        openArea = busyArea
        lines = Array(repeating: ClassLine(filler: filler), count: max(1, classes))
    }
}

// MARK: - Looking in

extension ServiceStation {
    /// ∫ (services under way) dt since the beginning: server-time used.
    public var busyTime: Double { busyArea.upTo(now, height: busy) }
    /// ∫ (customers waiting) dt since the beginning.
    public var waitingTime: Double { waitingArea.upTo(now, height: waiting) }
    /// ∫ (servers open) dt since the beginning: server-time offered.
    public var openTime: Double { openArea.upTo(now, height: servers) }

    /// Everybody in the station: waiting, interrupted and in service, in no particular order.
    public func forEachCustomer(_ visit: (Customer) -> Void) {
        for line in lines { line.forEach { visit($0.customer) } }
        for one in interrupted { visit(one.customer) }
        for service in services.events { visit(service.customer) }
    }
}
