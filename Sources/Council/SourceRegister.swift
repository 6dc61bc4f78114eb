import Reference
import Situation

/// The systems that figures come from, and when each was last heard.
public struct SourceRegister: Sendable {
    /// The systems of the decree, in the order of the file, then sources heard that it does not name.
    public let rows: [Row]

    /// One source.
    public struct Row: Sendable {
        /// `nil` for a source that is heard and that the decree does not name.
        public let system: SourceSystem?
        /// The names it was heard under, in order; empty when it never was.
        public let heardAs: [SourceID]
        /// When it last said anything; `nil` when it never did.
        public let lastKnown: Instant?
        /// The last moment it spoke of.
        public let lastAbout: Instant?
        /// How many of its entries the journal holds.
        public let entryCount: Int
    }

    public init(_ systems: [SourceSystem], heard: [SourceID: SourcePicture]) {
        var left = heard
        var rows: [Row] = []
        for system in systems {
            let names = Set([system.id.rawValue] + system.aliases)
            let found = left.filter { names.contains($0.key.rawValue) }
            for name in found.keys { left[name] = nil }
            rows.append(Row(system, found))
        }
        rows += left.sorted { $0.key < $1.key }.map { Row(nil, [$0.key: $0.value]) }
        self.rows = rows
    }

    /// The row of a source that a figure names.
    public func row(of source: SourceID) -> Row? { rows.first { $0.heardAs.contains(source) } }
}

extension SourceRegister.Row {
    fileprivate init(_ system: SourceSystem?, _ heard: [SourceID: SourcePicture]) {
        self.system = system
        heardAs = heard.keys.sorted()
        lastKnown = heard.values.map(\.lastKnown).max()
        lastAbout = heard.values.map(\.lastAbout).max()
        entryCount = heard.values.reduce(0) { $0 + $1.entryCount }
    }
}
