import Foundation
import Reference
import Situation
import Support

@testable import Council

/// The reference data as the program is shipped with it, loaded once for all tests.
enum Shipped {
    static let reference: Result<Reference, any Error> = Result { try loader().core() }
    static let policy: Result<PolicyTables, any Error> = Result { try loader().policy() }

    private static func loader() throws -> ReferenceLoader {
        try ReferenceLoader(locator: ResourceLocator(environment: ProcessInfo.processInfo.environment))
    }
}

/// A journal of a few facts, each known an hour after the one before, and what the council reads from it.
struct CouncilCase {
    let reference: Reference
    let policy: PolicyTables
    private var build = EntryBuilder(station: "c")
    private(set) var entries: [Entry] = []

    init() throws {
        reference = try Shipped.reference.get()
        policy = try Shipped.policy.get()
    }

    @discardableResult
    mutating func say(_ fact: Fact, about: About? = nil, known: Instant? = nil, source: SourceID = "MLSP")
        -> Entry
    {
        let at = known ?? Instant(year: 2026, month: 1, day: 1) + .hours(entries.count)
        let entry = build.entry(fact, about: about ?? .moment(at), known: at, source: source)
        entries.append(entry)
        return entry
    }

    /// A value of an indicator.
    @discardableResult
    mutating func value(
        _ number: Int, _ period: String, _ value: Double, region: RegionCode? = nil
    ) -> Entry? {
        guard let number = IndicatorNumber(number), let period = ReportingPeriod(period) else { return nil }
        return say(
            .indicatorValue(
                IndicatorValue(indicator: number, period: period, value: value, region: region)),
            about: .period(period.period))
    }

    /// A state of a measure.
    @discardableResult
    mutating func state(
        _ number: Int, _ state: ExecutionState, period: String? = nil, evidence: Evidence? = nil,
        at: Instant? = nil
    ) -> Entry? {
        guard let number = MeasureNumber(number) else { return nil }
        return say(
            .measureState(
                MeasureState(
                    measure: number, period: period.flatMap { ReportingPeriod($0) }, state: state,
                    evidence: evidence)),
            known: at)
    }

    func reading(at now: Instant) -> CouncilReading {
        CouncilReading(Picture.folding(entries), reference: reference, policy: policy, now: now)
    }

    mutating func correct(_ entry: Entry, to fact: Fact) {
        let known = Instant(year: 2026, month: 1, day: 1) + .hours(entries.count)
        entries.append(build.correction(of: entry, .supersede(fact), known: known))
    }
}

extension CalendarDay: ExpressibleByStringLiteral {
    /// A day of a test; one that does not exist becomes the first of the year 1, and no expectation holds.
    public init(stringLiteral text: String) {
        self = CalendarDay(text) ?? CalendarDay(year: 1, month: 1, day: 1)
    }
}
