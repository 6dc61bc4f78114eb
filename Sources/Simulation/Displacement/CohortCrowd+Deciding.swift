extension CohortCrowd {
    /// What people at a place share when they decide.
    struct Group {
        let place: Int32
        let route: Int32
        let moved: Double
        let history: Int32
        let isFresh: Bool
        /// Their shares in the order in which people act.
        var shares: ActingOrder.Spread
    }

    /// Into how many pieces the line of all people is cut while people leave camps that others wait for.
    private static let piecesOfLeaving = 12
    /// A camp that loses more than this share of the room between nearly full and full in a morning is looked
    /// at more than once.
    private static let muchRoom = 0.125

    // MARK: - The morning

    /// Everybody decides who is not on a way.
    ///
    /// In the morning camps only lose people, and only people in camps change what others see. So the camps
    /// are emptied first, piece by piece of the line where it matters, and it is noted when they reopen; then
    /// the rest decide, those in the line before a camp reopens apart from those after.
    mutating func setOut(_ map: DisplacementMap) {
        let before = limited.map { here[$0] }
        gatherLeavers(map, camps: true)
        lookForRoom(map)
        let openings = needsOrder(map) ? leaveInOrder(map) : leaveAtOnce(map)
        gatherLeavers(map, camps: false)
        let after = limited.map { here[$0] }
        let times = Set(openings.compactMap(\.self)).sorted()
        if !times.isEmpty {
            for (number, place) in limited.enumerated() {
                isChanging[place] = openings[number] != nil
                let holding = Double(before[number] + after[number]) / 2
                planner.look(atRoom: map.room(place, holding: holding), of: place)
            }
            leaveUncut(map)
        }
        deal(pieces: times.count + 1)
        var start = 0.0
        for index in 0...times.count {
            let end = index < times.count ? times[index] : Double(order.line.count)
            for (number, place) in limited.enumerated() {
                var (high, low) = (before[number], after[number])
                if let opening = openings[number] {
                    // The middle of what is seen before or after the camp reopens.
                    if opening >= end {
                        low = max(low, mark[place] + 1)
                    } else {
                        high = min(high, mark[place])
                    }
                }
                planner.look(atRoom: map.room(place, holding: Double(high + low) / 2), of: place)
            }
            leave(
                in: order.piece(from: start, to: end), isLast: index == times.count, isOnly: times.isEmpty,
                map)
            start = end
        }
    }

    /// Lets those go, uncut, who neither are in a camp that is changing nor choose such a camp: for them it does
    /// not matter who is first.
    private mutating func leaveUncut(_ map: DisplacementMap) {
        for place in map.places.indices {
            hangs[place] = isChanging[place] || planner.leads(from: place, to: isChanging, map)
        }
        var kept = 0
        for index in leavers.indices {
            let (count, group) = leavers[index]
            let waits =
                hangs[Int(group.place)]
                || group.route != 0 && isChanging[Int(planner.book.end[Int(group.route)])]
            if waits {
                leavers[kept] = (count, group)
                kept += 1
            } else {
                leave(count, group, map)
            }
        }
        leavers.removeSubrange(kept...)
    }

    /// Draws who leaves their place today.
    private mutating func gatherLeavers(_ map: DisplacementMap, camps: Bool) {
        leavers.removeAll(keepingCapacity: true)
        for index in tonight.cohorts.indices {
            guard !tonight.cohorts[index].isRiding, tonight.cohorts[index].count > 0 else { continue }
            let cohort = tonight.cohorts[index]
            let place = map.places[Int(cohort.spot)]
            guard place.isCamp == camps else { continue }
            let chance = place.isGate ? 0 : cohort.route != 0 ? 1 : map.moveChance(Int(cohort.spot))
            let leaving = BinomialLaw.draw(cohort.count, chance: chance, from: &stream)
            let group = Group(
                place: cohort.spot, route: cohort.route, moved: 0, history: Int32(index),
                isFresh: cohort.isFresh, shares: cohort.shares)
            stay(cohort.count - leaving, group, route: cohort.route, map)
            if leaving > 0 { leavers.append((leaving, group)) }
        }
    }

    /// Whether it matters who of those in the camps leaves first: a camp may come to admit people again, or it
    /// loses a good part of those who keep others away. Such camps are marked as changing.
    private mutating func needsOrder(_ map: DisplacementMap) -> Bool {
        for place in map.places.indices { isChanging[place] = false }
        var isNeeded = false
        for place in limited {
            let leaving = leavers.reduce(0) { $0 + (Int($1.group.place) == place ? $1.count : 0) }
            let capacity = Double(map.places[place].capacity) * map.settings.capacityScaling
            let nearly = map.settings.capacityBuffer * capacity
            guard leaving > 0, Double(here[place]) > nearly, Double(here[place] - leaving) < capacity else {
                continue
            }
            let reopens = here[place] > mark[place] && here[place] - leaving <= mark[place]
            isChanging[place] = reopens || Double(leaving) > Self.muchRoom * (capacity - nearly)
            if isChanging[place] { isNeeded = true }
        }
        return isNeeded
    }

    private mutating func leaveAtOnce(_ map: DisplacementMap) -> [Double?] {
        for (count, group) in leavers { leave(count, group, map) }
        return Array(repeating: nil, count: limited.count)
    }

    /// Lets people leave the camps in their order.
    ///
    /// - Returns: for each place with limited room when it comes to admit people again, as a position in the
    ///   line.
    private mutating func leaveInOrder(_ map: DisplacementMap) -> [Double?] {
        let first = rides.count
        var openings = [Double?](repeating: nil, count: limited.count)
        leaveUncut(map)
        var leaving = ActingOrder.Spread()
        for (count, group) in leavers { leaving += group.shares * Float(count) }
        let cuts = order.cuts(of: leaving, into: Self.piecesOfLeaving)
        deal(pieces: Self.piecesOfLeaving)
        for piece in 0..<Self.piecesOfLeaving {
            lookForRoom(map)
            let before = limited.map { here[$0] }
            leave(
                in: order.piece(from: cuts[piece], to: cuts[piece + 1]),
                isLast: piece + 1 == Self.piecesOfLeaving, isOnly: false, map)
            for (index, place) in limited.enumerated()
            where before[index] > mark[place] && here[place] <= mark[place] {
                openings[index] = cuts[piece] + (cuts[piece + 1] - cuts[piece]) * stream.uniform()
            }
        }
        joinRides(from: first)
        return openings
    }

    /// Begins to deal the leavers out to pieces of the line.
    private mutating func deal(pieces: Int) {
        deals.removeAll(keepingCapacity: true)
        guard pieces > 1 else { return }
        for _ in leavers { deals.append(ActingOrder.Deal(phase: stream.uniform())) }
    }

    /// Lets the leavers of one piece of the line go.
    private mutating func leave(
        in piece: ActingOrder.Spread, isLast: Bool, isOnly: Bool, _ map: DisplacementMap
    ) {
        for index in leavers.indices {
            var (count, group) = leavers[index]
            if !isOnly {
                (count, group.shares) = deals[index].next(
                    of: count, group.shares, in: piece, isLast: isLast)
            }
            if count > 0 { leave(count, group, map) }
        }
    }

    /// Puts rides together that differ only in the piece of the line they were made in.
    private mutating func joinRides(from first: Int) {
        guard rides.count > first + 1 else { return }
        rides[first...].sort { ($0.history, $0.link, $0.route) < ($1.history, $1.link, $1.route) }
        var last = first
        for index in (first + 1)..<rides.count {
            let ride = rides[index]
            if rides[last].history == ride.history, rides[last].link == ride.link,
                rides[last].route == ride.route
            {
                let spread = rides[last].shares * Float(rides[last].count) + ride.shares * Float(ride.count)
                rides[last].count += ride.count
                rides[last].shares = spread / Float(rides[last].count)
            } else {
                last += 1
                rides[last] = ride
            }
        }
        rides.removeSubrange((last + 1)...)
    }

    // MARK: - Choosing

    /// People leave their place.
    ///
    /// - Parameter pledged: those of them who are counted in already at the end of their route.
    mutating func leave(_ count: Int, pledged: Int = 0, _ group: Group, _ map: DisplacementMap) {
        let place = Int(group.place)
        if group.route != 0 { return follow(count, pledged: pledged, group, map) }
        planner.prepare(place, map)
        var left = count
        var staying = 0
        var index = 0
        while left > 0, index < planner.choices[place].chance.count {
            let chance = planner.choices[place].chance[index]
            let taking = BinomialLaw.draw(left, chance: chance, from: &stream)
            left -= taking
            if taking > 0 {
                draws += 1
                staying += ride(
                    taking, planner.choices[place].link[index], planner.choices[place].rest[index],
                    to: planner.choices[place].end[index], group, map)
            }
            index += 1
        }
        stay(staying + left, group, route: 0, map)
    }

    /// People who have a route take its next way, or drop it.
    private mutating func follow(_ count: Int, pledged: Int, _ group: Group, _ map: DisplacementMap) {
        guard let link = planner.step(from: Int(group.place), along: group.route, map) else {
            return stay(count, group, route: 0, map)
        }
        let turnedAway = ride(
            count, pledged: pledged, link, planner.book.rest[Int(group.route)],
            to: planner.book.end[Int(group.route)], group, map)
        stay(turnedAway, group, route: 0, map)
    }

    /// People step onto a way, as far as the end of their route is not too full to set out for.
    ///
    /// In the morning nobody has arrived yet, so all see the same. During the day each sees those who came
    /// before; of those who will be there today only as many set out as there is room until then.
    ///
    /// - Returns: how many stay.
    private mutating func ride(
        _ count: Int, pledged: Int = 0, _ link: Int32, _ route: Int32, to end: Int32, _ group: Group,
        _ map: DisplacementMap
    ) -> Int {
        var admitted = count
        var isPledged = false
        if map.places[Int(end)].isCamp {
            if !isTravelling {
                if planner.isFull(end, map) { return count }
            } else if mark[Int(end)] != .max {
                let room = max(0, mark[Int(end)] - here[Int(end)] - inbound[Int(end)] + 1)
                isPledged = arrivesToday(group.moved, link, route, map)
                let fresh = count - pledged
                admitted = pledged + (isPledged ? min(fresh, room) : room > 0 ? fresh : 0)
                if isPledged { inbound[Int(end)] += admitted - pledged }
            }
        }
        guard admitted > 0 else { return count }
        here[Int(group.place)] -= admitted
        rides.append(
            Ride(
                link: link, route: route, kilometres: 0, moved: group.moved, count: admitted,
                history: group.history, isFresh: group.isFresh, isPledged: isPledged, shares: group.shares))
        return count - admitted
    }

    /// Whether people who step onto a way now will be at the end of their route today.
    private func arrivesToday(_ moved: Double, _ link: Int32, _ route: Int32, _ map: DisplacementMap) -> Bool
    {
        var (moved, link, route) = (moved, map.links[Int(link)], route)
        while true {
            guard link.speed > link.kilometres else { return false }
            moved += link.kilometres
            guard route != 0 else { return true }
            guard moved < link.speed, !map.places[Int(link.to)].isGate,
                let next = planner.step(from: Int(link.to), along: route, map)
            else { return false }
            link = map.links[Int(next)]
            route = planner.book.rest[Int(route)]
        }
    }
}
