/// What stands of an exercise, as its stations see it.
public struct ExercisePicture: Hashable, Codable, Sendable {
    /// The last turn, and when it was; `nil` before STARTEX.
    public private(set) var turn: ExerciseTurn?
    public private(set) var turned: Instant?
    /// The injects that were sent, in order.
    public private(set) var injects: [Sent] = []
    /// Where the exercise went on, when it did.
    public private(set) var branch: ExerciseBranch?

    /// An inject and when it reached its stations.
    public struct Sent: Hashable, Codable, Sendable {
        public let message: InjectMessage
        public let at: Instant
        public let entry: EntryID
    }

    /// Before anything happened.
    public init() {}

    /// Whether it is over.
    public var isOver: Bool { turn?.turn.isEnd == true }

    mutating func apply(_ event: ExerciseEvent, of entry: Entry) {
        switch event {
        case .turn(let turn):
            self.turn = turn
            turned = entry.known.instant
        case .inject(let message):
            injects.append(Sent(message: message, at: entry.known.instant, entry: entry.id))
            if injects.count > Self.keptInjects { injects.removeFirst() }
        case .branch(let branch): if !branch.isOrigin { self.branch = branch }
        case .effect, .record: break
        }
    }

    /// More than the longest list anybody writes.
    private static let keptInjects = 1000
}
