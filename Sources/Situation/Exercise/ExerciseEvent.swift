/// What only an exercise's journal says.
public enum ExerciseEvent: Hashable, Sendable {
    /// The exercise as a whole begins, stands still, goes on or ends.
    case turn(ExerciseTurn)
    /// A message of the exercise reaches its stations.
    case inject(InjectMessage)
    /// From when on what was ordered changes the simulated world. A replay reads nothing else of what people did.
    case effect(ExerciseEffect)
    /// The exercise goes on from an earlier time in another file; both are kept.
    case branch(ExerciseBranch)
    /// A line of the director's record, published when the exercise is over.
    case record(String)
}

/// The turns of an exercise as a whole.
public struct ExerciseTurn: Hashable, Codable, Sendable {
    /// The words of the field.
    public enum Turn: String, Codable, CaseIterable, Sendable {
        case start = "STARTEX"
        case pause = "PAUSEX"
        case resume = "RESUMEX"
        case end = "ENDEX"
        /// Something real happens: everybody leaves the exercise.
        case realEmergency = "REAL"

        /// Whether nothing is played after it.
        public var isEnd: Bool { self == .end || self == .realEmergency }
    }

    public var turn: Turn
    /// The scenario played.
    public var scenario: String
    public var seed: UInt64?

    public init(turn: Turn, scenario: String, seed: UInt64? = nil) {
        self.turn = turn
        self.scenario = scenario
        self.seed = seed
    }
}

/// An inject as it reaches the stations: nothing of what the director expects.
public struct InjectMessage: Hashable, Codable, Sendable {
    /// Its number in the list of events; invented ones count on.
    public var number: Int
    /// Who speaks, by language.
    public var from: [String: String]
    /// The stations it goes to; empty for all.
    public var to: [String]
    /// By what means, such as `telephone`.
    public var means: String
    /// The words, by language.
    public var text: [String: String]

    public init(
        number: Int, from: [String: String], to: [String], means: String, text: [String: String]
    ) {
        self.number = number
        self.from = from
        self.to = to
        self.means = means
        self.text = text
    }
}

/// When the simulated world takes up what was ordered.
public struct ExerciseEffect: Hashable, Codable, Sendable {
    /// The entry that ordered it.
    public var cause: EntryID
    /// The order, where it is one.
    public var order: OrderID?
    /// What changes, in this order; empty when nothing can be done.
    public var acts: [Act]
    /// A whole minute; the acts are done when everything before it is played.
    public var at: Instant

    public init(cause: EntryID, order: OrderID? = nil, acts: [Act], at: Instant) {
        self.cause = cause
        self.order = order
        self.acts = acts
        self.at = at
    }
}

/// Where an exercise went on from an earlier time.
public struct ExerciseBranch: Hashable, Codable, Sendable {
    /// The other journal's file, in the same folder.
    public var file: String
    /// The other journal's id.
    public var journal: String
    /// The time from which the two differ.
    public var at: Instant
    /// Whether the other file is the earlier one that this one came from.
    public var isOrigin: Bool

    public init(file: String, journal: String, at: Instant, isOrigin: Bool) {
        self.file = file
        self.journal = journal
        self.at = at
        self.isOrigin = isOrigin
    }
}

extension ExerciseEvent: Codable {
    private enum CodingKeys: String, CodingKey {
        case turn, inject, effect, branch, record
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        // A turn stands flat in the body: the oldest journals have it so.
        if fields.contains(.turn) {
            self = .turn(try ExerciseTurn(from: decoder))
        } else if let inject = try fields.decodeIfPresent(InjectMessage.self, forKey: .inject) {
            self = .inject(inject)
        } else if let effect = try fields.decodeIfPresent(ExerciseEffect.self, forKey: .effect) {
            self = .effect(effect)
        } else if let branch = try fields.decodeIfPresent(ExerciseBranch.self, forKey: .branch) {
            self = .branch(branch)
        } else {
            self = .record(try fields.decode(String.self, forKey: .record))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        if case .turn(let turn) = self { return try turn.encode(to: encoder) }
        var fields = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .turn: break
        case .inject(let inject): try fields.encode(inject, forKey: .inject)
        case .effect(let effect): try fields.encode(effect, forKey: .effect)
        case .branch(let branch): try fields.encode(branch, forKey: .branch)
        case .record(let line): try fields.encode(line, forKey: .record)
        }
    }
}
