/// How far a forecast of camp counts lies from the counts, by Flee's own formulas.
public struct FleeScore: Hashable, Sendable {
    /// Mean over the days of Σ|s·f − d| / max(Σd, 1) with f = Σd / Σs: the official score, 0 to 2.
    public let rescaled: Double
    /// The same with f = 1.
    public let normal: Double

    /// - Parameters:
    ///   - simulated: people in each camp, day by day.
    ///   - counted: people counted in each camp on the same days.
    public init(simulated: [[Double]], counted: [[Double]]) {
        var rescaled = 0.0
        var normal = 0.0
        for (simulated, counted) in zip(simulated, counted) {
            let all = counted.reduce(0, +)
            let played = simulated.reduce(0, +)
            let factor = played > 0 ? all / played : 0
            rescaled += Self.distance(simulated, counted, factor) / max(all, 1)
            normal += Self.distance(simulated, counted, 1) / max(all, 1)
        }
        let days = Double(max(1, min(simulated.count, counted.count)))
        self.rescaled = rescaled / days
        self.normal = normal / days
    }

    private static func distance(_ simulated: [Double], _ counted: [Double], _ factor: Double) -> Double {
        zip(simulated, counted).reduce(0) { $0 + ($1.0 * factor - $1.1).magnitude }
    }
}

/// A forecast without a model, to hold a score against.
public enum NaiveBaseline: Hashable, Sendable {
    /// Everybody counted is shared out by the camps' capacities: hindsight, where capacities are the highest
    /// counts ever recorded.
    case byCapacity
    /// Everybody counted is shared out as on this day.
    case shareKept(day: Int)

    /// The three that stand beside every score.
    public static let all: [NaiveBaseline] = [.byCapacity, .shareKept(day: 7), .shareKept(day: 30)]
}

extension FleeOutcome {
    /// The score of the run.
    public var score: FleeScore {
        FleeScore(simulated: days.map { $0.simulated.map(Double.init) }, counted: countedDays)
    }

    /// The score of a forecast without a model: the total counted on each day, shared out over the camps.
    ///
    /// Before the day whose share is kept, the shares of that day are used all the same: the forecast may look
    /// ahead there, which favours it.
    public func score(of baseline: NaiveBaseline, capacities: [Int]) -> FleeScore {
        let weights =
            switch baseline {
            case .byCapacity: capacities.map { Double(max(0, $0)) }
            case .shareKept(let day): countedDays.isEmpty ? [] : countedDays[min(day, countedDays.count - 1)]
            }
        let sum = weights.reduce(0, +)
        let shares = weights.map { sum > 0 ? $0 / sum : 1 / Double(max(weights.count, 1)) }
        let shared = countedDays.map { counted in
            let all = counted.reduce(0, +)
            return shares.map { $0 * all }
        }
        return FleeScore(simulated: shared, counted: countedDays)
    }

    private var countedDays: [[Double]] { days.map { $0.counted.map(Double.init) } }

    /// Flee's output: a header and a row a day, comma-separated, each line ended.
    public var csv: String {
        var text = "Day,Date,"
        for camp in camps.map(Self.quoted) { text += "\(camp) sim,\(camp) data,\(camp) error," }
        text += "Total error,refugees in camps (UNHCR),total refugees (simulation),raw UNHCR refugee count,"
        text += "refugees in camps (simulation),refugee_debt\n"
        for day in days { text += Self.row(day) }
        return text
    }

    private static func row(_ day: Day) -> String {
        var text = "\(day.day),\(day.date)"
        for (simulated, counted) in zip(day.simulated, day.counted) {
            let error = counted > 0 ? (Double(simulated) / Double(counted) - 1).magnitude : 0
            text += ",\(simulated),\(counted),\((error * 10_000).rounded(.toNearestOrEven) / 10_000)"
        }
        let inCamps = day.simulated.reduce(0, +)
        guard day.raw > 0 else { return text + ",0.0,0,\(day.people),0,\(inCamps),0\n" }
        let error = zip(day.simulated, day.counted).reduce(0) { $0 + abs($1.0 - $1.1) }
        text += ",\(Double(error) / Double(day.raw)),\(day.counted.reduce(0, +)),\(day.people)"
        return text + ",\(day.raw),\(inCamps),\(day.debt)\n"
    }

    /// A name with a comma or a quote in it, as RFC 4180 says.
    private static func quoted(_ name: String) -> String {
        guard name.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return name }
        return "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
