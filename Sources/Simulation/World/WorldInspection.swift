import Situation

/// Checks everything a run relies on, once, so that the engine need not.
///
/// The ranges are far wider than any border has seen; they keep a run's time and memory bounded and its
/// counts exact.
struct WorldInspection {
    let world: World

    func inspect() throws(WorldFault) {
        try require(.lengthHours, of: world.scenario, world.length.inHours, in: 0...Self.longestHours)
        try inspectGroups()
        try inspectPosts()
        try inspectFlows()
        try inspectDisplacement()
        try inspectReception()
        try inspectTimetable()
    }

    /// 400 days: a slow displacement over a year fits in one run.
    static let longestHours = 400.0 * 24

    /// Checks the start by itself, before any calendar reckons with it.
    static func inspect(start: Instant, of name: String) throws(WorldFault) {
        let years = 365.2425 * 24 * 3_600_000
        let year = 1970 + Double(start.milliseconds) / years
        try require(.startYear, of: name, year, in: 1900...9998)
    }
}

// MARK: - Rules

extension WorldInspection {
    static func require(
        _ quantity: WorldFault.Quantity, of name: String, _ value: Double, in allowed: ClosedRange<Double>
    ) throws(WorldFault) {
        guard allowed.contains(value) else {
            throw .outOfRange(quantity, of: name, value: value, allowed: allowed)
        }
    }

    func require(
        _ quantity: WorldFault.Quantity, of name: String, _ value: Double, in allowed: ClosedRange<Double>
    ) throws(WorldFault) {
        try Self.require(quantity, of: name, value, in: allowed)
    }

    func requirePost(_ id: CheckpointID, of name: String) throws(WorldFault) {
        guard world.posts.contains(where: { $0.id == id }) else { throw .unknownPost(id, of: name) }
    }

    func refuseDuplicates(_ names: [String]) throws(WorldFault) {
        var seen: Set<String> = []
        for name in names {
            guard seen.insert(name).inserted else { throw .duplicate(name) }
        }
    }

    func requireTime(of name: String, from: Span, to: Span) throws(WorldFault) {
        try require(.offsetHours, of: name, from.inHours, in: 0...Self.longestHours)
        try require(.offsetHours, of: name, to.inHours, in: 0...2 * Self.longestHours)
        guard from < to else { throw .endsBeforeItBegins(of: name, from: from, to: to) }
    }
}
