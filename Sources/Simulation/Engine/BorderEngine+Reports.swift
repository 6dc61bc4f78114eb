import Situation

/// When the engine speaks, and how it signs.
///
/// Posts report every ten minutes and shelters every half hour, at the round minutes of the hour, so that no
/// report straddles two hours. In the warm-up, where only hours are charted, both report every hour: four
/// days of history are then a seventh of the entries.
extension BorderEngine {
    private enum Rhythm {
        static let posts = 10
        static let shelters = 30
        static let warmUp = 60
    }

    /// The first words of a run: how everything stands.
    mutating func begin(_ drafts: inout [Draft]) {
        lastReport = now
        sayTurn(&drafts)
        settleLanes(&drafts)
        reportShelters(&drafts)
    }

    /// Everything that becomes known at the end of a minute.
    mutating func say(_ drafts: inout [Draft]) {
        if isDue(every: Rhythm.posts) { reportPosts(&drafts) }
        if isDue(every: Rhythm.shelters) { reportShelters(&drafts) }
        sayTurn(&drafts)
        settleLanes(&drafts)
    }

    /// Sets the lanes of this moment, and says of each post where they changed.
    mutating func settleLanes(_ drafts: inout [Draft]) {
        for index in posts.indices {
            let state = posts[index].settleLanes(start: world.start, offset: now - world.start)
            if let state { drafts.append(moment(.checkpointState(state))) }
        }
    }

    private mutating func sayTurn(_ drafts: inout [Draft]) {
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
            for direction in Direction.allCases {
                let report = posts[index].report(direction)
                drafts.append(draft(.checkpointReport(report), about: .period(period)))
            }
        }
        lastReport = now
    }

    mutating func reportShelters(_ drafts: inout [Draft]) {
        for index in shelters.indices { drafts.append(moment(.shelterReport(shelters[index].report()))) }
    }

    private func turn(_ turn: ExerciseEvent.Turn) -> Draft {
        moment(.exercise(ExerciseEvent(turn: turn, scenario: world.scenario, seed: seed)))
    }

    private func moment(_ fact: Fact) -> Draft { draft(fact, about: .moment(now)) }

    private func draft(_ fact: Fact, about: About) -> Draft {
        Draft(fact, about: about, author: .system("simulator"), source: "simulator", known: now)
    }
}
