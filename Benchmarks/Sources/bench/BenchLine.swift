/// One line of the report: a figure, what it is held against, and the goal.
struct BenchLine: Encodable {
    let what: String
    /// Medians of all runs.
    let ours: Double
    let theirs: Double?
    let unit: Unit
    /// The median of the ratios of run and run, each pair measured one right after the other, so that what
    /// slows the machine slows both.
    let ratio: Double?
    let goal: Goal?
    /// What the other figure is, or what a reader should know.
    let note: String

    enum Unit: String, Encodable {
        case perSecond = "/s"
        case milliseconds = "ms"
        case seconds = "s"
        case kilobytes = "KB"
        case bytes = "B"
        case times = "×"
    }

    enum Goal {
        case ratioAtLeast(Double)
        case atLeast(Double)
        case atMost(Double)
    }

    /// A figure alone.
    init(_ what: String, ours: Double, _ unit: Unit, goal: Goal? = nil, note: String = "") {
        self.what = what
        self.ours = ours
        self.unit = unit
        self.goal = goal
        self.note = note
        theirs = nil
        ratio = nil
    }

    /// A figure beside another's.
    init(_ what: String, pairs: [RatePair], _ unit: Unit, goal: Goal? = nil, note: String = "") {
        self.what = what
        self.unit = unit
        self.goal = goal
        self.note = note
        ours = pairs.map(\.ours).median
        theirs = pairs.map(\.theirs).median
        ratio = pairs.map { $0.ours / $0.theirs }.median
    }

    /// Whether the goal is reached; `nil` without one.
    var isMet: Bool? {
        switch goal {
        case .ratioAtLeast(let least): ratio.map { $0 >= least }
        case .atLeast(let least): ours >= least
        case .atMost(let most): ours <= most
        case nil: nil
        }
    }

    private enum CodingKeys: String, CodingKey {
        case what, ours, theirs, unit, ratio, goal, met, note
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(what, forKey: .what)
        try container.encode(ours, forKey: .ours)
        try container.encodeIfPresent(theirs, forKey: .theirs)
        try container.encode(unit, forKey: .unit)
        try container.encodeIfPresent(ratio, forKey: .ratio)
        try container.encodeIfPresent(goal?.number, forKey: .goal)
        try container.encodeIfPresent(isMet, forKey: .met)
        try container.encode(note, forKey: .note)
    }
}

extension BenchLine.Goal {
    fileprivate var number: Double {
        switch self {
        case .ratioAtLeast(let number), .atLeast(let number), .atMost(let number): number
        }
    }
}

/// Two rates measured one right after the other.
struct RatePair {
    let ours: Double
    let theirs: Double
}

extension [Double] {
    /// The middle value; of an even number of values the upper of the two in the middle. 0 of none.
    var median: Double { quantile(0.5) }

    /// The value that `share` of all values stay below or at.
    func quantile(_ share: Double) -> Double {
        guard !isEmpty else { return 0 }
        let place = Int(Double(count) * share)
        return sorted()[Swift.min(count - 1, Swift.max(0, place))]
    }
}
