import Planning
import Situation

/// What criteria are worked out of.
struct ScoreDraft {
    let actions: [ActionLedger.Status]
    let responses: [ResponseLedger.Response]
    let attention: AttentionLedger
    let reserves: ReserveLedger
    let run: OutcomeMeasures
    let to: Instant

    func result(of criterion: Criterion) -> Score.CriterionResult {
        switch value(of: criterion.measure) {
        case .value(let value):
            Score.CriterionResult(criterion: criterion, value: value, grade: criterion.grade(of: value))
        case .never: Score.CriterionResult(criterion: criterion, value: nil, grade: .poor)
        case .notMeasured: Score.CriterionResult(criterion: criterion, value: nil, grade: .notMeasured)
        }
    }

    private enum Measured {
        case value(Double)
        /// It should have come about and did not.
        case never
        case notMeasured

        init(_ value: Double?) { self = value.map(Measured.value) ?? .notMeasured }
    }

    private func value(of measure: ExerciseMeasure) -> Measured {
        switch measure {
        case .actionsInTime(let injects):
            Measured(Score.share(inTime: actions.filter { injects.isEmpty || injects.contains($0.injectID) }))
        case .personHoursWaited: .value(run.personHoursWaited)
        case .personHoursWithoutBed: .value(run.personHoursWithoutBed)
        case .standardsBreachedHours: .value(run.standardsBreachedHours)
        case .response(let stage, let inject): response(stage, to: inject)
        case .alarmsUnacknowledged(let limit):
            .value(Double(attention.unacknowledged(over: limit, until: to).count))
        case .contradictionsSettled: Measured(contradictionsSettled)
        case .reserveCommitted(let kind): .value(Double(reserves.peaks[kind] ?? 0))
        }
    }

    private func response(_ stage: ExerciseMeasure.Stage, to inject: Inject.ID) -> Measured {
        guard let response = responses.first(where: { $0.injectID == inject }) else { return .notMeasured }
        guard let moment = response.moment(of: stage), moment <= to else { return .never }
        return .value((moment - response.sent).inHours * 60)
    }

    /// Those whose figures came to agree by themselves asked nothing of anybody.
    private var contradictionsSettled: Double? {
        let cases = attention.cases.filter { !$0.hasLapsed || $0.settled != nil }
        return cases.isEmpty ? nil : Double(cases.count { $0.settled != nil }) / Double(cases.count)
    }
}

extension Criterion {
    /// Which way is better the limits say themselves.
    func grade(of value: Double) -> Score.Grade {
        let isBetterHigher = good == poor ? measure.isBetterHigher : good > poor
        if isBetterHigher { return value >= good ? .good : value <= poor ? .poor : .fair }
        return value <= good ? .good : value >= poor ? .poor : .fair
    }
}
