import Foundation
import Simulation
import Situation

/// What many runs of a scenario come to as JSON for scripts. The form is described in `docs/simulate-json.md`;
/// keys are only ever added. The same world, seed and number of replications give the same bytes.
public struct EnsembleJSON: Encodable {
    let kind = "simulation"
    let version = 1
    /// What is read here was played by a simulator and observed nowhere.
    let simulated = true
    let scenario: String
    /// A text: not every reader of JSON keeps 64 bits.
    let seed: String
    let replications: Int
    let replicationsAsked: Int
    let start: String
    let end: String
    let stepHours: Int
    let parties: Int
    let events: Int
    let measures: [Measure]
    /// The end of each step of the series.
    let times: [String]
    let series: [Series]
    let expected: Expected

    /// What many runs come to.
    public init(_ result: EnsembleResult) {
        scenario = result.scenario
        seed = String(result.seed)
        replications = result.replications
        replicationsAsked = result.replicationsAsked
        start = result.grid.start.iso8601
        end = result.end.iso8601
        stepHours = result.grid.stepHours
        parties = result.work.parties
        events = result.work.events
        measures = result.measures.map(Measure.init)
        times = (0..<result.grid.count).map { min(result.grid.end(of: $0), result.end).iso8601 }
        series = result.fans.map(Series.init)
        expected = Expected(result.expected)
    }

    /// The text, keys in order.
    public func text() throws -> String { try JSONText.of(self) }
}

// MARK: - Parts

extension EnsembleJSON {
    struct Measure: Encodable {
        let measure: String
        let scope: String
        let place: String
        let unit: String
        let runs: Int
        let occurred: Int
        let p10: Double?
        let p50: Double?
        let p90: Double?
        let mean: Double?
        let meanLow95: Double?
        let meanHigh95: Double?

        init(_ summary: MeasureSummary) {
            measure = summary.key.measure.name
            scope = summary.key.place.scope.rawValue
            place = summary.key.place.code
            unit = summary.key.measure.unit.rawValue
            runs = summary.runs
            occurred = summary.occurred
            p10 = summary.fan?.p10
            p50 = summary.fan?.p50
            p90 = summary.fan?.p90
            mean = summary.fan?.mean
            meanLow95 = summary.interval?.lowerBound
            meanHigh95 = summary.interval?.upperBound
        }
    }

    struct Series: Encodable {
        let metric: String
        let scope: String
        let place: String
        let unit: String
        let p10: [Double?]
        let p50: [Double?]
        let p90: [Double?]
        let mean: [Double?]

        init(_ series: FanSeries) {
            metric = series.key.metric.rawValue
            scope = series.key.place.scope.rawValue
            place = series.key.place.code
            unit = series.key.metric.unit.rawValue
            p10 = series.steps.map { $0?.p10 }
            p50 = series.steps.map { $0?.p50 }
            p90 = series.steps.map { $0?.p90 }
            mean = series.steps.map { $0?.mean }
        }
    }

    /// Expected persons beyond the usual.
    struct Expected: Encodable {
        let persons: Double
        let groups: [String: Double]
        let purposes: [String: Double]
        let ages: [String: Double]
        let documents: [String: Double]

        init(_ people: ExpectedPeople) {
            func named<Kind: RawRepresentable<String> & Hashable>(_ persons: [Kind: Double]) -> [String:
                Double]
            {
                Dictionary(persons.map { ($0.rawValue, $1) }, uniquingKeysWith: +)
            }
            persons = people.persons
            groups = named(people.groups)
            purposes = named(people.purposes)
            ages = named(people.ages)
            documents = named(people.documents)
        }
    }
}
