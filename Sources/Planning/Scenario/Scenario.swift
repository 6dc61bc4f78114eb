import Situation

/// A crisis a planner thought out: who comes, where, when and how, what breaks, who takes them in, and what the
/// headquarters decides on the way.
///
/// It says what is unusual; what the posts see on a usual day, their lanes, and what beds there are is the
/// reference data's to say. The format is described in docs/scenarios.md.
public struct Scenario: Hashable, Sendable, Identifiable {
    /// The name it goes by.
    public let id: ID
    /// What people call it.
    public let name: PlanText
    /// What is invented, what is stated and by whom, and how sure the figures are.
    public let notes: PlanText
    /// What sets people moving.
    public let cause: Cause
    /// The moment it begins, in the scenario's time.
    public let start: Instant
    /// How long it plays.
    public let horizon: Span
    /// The same seed gives the same play.
    public let seed: UInt64
    /// How the usual travellers come.
    public let traffic: ScenarioTraffic
    /// The posts that play.
    public let posts: PostSelection
    /// Where posts differ from the reference data.
    public let postChanges: [PostChange]
    /// How drivers choose between posts; `nil`: they do not.
    public let diversion: ScenarioDiversion?
    /// Who comes beyond the usual.
    public let groups: [ScenarioGroup]
    /// When and where they come.
    public let flows: [ScenarioFlow]
    /// People who move over a network of places before they reach the border.
    public let displacement: ScenarioDisplacement?
    /// What breaks.
    public let disruptions: [ScenarioDisruption]
    /// Who takes people in.
    public let reception: [ScenarioReception]
    /// Where shelters differ from the reference data.
    public let shelterChanges: [ShelterChange]
    /// What shelters are held against; `nil`: nothing.
    public let standards: ScenarioStandards?
    /// The playbooks in force.
    public let playbooks: [PlaybookID]
    /// What the headquarters does when, by a plan made beforehand.
    public let decisions: [ScenarioDecision]
    /// Where all of this stands in the file.
    public let source: PlanSource

    /// Names a scenario, such as `demonstration`.
    public struct ID: Identifier {
        /// The name as files and journals write it.
        public let rawValue: String
        /// The name that is written so; nothing is checked.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What sets people moving.
    public enum Cause: String, CaseIterable, Hashable, Sendable {
        case armedConflict = "armed-conflict"
        case disaster, sanctions, epidemic, climate
        /// Several of these, or something else.
        case other
    }
}

/// How the usual travellers of the posts come.
public struct ScenarioTraffic: Hashable, Sendable {
    /// How many times a mean hour's come in each hour of the day from midnight; `nil`: a quiet night and a
    /// broad day.
    public var hoursOfDay: [Double]?
    /// How many times a mean day's come on each weekday from Monday; `nil`: the same every day.
    public var daysOfWeek: [Double]?
    /// What the reference data's usual numbers of persons who come in are multiplied by.
    public var scaleIn = 1.0
    /// The same for those who go out.
    public var scaleOut = 1.0
}

/// How drivers choose between a post and its sisters.
public struct ScenarioDiversion: Hashable, Sendable {
    /// The part who know the waits and would go elsewhere, 0 to 1.
    public var informed: Double
    /// How much sooner they must be through.
    public var worthwhile: Span
}

/// Which standards shelters are held against.
public struct ScenarioStandards: Hashable, Sendable {
    /// The figures of the first days, or those after.
    public var phase: Phase
    /// Whether covered space is that of a cold climate.
    public var isCold: Bool

    /// Of an emergency.
    public enum Phase: String, CaseIterable, Hashable, Sendable {
        case emergency
        case afterEmergency = "after-emergency"
    }
}
