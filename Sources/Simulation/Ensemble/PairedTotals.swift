import Situation

/// The differences of measures, pair by pair: second less first.
struct PairedTotals: Sendable {
    private var pairs: [Pair]

    private struct Pair: Sendable {
        let key: MeasureKey
        let first: Int
        let second: Int
        /// Over pairs in which both have a value.
        var values = Tally()
        /// Over all pairs: 1 where only the second has a value, −1 where only the first has.
        var happenings = Tally()
    }

    init(_ first: EnsembleLayout, _ second: EnsembleLayout) {
        let places = Dictionary(
            second.measures.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        pairs = first.measures.enumerated().compactMap { index, key in
            places[key].map { Pair(key: key, first: index, second: $0) }
        }
    }

    mutating func add(_ records: RecordPair) {
        for index in pairs.indices {
            let first = records.first.measures[pairs[index].first]
            let second = records.second.measures[pairs[index].second]
            pairs[index].happenings.add((second.isNaN ? 0 : 1) - (first.isNaN ? 0 : 1))
            if !first.isNaN, !second.isNaN { pairs[index].values.add(second - first) }
        }
    }

    var result: [MeasureDifference] {
        pairs.map { MeasureDifference($0.key, values: $0.values, happenings: $0.happenings) }
    }
}
