import Situation

/// One of the 7 directions (бағыт) of the action plan. Called so, because a crossing has a direction too.
public struct PolicyDirection: Hashable, Sendable, Identifiable {
    /// 1 to 7.
    public let number: Int
    /// The number.
    public var id: Int { number }
    /// As the header line of the plan prints it.
    public let name: LocalName
    /// The heading in part 5 where it is worded differently: Kazakh and English.
    public let part5Heading: Part5Heading?
    /// The numbers of its measures.
    public let measures: ClosedRange<Int>
    /// Which of its measures stand under which indicator.
    public let blocks: [Block]

    /// The indicators of the direction.
    public var indicators: [IndicatorNumber] { blocks.map(\.indicator) }

    /// A heading of part 5 with our English translation.
    public struct Part5Heading: Hashable, Sendable {
        /// As printed.
        public let kk: String
        /// Our translation.
        public let en: String
    }

    /// The measures under one indicator line.
    public struct Block: Hashable, Sendable {
        /// The indicator whose line stands above them.
        public let indicator: IndicatorNumber
        /// The first to the last number.
        public let measures: ClosedRange<Int>
    }
}
