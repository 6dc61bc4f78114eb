import Council
import Situation

/// Which of the measures are listed, beside what the filter says.
struct MeasureView: Hashable, Sendable {
    var phase: MeasurePhase?
    /// A direction of the plan, 1 to 7.
    var direction: Int?
    /// Only what this agency leads or takes part in.
    var agency: AgencyKey?
    /// Only what stands under this indicator.
    var indicator: IndicatorNumber?

    func passes(_ standing: MeasureStanding) -> Bool {
        let measure = standing.measure
        return (phase.map { $0 == standing.phase } ?? true)
            && (direction.map { $0 == measure.direction } ?? true)
            && (agency.map { key in measure.responsible.contains { $0.agency == key } } ?? true)
            && (indicator.map(measure.indicators.contains) ?? true)
    }
}

extension [MeasureStanding] {
    /// What is pending by its day, so that the longest overdue comes first; then what cannot be done, then what is done.
    var mostUrgentFirst: [MeasureStanding] {
        func rank(_ standing: MeasureStanding) -> Int {
            switch standing.phase {
            case .cannot: 1
            case .done: 2
            default: 0
            }
        }
        return sorted { left, right in
            let (first, second) = (rank(left), rank(right))
            if first != second { return first < second }
            if first == 0, let one = left.current?.due, let other = right.current?.due, one != other {
                return one < other
            }
            return left.id < right.id
        }
    }
}
