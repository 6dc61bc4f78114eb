/// A table whose second row says in hashtags what its columns are (Humanitarian Exchange Language).
public struct HXLTable: Hashable, Sendable {
    /// For people.
    public let headings: [String]
    /// For programs: `#tag+attribute`.
    public let tags: [String]
    /// As many fields each as there are tags; empty where nothing is known.
    public let rows: [[String]]

    public init(headings: [String], tags: [String], rows: [[String]]) {
        self.headings = headings
        self.tags = tags
        self.rows = rows
    }

    /// The table as CSV after RFC 4180.
    public var csv: String { EnsembleCSV.text([headings, tags] + rows) }

    /// A row that claims more people of a smaller set than of a larger one.
    public struct Breach: Hashable, Sendable {
        /// 0 for the first row of data.
        public let row: Int
        public let larger: String
        public let smaller: String
    }

    /// The sets of the HXL core schema, each within the one before.
    static let ladder = ["#population", "#affected", "#inneed", "#targeted", "#reached"]

    /// Where the rule population ⊇ affected ⊇ in need ⊇ targeted ⊇ reached is broken within a row, sums over the columns
    /// of one set not assumed: each is held against each.
    public var breaches: [Breach] {
        let steps: [(rank: Int, column: Int)] = tags.indices.compactMap { column in
            let name = tags[column].prefix { $0 != "+" }
            return Self.ladder.firstIndex(of: String(name)).map { ($0, column) }
        }
        return rows.indices.flatMap { row in
            steps.flatMap { larger in
                steps.compactMap { smaller in
                    guard larger.rank < smaller.rank, let most = Double(rows[row][larger.column]),
                        let count = Double(rows[row][smaller.column]), count > most
                    else { return nil }
                    return Breach(row: row, larger: tags[larger.column], smaller: tags[smaller.column])
                }
            }
        }
    }
}
