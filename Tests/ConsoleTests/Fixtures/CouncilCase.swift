import Language
import Situation
import Support
import Terminal

@testable import Console

/// Half a year of figures and reports for the council, so that its screens have something of each kind to show.
enum CouncilCase {
    /// 14 July 2026, 10:00 in Astana: four measures of the first half-year are behind or moved.
    static let now = Instant(year: 2026, month: 7, day: 14, hour: 10)

    static func sitting(language: Language, size: Size) throws -> Sitting {
        var sitting = Sitting(context: try Shipped.context(language: language), size: size)
        sitting.tell(.ticked(now))
        sitting.tell(.pictureArrived(update))
        sitting.tell(.policyLoaded(try Shipped.policy()))
        return sitting
    }

    private static var update: PictureUpdate {
        var builder = EntryBuilder(station: "orda-1")
        let entries = facts.enumerated().map { place, fact in
            let at = now - .days(40 - place)
            return builder.entry(fact, about: .moment(at), known: at, source: "mlsp")
        }
        return PictureUpdate(picture: .folding(entries), recent: entries)
    }

    private static var facts: [Fact] {
        // Indicator 8 counts over the year: 2 000 from January to May.
        let monthly = zip(1...5, [380.0, 410, 395, 420, 395]).map { value(8, "2026-0\($0)", $1) }
        let yearly = zip(2021...2025, [38.0, 41, 45, 47, 50]).map { value(14, "\($0)", $1) }
        let regions = [("KZ-27", 61.5), ("KZ-10", 70), ("KZ-63", 55)].map {
            value(14, "2026-H1", $1, region: $0)
        }
        return (monthly + yearly + [value(14, "2026-H1", 66)] + regions).compactMap(\.self)
            + CouncilSample.facts.filter { if case .measureState = $0 { true } else { false } }
    }

    private static func value(
        _ number: Int, _ period: String, _ value: Double, region: String? = nil
    ) -> Fact? {
        guard let indicator = IndicatorNumber(number), let period = ReportingPeriod(period) else {
            return nil
        }
        return .indicatorValue(
            IndicatorValue(
                indicator: indicator, period: period, value: value,
                region: region.map { RegionCode($0) }, document: "№ 12-4/881",
                published: CalendarDay(year: 2026, month: 7, day: 10)))
    }
}
