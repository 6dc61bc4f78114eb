/// One measured value of a target indicator.
public struct IndicatorValue: Hashable, Codable, Sendable {
    public var indicator: IndicatorNumber
    public var period: ReportingPeriod
    /// In the indicator's own unit.
    public var value: Double
    /// `nil` for the country as a whole.
    public var region: RegionCode?
    /// The document the value is from, with its number and date.
    public var document: String?
    /// The day the source published it.
    public var published: CalendarDay?

    public init(
        indicator: IndicatorNumber, period: ReportingPeriod, value: Double, region: RegionCode? = nil,
        document: String? = nil, published: CalendarDay? = nil
    ) {
        self.indicator = indicator
        self.period = period
        self.value = value
        self.region = region
        self.document = document
        self.published = published
    }
}

/// The year, half-year, quarter or month that an indicator's value covers.
public struct ReportingPeriod: Hashable, Sendable {
    public let year: Int
    public let part: Part

    /// The part of the year.
    public enum Part: Hashable, Sendable {
        case year
        /// 1 or 2.
        case half(Int)
        /// 1 to 4.
        case quarter(Int)
        /// 1 to 12.
        case month(Int)
    }

    /// Reads `2026`, `2026-H1`, `2026-Q3` or `2026-08`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = pieces.first, first.utf8.count == 4, let year = Int(first), year > 0 else {
            return nil
        }
        self.year = year
        guard pieces.count == 2, let mark = pieces[1].first else {
            guard pieces.count == 1 else { return nil }
            part = .year
            return
        }
        let number = pieces[1].dropFirst()
        switch mark {
        case "H":
            guard let half = Int(number), number.count == 1, (1...2).contains(half) else { return nil }
            part = .half(half)
        case "Q":
            guard let quarter = Int(number), number.count == 1, (1...4).contains(quarter) else { return nil }
            part = .quarter(quarter)
        default:
            guard pieces[1].count == 2, let month = Int(pieces[1]), (1...12).contains(month) else {
                return nil
            }
            part = .month(month)
        }
    }

    /// The civil dates covered, in Kazakhstan's time.
    public var period: Period {
        let (first, count) = months
        return Period(
            ordered: Instant(year: year, month: first, day: 1),
            Instant(year: year, month: first + count, day: 1))
    }

    private var months: (first: Int, count: Int) {
        switch part {
        case .year: (1, 12)
        case .half(let half): (half * 6 - 5, 6)
        case .quarter(let quarter): (quarter * 3 - 2, 3)
        case .month(let month): (month, 1)
        }
    }
}

extension ReportingPeriod: TextCoded {
    public var description: String {
        switch part {
        case .year: "\(year)"
        case .half(let half): "\(year)-H\(half)"
        case .quarter(let quarter): "\(year)-Q\(quarter)"
        case .month(let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
        }
    }
}
