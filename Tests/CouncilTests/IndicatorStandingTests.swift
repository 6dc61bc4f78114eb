import Reference
import Situation
import Support
import Testing

@testable import Council

@Suite("Where indicators stand")
struct IndicatorStandingTests {
    /// The cells of part 6 for 2025–2030, and of the plan's lines for 2026–2030, typed from the print.
    static let printed: [(part6: [Double], plan: [Double])] = [
        ([0.9, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1]),
        ([90, 95, 100, 100, 100, 100], [95, 100, 100, 100, 100]),
        ([66.5, 70, 73.5, 75, 77.5, 78.5], [70, 73.5, 75, 77.5, 78.5]),
        ([3.2, 3.15, 3.1, 3, 2.9, 3], [3.15, 3.1, 3, 2.9, 3]),
        ([70, 90, 100, 100, 100, 100], [90, 100, 100, 100, 100]),
        ([1, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2]),
        (
            [-32_887, -30_000, -29_000, -28_000, -27_000, -26_000],
            [-30_000, -29_000, -28_000, -27_000, -26_000]
        ),
        ([4611, 4649, 4848, 5147, 5540, 6200], [4649, 4848, 5147, 5540, 6200]),
        ([95, 96, 97, 98, 99, 100], [96, 97, 98, 99, 100]),
        ([69, 71, 73, 75, 80, 85], [71, 73, 75, 80, 85]),
        ([10, 10, 15, 15, 15, 15], [10, 15, 15, 15, 15]),
        ([75, 80, 85, 90, 95, 95], [80, 85, 90, 95, 95]),
        ([11_000, 12_000, 13_000, 14_000, 15_000, 16_000], [12_000, 13_000, 14_000, 15_000, 16_000]),
        ([50, 60, 70, 80, 90, 95], [75, 95, 96, 97, 98]),
    ]

    let council: CouncilCase
    let august = Instant(year: 2026, month: 8, day: 10)

    init() throws { council = try CouncilCase() }

    private func standing(_ number: Int, _ council: CouncilCase) -> IndicatorStanding {
        council.reading(at: august).indicators[number - 1]
    }

    @Test func `the targets of each year are the 84 and 70 printed numbers`() {
        let reading = council.reading(at: august)
        #expect(reading.indicators.map(\.id.value) == Array(1...14))
        for (standing, printed) in zip(reading.indicators, Self.printed) {
            let targets = standing.years.flatMap(\.targets)
            #expect(targets.filter { $0.source == .part6 }.map(\.value) == printed.part6, "\(standing.id)")
            #expect(targets.filter { $0.source == .plan }.map(\.value) == printed.plan, "\(standing.id)")
        }
    }

    @Test func `without a value there is no status, whatever the year`() {
        for standing in council.reading(at: august).indicators {
            #expect(standing.years.allSatisfy { $0.status == .noValue && $0.figure == nil })
            #expect(standing.trend == .tooLittle && standing.latest == nil)
        }
    }

    @Test func `a level is held against the target by its direction`() {
        var council = council
        council.value(1, "2026-H1", 1.0)
        council.value(4, "2026-06", 3.2)
        council.value(10, "2026-06", 71)
        council.value(9, "2026", 95.9)
        // 1.0 is not more than 1; 3.2 is more than 3.15; 71 reaches 71; the whole year's 95.9 misses 96.
        #expect(standing(1, council).thisYear?.status == .met)
        #expect(standing(4, council).thisYear?.status == .underWay)
        #expect(standing(10, council).thisYear?.status == .met)
        #expect(standing(9, council).thisYear?.status == .missed)
    }

    @Test func `months of a flow add up, and a part of the year is not held against the whole year's target`()
    {
        var council = council
        for (month, value) in [("2026-01", 400.0), ("2026-02", 350), ("2026-03", 450)] {
            council.value(8, month, value)
        }
        let year = standing(8, council).thisYear
        #expect(year?.figure?.value == 1200 && year?.figure?.months == 3)
        #expect(year?.status == .underWay)
        // (4649 − 1200) / 9 = 383.2 a month needed, 400 a month present, 400 × 12 = 4800 expected.
        let pace = year?.targets.first?.pace
        #expect(abs((pace?.neededPerMonth ?? 0) - 383.2222) < 0.001)
        #expect(pace?.presentPerMonth == 400 && pace?.expected == 4800 && pace?.isReachable == true)
    }

    @Test func `a count that only grows is met as soon as it is reached, a balance is not`() {
        var council = council
        council.value(11, "2026-Q1", 10)
        council.value(13, "2026-H1", 12_500)
        #expect(standing(11, council).thisYear?.status == .met)
        #expect(standing(13, council).thisYear?.status == .underWay)
        #expect(standing(13, council).thisYear?.targets.first?.pace?.isReachable == true)
    }

    @Test func `a published half-year counts before the sum of its months, and a gap ends the sum`() {
        var council = council
        for month in 1...6 { council.value(8, "2026-0\(month)", 100) }
        council.value(8, "2026-H1", 650)
        council.value(8, "2026-07", 90)
        council.value(8, "2026-09", 90)
        let figure = standing(8, council).thisYear?.figure
        // 650 for the half-year and 90 for July; September stands beyond a gap.
        #expect(figure?.value == 740 && figure?.months == 7)
        #expect(figure?.statements.count == 2)
    }

    @Test
    func `indicator 14 depends on the series until the council settles it, and again after a reopening`() {
        var council = council
        council.value(14, "2026", 70)
        // 70 reaches part 6's 60 and misses the plan's 75.
        #expect(standing(14, council).thisYear?.status == .dependsOnSeries)
        #expect(standing(14, council).isContested)
        for fact in CouncilSample.facts {
            if case .decision = fact { council.say(fact) }
        }
        let settled = standing(14, council)
        #expect(settled.thisYear?.status == .missed && !settled.isContested)
        #expect(settled.settled?.source == .plan && settled.settled?.number == "3")
        #expect(settled.findings.first { $0.discrepancy.id == "TARGET-14" }?.settledBy?.id == "target-14")
        // The finding keeps the decree's own words.
        #expect(settled.findings.allSatisfy { !$0.discrepancy.places.isEmpty })
        council.say(.decision(DecisionEvent("target-14", .reopened(reason: "again"))))
        #expect(standing(14, council).thisYear?.status == .dependsOnSeries)
    }

    @Test func `a corrected value counts, the journal keeps both`() throws {
        var council = council
        let entry = council.value(10, "2026-06", 17)
        let wrong = try #require(entry)
        #expect(standing(10, council).thisYear?.status == .underWay)
        guard case .indicatorValue(var value) = wrong.fact else { return }
        value.value = 71
        council.correct(wrong, to: .indicatorValue(value))
        #expect(standing(10, council).thisYear?.status == .met)
        #expect(council.entries.count == 2)
    }

    @Test func `regions are ranked by the indicator's direction on one period, others are shown unranked`() {
        var council = council
        council.value(4, "2026-06", 2.5, region: "KZ-27")
        council.value(4, "2026-06", 1.5, region: "KZ-75")
        council.value(4, "2026-06", 1.5, region: "KZ-71")
        council.value(4, "2026-03", 0.5, region: "KZ-10")
        let table = standing(4, council).regions
        #expect(table?.period.description == "2026-06")
        #expect(table?.rows.map(\.region) == ["KZ-71", "KZ-75", "KZ-27"])
        #expect(table?.rows.map(\.rank) == [1, 1, 3])
        #expect(table?.others.map(\.body.region) == ["KZ-10"])
        // Regions say nothing of the country.
        #expect(standing(4, council).thisYear?.status == .noValue)
    }

    @Test func `a trend is named only when it can be told from chance`() {
        #expect(Trend(of: SeriesRun(step: 12, endMonth: 24_312, values: [1, 2])) == .tooLittle)
        // A line of slope 2 a half-year: 4 a year, no chance in it.
        #expect(
            Trend(of: SeriesRun(step: 6, endMonth: 24_312, values: [1, 3, 5, 7])) == .rising(perYear: 4))
        // 1 3 1 3: slope 0.4, residual 3.2, error sqrt(1.6 / 5) = 0.566, t(0.9, 2) = 1.886: 0.4 < 1.07.
        guard
            case .unclear(let slope) = Trend(of: SeriesRun(step: 12, endMonth: 24_312, values: [1, 3, 1, 3]))
        else {
            Issue.record("told from chance")
            return
        }
        #expect(abs(slope - 0.4) < 1e-12)
    }

    @Test func `every indicator has a reading of its own with a reason in three languages`() {
        #expect(council.policy.semantics.map(\.number.value) == Array(1...14))
        #expect(council.policy.semantics.allSatisfy { $0.reason.all.allSatisfy { !$0.isEmpty } })
        #expect(
            council.policy.semantics.filter { $0.measure == .yearlyFlow }.map(\.number.value)
                == [6, 7, 8, 11, 13])
    }
}
