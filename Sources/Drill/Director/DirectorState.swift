import Planning
import Situation

/// What stands of the director's orders: the list of events as it is now, what was done to the world, what was seen
/// and rated. Made from the plan and the lines of the record, in their order.
public struct DirectorState: Sendable {
    public let plan: ExercisePlan
    public let opening: Instant
    /// The record so far.
    public private(set) var entries: [DirectorEntry] = []
    /// What the director changed of an inject, by its number.
    public private(set) var changes: [Int: InjectChange] = [:]
    public private(set) var invented: [DirectorOrder.InventedInject] = []
    /// Minutes by which all that is still to come was shifted.
    public private(set) var shift = 0
    /// Injects to be sent at once.
    public private(set) var forced: Set<Int> = []
    /// Injects to agencies that the director's people play: given out, and nothing of it is in the journal.
    public private(set) var delivered: [Int: Instant] = [:]
    public private(set) var observations: [DirectorEntry] = []
    /// The latest rating of each objective.
    public private(set) var ratings: [String: DirectorOrder.ObjectiveRating] = [:]
    /// Changes of the world that nobody has given a minute yet.
    public private(set) var worldToDo: [DirectorEntry] = []
    /// What was said for agencies and is not in the journal yet.
    public private(set) var agencyToDo: [DirectorEntry] = []

    /// What the director changed of an inject.
    public struct InjectChange: Hashable, Sendable {
        public var delayMinutes = 0
        public var isSkipped = false
        /// Other words, by language.
        public var text: [String: String]?
    }

    /// Nothing ordered yet.
    public init(_ stage: ExerciseStage) {
        plan = stage.plan
        opening = stage.opening
    }

    /// Takes in the next line of the record.
    public mutating func apply(_ entry: DirectorEntry) {
        entries.append(entry)
        switch entry.order {
        case .clock, .rewind: break
        case .inject(let order): apply(order, entry)
        case .world: if entry.effective == nil { worldToDo.append(entry) }
        case .agency: agencyToDo.append(entry)
        case .observe: observations.append(entry)
        case .rate(let rating): ratings[rating.objective] = rating
        }
    }

    private mutating func apply(_ order: DirectorOrder.InjectOrder, _ entry: DirectorEntry) {
        switch order {
        case .send(let number): forced.insert(number)
        case .skip(let number): changes[number, default: InjectChange()].isSkipped = true
        case .restore(let number): changes[number, default: InjectChange()].isSkipped = false
        case .delay(let number, let minutes):
            changes[number, default: InjectChange()].delayMinutes += minutes
        case .reword(let number, let text): changes[number, default: InjectChange()].text = text
        case .invent(let inject): invented.append(inject)
        case .shift(let minutes): shift += minutes
        case .delivered(let number): delivered[number] = entry.at
        }
    }

    /// The changes of the world to be given a minute; they are given once.
    public mutating func takeWorldToDo() -> [DirectorEntry] {
        defer { worldToDo = [] }
        return worldToDo
    }

    /// What is to be said for agencies; it is said once.
    public mutating func takeAgencyToDo() -> [DirectorEntry] {
        defer { agencyToDo = [] }
        return agencyToDo
    }

    /// Forgets what waited to be done: all of it is in the journal or has a minute already. For one who takes over.
    public mutating func forgetToDo() {
        let done = entries.filter { $0.effective != nil }.map(\.order)
        worldToDo.removeAll { done.contains($0.order) }
        agencyToDo = []
    }

    /// When an inject with a time is to be sent, with all that was ordered about it; `nil` for others.
    public func time(of inject: Inject) -> Instant? {
        guard case .at(let offset) = inject.when else { return nil }
        return opening + offset + .minutes(shift + (changes[inject.number]?.delayMinutes ?? 0))
    }

    /// The same for one the director made up.
    public func time(of inject: DirectorOrder.InventedInject) -> Instant {
        inject.at + .minutes(changes[inject.number]?.delayMinutes ?? 0)
    }

    /// Whether it is not to be sent.
    public func isSkipped(_ number: Int) -> Bool { changes[number]?.isSkipped ?? false }

    /// Whether nothing more comes of it: it reached its stations or an agency, or is not to be sent.
    ///
    /// - Parameter sent: numbers of those that reached their stations.
    func isGone(_ number: Int, sent: Set<Int>) -> Bool {
        sent.contains(number) || delivered[number] != nil || isSkipped(number)
    }

    /// The next number for an inject that is made up.
    public var nextNumber: Int {
        (plan.injects.map(\.number) + invented.map(\.number)).max().map { $0 + 1 } ?? 1
    }
}
