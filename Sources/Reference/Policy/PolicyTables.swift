import Situation

/// The decree's tables that a screen of the council needs and the duty officer's first screen does not: read
/// when they are first asked for.
public struct PolicyTables: Sendable {
    /// The 73 measures in order.
    public let measures: [Measure]
    /// The 7 directions in order.
    public let directions: [PolicyDirection]
    /// The 50 bodies the decree names.
    public let agencies: [Agency]
    /// The abbreviations that are no agencies.
    public let abbreviations: [Abbreviation]
    /// The standing duties: reports, meetings, control.
    public let duties: [CalendarDuty]
    /// The 70 findings in the printed text.
    public let discrepancies: [Discrepancy]
    /// Numbers to set a figure beside.
    public let facts: [DecreeFact]
    /// What is printed about the 14 indicators, in order.
    public let indicatorPrints: [IndicatorPrint]
    /// How the values of the 14 indicators are to be read, in order.
    public let semantics: [IndicatorSemantics]
    /// The systems that figures come from.
    public let sources: [SourceSystem]

    /// The measure with that number.
    public func measure(_ number: MeasureNumber) -> Measure? {
        measures.first { $0.number == number }
    }

    /// The measures that stand under an indicator.
    public func measures(under indicator: IndicatorNumber) -> [Measure] {
        measures.filter { $0.indicators.contains(indicator) }
    }

    /// The direction with that number.
    public func direction(_ number: Int) -> PolicyDirection? {
        directions.first { $0.number == number }
    }

    /// The agency with that key.
    public func agency(_ key: AgencyKey) -> Agency? {
        agencies.first { $0.id == key }
    }

    /// What is printed about an indicator.
    public func print(of indicator: IndicatorNumber) -> IndicatorPrint? {
        indicatorPrints.first { $0.number == indicator }
    }

    /// How the values of an indicator are to be read.
    public func semantics(of indicator: IndicatorNumber) -> IndicatorSemantics? {
        semantics.first { $0.number == indicator }
    }

    /// The discrepancies that concern an indicator.
    public func discrepancies(about indicator: IndicatorNumber) -> [Discrepancy] {
        discrepancies.filter { $0.indicator == indicator }
    }

    /// The discrepancies that concern a measure.
    public func discrepancies(about measure: MeasureNumber) -> [Discrepancy] {
        discrepancies.filter { $0.measures.contains(measure) }
    }

    /// The days on which measures fall due, rising, each with its measures in order.
    public var datedDeadlines: [(day: CalendarDay, measures: [MeasureNumber])] {
        var days: [CalendarDay: [MeasureNumber]] = [:]
        for measure in measures {
            for day in measure.deadline.days { days[day, default: []].append(measure.number) }
        }
        return days.sorted { $0.key < $1.key }.map { (day: $0.key, measures: $0.value) }
    }
}
