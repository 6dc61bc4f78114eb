import Language
import Planning
import Simulation
import Situation

/// What the forecast screen knows: the scenarios at hand, what runs, and what came of those that ran.
struct ForecastDesk: Sendable {
    var shelf = Shelf.notAsked
    /// The one that runs; there is never more than one.
    var running: Running?
    var outcomes: [Scenario.ID: Outcome] = [:]
    var refusals: [Scenario.ID: Phrase] = [:]
    private var nextNumber = 1

    /// The scenarios at hand, which are read when they are first asked for.
    enum Shelf: Sendable {
        case notAsked, loading
        case loaded([ForecastScenario], faults: Int)
        case refused(Phrase)
    }

    /// A scenario being played.
    struct Running: Sendable {
        let order: ForecastOrder
        var progress: ForecastProgress
    }

    /// What came of a scenario, or has come of it so far.
    struct Outcome: Sendable {
        var result: EnsembleResult
        /// What the screen's clock showed when it came; `nil` once another clock is shown.
        var at: Instant?
    }

    var scenarios: [ForecastScenario] { if case .loaded(let all, _) = shelf { all } else { [] } }

    func scenario(_ id: Scenario.ID) -> ForecastScenario? { scenarios.first { $0.id == id } }

    func isRunning(_ id: Scenario.ID) -> Bool { running?.order.scenario == id }

    /// Makes `scenario` the one that runs, in place of any other.
    mutating func begin(_ scenario: ForecastScenario, seed: UInt64) -> ForecastOrder {
        let replications = Self.replications(over: scenario.horizon)
        let order = ForecastOrder(
            id: ForecastID(nextNumber), scenario: scenario.id, replications: replications, seed: seed)
        nextNumber += 1
        running = Running(order: order, progress: ForecastProgress(done: 0, total: replications))
        refusals[scenario.id] = nil
        return order
    }

    /// Enough for quantiles that hardly move, and done while one waits: 200 over three days, fewer over longer times, and
    /// never so few that a tenth of the runs is no run.
    private static func replications(over horizon: Span) -> Int {
        min(200, max(40, Int(200 * 72 / max(1, horizon.inHours))))
    }
}

/// A scenario that can be played, as the screens need it.
public struct ForecastScenario: Hashable, Sendable, Identifiable {
    public let id: Scenario.ID
    public let name: PlanText
    /// What is invented in it.
    public let notes: PlanText
    public let cause: Scenario.Cause
    public let horizon: Span
    public let seed: UInt64

    public init(_ scenario: Scenario) {
        id = scenario.id
        name = scenario.name
        notes = scenario.notes
        cause = scenario.cause
        horizon = scenario.horizon
        seed = scenario.seed
    }
}

/// Names one order to play a scenario, so that what comes late for another is passed over.
public struct ForecastID: Hashable, Sendable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// Which scenario to play, how often, with what luck.
public struct ForecastOrder: Hashable, Sendable {
    public let id: ForecastID
    public let scenario: Scenario.ID
    public let replications: Int
    public let seed: UInt64

    public init(id: ForecastID, scenario: Scenario.ID, replications: Int, seed: UInt64) {
        self.id = id
        self.scenario = scenario
        self.replications = replications
        self.seed = seed
    }
}

/// How far a scenario is played.
public struct ForecastProgress: Hashable, Sendable {
    public var done: Int
    public var total: Int
    /// How long it will still take, by what it took so far.
    public var left: Span?

    public init(done: Int, total: Int, left: Span? = nil) {
        self.done = done
        self.total = total
        self.left = left
    }
}
