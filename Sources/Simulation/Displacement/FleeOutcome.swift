/// What a run gave, day by day.
public struct FleeOutcome: Hashable, Sendable {
    /// The camps' names, in the case's order.
    public let camps: [String]
    public internal(set) var days: [Day] = []
    /// People in the simulation, summed over the days: what Flee counts as agent-steps.
    public internal(set) var agentSteps = 0
    /// How many times counts were drawn for cohorts; 0 for agents.
    public internal(set) var draws = 0

    /// One day.
    public struct Day: Hashable, Sendable {
        /// The day's number, 0 for the first.
        public let day: Int
        /// ISO 8601.
        public let date: String
        /// People in each camp at the day's end.
        public let simulated: [Int]
        /// People counted in each camp.
        public let counted: [Int]
        /// Everybody in the simulation.
        public let people: Int
        /// The sum of Flee's daily differences: day 0 counts twice in it.
        public let raw: Int
        /// People the counts have lost and that were not taken away.
        public let debt: Int

        public init(
            day: Int, date: String, simulated: [Int], counted: [Int], people: Int, raw: Int, debt: Int
        ) {
            self.day = day
            self.date = date
            self.simulated = simulated
            self.counted = counted
            self.people = people
            self.raw = raw
            self.debt = debt
        }
    }
}

/// How people are counted in a run.
public enum DisplacementMethod: String, Hashable, Sendable, CaseIterable {
    /// As numbers of exchangeable people.
    case cohorts
    /// As one agent each.
    case perPerson
}

extension FleeCase {
    /// Plays the case.
    ///
    /// - Parameters:
    ///   - settings: the rules' numbers.
    ///   - seed: the same seed gives the same outcome on every machine.
    ///   - method: how people are counted; both follow the same distribution.
    /// - Throws: ``DisplacementFault`` when the case cannot be played to its end.
    public func play(
        _ settings: FleeSettings, seed: UInt64, method: DisplacementMethod = .cohorts
    ) throws(DisplacementFault) -> FleeOutcome {
        switch method {
        case .cohorts:
            var run = try FleeRun<CohortCrowd>(self, settings, seed: seed)
            try run.playAll()
            run.outcome.draws = run.crowd.draws
            return run.outcome
        case .perPerson:
            var run = try FleeRun<AgentCrowd>(self, settings, seed: seed)
            try run.playAll()
            return run.outcome
        }
    }
}
