import Reference
import Situation
import Testing

@testable import Council

@Suite("Where measures stand")
struct MeasureStandingTests {
    let council: CouncilCase
    let june = Instant(year: 2026, month: 6, day: 10, hour: 12)

    init() throws { council = try CouncilCase() }

    private func phase(_ number: Int, _ council: CouncilCase, at now: Instant) throws -> MeasurePhase? {
        let number = try #require(MeasureNumber(number))
        return council.reading(at: now).board.standing(of: number)?.phase
    }

    @Test func `nothing said: not due, due within thirty days, overdue`() throws {
        // Measure 1 is due on 30 June 2026: 31 May is the thirtieth day before, 30 May the thirty-first.
        #expect(try phase(1, council, at: Instant(year: 2026, month: 5, day: 30)) == .notDue)
        #expect(try phase(1, council, at: Instant(year: 2026, month: 5, day: 31)) == .due)
        #expect(try phase(1, council, at: Instant(year: 2026, month: 6, day: 30, hour: 23)) == .due)
        #expect(try phase(1, council, at: Instant(year: 2026, month: 7, day: 1)) == .overdue)
    }

    @Test func `done in time and done late are told apart by the date of the document`() throws {
        var council = council
        council.state(
            1, .done, evidence: Evidence(document: "roadmap", date: "2026-06-30"),
            at: Instant(year: 2026, month: 7, day: 3))
        council.state(
            8, .done, evidence: Evidence(document: "letter", date: "2026-07-01"),
            at: Instant(year: 2026, month: 7, day: 3))
        let board = council.reading(at: Instant(year: 2026, month: 8, day: 1)).board
        #expect(board.standings[0].phase == .done && board.standings[0].current?.isLate == false)
        #expect(board.standings[7].phase == .done && board.standings[7].current?.isLate == true)
    }

    @Test func `a moved day holds through later progress, and passes too`() throws {
        var council = council
        council.state(3, .rescheduled(to: "2026-07-31"))
        council.state(3, .progress)
        #expect(try phase(3, council, at: june) == .rescheduled)
        #expect(try phase(3, council, at: Instant(year: 2026, month: 8, day: 1)) == .overdue)
    }

    @Test func `cannot closes, and a later word opens again`() throws {
        var council = council
        council.state(3, .cannot(reason: "no law"))
        #expect(try phase(3, council, at: june) == .cannot)
        council.state(3, .progress)
        #expect(try phase(3, council, at: june) == .overdue)
    }

    @Test func `each deadline of a recurring duty has its own state`() throws {
        var council = council
        council.state(31, .done, period: "2026-H1", at: Instant(year: 2026, month: 7, day: 20))
        let now = Instant(year: 2027, month: 1, day: 26)
        let standing = council.reading(at: now).board.standings[30]
        #expect(standing.occurrences.prefix(3).map(\.phase) == [.done, .overdue, .notDue])
        #expect(standing.current?.occurrence.period.description == "2026-H2")
        #expect(standing.phase == .overdue)
    }

    @Test func `a word that names no deadline of several closes none and is shown`() throws {
        var council = council
        council.state(31, .done)
        council.state(31, .done, period: "2026-Q2")
        let standing = council.reading(at: june).board.standings[30]
        #expect(standing.unplaced.count == 2)
        #expect(standing.occurrences.allSatisfy { $0.last == nil })
        #expect(standing.last != nil)
    }

    @Test func `a retracted word counts no more, and the history of a deadline is kept`() throws {
        var council = council
        council.state(1, .progress)
        let entry = council.state(1, .done)
        let done = try #require(entry)
        let before = council.reading(at: june).board.standings[0]
        #expect(before.phase == .done && before.current?.history.count == 2)
        council.correct(done, to: .note(Note(text: "not yet")))
        #expect(try phase(1, council, at: june) == .due)
    }

    @Test
    func `in June 2026 with nothing said, the January and March ones are overdue and the June ones due`()
        throws
    {
        let board = council.reading(at: june).board
        // By the printed cells: January 2026: 3, 6, 62; first quarter and March: 13, 14, 17, 21, 37, 39, 65, 68, 69, 70;
        // December 2025: 18.
        #expect(
            board.overdue.map(\.id.value) == [18, 3, 6, 62, 13, 14, 17, 21, 37, 39, 65, 68, 69, 70])
        // Second quarter of 2026 and the yearly second quarter, and the first half-year's meeting.
        #expect(
            board.due(within: 30).map(\.id.value) == [1, 8, 12, 24, 25, 27, 38, 67, 71, 72])
        #expect(board.counts[.overdue] == 14 && board.counts[.due] == 10)
        #expect(board.counts.values.reduce(0, +) == 73)
    }

    @Test func `views by direction and indicator hold what the plan prints under them`() {
        let board = council.reading(at: june).board
        #expect(board.standings(ofDirection: 2).map(\.id.value) == Array(15...23))
        #expect(IndicatorNumber(14).map { board.standings(under: $0).map(\.id.value) } == Array(68...73))
        #expect(board.byDay.first?.occurrence.measure.value == 18)
        #expect(zip(board.byDay, board.byDay.dropFirst()).allSatisfy { $0.due <= $1.due })
    }

    @Test func `an agency's sheet has what it leads, takes part in and answers for`() throws {
        let reading = council.reading(at: june)
        let police = try #require(council.policy.agency("MIA"))
        let sheet = AgencySheet(
            of: police, board: reading.board, register: reading.register,
            indicators: council.reference.indicators)
        #expect(sheet.leads.contains { $0.id.value == 1 })
        #expect(!sheet.takesPart.contains { $0.id.value == 1 })
        // Indicators 1, 3 and 14 print "ІІМ" among the responsible.
        #expect(sheet.indicators.map(\.value) == [1, 3, 14])
        let astana = try #require(council.policy.agency("AKIMAT_ASTANA"))
        let akimat = AgencySheet(
            of: astana, board: reading.board, register: reading.register,
            indicators: council.reference.indicators)
        // All but 6 print the akimats.
        #expect(akimat.indicators.map(\.value) == [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14])
    }
}
