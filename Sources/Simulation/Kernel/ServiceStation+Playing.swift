extension ServiceStation {
    /// Plays everything that happens before `horizon`, and brings ``now`` there; at a horizon of infinity it
    /// stays at the last event.
    public mutating func advance<Model: StationModel>(to horizon: Double, _ model: inout Model)
    where Model.Customer == Customer {
        while true {
            let arrival = model.nextArrivalTime
            let end = services.nextTime
            let leaving = patience.nextTime
            // Written so that a time of arrival that is no number is later than everything.
            if !(arrival < end), !(leaving < end) {
                guard end < horizon else { break }
                passTime(to: end)
                endService(&model)
            } else if !(arrival < leaving) {
                guard leaving < horizon else { break }
                passTime(to: leaving)
                giveUp(&model)
            } else {
                guard arrival < horizon else { break }
                passTime(to: arrival)
                if model.turnsAway(busy: busy, servers: servers) { continue }
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
        openArea.step(at: now, from: servers)
        servers = max(0, count)
        if closing == .atOnce { interruptServices() }
        while busy < servers, let next = nextService(&model) { start(next) }
    }

    @inline(__always)
    private mutating func passTime(to time: Double) {
        if time > now { now = time }
    }

    @inline(__always)
    private mutating func arrive<Model: StationModel>(_ customer: Customer, _ model: inout Model)
    where Model.Customer == Customer {
        if busy < servers {
            start(begin(customer, since: now, &model))
        } else if waiting < room {
            join(customer, model)
        } else {
            model.refused(customer, at: now)
        }
    }

    @inline(__always)
    private mutating func join<Model: StationModel>(_ customer: Customer, _ model: Model)
    where Model.Customer == Customer {
        let line = min(max(0, model.priority(of: customer)), lines.count - 1)
        let leaving = model.givesUp(customer, joinedAt: now)
        waitingArea.step(at: now, from: waiting)
        waiting &+= 1
        let ticket = lines[line].join(customer, since: now)
        if leaving < .infinity { expect(Patience(line: line, ticket: ticket), until: max(now, leaving)) }
    }

    @inline(__always)
    private mutating func start(_ next: (service: Service, end: Double)) {
        busyArea.step(at: now, from: busy)
        busy &+= 1
        services.schedule(next.service, at: next.end)
    }

    @inline(__always)
    private mutating func begin<Model: StationModel>(
        _ customer: Customer, since: Double, _ model: inout Model
    ) -> (service: Service, end: Double) where Model.Customer == Customer {
        model.serviceBegan(customer, since: since, at: now)
        let time = model.serviceTime(of: customer, at: now)
        return (Service(customer: customer, since: since, began: now), now + (time > 0 ? time : 0))
    }

    @inline(__always)
    private mutating func endService<Model: StationModel>(_ model: inout Model)
    where Model.Customer == Customer {
        guard let service = services.next else { return }
        model.serviceEnded(service.customer, at: now)
        if busy <= servers, let next = nextService(&model) {
            services.replaceNext(by: next.service, at: next.end)
        } else {
            services.removeNext()
            busyArea.step(at: now, from: busy)
            busy &-= 1
        }
    }

    /// Takes the next in line, if there is one, for a server that has become free.
    @inline(__always)
    private mutating func nextService<Model: StationModel>(
        _ model: inout Model
    ) -> (service: Service, end: Double)? where Model.Customer == Customer {
        guard waiting > 0 else { return nil }
        waitingArea.step(at: now, from: waiting)
        waiting &-= 1
        if let one = interrupted.popLast() {
            return (Service(customer: one.customer, since: one.since, began: now), now + one.rest)
        }
        for line in lines.indices {
            if let next = lines[line].takeFirst() { return begin(next.customer, since: next.since, &model) }
        }
        return nil
    }
}

// MARK: - Giving up

extension ServiceStation {
    private mutating func expect(_ one: Patience, until time: Double) {
        // Those served in time are still in the calendar. Before they outnumber the others it is cleared of
        // them, so that memory follows the number who wait.
        if patience.count > 64, patience.count > 2 * waiting {
            patience.remove { [lines] in !lines[$0.line].holds($0.ticket) }
        }
        patience.schedule(one, at: time)
    }

    private mutating func giveUp<Model: StationModel>(_ model: inout Model)
    where Model.Customer == Customer {
        guard let (_, one) = patience.takeNext(), let place = lines[one.line].leave(one.ticket) else {
            return
        }
        waitingArea.step(at: now, from: waiting)
        waiting &-= 1
        model.gaveUp(place.customer, since: place.since, at: now)
    }
}

// MARK: - Breaking off

extension ServiceStation {
    /// Breaks off the services begun last until no more are under way than there are servers.
    private mutating func interruptServices() {
        guard busy > servers else { return }
        var running: [(end: Double, service: Service)] = []
        while let next = services.takeNext() { running.append((next.time, next.event)) }
        let byBeginning = running.indices.sorted {
            // Of those begun at one moment the ones that end first stay.
            (running[$0].service.began, $0) < (running[$1].service.began, $1)
        }
        busyArea.step(at: now, from: busy)
        waitingArea.step(at: now, from: waiting)
        for index in byBeginning.dropFirst(servers).reversed() {
            let (end, service) = running[index]
            interrupted.append(
                Interrupted(customer: service.customer, since: service.since, rest: max(0, end - now)))
            busy -= 1
            waiting += 1
        }
        // Put back in the order they had, so that ends at one moment keep it.
        for index in byBeginning.prefix(servers).sorted() {
            services.schedule(running[index].service, at: running[index].end)
        }
    }
}
