import Situation

/// An exercise as a training officer wrote it: which scenario is played from when to when, who sits where, what is
/// told to whom and when, what is expected of them, and how it is judged.
///
/// All of it is the director's secret until it is sent. The format is described in docs/exercises.md.
public struct ExercisePlan: Hashable, Sendable, Identifiable {
    /// The name it goes by.
    public let id: ID
    /// What people call it.
    public let name: PlanText
    /// What the exercise is for.
    public let purpose: PlanText
    /// What is invented, and what stands for what.
    public let notes: PlanText
    /// The crisis that is played.
    public let scenario: Scenario.ID
    /// Another seed than the scenario's.
    public let seed: UInt64?
    /// Where in the scenario STARTEX is, counted from its start.
    public let playFrom: Span
    /// ENDEX is this long after STARTEX at the latest.
    public let length: Span
    /// How much of the scenario before STARTEX is played at once beforehand, so that charts are full.
    public let history: Span
    /// How many times as fast as the clock on the wall it is meant to go: 1 to 3,600.
    public let speed: Int
    /// Where trainees sit.
    public let stations: [ExerciseStation]
    /// What is to be trained.
    public let objectives: [ExerciseObjective]
    /// The master scenario events list, in the order of the file.
    public let injects: [Inject]
    /// How agencies that are not in the room answer.
    public let agencies: AgencyPlay
    /// How long it takes from an order until the world changes.
    public let delays: ActDelays
    /// What the score holds the run against.
    public let evaluation: [Criterion]
    /// What ends or pauses the exercise by itself.
    public let stops: [StopRule]
    /// Where all of this stands in the file.
    public let source: PlanSource

    /// Names an exercise, such as `night-at-syrym`.
    public struct ID: Identifier {
        /// The name as files and journals write it.
        public let rawValue: String
        /// The name that is written so; nothing is checked.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// The inject of that name.
    public func inject(_ id: Inject.ID) -> Inject? { injects.first { $0.id == id } }

    /// The station of that name.
    public func station(_ id: ExerciseStation.ID) -> ExerciseStation? { stations.first { $0.id == id } }

    /// The speeds an exercise can be played at.
    public static let speeds = 1...3600
}

/// A place at which trainees sit.
public struct ExerciseStation: Hashable, Sendable, Identifiable {
    public let id: ID
    public let name: PlanText
    /// The seat its trainees sign on at.
    public let seat: SeatName
    /// What they are there.
    public let role: Role
    /// The regions it answers for; with ``sections`` both empty: the country.
    public let regions: [RegionCode]
    /// The border sections it answers for.
    public let sections: [SectionID]
    /// How many people sit there.
    public let staff: Int

    /// Names a station within its exercise, such as `hq`.
    public struct ID: Identifier {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

/// Something that is to be trained.
public struct ExerciseObjective: Hashable, Sendable, Identifiable {
    public let id: ID
    public let text: PlanText

    /// Names an objective within its exercise, such as `see-it-coming`.
    public struct ID: Identifier {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

/// How agencies that are not in the room answer what they are asked to do.
public struct AgencyPlay: Hashable, Sendable {
    /// Whom the program plays.
    public let played: Played
    /// How they answer.
    public let usual: AgencyManner
    /// Those that answer in another way.
    public let particular: [AgencyKey: AgencyManner]

    /// Whom the program plays; the director plays the others by hand.
    public enum Played: Hashable, Sendable {
        case all
        case only([AgencyKey])
    }

    /// How `agency` answers; `nil` when the director does it by hand.
    public func manner(of agency: AgencyKey) -> AgencyManner? {
        if case .only(let agencies) = played, !agencies.contains(agency) { return nil }
        return particular[agency] ?? usual
    }

    /// All played: a task accepted after about ten minutes, done after about an hour, one in fifty refused.
    /// Illustrative, no agency stated any of it.
    public static let illustrative = AgencyPlay(
        played: .all,
        usual: AgencyManner(
            acceptance: .lognormal(mean: 10, cv: 0.6), work: .lognormal(mean: 60, cv: 0.6), refusals: 0.02),
        particular: [:])
}

/// How an agency answers a task.
public struct AgencyManner: Hashable, Sendable {
    /// From the order until it accepts, in minutes.
    public let acceptance: PlannedDistribution
    /// From there until it reports done, in minutes.
    public let work: PlannedDistribution
    /// The part of the tasks it says it cannot do, 0 to 1.
    public let refusals: Double
}

/// How long it takes from an order of the headquarters until it shows in the world.
public struct ActDelays: Hashable, Sendable {
    /// Lanes opened, closed or put back to the roster.
    public var lanes: Span
    /// A post closed or opened again.
    public var posts: Span
    /// Registration desks.
    public var desks: Span
    public var buses: Span
    /// Until the order reaches a shelter; its own lead time comes after that.
    public var reserveBeds: Span
    /// Until drivers are shown another way.
    public var divert: Span
    /// Until another region answers.
    public var askRegion: Span

    public init(
        lanes: Span, posts: Span, desks: Span, buses: Span, reserveBeds: Span, divert: Span, askRegion: Span
    ) {
        self.lanes = lanes
        self.posts = posts
        self.desks = desks
        self.buses = buses
        self.reserveBeds = reserveBeds
        self.divert = divert
        self.askRegion = askRegion
    }

    /// What holds where a file says nothing. Illustrative: no agency stated any of these.
    public static let illustrative = ActDelays(
        lanes: .minutes(30), posts: .minutes(15), desks: .minutes(60), buses: .minutes(90),
        reserveBeds: .minutes(15), divert: .minutes(45), askRegion: .hours(4))

    /// The delay of an order.
    public func of(_ order: OrderKind) -> Span {
        switch order {
        case .openReserve: reserveBeds
        case .staffLanes, .followRoster: lanes
        case .closePost, .openPost: posts
        case .divert: divert
        case .registration: desks
        case .orderBuses: buses
        case .askRegion: askRegion
        }
    }
}

/// What ends or pauses an exercise by itself, for the sake of the people in it.
public struct StopRule: Hashable, Sendable, Identifiable {
    /// Names the rule within its exercise.
    public let id: String
    public let when: Occasion
    public let then: Consequence
    /// What people are told.
    public let text: PlanText

    /// When it comes about.
    public enum Occasion: Hashable, Sendable {
        /// All hold.
        case state([Condition])
        /// This much time on the wall's clock has gone since STARTEX.
        case wallClock(Span)
    }

    /// What it does.
    public enum Consequence: String, CaseIterable, Hashable, Sendable { case pause, end }
}
