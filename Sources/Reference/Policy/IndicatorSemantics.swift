import Situation

/// How the values of an indicator are to be read: the decree says it for none, so each is our reading with its reason.
public struct IndicatorSemantics: Hashable, Sendable, Identifiable {
    /// 1 to 14.
    public let number: IndicatorNumber
    /// The number.
    public var id: IndicatorNumber { number }
    /// How values of parts of a year stand to the year's target.
    public let measure: Measure
    /// Whether what was counted in a part of the year cannot be lost in the rest of it.
    public let onlyGrows: Bool
    /// The least and the most a value can be, where that follows from its being a share.
    public let bounds: ClosedRange<Double>?
    /// Whose reading it is.
    public let basis: Basis
    /// Why it reads so.
    public let reason: LocalName

    /// How values of parts of a year stand to the year's target.
    public enum Measure: String, CaseIterable, Sendable {
        /// How things stand at a time, or a share over a period: any period's value is held against the target.
        case level
        /// Counted over the year from zero: the values of its parts are added up.
        case yearlyFlow = "yearly_flow"
    }

    /// Whose reading it is.
    public enum Basis: String, CaseIterable, Sendable {
        case decree
        case ours = "our_reading"
    }
}

/// A system that figures come from.
public struct SourceSystem: Hashable, Sendable, Identifiable {
    /// Such as `burkit`; also the name of the source in feeds.
    public let id: SourceID
    /// What it is called.
    public let name: LocalName
    /// What it holds.
    public let holds: LocalName
    /// Whose it is; `nil` where the decree does not say.
    public let owner: AgencyKey?
    /// How often it gives figures, as the decree words it; `nil` where it does not say.
    public let rhythm: LocalName?
    /// Other names it goes by in feeds.
    public let aliases: [String]
    /// The measures that build or join it.
    public let measures: [MeasureNumber]
    /// The indicators measured by it, where the decree names it as their source.
    public let indicators: [IndicatorNumber]
    /// The place in the decree; `nil` for a source this project added.
    public let reference: String?
    /// The printed words.
    public let quoteKk: String?
    /// What a reader should know.
    public let note: String?
}
