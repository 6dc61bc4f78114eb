/// A queueing station: customers come, wait by priority class, first come first served within a class, and are
/// served by equal servers side by side (in Kendall's words G/G/c/K with non-preemptive priorities, reneging and a
/// number of servers that changes).
///
/// Who comes and how long service takes is the business of a ``StationModel``; the station keeps the line, the
/// servers and the order of events. It plays half-open stretches of time, `[now, horizon)`: what happens at
/// the horizon itself belongs to the next stretch, so however a run is cut, it is the same run. At one moment
/// services end before customers give up, and those before customers arrive.
public struct ServiceStation<Customer: Sendable>: Sendable {
    /// What becomes of the services under way when servers close.
    public enum Closing: String, Hashable, Sendable, CaseIterable {
        /// A server serves its customer to the end and then closes.
        case afterService = "after-service"
        /// The services begun last are broken off; their customers go to the head of the line and are served
        /// the rest later.
        case atOnce = "at-once"
    }

    struct Waiting: Sendable {
        var customer: Customer
        var since: Double
        var hasGoneAway = false
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

    /// How many can wait; those in service do not count.
    public let room: Int
    /// What becomes of services when servers close.
    public let closing: Closing
    /// The moment reached.
    public private(set) var now: Double
    /// Servers that take new customers.
    public internal(set) var servers: Int
    /// Services under way; more than ``servers`` while closing servers finish.
    public internal(set) var busy = 0
    /// How many wait, those interrupted included.
    public internal(set) var waiting = 0
    /// ∫ (services under way) dt since the beginning: server-time used.
    public private(set) var busyTime = 0.0
    /// ∫ (customers waiting) dt since the beginning.
    public private(set) var waitingTime = 0.0
    /// ∫ (servers open) dt since the beginning: server-time offered.
    public private(set) var openTime = 0.0

    var lines: [WaitingRing<Waiting>]
    var services = EventCalendar<Service>()
    /// Who gives up when: the class and the number in its line.
    var patience = EventCalendar<(line: Int, number: Int)>()
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
        let line = WaitingRing(filler: Waiting(customer: filler, since: start))
        lines = Array(repeating: line, count: max(1, classes))
    }
}

// MARK: - Playing

extension ServiceStation {
    /// Plays everything that happens before `horizon`, and brings ``now`` there.
    public mutating func advance<Model: StationModel>(to horizon: Double, _ model: inout Model)
    where Model.Customer == Customer {
        while true {
            let arrival = model.nextArrivalTime
            let end = services.nextTime
            let leaving = patience.nextTime
            if end <= arrival, end <= leaving {
                guard end < horizon else { break }
                passTime(to: end)
                endService(&model)
            } else if leaving <= arrival {
                guard leaving < horizon else { break }
                passTime(to: leaving)
                giveUp(&model)
            } else {
                guard arrival < horizon else { break }
                passTime(to: arrival)
                arrive(model.takeArrival(), &model)
            }
        }
        if horizon < .infinity { passTime(to: horizon) }
    }

    /// Changes the number of servers at ``now``.
    ///
    /// New servers take those who wait at once; what becomes of services when there are too many is ``closing``'s
    /// to say.
    public mutating func setServers<Model: StationModel>(_ count: Int, _ model: inout Model)
    where Model.Customer == Customer {
        servers = max(0, count)
        if closing == .atOnce { interruptServices() }
        while busy < servers, takeNext(&model) {}
    }

    @inline(__always)
    private mutating func passTime(to time: Double) {
        let passed = max(0, time - now)
        busyTime += Double(busy) * passed
        waitingTime += Double(waiting) * passed
        openTime += Double(servers) * passed
        now = max(now, time)
    }

    @inline(__always)
    private mutating func arrive<Model: StationModel>(_ customer: Customer, _ model: inout Model)
    where Model.Customer == Customer {
        if busy < servers {
            busy &+= 1
            begin(customer, since: now, &model)
        } else if waiting < room {
            join(customer, model)
        } else {
            model.refused(customer, at: now)
        }
    }

    private mutating func join<Model: StationModel>(_ customer: Customer, _ model: Model)
    where Model.Customer == Customer {
        let line = min(max(0, model.priority(of: customer)), lines.count - 1)
        let leaving = model.givesUp(customer, joinedAt: now)
        if leaving < .infinity { patience.schedule((line, lines[line].nextNumber), at: max(now, leaving)) }
        lines[line].append(Waiting(customer: customer, since: now))
        waiting &+= 1
    }

    private mutating func begin<Model: StationModel>(
        _ customer: Customer, since: Double, _ model: inout Model
    ) where Model.Customer == Customer {
        model.serviceBegan(customer, since: since, at: now)
        let time = now + max(0, model.serviceTime(of: customer, at: now))
        services.schedule(Service(customer: customer, since: since, began: now), at: time)
    }

    @inline(__always)
    private mutating func endService<Model: StationModel>(_ model: inout Model)
    where Model.Customer == Customer {
        guard let (time, service) = services.takeNext() else { return }
        busy &-= 1
        model.serviceEnded(service.customer, at: time)
        if busy < servers, waiting > 0 { _ = takeNext(&model) }
    }

    /// Takes the next in line into service, if there is one.
    private mutating func takeNext<Model: StationModel>(_ model: inout Model) -> Bool
    where Model.Customer == Customer {
        if let one = interrupted.popLast() {
            waiting &-= 1
            busy &+= 1
            services.schedule(
                Service(customer: one.customer, since: one.since, began: now), at: now + one.rest)
            return true
        }
        for line in lines.indices {
            while !lines[line].isEmpty {
                let next = lines[line].removeFirst()
                if next.hasGoneAway { continue }
                waiting &-= 1
                busy &+= 1
                begin(next.customer, since: next.since, &model)
                return true
            }
        }
        return false
    }

    private mutating func giveUp<Model: StationModel>(_ model: inout Model)
    where Model.Customer == Customer {
        guard let (time, place) = patience.takeNext(), lines[place.line].holds(place.number) else { return }
        let one = lines[place.line][place.number]
        lines[place.line][place.number].hasGoneAway = true
        waiting &-= 1
        model.gaveUp(one.customer, since: one.since, at: time)
    }

    /// Breaks off the services begun last until no more are under way than there are servers.
    private mutating func interruptServices() {
        guard busy > servers else { return }
        var running: [(time: Double, service: Service)] = []
        while let next = services.takeNext() { running.append((next.time, next.event)) }
        running.sort { ($0.service.began, $0.time) < ($1.service.began, $1.time) }
        for (time, service) in running.dropFirst(servers).reversed() {
            interrupted.append(
                Interrupted(customer: service.customer, since: service.since, rest: time - now))
            busy -= 1
            waiting += 1
        }
        for (time, service) in running.prefix(servers) { services.schedule(service, at: time) }
    }
}

// MARK: - Looking in

extension ServiceStation {
    /// Everybody in the station: waiting, interrupted and in service, in no particular order.
    public func forEachCustomer(_ visit: (Customer) -> Void) {
        for line in lines {
            for number in line.headNumber..<line.nextNumber where !line[number].hasGoneAway {
                visit(line[number].customer)
            }
        }
        for one in interrupted { visit(one.customer) }
        for service in services.events { visit(service.customer) }
    }
}
