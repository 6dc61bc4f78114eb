import Simulation
import Situation

/// What many runs of a scenario come to as tables for other programs: one row a value, columns as RFC 4180 has
/// them, times with the offset +05:00.
public struct EnsembleCSV {
    /// A file and what is in it.
    public struct Table: Hashable, Sendable {
        public let file: String
        public let text: String
    }

    private let result: EnsembleResult

    /// Tables of a result.
    public init(_ result: EnsembleResult) { self.result = result }

    /// All tables.
    public var tables: [Table] {
        [
            Table(file: "series.csv", text: Self.text(seriesRows)),
            Table(file: "measures.csv", text: Self.text(measureRows)),
            Table(file: "expected.csv", text: Self.text(expectedRows)),
        ]
    }

    private var seriesRows: [[String]] {
        let head = ["metric", "scope", "place", "unit", "time", "p10", "p50", "p90", "mean"]
        return [head]
            + result.fans.flatMap { series in
                series.steps.enumerated().compactMap { step, fan in
                    fan.map {
                        [
                            series.key.metric.rawValue, series.key.place.scope.rawValue,
                            series.key.place.code, series.key.metric.unit.rawValue,
                            min(result.grid.end(of: step), result.end).iso8601,
                        ] + Self.fields($0)
                    }
                }
            }
    }

    private var measureRows: [[String]] {
        let head = [
            "measure", "scope", "place", "unit", "runs", "occurred", "p10", "p50", "p90", "mean",
            "mean_low95", "mean_high95",
        ]
        return [head]
            + result.measures.map { summary in
                [
                    summary.key.measure.name, summary.key.place.scope.rawValue, summary.key.place.code,
                    summary.key.measure.unit.rawValue, "\(summary.runs)", "\(summary.occurred)",
                ] + (summary.fan.map(Self.fields) ?? ["", "", "", ""])
                    + [
                        summary.interval.map { "\($0.lowerBound)" } ?? "",
                        summary.interval.map { "\($0.upperBound)" } ?? "",
                    ]
            }
    }

    private var expectedRows: [[String]] {
        func rows<Kind: RawRepresentable<String> & Hashable>(
            _ kind: String, _ persons: [Kind: Double]
        ) -> [[String]] {
            persons.map { [kind, $0.rawValue, "\($1)"] }.sorted { $0[1] < $1[1] }
        }
        let people = result.expected
        return [["kind", "name", "persons"]] + rows("group", people.groups)
            + rows("purpose", people.purposes) + rows("age", people.ages)
            + rows("documents", people.documents)
    }

    private static func fields(_ fan: Fan) -> [String] {
        ["\(fan.p10)", "\(fan.p50)", "\(fan.p90)", "\(fan.mean)"]
    }

    /// Names of scenario files may hold anything, so fields are quoted where they have to be.
    static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { ",\"\r\n".contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
