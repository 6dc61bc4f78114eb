import Crypto
import Foundation
import GRDB
import Situation
import Store
import Support
import Testing

@testable import Crossings

struct ErasureTests {
    private static let mark = CrossingDay(of: CrossingFixture.start + .days(10))

    private func filled() throws -> (CrossingFixture, [Crossing]) {
        let fixture = try CrossingFixture()
        let sample = SampleCrossings(seed: 7, people: 2000, days: 30).crossings
        _ = try fixture.desk.take(sample, from: "border", at: CrossingFixture.now)
        return (fixture, sample)
    }

    @Test func `nothing of a pseudonym is in any file, before and after`() throws {
        let (fixture, sample) = try filled()
        let token = Tokens(key: try #require(try fixture.file.keys.key(.link))).token(of: sample[0].pseudonym)
        let stored = withUnsafeBytes(of: (token.0.littleEndian, token.1.littleEndian)) { Data($0) }
        for _ in 0..<2 {
            let bytes = try fixture.bytes()
            #expect(bytes.count > 100_000)
            #expect(bytes.range(of: Data("pseudonym-of-person".utf8)) == nil)
            #expect(bytes.range(of: stored) == nil)
            #expect(bytes.range(of: stored.prefix(8)) == nil)
            _ = try fixture.desk.erase(before: Self.mark, at: CrossingFixture.now)
        }
    }

    @Test func `an erased day's key and sealed bytes are gone from every file`() throws {
        let (fixture, _) = try filled()
        let day = CrossingDay(of: CrossingFixture.start + .days(3))
        let key = try #require(try fixture.file.keys.key(.day(day))).withUnsafeBytes { Data($0) }
        let sealed = try #require(
            try fixture.file.pool.read { db in
                try Data.fetchOne(db, sql: "SELECT sealed FROM run WHERE day = ?", arguments: [day.number])
            })
        #expect(try fixture.bytes().range(of: key) != nil)
        #expect(try fixture.bytes().range(of: sealed.prefix(64)) != nil)
        let erasure = try fixture.desk.erase(before: Self.mark, at: CrossingFixture.now)
        #expect(erasure.days == 10)
        #expect(erasure.isLogEmptied)
        let bytes = try fixture.bytes()
        #expect(bytes.range(of: key) == nil)
        for start in stride(from: 0, to: sealed.count - 32, by: 4096) {
            #expect(bytes.range(of: sealed[start..<start + 32]) == nil)
        }
        #expect(try fixture.file.keys.key(.day(day)) == nil)
        // A day that is kept still opens.
        #expect(try fixture.file.keys.key(.day(Self.mark)) != nil)
    }

    @Test func `closed days keep their counts and other windows an estimate`() throws {
        let (fixture, sample) = try filled()
        let day = try CrossingFixture.days(3, 4)
        let week = try CrossingFixture.days(2, 9)
        let across = try CrossingFixture.days(5, 20)
        let before = try fixture.desk.answer(day, scope: .country, at: CrossingFixture.now)
        _ = try fixture.desk.erase(before: Self.mark, at: CrossingFixture.now)
        guard case .exact(let exact) = before.basis,
            case .closed(let closed, _) = try fixture.desk.answer(
                day, scope: .country, at: CrossingFixture.now
            ).basis
        else { return #expect(Bool(false), "a day is closed before it is erased") }
        #expect(closed == exact)
        let horizon = try #require(sample.map(\.at).max())
        for window in [week, across] {
            for scope in CrossingFixture.scopes {
                let truth = BruteForce.counts(sample, in: window, posts: scope.posts, horizon: horizon)
                let answer = try fixture.desk.answer(window, scope: scope, at: CrossingFixture.now)
                guard case .about(let estimate) = answer.basis else {
                    return #expect(Bool(false), "an erased window that was not closed is estimated")
                }
                #expect(estimate.crossingsIn == truth.crossingsIn)
                #expect(estimate.crossingsOut == truth.crossingsOut)
                guard scope.isSketched else {
                    #expect(estimate.people == nil)
                    continue
                }
                let people = try #require(estimate.people)
                #expect(estimate.isOneEstimate)
                // Four standard errors: one in 16,000 would lie beyond.
                let error = abs(people.lowerBound / Double(truth.people) - 1)
                #expect(error < 4 * PeopleSketch.standardError, "\(scope.name)")
            }
        }
    }

    @Test func `a window that cuts an erased day says that it does not know`() throws {
        let (fixture, _) = try filled()
        _ = try fixture.desk.erase(before: Self.mark, at: CrossingFixture.now)
        let from = CrossingFixture.start + .days(3) + .hours(6)
        let window = try #require(Period(from: from, to: from + .days(2)))
        let answer = try fixture.desk.answer(window, scope: .country, at: CrossingFixture.now)
        guard case .about(let estimate) = answer.basis else { return #expect(Bool(false)) }
        #expect(estimate.people == nil)
        #expect(estimate.crossingsIn == nil)
        #expect(throws: CrossingFault.erased(before: Self.mark)) {
            try fixture.file.counts(in: window, scopes: [.country], now: CrossingFixture.now)
        }
    }

    @Test func `a crossing of an erased day is refused`() throws {
        let (fixture, _) = try filled()
        _ = try fixture.desk.erase(before: Self.mark, at: CrossingFixture.now)
        let intake = try fixture.file.take([CrossingFixture.crossing(1, .in, 5)], from: "border")
        #expect((intake.stored, intake.tooLate) == (0, 1))
        #expect(try fixture.file.keys.key(.day(CrossingDay(of: CrossingFixture.start))) == nil)
    }

    @Test func `days whose stays cannot be judged yet are not erased`() throws {
        let (fixture, _) = try filled()
        let today = CrossingDay(of: CrossingFixture.now)
        let first = CrossingDay(number: today.number - 2)
        #expect(throws: CrossingFault.tooYoung(today, first: first)) {
            try fixture.desk.erase(before: today, at: CrossingFixture.now)
        }
        #expect(try fixture.file.erasedBefore() == nil)
    }

    @Test func `an erasure that was broken off is finished by the next process`() throws {
        let (fixture, _) = try filled()
        let days = try fixture.file.days().filter { $0.day < Self.mark }
        for item in days {
            try fixture.desk.close(try #require(item.day.period), at: CrossingFixture.now)
        }
        // The process ends here, before a key is destroyed.
        try fixture.file.markErased(before: Self.mark, expecting: days, scopes: CrossingFixture.scopes)
        #expect(try fixture.file.keys.key(.day(days[0].day)) != nil)
        try fixture.file.close()
        let next = try CrossingFixture.desk(fixture.journal)
        try next.tell(at: CrossingFixture.now)
        #expect(
            try next.file.keys.names().allSatisfy { name in
                if case .day(let day) = name { day >= Self.mark } else { true }
            })
        try next.tell(at: CrossingFixture.now)
        let erased = try fixture.events().filter { if case .erased = $0 { true } else { false } }
        #expect(erased.count == 1)
    }

    @Test func `days that got crossings while they were being closed are not erased`() throws {
        let (fixture, _) = try filled()
        let days = try fixture.file.days().filter { $0.day < Self.mark }
        _ = try fixture.file.take([CrossingFixture.crossing(9_999, .in, 5)], from: "late")
        #expect(throws: CrossingFault.changedMeanwhile) {
            try fixture.file.markErased(before: Self.mark, expecting: days, scopes: CrossingFixture.scopes)
        }
        #expect(try fixture.file.erasedBefore() == nil)
    }

    @Test func `sketches of different years give bounds and no estimate`() throws {
        let fixture = try CrossingFixture()
        let now = Instant(year: 2027, month: 3, day: 1)
        let newYear = Instant(year: 2027, month: 1, day: 1)
        let hours = Double((newYear - CrossingFixture.start).milliseconds) / 3_600_000
        // 300 people on the last day of the year, 200 of them and 100 others on the first.
        let crossings =
            (0..<300).map { CrossingFixture.crossing($0, .in, hours - 3) }
            + (100..<400).map { CrossingFixture.crossing($0, .in, hours + 3) }
        _ = try fixture.desk.take(crossings, from: "border", at: now)
        _ = try fixture.desk.erase(before: CrossingDay(of: newYear + .days(1)), at: now)
        #expect(try fixture.file.keys.key(.sketch(year: 2026)) == nil)
        let window = try #require(Period(from: newYear - .days(1), to: newYear + .days(1)))
        guard case .about(let estimate) = try fixture.desk.answer(window, scope: .country, at: now).basis,
            let people = estimate.people
        else { return #expect(Bool(false)) }
        #expect(!estimate.isOneEstimate)
        #expect(people.contains(400))
        #expect(people.lowerBound > 290 && people.upperBound < 620)
    }
}
