import Situation

/// The best play known of an exercise under one luck, and how it was found.
public struct BestPlay: Hashable, Codable, Sendable {
    /// What it was found for.
    public let key: Key
    /// What is done when, by time. Where a player's run was the best, what that player did.
    public let acts: [PlayedAct]
    /// What it comes to.
    public let outcome: OutcomeMeasures
    /// What comes of it when nobody does anything.
    public let nothing: OutcomeMeasures
    public let objective: PlayObjective
    public let limits: PlayLimits
    /// How many runs were played to find it.
    public let evaluations: Int
    /// Whether the search went to its end and was not broken off.
    public let isComplete: Bool
    /// The place, in the list of those given, of the player's run that nothing beat; `nil` when the search found better.
    public let player: Int?

    public init(
        key: Key, acts: [PlayedAct], outcome: OutcomeMeasures, nothing: OutcomeMeasures,
        objective: PlayObjective,
        limits: PlayLimits, evaluations: Int, isComplete: Bool, player: Int?
    ) {
        self.key = key
        self.acts = acts
        self.outcome = outcome
        self.nothing = nothing
        self.objective = objective
        self.limits = limits
        self.evaluations = evaluations
        self.isComplete = isComplete
        self.player = player
    }

    /// In person-hours of waiting, as the objective counts them.
    public var value: Double { objective.value(of: outcome) }
    /// The same of nobody doing anything.
    public var valueOfNothing: Double { objective.value(of: nothing) }

    /// All that a search depends on.
    public struct Key: Hashable, Codable, Sendable {
        /// Digest of the exercise file's text.
        public let plan: String
        /// Digest of the scenario file's text.
        public let scenario: String
        public let seed: UInt64
        public let until: Instant
        /// Digest of what the director's side did to the world.
        public let world: String
        /// Raised whenever the program plays, weighs or searches in another way.
        public let form: Int

        /// - Parameters:
        ///   - plan: the exercise file's text.
        ///   - scenario: the scenario file's text.
        public init(plan: String, scenario: String, seed: UInt64, until: Instant, changes: RunChanges) {
            self.plan = Self.digest(plan)
            self.scenario = Self.digest(scenario)
            self.seed = seed
            self.until = until
            world = Self.digest(
                changes.world.map { "\($0.at.milliseconds) \($0.what)" }.joined(separator: "\n"))
            form = BestPlay.form
        }

        /// The key as a file's name.
        public var name: String {
            Self.digest("\(plan) \(scenario) \(seed) \(until.milliseconds) \(world) \(form)")
        }

        /// FNV-1a, 64 bits: enough to tell a handful of files apart; the whole key is in the result beside it.
        private static func digest(_ text: String) -> String {
            let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01B3
            }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }

    /// See ``Key/form``.
    public static let form = 1
}
