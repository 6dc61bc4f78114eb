import Situation

extension PostRun {
    /// What it says of itself: lanes, status, reason.
    func state(at now: Instant) -> CheckpointState {
        let limit = plan.strongestLimit(at: self.now)
        return CheckpointState(
            checkpoint: plan.id, status: status, reason: limit?.reason, lanesIn: Lanes(incoming.open),
            lanesOut: Lanes(outgoing.open), until: limit?.until)
    }

    /// Limited is a post with fewer lanes than are staffed, or one that works by hand.
    private var status: CheckpointStatus {
        let (lanesIn, lanesOut) = (incoming.open, outgoing.open)
        if lanesIn == 0, lanesOut == 0 { return .closed }
        let hour = plan.grid.hourOfDay(at: now)
        let isWhole = lanesIn == incoming.staffed(hour: hour) && lanesOut == outgoing.staffed(hour: hour)
        let isSlow = Direction.allCases.contains { plan.slowdown($0, at: now) > 1 }
        return isWhole && !isSlow ? .open : .limited
    }

    /// How one direction stands.
    func reading(_ direction: Direction) -> LineReading {
        let side = side(direction)
        let tally = side.tally
        return LineReading(
            arrived: Persons(tally.arrived), served: Persons(tally.served), waiting: Persons(tally.here),
            waitingVehicles: Vehicles(tally.vehiclesHere), lanesOpen: Lanes(side.open))
    }

    /// Everyone who ever came to the post itself (parties from sisters not counted again), and where they are.
    ///
    /// Those on the way to it from a sister count as `onTheWay`. Those let into the country count as `left`
    /// here unless `LetIn` gave them out; see ``letInPersons``. Summed over all posts that hand their parties
    /// on, `came` is `accounted` and ``letInPersons``.
    var headcount: Headcount {
        let tally = incoming.tally + outgoing.tally
        var count = Headcount()
        count.came = tally.came
        count.onTheWay = incoming.onTheWay + outgoing.onTheWay
        count.queueing = tally.here
        count.left = tally.refused + tally.gaveUp + tally.served - tally.letIn
        return count
    }

    /// Persons who came over a displacement network and are through or turned back, since the beginning.
    var displacedGone: Int { incoming.tally.displacedGone }

    /// Persons given out as ``LetIn`` since the beginning.
    var letInPersons: Int { incoming.tally.letIn }
}

extension PostPlan {
    /// Of the disruptions that hold, the one that leaves the fewest lanes, else the slowest.
    func strongestLimit(at minute: Double) -> Limit? {
        let holding = limits.filter { limit in
            Direction.allCases.contains { limit.holds(at: minute, $0) }
        }
        return holding.min { $0.strength < $1.strength }
    }
}

extension PostPlan.Limit {
    /// Smaller for what hurts more; fewer lanes before slow ones.
    fileprivate var strength: Double {
        switch effect {
        case .lanesLeft(let share): share
        case .slowService(let factor): 2 + 1 / factor
        }
    }
}
