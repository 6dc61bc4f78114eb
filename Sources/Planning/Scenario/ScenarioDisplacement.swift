import Situation

/// People who leave places in danger and make their way over a network of places until they stand at a border
/// post.
public struct ScenarioDisplacement: Hashable, Sendable {
    /// Who they are: the id of a group.
    public var group: String
    /// By what means they come to the posts; `nil`: as usual there.
    public var modes: [PlannedMode]?
    /// The part of a place's people who set out each day where the conflict is at its full force.
    public var departuresPerDay: Double
    /// Kilometres a day on the way; `nil`: the rules' own.
    public var kilometresPerDay: Double?
    /// The places.
    public var places: [Place]
    /// The ways between them, open in both directions.
    public var routes: [Route]
    /// Where it is dangerous, and when.
    public var conflicts: [Conflict]
    /// What is shut, and when.
    public var closures: [Closure]

    /// A place people leave, pass or reach.
    public struct Place: Hashable, Sendable, Identifiable {
        /// The name routes call it by.
        public var id: String
        /// What people call it.
        public var name: PlanText?
        /// What it is to people on the move.
        public var kind: Kind
        /// People who live there at the beginning.
        public var population: Int
        /// The post of Kazakhstan behind a gate.
        public var checkpoint: CheckpointID?
    }

    /// What a place is to people on the move.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Where people live who may have to leave.
        case origin
        /// A place on the way.
        case town
        /// A border post of Kazakhstan: those who reach it stand in its line.
        case gate
    }

    /// A way between two places.
    public struct Route: Hashable, Sendable {
        public var from: String
        public var to: String
        public var kilometres: Double
    }

    /// A time of danger at a place.
    public struct Conflict: Hashable, Sendable {
        public var place: String
        public var from: Span
        /// `nil`: to the end.
        public var to: Span?
        /// 0 none, 1 full force.
        public var intensity: Double
    }

    /// A place or a way that is shut for a time.
    public struct Closure: Hashable, Sendable {
        public var subject: Subject
        public var from: Span
        /// `nil`: to the end.
        public var to: Span?

        /// What is shut.
        public enum Subject: Hashable, Sendable {
            case place(String)
            case route(String, String)
        }
    }
}
