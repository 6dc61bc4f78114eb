import Reference
import Situation
import Testing

@testable import Council

@Suite("The deadlines of the 73 measures")
struct DeadlineTests {
    /// Typed from the printed deadline cells of the plan: the first day that falls due, and how many days there are in
    /// all. `Y`: "annually, by the 25th of the month after the reporting month"; `H`: the same once in a half-year.
    static let printed: [(number: Int, first: String, count: Int)] =
        [
            (1, "2026-06-30", 1), (3, "2026-01-31", 1), (4, "2026-12-31", 1), (5, "2026-07-31", 1),
            (6, "2026-01-31", 1), (7, "2026-12-31", 2), (8, "2026-06-30", 1), (9, "2026-12-31", 1),
            (10, "2026-12-31", 2), (11, "2026-12-31", 2), (12, "2026-06-30", 1), (13, "2026-03-31", 1),
            (14, "2026-03-31", 1), (15, "2026-12-31", 5), (16, "2026-12-31", 1), (17, "2026-03-31", 1),
            (18, "2025-12-31", 6), (19, "2026-09-30", 1), (20, "2027-01-31", 1), (21, "2026-03-31", 1),
            (22, "2027-12-31", 1), (23, "2027-03-31", 1), (24, "2026-06-30", 1), (25, "2026-06-30", 1),
            (27, "2026-06-30", 5), (28, "2028-03-31", 1), (29, "2026-07-31", 1), (30, "2026-12-31", 1),
            (32, "2026-12-31", 1), (36, "2026-09-30", 1), (37, "2026-03-31", 1), (38, "2026-06-30", 1),
            (39, "2026-03-31", 1), (41, "2027-06-30", 1), (42, "2026-12-31", 1), (49, "2026-12-31", 1),
            (50, "2026-12-31", 1), (52, "2026-12-15", 5), (56, "2026-12-31", 1), (58, "2027-06-30", 1),
            (60, "2027-06-30", 1), (62, "2026-01-31", 1), (63, "2027-01-31", 1), (64, "2027-02-28", 1),
            (65, "2026-03-31", 1), (67, "2026-06-30", 10), (68, "2026-03-31", 1), (69, "2026-03-31", 1),
            (70, "2026-03-31", 1), (71, "2026-06-30", 1), (72, "2026-06-30", 1), (73, "2026-12-31", 1),
        ] + yearly.map { ($0, "2027-01-25", 5) } + halfYearly.map { ($0, "2026-07-25", 10) }

    static let yearly = [2, 26, 33, 34, 35, 40, 43, 44, 45, 46, 47, 48, 51, 53, 55, 57, 61, 66]
    static let halfYearly = [31, 54, 59]

    let policy: PolicyTables

    init() throws { policy = try Shipped.policy.get() }

    private func occurrences(_ number: Int) throws -> [Occurrence] {
        let measure = try #require(MeasureNumber(number).flatMap(policy.measure))
        return MeasureSchedule.occurrences(of: measure)
    }

    @Test func `the first day and the number of days are those of the printed cells, for all 73`() throws {
        #expect(Self.printed.map(\.number).sorted() == Array(1...73))
        for row in Self.printed {
            let occurrences = try occurrences(row.number)
            #expect(occurrences.first?.due.description == row.first, "measure \(row.number)")
            #expect(occurrences.count == row.count, "measure \(row.number)")
            #expect(Set(occurrences.map(\.id)).count == row.count, "measure \(row.number)")
        }
    }

    @Test
    func
        `a yearly report on 2026 to 2030 is due on 25 January after, or on 25 December by the other reading`()
        throws
    {
        for number in Self.yearly {
            let occurrences = try occurrences(number)
            #expect(
                occurrences.map(\.due)
                    == ["2027-01-25", "2028-01-25", "2029-01-25", "2030-01-25", "2031-01-25"])
            #expect(occurrences.map(\.period.description) == ["2026", "2027", "2028", "2029", "2030"])
            #expect(
                occurrences.map(\.other?.due)
                    == ["2026-12-25", "2027-12-25", "2028-12-25", "2029-12-25", "2030-12-25"])
            #expect(
                occurrences.allSatisfy {
                    // Measure 47 alone lacks the words "of the month after".
                    $0.other?.reading == (number == 47 ? .sameMonth : .withinPeriod)
                }, "measure \(number)")
        }
    }

    @Test func `a half-yearly report is due on 25 July and 25 January, or on 25 June and 25 December`() throws
    {
        for number in Self.halfYearly {
            let occurrences = try occurrences(number)
            #expect(
                occurrences.prefix(4).map(\.due) == ["2026-07-25", "2027-01-25", "2027-07-25", "2028-01-25"])
            #expect(occurrences.last?.due == "2031-01-25")
            #expect(
                occurrences.prefix(4).map(\.other?.due)
                    == ["2026-06-25", "2026-12-25", "2027-06-25", "2027-12-25"])
            #expect(
                occurrences.prefix(3).map(\.period.description) == ["2026-H1", "2026-H2", "2027-H1"])
        }
    }

    @Test func `the council meets by the end of each half-year, ten times in the term`() throws {
        let occurrences = try occurrences(67)
        #expect(
            occurrences.map(\.due) == [
                "2026-06-30", "2026-12-31", "2027-06-30", "2027-12-31", "2028-06-30", "2028-12-31",
                "2029-06-30", "2029-12-31", "2030-06-30", "2030-12-31",
            ])
        #expect(occurrences.allSatisfy { !$0.isAmbiguous })
    }

    @Test func `quarters that return every year are named by the quarter, a day of a month by the year`()
        throws
    {
        #expect(try occurrences(15).map(\.period.description).first == "2026-Q4")
        #expect(try occurrences(15).map(\.due).last == "2030-12-31")
        #expect(try occurrences(27).map(\.period.description).last == "2030-Q2")
        #expect(try occurrences(27).map(\.due).last == "2030-06-30")
        #expect(
            try occurrences(52).map(\.due)
                == ["2026-12-15", "2027-12-15", "2028-12-15", "2029-12-15", "2030-12-15"])
    }

    @Test func `exactly the 23 measures whose words leave the day open are flagged, each with both readings`()
        throws
    {
        let ambiguous = try (1...73).filter { try occurrences($0).contains(where: \.isAmbiguous) }
        #expect(ambiguous == (Self.yearly + Self.halfYearly + [13, 18]).sorted())
        // "First quarter of 2026, as they come in": one report, or no day.
        let first = try occurrences(13).first
        let thirteen = try #require(first)
        #expect(thirteen.reading == .once && thirteen.other == .init(reading: .asReceived, due: nil))
        // "December of 2025–2030" begins before the term: only that one day depends on the reading.
        let eighteen = try occurrences(18)
        #expect(eighteen.map(\.isAmbiguous) == [true, false, false, false, false, false])
        #expect(eighteen.map(\.due.year) == [2025, 2026, 2027, 2028, 2029, 2030])
    }

    @Test func `measures due in December of 2026 and 2027 are due twice`() throws {
        for number in [7, 10, 11] {
            #expect(try occurrences(number).map(\.due) == ["2026-12-31", "2027-12-31"])
        }
    }

    @Test func `a day ends at midnight in Kazakhstan, 19:00 UTC`() throws {
        var council = try CouncilCase()
        council.state(1, .progress)
        // Measure 3 is due on 31 January 2026; its last second is 2026-01-31T18:59:59Z.
        let last = try #require(Instant(iso8601: "2026-01-31T18:59:59Z"))
        let after = try #require(Instant(iso8601: "2026-01-31T19:00:00Z"))
        let three = try #require(MeasureNumber(3))
        #expect(council.reading(at: last).board.standing(of: three)?.phase == .due)
        #expect(council.reading(at: last).board.standing(of: three)?.current?.daysLeft == 0)
        #expect(council.reading(at: after).board.standing(of: three)?.phase == .overdue)
        #expect(council.reading(at: after).board.standing(of: three)?.current?.daysLeft == -1)
    }

    @Test func `at the turn of each year the report on the year before becomes due and not overdue`() throws {
        let council = try CouncilCase()
        let two = try #require(MeasureNumber(2))
        for year in 2027...2031 {
            let turn = Instant(year: year, month: 1, day: 1)
            let standing = try #require(council.reading(at: turn).board.standing(of: two))
            let report = try #require(
                standing.occurrences.first { $0.occurrence.period.year == year - 1 })
            // 25 January less 1 January: 24 days.
            #expect(report.daysLeft == 24 && report.phase == .due, "\(year)")
        }
    }
}
