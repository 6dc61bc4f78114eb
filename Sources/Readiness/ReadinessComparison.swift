/// What changed from one table to another.
public struct ReadinessComparison: Hashable, Sendable {
    /// When the earlier one was made, ISO 8601.
    public let before: String
    /// What differs between the two tables' making.
    public let circumstances: [Circumstance]
    /// Rows that differ, in the order of the later table; then those that are gone.
    public let changes: [Change]
    /// Scenarios in only one of the two: their rows are not compared.
    public let onlyBefore: [String]
    public let onlyNow: [String]

    /// Compares scenario by scenario, row by row.
    public init(from before: ReadinessTable, to now: ReadinessTable) {
        self.before = before.made
        let old = Dictionary(before.scenarios.map { ($0.id, $0) }) { first, _ in first }
        let shared = now.scenarios.filter { old[$0.id] != nil }
        let sharedIDs = Set(shared.map(\.id))
        onlyBefore = before.scenarios.map(\.id).filter { !sharedIDs.contains($0) }
        onlyNow = now.scenarios.map(\.id).filter { !sharedIDs.contains($0) }
        var circumstances: [Circumstance] = []
        if before.inputs.reference != now.inputs.reference { circumstances.append(.reference) }
        if before.inputs.journal != now.inputs.journal { circumstances.append(.journal) }
        for scenario in shared {
            guard let earlier = old[scenario.id] else { continue }
            if earlier.digest != scenario.digest { circumstances.append(.scenario(scenario.id)) }
            let isSameLuck =
                earlier.seed == scenario.seed && earlier.replications == scenario.replications
                && earlier.hours == scenario.hours
            if !isSameLuck { circumstances.append(.luck(scenario.id)) }
        }
        self.circumstances = circumstances

        let earlier = Dictionary(
            before.rows.filter { sharedIDs.contains($0.scenario) }.map { (Key($0), $0) }
        ) { first, _ in first }
        let later = now.rows.filter { sharedIDs.contains($0.scenario) }
        let laterKeys = Set(later.map(Key.init))
        changes =
            later.compactMap { row in
                guard let old = earlier[Key(row)] else { return .appeared(row) }
                return old == row ? nil : .changed(from: old, to: row)
            }
            + before.rows.filter { sharedIDs.contains($0.scenario) && !laterKeys.contains(Key($0)) }
            .map(Change.gone)
    }

    /// Whether the same luck was played for every scenario both have, so that no difference is chance.
    public var isSameLuck: Bool {
        !circumstances.contains { if case .luck = $0 { true } else { false } }
    }

    /// What was not the same when the two were made.
    public enum Circumstance: Hashable, Sendable {
        /// Other reference data.
        case reference
        /// Another journal, another place in it, or none.
        case journal
        /// The scenario's file.
        case scenario(String)
        /// The scenario's seed, number of runs or length: differences may be luck.
        case luck(String)
    }

    /// How a row differs.
    public enum Change: Hashable, Sendable {
        case appeared(ReadinessRow)
        case gone(ReadinessRow)
        case changed(from: ReadinessRow, to: ReadinessRow)
    }

    private struct Key: Hashable {
        let scenario: String
        let place: String
        let resource: ReadinessRow.Resource

        init(_ row: ReadinessRow) {
            scenario = row.scenario
            place = row.place
            resource = row.resource
        }
    }
}
