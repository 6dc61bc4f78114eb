import Situation

/// When the engine speaks, and how it signs.
///
/// Posts report every ten minutes and shelters every half hour, at the round minutes of the hour, so that no
/// report straddles two hours. In the warm-up, where only hours are charted, both report every hour: four
/// days of history are then a seventh of the entries.
extension NationalEngine {
    private enum Rhythm {
        static let posts = 10
        static let shelters = 30
        static let warmUp = 60
    }

    /// Plays forward; see ``SimulationEngine/advance(to:)``.
    public mutating func advance(to moment: Instant) throws(ConservationBreach) -> [Draft] {
        guard moment >= now else { return [] }
        var drafts: [Draft] = []
        if lastReport == nil { begin(&drafts) }
        // What was ordered since the last step shows from this moment on.
        sayStates(&drafts)
        let target = min(moment, world.end).startOfMinute
        while now < target {
            try play(to: min(target, findNextWord()))
            say(&drafts)
        }
        return drafts
    }

    /// The first words of a run: how everything stands.
    private mutating func begin(_ drafts: inout [Draft]) {
        lastReport = now
        sayTurn(&drafts)
        sayStates(&drafts)
        reportShelters(&drafts)
    }

    /// Everything that becomes known at this moment.
    private mutating func say(_ drafts: inout [Draft]) {
        if isDue(every: Rhythm.posts) { reportPosts(&drafts) }
        if isDue(every: Rhythm.shelters) { reportShelters(&drafts) }
        sayTurn(&drafts)
        sayStates(&drafts)
    }

    /// The next moment at which somebody may have something to say.
    private mutating func findNextWord() -> Instant {
        var next = nextTick
        for turn in [world.start, world.end] where turn > now { next = min(next, turn) }
        // By time, so those past are passed over once in a run and not at every report.
        while nextChange < changes.count, changes[nextChange] <= now { nextChange += 1 }
        return nextChange < changes.count ? min(next, changes[nextChange]) : next
    }

    private mutating func sayStates(_ drafts: inout [Draft]) {
        for index in posts.indices {
            let state = posts[index].state(at: now)
            guard state != lastSaid[index] else { continue }
            lastSaid[index] = state
            drafts.append(moment(.checkpointState(state)))
        }
    }

    private func sayTurn(_ drafts: inout [Draft]) {
        if now == world.start { drafts.append(turn(.start)) }
        if now == world.end { drafts.append(turn(.end)) }
    }

    private func isDue(every minutes: Int) -> Bool {
        if now == world.start || now == world.end { return true }
        let rhythm = now < world.start ? Rhythm.warmUp : minutes
        return CivilTime(now).minute % rhythm == 0
    }

    private mutating func reportPosts(_ drafts: inout [Draft]) {
        guard let last = lastReport, let period = Period(from: last, to: now) else { return }
        for index in posts.indices {
            let interval = posts[index].takeInterval()
            for direction in Direction.allCases {
                let seen = direction == .in ? interval.incoming : interval.outgoing
                let report = seen.report(world.posts[index].id, direction)
                drafts.append(draft(.checkpointReport(report), about: .period(period)))
            }
        }
        lastReport = now
    }

    private mutating func reportShelters(_ drafts: inout [Draft]) {
        for report in reception.reports() { drafts.append(moment(.shelterReport(report))) }
    }

    private func turn(_ turn: ExerciseTurn.Turn) -> Draft {
        moment(.exercise(.turn(ExerciseTurn(turn: turn, scenario: world.scenario, seed: seed))))
    }

    private func moment(_ fact: Fact) -> Draft { draft(fact, about: .moment(now)) }

    private func draft(_ fact: Fact, about: About) -> Draft {
        Draft(fact, about: about, author: .system("simulator"), source: "simulator", known: now)
    }
}

extension PostInterval {
    /// What the post says of it.
    ///
    /// Every means of travel in one number: reporting parts as well would say the same people twice for the
    /// same period.
    fileprivate func report(_ id: CheckpointID, _ direction: Direction) -> CheckpointReport {
        CheckpointReport(
            checkpoint: id, direction: direction, mode: .all, persons: Persons(served),
            vehicles: Vehicles(vehiclesServed), waitingPersons: Persons(queuePersons),
            waitingVehicles: Vehicles(queueVehicles), wait: expectedWait.flatMap(Self.wholeMinutes),
            lanesOpen: Lanes(lanesOpen))
    }

    /// Rounded up; `nil` for a wait that nobody can state.
    private static func wholeMinutes(_ minutes: Double) -> Minutes? {
        minutes < 1_000_000 ? Minutes(Int(minutes.rounded(.up))) : nil
    }
}
