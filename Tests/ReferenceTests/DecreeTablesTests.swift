import Situation
import Testing

@testable import Reference

@Suite("The decree's tables")
struct DecreeTablesTests {
    let reference: Reference
    let policy: PolicyTables

    init() throws {
        reference = try Shipped.reference.get()
        policy = try Shipped.policy.get()
    }

    @Test func `hold as many of everything as the decree prints`() {
        #expect(reference.indicators.map(\.number.value) == Array(1...14))
        #expect(policy.indicatorPrints.map(\.number.value) == Array(1...14))
        #expect(policy.measures.map(\.number.value) == Array(1...73))
        #expect(policy.directions.map(\.number) == Array(1...7))
        #expect(policy.agencies.count == 50)
        #expect(policy.abbreviations.count == 9)
        #expect(policy.discrepancies.count == 70)
        #expect(policy.duties.count == 10)
        #expect(policy.facts.count == 119)
    }

    @Test func `indicator 14 has two series that differ in all five years`() throws {
        let indicator = try #require(IndicatorNumber(14).flatMap(reference.indicator))
        // Part 6, row 14: 50 60 70 80 90 95; the plan's line: 75, 95, 96, 97, 98.
        #expect((2025...2030).map { indicator.part6[$0] } == [50, 60, 70, 80, 90, 95])
        #expect((2025...2030).map { indicator.plan[$0] } == [nil, 75, 95, 96, 97, 98])
        #expect(indicator.differingYears == [2026, 2027, 2028, 2029, 2030])
        #expect(policy.discrepancies(about: indicator.number).contains { $0.id == "TARGET-14" })
    }

    @Test func `indicators 1 to 13 agree in all 65 numbers`() {
        let agreeing = reference.indicators.filter(\.targetsAgree)
        #expect(agreeing.map(\.number.value) == Array(1...13))
        #expect(agreeing.map(\.plan.years.count).reduce(0, +) == 65)
    }

    @Test func `indicator values are those of part 6`() throws {
        // Rows 1, 4, 7 and 13 as printed: 0,9 1 1 1 1 1 · 3,2 3,15 3,10 3,0 2,9 3,0 · -32 887 … -26 000 · 11
        // 000 … 16 000.
        let rows: [Int: [Double]] = [
            1: [0.9, 1, 1, 1, 1, 1],
            4: [3.2, 3.15, 3.1, 3, 2.9, 3],
            7: [-32_887, -30_000, -29_000, -28_000, -27_000, -26_000],
            13: [11_000, 12_000, 13_000, 14_000, 15_000, 16_000],
        ]
        for (row, values) in rows {
            let indicator = try #require(IndicatorNumber(row).flatMap(reference.indicator))
            #expect(indicator.part6.years.compactMap { indicator.part6[$0] } == values)
        }
        // Fewer violations and a smaller share of foreign labour are better, all else should rise.
        #expect(reference.indicators.filter { $0.better == .lower }.map(\.number.value) == [1, 4])
    }

    @Test func `directions cover the measures 1 to 73 without gap or overlap`() {
        // The plan's ranges: 1-14, 15-23, 24-30, 31-44, 45-61, 62-67, 68-73.
        #expect(
            policy.directions.map(\.measures) == [
                1...14, 15...23, 24...30, 31...44, 45...61, 62...67, 68...73,
            ])
        #expect(policy.directions.flatMap(\.measures) == Array(1...73))
        for direction in policy.directions {
            #expect(direction.blocks.flatMap(\.measures) == Array(direction.measures))
        }
        #expect(policy.directions.flatMap(\.indicators).map(\.value) == Array(1...14))
    }

    @Test func `each measure stands in the direction and block that name it`() {
        for measure in policy.measures {
            let direction = policy.direction(measure.direction)
            #expect(direction?.measures.contains(measure.number.value) == true)
            let blocks = direction?.blocks.filter { $0.measures.contains(measure.number.value) } ?? []
            #expect(blocks.map(\.indicator) == measure.indicators)
        }
        for indicator in reference.indicators {
            #expect(policy.direction(indicator.direction)?.indicators.contains(indicator.number) == true)
        }
    }

    @Test func `every agency key leads to an agency`() {
        let keys = Set(policy.agencies.map(\.id))
        let used =
            policy.measures.flatMap(\.responsible).map(\.agency)
            + reference.indicators.flatMap { $0.responsible.map(\.agency) + $0.sources }
            + policy.agencies.compactMap(\.probablySameAs)
        #expect(used.count > 392)
        #expect(Set(used).subtracting(keys).isEmpty)
        #expect(policy.agencies.compactMap(\.region).allSatisfy { reference.region($0) != nil })
        #expect(policy.agencies.compactMap(\.region).count == 8)
    }

    @Test func `measures fall due on the days of the decree's calendar`() throws {
        let due = Dictionary(
            uniqueKeysWithValues: policy.datedDeadlines.map { ($0.day.description, $0.measures) })
        #expect(due.count == 16)
        #expect(due["2025-12-31"]?.map(\.value) == [18])
        #expect(due["2026-03-31"]?.map(\.value) == [13, 14, 17, 21, 37, 39, 65, 68, 69, 70])
        #expect(due["2026-06-30"]?.map(\.value) == [1, 8, 12, 24, 25, 38, 71, 72])
        #expect(due["2026-12-31"]?.map(\.value) == [4, 7, 9, 10, 11, 16, 18, 30, 32, 42, 49, 50, 56, 73])
        #expect(due["2027-12-31"]?.map(\.value) == [7, 10, 11, 18, 22])
        #expect(policy.measures.filter { $0.deadline.days.isEmpty }.count == 25)
    }

    @Test func `reports are due on 1 April and 15 June`() throws {
        let implementers = try #require(policy.duties.first { $0.id == "implementers_report" })
        let ministry = try #require(policy.duties.first { $0.id == "ministry_report" })
        guard case .yearly([4], 1, _, _)? = implementers.due, case .yearly([6], 15, _, _)? = ministry.due
        else {
            Issue.record("due \(String(describing: implementers.due)), \(String(describing: ministry.due))")
            return
        }
        #expect(implementers.term?.first.due.description == "2027-04-01")
        #expect(implementers.creditor == "MLSP")
        let council = try #require(policy.duties.first { $0.id == "coordination_council" })
        #expect(council.every == .halfYear)
        #expect(council.measure?.value == 67)
    }

    @Test func `the sources of a discrepancy are quoted`() {
        #expect(policy.discrepancies.allSatisfy { !$0.places.isEmpty })
        // Six findings concern a number or duty a program would act on.
        #expect(policy.discrepancies.filter { $0.severity == .high }.count == 6)
        let conflict = policy.discrepancies.first { $0.kind == .targetConflict }
        #expect(conflict?.series?.plan[2027] == 95)
    }
}
