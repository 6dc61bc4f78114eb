import GRDB
import Situation

/// Writes what is derived from an entry, within one transaction: beside the record as it is stored, and anew
/// when everything is rebuilt from it.
struct DerivedWriter {
    var labels: LabelWriter
    private let insertStatement: SQLStatement
    private let insertAmendment: SQLStatement
    private let lines: LogIndexWriter

    /// - Parameter labels: numbers given in earlier, committed transactions.
    init(_ db: Database, labels: [String: Int64]) throws {
        self.labels = try LabelWriter(db, known: labels)
        insertStatement = try SQLStatement(db, sql: StatementRow.insertion)
        insertAmendment = try SQLStatement(
            db, sql: "INSERT INTO amendment (seq, target_station, target_number) VALUES (?,?,?)")
        lines = try LogIndexWriter(db)
    }

    /// Stores the rows of `entry`, which the record holds at `seq`.
    mutating func write(_ entry: Entry, seq: Int64) throws {
        try StatementRow.write(entry, seq: seq, with: insertStatement, labels: &labels)
        try lines.write(entry, seq: seq)
        guard case .correction(let correction) = entry.fact else { return }
        insertAmendment.bind(1, seq)
        insertAmendment.bind(2, correction.target.station.rawValue)
        insertAmendment.bind(3, correction.target.number)
        try insertAmendment.run()
    }
}
