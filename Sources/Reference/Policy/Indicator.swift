import Situation

/// One of the 14 target indicators of the decree.
///
/// Two places print targets: the table of part 6 and the lines above the measures of the action plan. Both
/// are kept, and where they differ nothing is chosen.
public struct Indicator: Hashable, Sendable, Identifiable {
    /// 1 to 14.
    public let number: IndicatorNumber
    /// The number.
    public var id: IndicatorNumber { number }
    /// The direction of the plan it stands under, 1 to 7.
    public let direction: Int
    /// As part 6 prints it, with our translations.
    public let name: LocalName
    /// What the values count.
    public let unit: Unit
    /// Values of the part 6 table by year, 2025–2030. All stand under the heading "forecast" (Болжам): that
    /// of 2025 is no actual either.
    public let part6: TargetSeries
    /// Targets of the plan's line by year, 2026–2030.
    public let plan: TargetSeries
    /// Which way is better.
    public let better: Better
    /// Whether `better` is read from the wording and the series; the decree states it for no indicator.
    public let betterIsInferred: Bool
    /// The agencies that answer for it, in printed order.
    public let responsible: [Responsible]
    /// The agencies whose figures it is measured by.
    public let sources: [AgencyKey]

    /// Whether the two printed series agree in every year that both give.
    public var targetsAgree: Bool { differingYears.isEmpty }

    /// The years for which both places print a target and the targets differ.
    public var differingYears: [Int] {
        plan.years.filter { year in part6[year].map { $0 != plan[year] } ?? false }
    }

    /// What the values count.
    public struct Unit: Hashable, Sendable {
        /// The unit in words.
        public let name: LocalName
        /// For programs.
        public let code: Code

        /// The unit for programs.
        public enum Code: String, CaseIterable, Sendable {
            case percent, persons, count
            case percentOfLabourForce = "percent_of_labour_force"
        }
    }

    /// The side of a target that is good.
    public enum Better: String, CaseIterable, Sendable {
        /// The target is a ceiling.
        case lower
        /// The target is a floor.
        case higher
    }
}

/// Values by year.
public struct TargetSeries: Hashable, Sendable {
    /// The years with a value, rising.
    public let years: [Int]
    private let values: [Double]

    /// A series of the pairs, in any order; of two values for a year the first counts.
    public init(_ pairs: [(year: Int, value: Double)]) {
        let sorted = Dictionary(pairs.map { ($0.year, $0.value) }) { first, _ in first }.sorted {
            $0.key < $1.key
        }
        years = sorted.map(\.key)
        values = sorted.map(\.value)
    }

    /// The value of the year, if one is printed.
    public subscript(year: Int) -> Double? {
        years.firstIndex(of: year).map { values[$0] }
    }
}

/// An agency that answers for an indicator or a measure.
public struct Responsible: Hashable, Sendable {
    /// Which agency.
    public let agency: AgencyKey
    /// Printed with "by agreement" (келісу бойынша).
    public let isByAgreement: Bool
}

/// What the decree prints about an indicator, word for word.
public struct IndicatorPrint: Hashable, Sendable {
    /// 1 to 14.
    public let number: IndicatorNumber
    /// The name in the plan where it is worded differently from part 6.
    public let planNameKk: String?
    /// The cell that names the source of the figures.
    public let sourceText: String
    /// The cell that names the responsible agencies.
    public let responsibleText: String
    /// The cells of part 6 by year, with decimal comma, spaces and minus signs.
    public let valuesPrinted: [Int: String]
    /// The whole line of the plan.
    public let planLine: String
    /// Why `better` reads as it does.
    public let reason: String
    /// What a reader should know.
    public let note: String?
}
