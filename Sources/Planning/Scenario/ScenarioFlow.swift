import Situation

/// People who come beyond the usual ones.
public struct ScenarioFlow: Hashable, Sendable {
    /// The name it goes by in results.
    public var name: String
    /// Who they are: the id of a group.
    public var group: String
    /// Where they come.
    public var place: Place
    /// Which way they go.
    public var direction: Direction
    /// How many at the height.
    public var height: Height
    /// When: parts of the height along straight lines, in order of time.
    public var curve: [Knot]
    /// Whether the posts' hours shape it; people who flee keep none.
    public var followsHours: Bool
    /// By what means; `nil`: as usual at each post.
    public var modes: [PlannedMode]?
    /// What the whole curve is multiplied by, drawn once a run: how unsure its height is.
    public var uncertainty: PlannedDistribution

    /// Where people come.
    public enum Place: Hashable, Sendable {
        /// To these posts, as they share the usual traffic.
        case posts(PostSelection)
        /// To these posts with these weights, relative to one another.
        case weighted([Weight])
    }

    /// A post and how many come there against the others.
    public struct Weight: Hashable, Sendable {
        public var post: CheckpointID
        public var weight: Double
    }

    /// How many come at the height.
    public enum Height: Hashable, Sendable {
        /// So many persons a day in all.
        case personsPerDay(Double)
        /// So many that, with the usual ones, each post sees this many times its usual number.
        case timesUsual(Double)
    }

    /// A moment and the part of the height there.
    public struct Knot: Hashable, Sendable {
        /// Counted from the scenario's start.
        public var at: Span
        /// 0 none, 1 the height.
        public var part: Double
    }

    /// How it grows and goes, in short. Straight lines only.
    public enum Shape: String, CaseIterable, Hashable, Sendable {
        /// At its height all the time.
        case step
        /// From nothing to the height.
        case rise
        /// From the height to nothing.
        case fall
        /// Up to the height in the middle, and down again.
        case hill

        /// The same as a curve.
        func curve(from: Span, to: Span) -> [Knot] {
            switch self {
            case .step: [Knot(at: from, part: 1), Knot(at: to, part: 1)]
            case .rise: [Knot(at: from, part: 0), Knot(at: to, part: 1)]
            case .fall: [Knot(at: from, part: 1), Knot(at: to, part: 0)]
            case .hill:
                [
                    Knot(at: from, part: 0),
                    Knot(at: .minutes((from.wholeMinutes + to.wholeMinutes) / 2), part: 1),
                    Knot(at: to, part: 0),
                ]
            }
        }
    }
}
