extension CohortCrowd {
    /// How finely a day is cut where camps fill: pieces for the room between nearly full and full.
    private static let fineness = 8.0
    /// How finely at most where a camp may come to turn people away.
    private static let finenessAtMark = 16.0
    /// Into how many pieces a day is cut at all; neighbours are put together where it does no harm.
    private static let mostPieces = 64
    /// Into how many parts a day's way is divided to tell those who come to a place early from the late.
    private static let partsOfDay = 16.0
    /// Fewer people than this share of all are told apart half as finely, on days that are not cut.
    private static let shareOfFew = 0.0005
    /// Ways of a day beyond this many parts, on very fast ways only, are one part.
    static let mostParts = 32

    /// Moves everybody who is on a way.
    ///
    /// Flee moves one agent after another, so that each sees the camps as full as those before have made them.
    /// Where that matters the cohorts travel in equal pieces, each of which sees the camps as they will be in
    /// its middle; where no camp is near full, one piece is all.
    mutating func travel(_ map: DisplacementMap) {
        isTravelling = true
        defer { isTravelling = false }
        swap(&rides, &today)
        rides.removeAll(keepingCapacity: true)
        countComing(map)
        let pieces = piecesNeeded(map, left: 1) > 1 ? Self.mostPieces : 1
        for place in limited { expected[place] = awaited[place] / Double(2 * pieces) }
        var cuts: [Double] = []
        deals.removeAll(keepingCapacity: true)
        if pieces > 1 {
            letPassUncut(map)
            var riding = ActingOrder.Spread()
            for ride in today {
                riding += ride.shares * Float(ride.count)
                deals.append(ActingOrder.Deal(phase: stream.uniform()))
            }
            cuts = order.cuts(of: riding, into: pieces)
        }
        few = pieces > 1 ? 0 : Self.shareOfFew * Double(people)
        let kept = tonight.histories.count
        var done = 0
        while done < pieces {
            // As soon as nothing more hangs on who is first, the rest travel together.
            let left = pieces - done
            let needed = piecesNeeded(map, left: Double(left) / Double(pieces))
            let step = min(left, max(1, Int(Double(pieces) / needed)))
            if pieces > 1 {
                let part = order.piece(from: cuts[done], to: cuts[done + step])
                cut(part, isLast: step == left)
            } else {
                swap(&wave, &today)
            }
            for place in limited { expected[place] *= Double(step) }
            let before = pieces > 1 ? limited.map { here[$0] } : []
            lookForRoom(map)
            for index in inbound.indices { inbound[index] = 0 }
            passLegs(map)
            for (place, count) in zip(limited, before) {
                expected[place] = Double(here[place] - count) / Double(2 * step)
            }
            tonight.histories.forget(keeping: kept)
            done += step
        }
        today.removeAll(keepingCapacity: true)
        for index in expected.indices { expected[index] = 0 }
    }

    /// The people of one piece of the line are the next wave.
    private mutating func cut(_ piece: ActingOrder.Spread, isLast: Bool) {
        for index in today.indices {
            let (count, shares) = deals[index].next(
                of: today[index].count, today[index].shares, in: piece, isLast: isLast)
            guard count > 0 else { continue }
            var part = today[index]
            part.count = count
            part.shares = shares
            wave.append(part)
        }
    }

    /// Lets those go in the first wave, uncut, who neither come to a camp that may fill today nor to a place from
    /// where people go there: for them it does not matter who is first.
    private mutating func letPassUncut(_ map: DisplacementMap) {
        for place in map.places.indices { distanceToSight[place] = .infinity }
        for place in map.places.indices { isChanging[place] = false }
        for place in limited { isChanging[place] = piecesNeeded(place, map, left: 1) > 1 }
        for place in map.places.indices {
            guard isChanging[place] || planner.leads(from: place, to: isChanging, map) else { continue }
            distanceToSight[place] = 0
        }
        let speed = map.links.reduce(map.settings.maxMoveSpeed) { max($0, $1.speed) }
        var isChanged = true
        while isChanged {
            isChanged = false
            for link in map.links where !link.isClosed && link.kilometres < speed {
                let distance = link.kilometres + distanceToSight[Int(link.to)]
                guard distance < distanceToSight[Int(link.from)] else { continue }
                distanceToSight[Int(link.from)] = distance
                isChanged = true
            }
        }
        var kept = 0
        for index in today.indices {
            let ride = today[index]
            let link = map.links[Int(ride.link)]
            let place = Int(link.isClosed ? link.from : link.to)
            let moved = link.kilometres - ride.kilometres
            let hangs =
                ride.kilometres + link.speed > link.kilometres
                && (moved + distanceToSight[place] < speed || isChanging[place]
                    || ride.route != 0 && isChanging[Int(planner.book.end[Int(ride.route)])])
            if hangs {
                today[kept] = ride
                kept += 1
            } else {
                wave.append(ride)
            }
        }
        today.removeSubrange(kept...)
    }

    /// How many equal pieces a whole day would be cut into for what is left of it: so many that no piece fills
    /// much of the room between nearly full and full, and more where a camp may come to turn people away.
    private func piecesNeeded(_ map: DisplacementMap, left: Double) -> Double {
        limited.reduce(1) { max($0, piecesNeeded($1, map, left: left)) }
    }

    private func piecesNeeded(_ place: Int, _ map: DisplacementMap, left: Double) -> Double {
        let capacity = Double(map.places[place].capacity) * map.settings.capacityScaling
        let nearly = map.settings.capacityBuffer * capacity
        let now = Double(here[place])
        let later = now + awaited[place] * left
        guard awaited[place] > 0, capacity >= 1, now < capacity, later > nearly else { return 0 }
        let pieces = Self.fineness * awaited[place] / max(capacity - nearly, 1)
        guard here[place] <= mark[place], later > Double(mark[place]) else { return pieces }
        // Half of the way to the mark at each step.
        let steps = 2 * awaited[place] / Double(mark[place] - here[place] + 1)
        return max(pieces, min(steps, Self.finenessAtMark))
    }

    /// Estimates how many come to each place today: those whose way or route ends there today, and at least as many as
    /// came the day before.
    private mutating func countComing(_ map: DisplacementMap) {
        awaited.removeAll(keepingCapacity: true)
        awaited.append(contentsOf: arrivalsBefore.lazy.map(Double.init))
        for index in coming.indices { coming[index] = 0 }
        for ride in today {
            var link = map.links[Int(ride.link)]
            guard ride.kilometres + link.speed > link.kilometres, !link.isClosed else { continue }
            coming[Int(link.to)] += ride.count
            var moved = link.kilometres - ride.kilometres
            var route = ride.route
            while route != 0, moved < link.speed,
                let next = planner.step(from: Int(link.to), along: route, map)
            {
                link = map.links[Int(next)]
                guard link.speed > link.kilometres else { break }
                moved += link.kilometres
                coming[Int(link.to)] += ride.count
                route = planner.book.rest[Int(route)]
            }
        }
        for index in awaited.indices { awaited[index] = max(awaited[index], Double(coming[index])) }
    }

    /// Leg after leg until everybody rests: those with the shorter way behind them go on first, so that all who
    /// come to a place with about the same way are one stop, however many legs they had.
    private mutating func passLegs(_ map: DisplacementMap) {
        earliest = 0
        for ride in wave { advance(ride, legs: 1, map) }
        wave.removeAll(keepingCapacity: true)
        for part in pending.indices {
            earliest = part
            var position = 0
            // A leg shorter than a part comes to the same part again.
            while position < pending[part].count {
                let index = Int(pending[part][position])
                position += 1
                let legs = stops[index].legs + 1
                goOn(withdraw(index), map)
                swap(&wave, &rides)
                for ride in wave { advance(ride, legs: legs, map) }
                wave.removeAll(keepingCapacity: true)
            }
            pending[part].removeAll(keepingCapacity: true)
        }
        stops.removeAll(keepingCapacity: true)
        earliest = 0
    }

    /// Takes a stop out of those who may still be joined.
    private mutating func withdraw(_ index: Int) -> Stop {
        let stop = stops[index]
        let head = Int(stop.place) * Self.mostParts + Int(stop.part)
        if stopHeads[head] == Int32(index) {
            stopHeads[head] = stop.next
        } else {
            var before = Int(stopHeads[head])
            while stops[before].next != Int32(index) { before = Int(stops[before].next) }
            stops[before].next = stop.next
        }
        return stop
    }

    // MARK: - On the way

    private mutating func advance(_ ride: Ride, legs: Int32, _ map: DisplacementMap) {
        let link = map.links[Int(ride.link)]
        let speed =
            ride.isFresh && map.settings.startsOnFoot ? map.settings.maxWalkSpeed : link.speed
        guard link.walkProbability > 0 else { return advance(ride, at: speed, link, legs, map) }
        var walking = ride
        var driving = ride
        walking.count = BinomialLaw.draw(ride.count, chance: link.walkProbability, from: &stream)
        driving.count -= walking.count
        if walking.count > 0 { advance(walking, at: map.settings.maxWalkSpeed, link, legs, map) }
        if driving.count > 0 { advance(driving, at: speed, link, legs, map) }
    }

    private mutating func advance(
        _ ride: Ride, at speed: Double, _ link: DisplacementMap.Link, _ legs: Int32, _ map: DisplacementMap
    ) {
        let kilometres = ride.kilometres + speed
        var moved = ride.moved + speed
        guard kilometres > link.kilometres else {
            let cohort = tomorrow.riding(
                ride.link, kilometres: kilometres, route: ride.route, isFresh: ride.isFresh)
            return rest(
                ride.count, ride.shares, from: ride.history, moved: moved, limit: 0, in: cohort, map)
        }
        moved += link.kilometres - kilometres
        let place = link.isClosed ? link.from : link.to
        here[Int(place)] += ride.count
        if !link.isClosed {
            arrivals[Int(place)] += ride.count
            if ride.isPledged, ride.route == 0 { inbound[Int(place)] -= ride.count }
        }
        if link.isClosed || moved >= speed || legs >= Self.mostLegs || map.places[Int(place)].isGate {
            let group = Group(
                place: place, route: ride.route, moved: moved, history: ride.history, isFresh: false,
                shares: ride.shares)
            let isGate = map.places[Int(place)].isGate
            return stay(ride.count, group, route: isGate ? 0 : ride.route, map)
        }
        stop(ride, at: place, moved: moved, legs: legs, map)
    }

    /// Gathers those who come to a place with about the same way behind them today.
    private mutating func stop(
        _ ride: Ride, at place: Int32, moved: Double, legs: Int32, _ map: DisplacementMap
    ) {
        let share = moved / map.settings.maxMoveSpeed * Self.partsOfDay
        var part = Int(min(share, Double(Self.mostParts - 1)))
        if Double(ride.count) < few { part |= 1 }
        // A part that has passed is not played again.
        part = max(part, earliest)
        let head = Int(place) * Self.mostParts + part
        var index = stopHeads[head]
        while index >= 0 {
            let found = Int(index)
            if stops[found].route == ride.route {
                mix(ride, into: found, map)
                stops[found].join(ride, moved: moved, legs: legs)
                return
            }
            index = stops[found].next
        }
        pending[part].append(Int32(stops.count))
        let next = stopHeads[head]
        stopHeads[head] = Int32(stops.count)
        stops.append(
            Stop(
                place: place, route: ride.route, part: Int32(part), way: moved * Double(ride.count),
                count: ride.count, spread: ride.shares * Float(ride.count),
                pledged: ride.isPledged ? ride.count : 0, history: ride.history, isMixed: false, legs: legs,
                next: next))
    }

    private mutating func mix(_ ride: Ride, into index: Int, _ map: DisplacementMap) {
        let stop = stops[index]
        guard map.settings.avoidsShortStints, stop.history != ride.history || stop.isMixed else { return }
        if !stop.isMixed {
            let mixed = tonight.histories.make()
            tonight.histories.mix(Double(stop.count), of: Int(stop.history), limit: 0, share: 1, into: mixed)
            stops[index].history = Int32(mixed)
            stops[index].isMixed = true
        }
        tonight.histories.mix(
            Double(ride.count), of: Int(ride.history), limit: 0, share: 1, into: Int(stops[index].history))
    }

    /// People who came to a place within the day decide again.
    private mutating func goOn(_ stop: Stop, _ map: DisplacementMap) {
        let group = Group(
            place: stop.place, route: stop.route, moved: stop.moved, history: stop.history, isFresh: false,
            shares: stop.spread / Float(stop.count))
        if stop.route != 0 { return leave(stop.count, pledged: stop.pledged, group, map) }
        let place = map.places[Int(stop.place)]
        let chance = min(max(map.moveChance(Int(stop.place)), 0), 1)
        guard place.isTown, map.settings.avoidsShortStints else {
            let leaving = BinomialLaw.draw(stop.count, chance: chance, from: &stream)
            stay(stop.count - leaving, group, route: 0, map)
            if leaving > 0 { leave(leaving, group, map) }
            return
        }
        avoidShortStint(stop, group, chance, map)
    }

    /// Those who moved less than a day's way over two days go on from a town in any case.
    private mutating func avoidShortStint(
        _ stop: Stop, _ group: Group, _ chance: Double, _ map: DisplacementMap
    ) {
        // A hair below, so that what is exactly a day's way in whole kilometres is not taken for less.
        let limit = 1 - stop.moved / map.settings.maxMoveSpeed - 1e-9
        let history = Int(stop.history)
        let all = tonight.histories.total(history)
        let short = all > 0 ? tonight.histories.sum(history, below: limit) / all : 1
        let leaving = BinomialLaw.draw(stop.count, chance: short + (1 - short) * chance, from: &stream)
        if leaving < stop.count {
            let cohort = tomorrow.standing(stop.place, route: 0, isFresh: false)
            rest(
                stop.count - leaving, group.shares, from: stop.history, moved: stop.moved,
                limit: short > 0 ? limit : 0,
                in: cohort, map)
        }
        guard leaving > 0 else { return }
        guard short > 0, short < 1 else { return leave(leaving, group, map) }
        let movers = tonight.histories.make()
        tonight.histories.mix(Double(leaving), of: history, limit: limit, share: chance, into: movers)
        leave(
            leaving,
            Group(
                place: stop.place, route: 0, moved: stop.moved, history: Int32(movers), isFresh: false,
                shares: group.shares), map)
    }

    // MARK: - Resting

    /// People stay at their place for the night.
    mutating func stay(_ count: Int, _ group: Group, route: Int32, _ map: DisplacementMap) {
        guard count > 0 else { return }
        let cohort = tomorrow.standing(group.place, route: route, isFresh: group.isFresh)
        let isCamp = map.places[Int(group.place)].isCamp && !map.places[Int(group.place)].isIDPCamp
        rest(
            count, group.shares, from: group.history, moved: group.moved, limit: 0, in: cohort,
            isCamp: isCamp, map)
    }

    private mutating func rest(
        _ count: Int, _ shares: ActingOrder.Spread, from history: Int32, moved: Double, limit: Double,
        in cohort: Int,
        isCamp: Bool = false, _ map: DisplacementMap
    ) {
        tomorrow.cohorts[cohort].count += count
        tomorrow.cohorts[cohort].spread += shares * Float(count)
        guard map.settings.avoidsShortStints else { return }
        let way = moved / map.settings.maxMoveSpeed
        if isCamp {
            return tomorrow.histories.restRoughly(
                Double(count), of: Int(history), in: tonight.histories, way: way, as: cohort)
        }
        let total = tonight.histories.total(Int(history))
        let all = limit > 0 ? total - tonight.histories.sum(Int(history), below: limit) : total
        tomorrow.histories.rest(
            Double(count), of: Int(history), in: tonight.histories, way: way, from: limit, all: all,
            as: cohort)
    }
}
