import Planning
import Reference
import Simulation
import Situation
import Worlds

/// All that a run of an exercise starts from: what is played, with what luck, from when to when.
public struct ExerciseStage: Sendable {
    /// What the training officer wrote.
    public let plan: ExercisePlan
    /// The played world, without what the scenario's own plan decides: people decide.
    public let world: World
    public let seed: UInt64
    /// STARTEX.
    public let opening: Instant
    /// ENDEX, at the latest.
    public let closing: Instant
    /// How long before the world's start the run begins.
    public let warmUp: Span
    /// Which posts lie in which region, for reserves that belong to a region.
    public let postsOfRegion: [RegionCode: [CheckpointID]]
    /// What agencies that are played say, in the director's language.
    public let words: AgencyWords

    /// What agencies that are played say, and what they are called.
    public struct AgencyWords: Sendable {
        /// Why one cannot do what it is asked.
        public let refusal: String
        /// What one says when it is done.
        public let report: String
        /// By language; an agency without names goes by its key.
        public let names: [AgencyKey: [String: String]]

        /// - Parameters:
        ///   - refusal: why an agency cannot do what it is asked.
        ///   - report: what it says when it is done.
        public init(
            refusal: String = "cannot", report: String = "done", names: [AgencyKey: [String: String]] = [:]
        ) {
            self.refusal = refusal
            self.report = report
            self.names = names
        }
    }

    /// - Throws: `WorldFault`, the first thing that no run can be made of.
    public init(
        _ plan: ExercisePlan, scenario: Scenario, reference: Reference, words: AgencyWords = AgencyWords()
    ) throws(WorldFault) {
        self.plan = plan
        self.words = words
        let full = try WorldBuilder(scenario, reference: reference).world()
        world = try full.undecided(lasting: plan.playFrom + plan.length)
        seed = plan.seed ?? scenario.seed
        opening = world.start + plan.playFrom
        closing = world.end
        warmUp = max(.zero, plan.history - plan.playFrom)
        let playing = world.posts.map(\.id)
        postsOfRegion = Dictionary(grouping: playing) { reference.checkpoint($0)?.region ?? "KZ" }
    }

    /// A run at its beginning, history not yet played.
    public func run() -> StagedRun { StagedRun(self) }

    /// The moment the run begins.
    public var beginning: Instant { world.start - warmUp }
}
