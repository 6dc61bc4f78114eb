import Situation

/// Agency by infrastructure by resource: what holds under each scenario, what gives out and when, what is missing.
///
/// A value to draw, to store and to compare. Its JSON form is described in `docs/readiness.md`; keys are only ever added
/// within a ``version``.
public struct ReadinessTable: Hashable, Codable, Sendable {
    /// The form this program writes and the newest it reads.
    public static let form = 1
    /// What a file of this kind says of itself.
    public static let kind = "readiness"

    public let kind: String
    public let version: Int
    /// When it was made, ISO 8601.
    public let made: String
    /// What it was made from.
    public let inputs: Inputs
    /// The scenarios played, in the order asked for.
    public let scenarios: [Scenario]
    /// Scenario by scenario, posts before regions.
    public let rows: [ReadinessRow]

    /// A table of the present form.
    public init(made: String, inputs: Inputs, scenarios: [Scenario], rows: [ReadinessRow]) {
        kind = Self.kind
        version = Self.form
        self.made = made
        self.inputs = inputs
        self.scenarios = scenarios
        self.rows = rows
    }

    /// What a table was made from, so that two can be told apart.
    public struct Inputs: Hashable, Codable, Sendable {
        /// SHA-256 of the reference data's files, hexadecimal.
        public let reference: String
        /// The live journal whose newer facts were used; `nil` when none was read.
        public let journal: Journal?

        public init(reference: String, journal: Journal?) {
            self.reference = reference
            self.journal = journal
        }
    }

    /// A journal up to an entry.
    public struct Journal: Hashable, Codable, Sendable {
        public let id: String
        /// Whether its facts are those of an exercise.
        public let isExercise: Bool
        public let entries: Int
        /// The hash of the last entry, hexadecimal.
        public let head: String

        public init(id: String, isExercise: Bool, entries: Int, head: String) {
            self.id = id
            self.isExercise = isExercise
            self.entries = entries
            self.head = head
        }
    }

    /// A scenario as it was played.
    public struct Scenario: Hashable, Codable, Sendable, Identifiable {
        public let id: String
        /// SHA-256 of its file, hexadecimal.
        public let digest: String
        /// The base seed, a text: not every reader of JSON keeps 64 bits.
        public let seed: String
        /// Runs the figures rest on.
        public let replications: Int
        /// Runs asked for; more than ``replications`` when it was broken off.
        public let replicationsAsked: Int
        /// How long a run is, in hours.
        public let hours: Double

        public init(
            id: String, digest: String, seed: UInt64, replications: Int, replicationsAsked: Int, hours: Double
        ) {
            self.id = id
            self.digest = digest
            self.seed = String(seed)
            self.replications = replications
            self.replicationsAsked = replicationsAsked
            self.hours = hours
        }
    }

    /// The rows of a scenario.
    public func rows(of scenario: Scenario.ID) -> [ReadinessRow] { rows.filter { $0.scenario == scenario } }

    /// What gives out first under a scenario: of all that gives out in at least half of the runs, that with the
    /// earliest median; `nil` when everything holds.
    public func firstToGiveOut(
        in scenario: Scenario.ID, _ side: KeyPath<ReadinessRow, ReadinessOutcome> = \.asItStands
    ) -> ReadinessRow? {
        rows(of: scenario).filter { $0[keyPath: side].state == .givesOut }
            .min { first, second in
                (first[keyPath: side].hours?.p50 ?? .infinity)
                    < (second[keyPath: side].hours?.p50 ?? .infinity)
            }
    }
}

/// One resource of one place, held against one scenario.
public struct ReadinessRow: Hashable, Codable, Sendable {
    /// The scenario's id.
    public let scenario: String
    /// Who answers for it, by our reading.
    public let agency: AgencyKey
    public let infrastructure: Infrastructure
    /// The post's id, or the region's code.
    public let place: String
    public let resource: Resource
    /// How much there is, in the resource's unit; `nil` where nobody has said, or where a region has no vehicles and
    /// people go by themselves.
    public let capacity: Double?
    /// How much more can be opened; `nil` for what has no reserve.
    public let reserve: Double?
    /// What the capacity rests on, the weakest first.
    public let basis: [ReadinessBasis]
    /// Without any decision.
    public let asItStands: ReadinessOutcome
    /// With every reserve ordered at the first moment.
    public let withReserves: ReadinessOutcome

    public init(
        scenario: String, agency: AgencyKey, infrastructure: Infrastructure, place: String,
        resource: Resource, capacity: Double?, reserve: Double? = nil, basis: [ReadinessBasis],
        asItStands: ReadinessOutcome, withReserves: ReadinessOutcome
    ) {
        self.scenario = scenario
        self.agency = agency
        self.infrastructure = infrastructure
        self.place = place
        self.resource = resource
        self.capacity = capacity
        self.reserve = reserve
        self.basis = basis
        self.asItStands = asItStands
        self.withReserves = withReserves
    }

    /// What the resource belongs to.
    public enum Infrastructure: String, CaseIterable, Codable, Sendable {
        /// A border post.
        case post
        /// The places of temporary accommodation of a region.
        case shelters
        /// A region's registration.
        case registration
        /// What takes people to the shelters of a region.
        case transport
    }

    /// What can give out.
    public enum Resource: String, CaseIterable, Codable, Sendable {
        /// Lanes and booths into the country.
        case lanes
        case beds, desks, buses
        /// Litres a day.
        case water
        case taps, toilets, showers, staff
        /// Covered floor, m².
        case space
        /// kcal a day.
        case food
    }
}

/// What a row's capacity rests on.
public struct ReadinessBasis: Hashable, Codable, Sendable {
    public let kind: Kind
    /// The time the journal's facts speak of, the oldest of them, ISO 8601; `nil` for the other kinds.
    public let at: String?

    public init(_ kind: Kind, at: String? = nil) {
        self.kind = kind
        self.at = at
    }

    /// Where a figure was taken from, the weakest first.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// A planning value of the reference data that no source gives.
        case illustrative
        /// The scenario's own figure: illustrative too unless the scenario's notes name a source.
        case scenario
        /// A value of the reference data that a source gives.
        case reference
        /// A fact of the journal.
        case journal
    }
}

/// How a resource fares under a scenario.
public struct ReadinessOutcome: Hashable, Codable, Sendable {
    /// The part of runs in which it gives out, 0 to 1.
    public let share: Double
    /// Hours until then, over the runs in which it does.
    public let hours: Range?
    /// What is asked at the worst moment in nine runs of ten: persons an hour at posts, desks and vehicles; persons
    /// without a bed; persons in shelters for services.
    public let demand: Double?
    /// How much that asks for, in the resource's unit.
    public let needed: Double?
    /// How much of it is missing; `nil` where nobody has said what there is.
    public let missing: Double?
    /// The shelter whose service gives out first.
    public let first: ShelterID?

    public init(
        share: Double, hours: Range?, demand: Double?, needed: Double?, missing: Double?,
        first: ShelterID? = nil
    ) {
        self.share = share
        self.hours = hours
        self.demand = demand
        self.needed = needed
        self.missing = missing
        self.first = first
    }

    /// Median, and where eight runs of ten lie.
    public struct Range: Hashable, Codable, Sendable {
        public let p10: Double
        public let p50: Double
        public let p90: Double

        public init(p10: Double, p50: Double, p90: Double) {
            self.p10 = p10
            self.p50 = p50
            self.p90 = p90
        }
    }

    /// In a word.
    public var state: State {
        if share >= 0.5 { return .givesOut }
        if share > 0 { return .mayGiveOut }
        guard let missing else { return needed.map { $0 > 0 } ?? false ? .unknown : .holds }
        return missing > 0 ? .tight : .holds
    }

    /// How it fares.
    public enum State: String, CaseIterable, Sendable {
        case holds
        /// It gives out in no run, but a worst hour asks for more than there is.
        case tight
        /// It gives out in some runs, in fewer than half.
        case mayGiveOut = "may_give_out"
        case givesOut = "gives_out"
        /// Nobody has said how much there is.
        case unknown
    }
}
