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
    /// The checkpoints it plays. What they see on a usual day is the reference data's to say.
    public let posts: [CheckpointID]
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

    /// By how much the arrivals of a mean hour at `checkpoint` are to be multiplied at `instant`: the hour of
    /// the day, times what the surges make of it. Surges that overlap add what each has over the usual; they
    /// do not multiply.
    ///
    /// - Parameter section: the border section the checkpoint lies on, by the reference data.
    public func multiplier(at checkpoint: CheckpointID, of section: SectionID, _ instant: Instant) -> Double {
        let surge = surges.lazy.filter {
            $0.place == .checkpoint(checkpoint) || $0.place == .section(section)
        }
        .reduce(1) { $0 + $1.factor(at: instant - start) - 1 }
        return hoursOfDay[CivilTime(instant).hour] * surge
    }
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

    /// How long it takes from its beginning to its height.
    public var rampUp: Span {
        switch shape {
        case .step, .fall: .zero
        case .rise: to - from
        case .hill: half
        }
    }

    /// How long it takes from its height to its end.
    public var rampDown: Span {
        switch shape {
        case .step, .rise: .zero
        case .fall: to - from
        case .hill: half
        }
    }

    private var half: Span { Span(milliseconds: (to - from).milliseconds / 2) }

    /// The multiple of the usual at `offset` from the scenario's start; 1 before and after the surge.
    public func factor(at offset: Span) -> Double {
        guard from <= offset, offset < to else { return 1 }
        let rising = rampUp > .zero ? (offset - from).inHours / rampUp.inHours : 1
        let falling = rampDown > .zero ? (to - offset).inHours / rampDown.inHours : 1
        return 1 + (peak - 1) * min(rising, falling, 1)
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
