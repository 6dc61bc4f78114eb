import Simulation

/// The differences between two scenarios as a table: one row a measure and place, second less first.
public struct ComparisonCSV {
    private let result: PolicyComparisonResult

    /// Tables of a comparison.
    public init(_ result: PolicyComparisonResult) { self.result = result }

    /// All tables: the two results' own, told apart by the file's name, and the differences.
    public var tables: [EnsembleCSV.Table] {
        let parts = [("a-", result.first), ("b-", result.second)].flatMap { prefix, result in
            EnsembleCSV(result).tables.map { EnsembleCSV.Table(file: prefix + $0.file, text: $0.text) }
        }
        return parts + [EnsembleCSV.Table(file: "differences.csv", text: EnsembleCSV.text(rows))]
    }

    private var rows: [[String]] {
        let head = [
            "measure", "scope", "place", "unit", "pairs", "mean", "low95", "high95", "verdict", "share_mean",
            "share_verdict",
        ]
        return [head]
            + result.differences.map { difference in
                let value = difference.value
                return [
                    difference.key.measure.name, difference.key.place.scope.rawValue,
                    difference.key.place.code, difference.key.measure.unit.rawValue, "\(value.pairs)",
                    value.mean.map { "\($0)" } ?? "", value.interval.map { "\($0.lowerBound)" } ?? "",
                    value.interval.map { "\($0.upperBound)" } ?? "", value.verdict.rawValue,
                    difference.share.mean.map { "\($0)" } ?? "", difference.share.verdict.rawValue,
                ]
            }
    }
}
