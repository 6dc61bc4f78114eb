import Situation

/// An invented influx at real checkpoints, small enough for the first simulator: how many arrive over the
/// usual, how many of them need a bed, and what happens on the way.
///
/// The full scenario format (routes, cohorts, policies) takes its place later.
public struct DemonstrationScenario: Hashable, Sendable, Identifiable {
    /// The name it goes by.
    public let id: ID
    /// What people call it.
    public let name: PlanText
    /// What is invented, and what the figures are.
    public let notes: PlanText
    /// The moment it begins, in the exercise's time.
    public let start: Instant
    /// How long it plays.
    public let horizon: Span
    /// The same seed gives the same play.
    public let seed: UInt64
    /// Which share of a usual day's arrivals each hour has, against an even day: 24 numbers about 1, from
    /// midnight in Kazakhstan.
    public let hoursOfDay: [Double]
    /// The checkpoints it plays.
    public let posts: [PostTraffic]
    /// What comes over the usual.
    public let surges: [PlannedSurge]
    /// What becomes of those who came.
    public let reception: [RegionReception]
    /// By time.
    public let events: [ScheduledEvent]

    /// Names a scenario, such as `demonstration`.
    public struct ID: Identifier {
        /// The name as files and journals write it.
        public let rawValue: String
        /// The name that is written so; nothing is checked.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// Persons an hour expected to enter at `checkpoint` at `instant`: the usual, by the hour of the day, times
    /// what the surges make of it. `nil` for a checkpoint the scenario does not play.
    public func arrivalsPerHour(at checkpoint: CheckpointID, _ instant: Instant) -> Double? {
        guard let post = posts.first(where: { $0.checkpoint == checkpoint }) else { return nil }
        return post.personsInPerHour * hoursOfDay[CivilTime(instant).hour] * surgeFactor(on: post, instant)
    }

    /// Surges that overlap add what each has over the usual; they do not multiply.
    private func surgeFactor(on post: PostTraffic, _ instant: Instant) -> Double {
        surges.lazy.filter { $0.place.includes(post) }
            .reduce(1) { $0 + $1.factor(at: instant - start) - 1 }
    }
}

/// What a post sees on a usual day.
public struct PostTraffic: Hashable, Sendable {
    /// Which post.
    public let checkpoint: CheckpointID
    /// The border section it lies on.
    public let section: SectionID
    /// Averaged over the day, everyone who enters.
    public let personsInPerHour: Double
    /// Averaged over the day, everyone who leaves.
    public let personsOutPerHour: Double
}

/// A time of more arrivals than usual.
public struct PlannedSurge: Hashable, Sendable {
    /// Where it arrives.
    public let place: Place
    /// Counted from the scenario's start.
    public let from: Span
    /// Counted from the scenario's start; the first moment after the surge.
    public let to: Span
    /// Arrivals at its height, as a multiple of the usual.
    public let peak: Double
    /// How it grows and goes.
    public let shape: Shape

    /// Where: one post, or all posts of a border section.
    public enum Place: Hashable, Sendable {
        case checkpoint(CheckpointID)
        case section(SectionID)

        func includes(_ post: PostTraffic) -> Bool {
            switch self {
            case .checkpoint(let id): post.checkpoint == id
            case .section(let id): post.section == id
            }
        }
    }

    /// How it grows and goes. Straight lines only: their values are the same on every processor.
    public enum Shape: String, CaseIterable, Hashable, Sendable {
        /// At its height all the time.
        case step
        /// From the usual at the beginning to the height at the end.
        case rise
        /// From the height at the beginning to the usual at the end.
        case fall
        /// Up to the height in the middle, and down again.
        case hill
    }

    /// The multiple of the usual at `offset` from the scenario's start; 1 before and after the surge.
    public func factor(at offset: Span) -> Double {
        guard from <= offset, offset < to else { return 1 }
        let part = Double((offset - from).milliseconds) / Double((to - from).milliseconds)
        let height =
            switch shape {
            case .step: 1.0
            case .rise: part
            case .fall: 1 - part
            case .hill: part < 0.5 ? 2 * part : 2 * (1 - part)
            }
        return 1 + (peak - 1) * height
    }
}

/// What becomes of those who entered, in one region.
public struct RegionReception: Hashable, Sendable {
    /// Which region takes them in.
    public let region: RegionCode
    /// Which share of the arrivals over the usual needs a bed, 0 to 1.
    public let shareNeedingBed: Double
    /// How long a bed is kept on average before its guest travels on.
    public let meanStay: Span
}

/// Something that happens at a set time, whatever the trainees do.
public struct ScheduledEvent: Hashable, Sendable {
    /// Counted from the scenario's start.
    public let at: Span
    /// What people are told.
    public let what: PlanText
    /// What the simulator does.
    public let effect: Effect

    /// What it changes in the play.
    public enum Effect: Hashable, Sendable {
        /// Only this share of the post's lanes works, until then (counted from the scenario's start).
        case lanes(CheckpointID, share: Double, until: Span)
        /// A region opens this share of the beds it holds in reserve.
        case reserveBeds(RegionCode, share: Double)
    }
}
