import Foundation
import Simulation

/// Reads a public Flee case as it is: `input_csv/` and `source_data/` of one folder.
public struct FleeCaseFolder {
    let path: String

    /// - Parameter path: the case's folder.
    public init(path: String) { self.path = path }

    /// A case, and what in its files has no effect.
    public struct Reading: Sendable {
        public var flee: FleeCase
        /// Rows that were passed over as Flee does, for a person to know.
        public var remarks: [FleeCaseFault]
    }

    /// The largest count, population, capacity or day in a file.
    static let counts = 0...Int(FleeCase.largestCount)
    static let days = -1_000_000...1_000_000

    /// Reads the case.
    ///
    /// - Throws: ``FleeCaseFault`` with file, line and column of the first thing that cannot be read.
    public func read() throws(FleeCaseFault) -> Reading {
        let period = try period()
        let locations = try CaseTable(path: input("locations.csv"), file: name("locations.csv"))
        var reader = FleeGeographyReader()
        try reader.readPlaces(locations)
        try reader.readRoutes(try CaseTable(path: input("routes.csv"), file: name("routes.csv")))
        let counts = try FleeCountsReader(folder: self, startDay: period.start).read()
        var flee = FleeCase(
            name: URL(fileURLWithPath: path).lastPathComponent, startDay: period.start, days: period.days,
            places: reader.places, routes: reader.routes, total: counts.total, camps: counts.camps)
        flee.corrections = counts.corrections
        if let table = try optional("closures.csv") { flee.closures = try reader.closures(table) }
        if let table = try optional("conflicts.csv", hasPlainHeader: true) {
            flee.conflicts = try reader.conflicts(table, days: period.days)
        }
        if let table = try optional("location_changes.csv") { flee.kindChanges = try reader.changes(table) }
        try checkCamps(flee, locations)
        return Reading(flee: flee, remarks: reader.remarks + counts.remarks(places: reader.names))
    }

    private func period() throws(FleeCaseFault) -> (start: Int, days: Int) {
        let table = try CaseTable(path: input("sim_period.csv"), file: name("sim_period.csv"))
        var start: Int?
        var days: Int?
        for row in table.rows {
            switch row.fields[0].lowercased() {
            case "startdate": start = try row.date(1, "StartDate")
            case "length": days = try row.whole(1, "Length", in: 1...FleeCase.mostDays)
            default: continue
            }
        }
        guard let start else { throw FleeCaseFault(file: table.file, column: "StartDate", .missing) }
        guard let days else { throw FleeCaseFault(file: table.file, column: "Length", .missing) }
        return (start, days)
    }

    private func checkCamps(_ flee: FleeCase, _ table: CaseTable) throws(FleeCaseFault) {
        let counted = Set(flee.camps.map(\.name))
        for (place, row) in zip(flee.places, table.rows)
        where place.kind.isCamp && !counted.contains(place.name) {
            throw row.fault("name", .campWithoutCounts(place.name))
        }
    }

    // MARK: - Files

    private func optional(
        _ file: String, hasPlainHeader: Bool = false
    ) throws(FleeCaseFault) -> CaseTable? {
        guard FileManager.default.fileExists(atPath: input(file)) else { return nil }
        return try CaseTable(path: input(file), file: name(file), hasPlainHeader: hasPlainHeader)
    }

    func input(_ file: String) -> String { path + "/" + name(file) }
    func source(_ file: String) -> String { path + "/source_data/" + file }
    private func name(_ file: String) -> String { "input_csv/" + file }

    /// The file of registration corrections, which need not be there.
    func corrections() throws(FleeCaseFault) -> CaseTable? { try optional("registration_corrections.csv") }
}
