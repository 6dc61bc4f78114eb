import Situation

/// A conflict, gap or oddity in the printed text of the decree. Nothing is resolved by listing it.
public struct Discrepancy: Hashable, Sendable, Identifiable {
    /// Such as `TARGET-14`.
    public let id: String
    /// What sort of trouble it is.
    public let kind: Kind
    /// How much it matters.
    public let severity: Severity
    /// The indicator concerned.
    public let indicator: IndicatorNumber?
    /// The direction concerned, 1 to 7.
    public let direction: Int?
    /// The measures concerned.
    public let measures: [MeasureNumber]
    /// What is found, in English.
    public let text: String
    /// A remark on how it may be read; not a decision.
    public let reading: String?
    /// The two printed series of a target conflict.
    public let series: Series?
    /// Where each version stands.
    public let places: [Place]

    /// What sort of trouble it is.
    public enum Kind: String, CaseIterable, Sendable {
        case targetConflict = "target_conflict"
        case levelConflict = "level_conflict"
        case series, wording, agency, deadline, funding, arithmetic, oddity, extraction
    }

    /// How much a program would be misled.
    public enum Severity: String, CaseIterable, Sendable {
        /// A number or duty a program would act on.
        case high
        /// A name or key to map.
        case medium
        /// A slip of print.
        case low
    }

    /// The two series of a conflict.
    public struct Series: Hashable, Sendable {
        /// As part 6 prints it.
        public let part6: TargetSeries
        /// As the plan prints it.
        public let plan: TargetSeries
    }

    /// A place in the decree and its words.
    public struct Place: Hashable, Sendable {
        /// Such as "annex, measure 22".
        public let location: String
        /// The printed words.
        public let quoteKk: String
    }
}
