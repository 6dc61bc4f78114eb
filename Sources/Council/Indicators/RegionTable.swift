import Reference
import Situation

/// The newest period for which regions have values, and their order.
public struct RegionTable: Sendable {
    /// The period that is ranked.
    public let period: ReportingPeriod
    /// The best first; equal values share a rank.
    public let rows: [Row]
    /// The newest values of regions that have none for the period: shown, not ranked.
    public let others: [Statement<IndicatorValue>]

    /// One region of the ranking.
    public struct Row: Sendable {
        public let rank: Int
        public let region: RegionCode
        public let statement: Statement<IndicatorValue>
    }

    /// - Returns: `nil` when no region has a value.
    init?(_ statements: [Statement<IndicatorValue>], better: Indicator.Better) {
        // Of a period the last known word counts.
        var latest: [RegionCode: [String: Statement<IndicatorValue>]] = [:]
        for statement in statements {
            guard let region = statement.body.region else { continue }
            let key = statement.body.period.description
            if let other = latest[region]?[key], other.provenance.known > statement.provenance.known {
                continue
            }
            latest[region, default: [:]][key] = statement
        }
        let all = latest.values.flatMap(\.values)
        guard
            let newest = all.max(by: {
                ($0.body.period.endMonth, $0.body.period.months) < (
                    $1.body.period.endMonth, $1.body.period.months
                )
            })
        else { return nil }
        let period = newest.body.period
        self.period = period
        let ranked = all.filter { $0.body.period == period }.compactMap { statement in
            statement.body.region.map { (region: $0, statement: statement) }
        }.sorted { left, right in
            let (first, second) = (left.statement.body.value, right.statement.body.value)
            if first != second { return better == .lower ? first < second : first > second }
            return left.region < right.region
        }
        rows = ranked.map { item in
            let ahead = ranked.count { other in
                better == .lower
                    ? other.statement.body.value < item.statement.body.value
                    : other.statement.body.value > item.statement.body.value
            }
            return Row(rank: ahead + 1, region: item.region, statement: item.statement)
        }
        others = latest.filter { $0.value[period.description] == nil }.compactMap { region, periods in
            periods.values.max { $0.body.period.endMonth < $1.body.period.endMonth }
        }.sorted { ($0.body.region?.rawValue ?? "") < ($1.body.region?.rawValue ?? "") }
    }
}
