import Situation

/// One of each thing that can be said of measures and of questions before the council, in an order that could be.
public enum CouncilSample {
    public static let facts: [Fact] = measures + decisions

    private static let measures: [Fact] = [
        state(1, .progress, words: "drafted"),
        state(
            1, .done, period: "2026-Q2",
            evidence: Evidence(document: "roadmap 5", date: CalendarDay(year: 2026, month: 6, day: 20)),
            agency: "MIA"),
        state(4, .rescheduled(to: CalendarDay(year: 2027, month: 3, day: 31)), words: "parliament"),
        state(9, .cannot(reason: "no draft"), period: "2026-12"),
    ].compactMap(\.self)

    private static func state(
        _ number: Int, _ state: ExecutionState, period: String? = nil, words: String? = nil,
        evidence: Evidence? = nil, agency: AgencyKey? = nil
    ) -> Fact? {
        MeasureNumber(number).map {
            .measureState(
                MeasureState(
                    measure: $0, period: period.flatMap { ReportingPeriod($0) }, state: state, words: words,
                    evidence: evidence, agency: agency))
        }
    }

    private static let decisions: [Fact] = [
        .raised(
            .init(
                text: "Which series holds?", raisedBy: "MLSP", measure: MeasureNumber(73),
                indicator: IndicatorNumber(14), discrepancy: "TARGET-14")),
        .position(.init(agency: "MIA", stance: .conditional, words: "from 2027")),
        .position(.init(agency: "MIA", stance: .agrees, evidence: Evidence(document: "letter 4"))),
        .withdrawn(reason: "asked elsewhere"),
        .reopened(reason: "new figures"),
        .decided(
            .init(
                text: "The plan's series holds", number: "3",
                date: CalendarDay(year: 2026, month: 6, day: 25),
                assignments: [
                    .init(
                        agency: "MLSP", what: "correct the reports",
                        due: CalendarDay(year: 2026, month: 9, day: 1)),
                    .init(agency: "MIA", what: "tell the regions"),
                ],
                settles: [.discrepancy("TARGET-14")]
                    + (IndicatorNumber(14).map { [.targets($0, .plan)] } ?? []))),
        .assignment(1, .init(state: .rescheduled(to: CalendarDay(year: 2026, month: 10, day: 1)))),
        .assignment(2, .init(state: .done, evidence: Evidence(document: "circular 12"))),
    ].map { .decision(DecisionEvent("target-14", $0)) }
}
