import Simulation
import Situation

/// Two scenarios played under the same luck, as JSON. Differences are second less first.
public struct ComparisonJSON: Encodable {
    let kind = "simulation-comparison"
    let version = 1
    let simulated = true
    let first: EnsembleJSON
    let second: EnsembleJSON
    let differences: [Difference]

    /// What two policies come to.
    public init(_ result: PolicyComparisonResult) {
        first = EnsembleJSON(result.first)
        second = EnsembleJSON(result.second)
        differences = result.differences.map(Difference.init)
    }

    /// The text, keys in order.
    public func text() throws -> String { try JSONText.of(self) }

    struct Difference: Encodable {
        let measure: String
        let scope: String
        let place: String
        let unit: String
        let value: Paired
        /// Of the runs in which it happens at all.
        let share: Paired

        init(_ difference: MeasureDifference) {
            measure = difference.key.measure.name
            scope = difference.key.place.scope.rawValue
            place = difference.key.place.code
            unit = difference.key.measure.unit.rawValue
            value = Paired(difference.value)
            share = Paired(difference.share)
        }
    }

    struct Paired: Encodable {
        let pairs: Int
        let mean: Double?
        let low95: Double?
        let high95: Double?
        let verdict: String
        let pairsMissing: Int?

        init(_ difference: PairedDifference) {
            pairs = difference.pairs
            mean = difference.mean
            low95 = difference.interval?.lowerBound
            high95 = difference.interval?.upperBound
            verdict = difference.verdict.rawValue
            pairsMissing = difference.pairsMissing
        }
    }
}
