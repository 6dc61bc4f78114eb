import Situation
import Support
import Testing

struct TimeTests {
    // 2022-09-24T22:00+05:00 is 17:00Z; `date -u -d 2022-09-24 +%s` is 19259 × 86400.
    static let night = Instant(seconds: 19_259 * 86_400 + 17 * 3600)

    @Test(arguments: [
        "2022-09-24T22:00:00+05:00", "2022-09-24T22:00+05:00", "2022-09-24T17:00:00Z",
        "2022-09-24T20:00:00.000+03:00", "2022-09-24 22:00:00+0500", "2022-09-24T22:00:00+05",
    ])
    func `every usual way to write one moment reads as that moment`(text: String) {
        #expect(Instant(iso8601: text) == Self.night)
    }

    @Test func `a date alone means the end of that day, month or year in Kazakhstan`() {
        #expect(Instant(iso8601: "2022-09-24") == Instant(iso8601: "2022-09-25T00:00:00+05:00"))
        #expect(Instant(iso8601: "2022-10") == Instant(iso8601: "2022-11-01T00:00:00+05:00"))
        #expect(Instant(iso8601: "2022-12") == Instant(iso8601: "2023-01-01T00:00:00+05:00"))
        #expect(Instant(iso8601: "2022") == Instant(iso8601: "2023-01-01T00:00:00+05:00"))
        #expect(Instant(iso8601: "2022-09-24T24:00+05:00") == Instant(iso8601: "2022-09-24"))
    }

    @Test(arguments: [
        "", "2022-13-01", "2022-02-29", "2022-09-31", "2022-9-24", "24.09.2022", "2022-09-24T22:00",
        "2022-09-24T25:00+05:00", "2022-09-24T22:60+05:00", "2022-09-24T22:00+05:00x", "2022-09-24T",
        "٢٠٢٢-09-24", "2022-09-24T22:00:00.+05:00",
    ])
    func `what is no time, or has no offset, is refused`(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    @Test func `what is written reads back, over a thousand seeded moments`() {
        var random = Seeded(1)
        for _ in 0..<1000 {
            let milliseconds = Int64.random(in: -2_000_000_000_000...4_000_000_000_000, using: &random)
            let instant = Instant(milliseconds: milliseconds)
            #expect(Instant(iso8601: instant.iso8601) == instant)
        }
    }

    @Test func `civil time counts five hours ahead and knows its weekdays`() {
        let civil = CivilTime(Self.night)
        #expect([civil.year, civil.month, civil.day, civil.hour, civil.minute] == [2022, 9, 24, 22, 0])
        // 24 September 2022 was a Saturday; 15 December 2025, the day of the decree, a Monday.
        #expect(civil.weekday == 6)
        #expect(CivilTime(Instant(year: 2025, month: 12, day: 15)).weekday == 1)
        #expect(CivilTime(Instant(year: 2024, month: 2, day: 29, hour: 23)).day == 29)
    }

    @Test func `the day begins at midnight in Kazakhstan, not in Greenwich`() {
        #expect(Self.night.startOfDay == Instant(iso8601: "2022-09-23T19:00:00Z"))
        #expect((Self.night + .minutes(59)).startOfHour == Self.night)
        #expect((Self.night + .seconds(61)).startOfMinute == Self.night + .minutes(1))
        #expect((Self.night + .seconds(61)).roundedUpToMinute == Self.night + .minutes(2))
        #expect((Self.night + .minutes(1)).roundedUpToMinute == Self.night + .minutes(1))
    }

    @Test func `the hybrid clock goes on counting when the wall clock stands behind`() {
        let first = HybridTime.next(after: nil, wall: Self.night)
        let second = HybridTime.next(after: first, wall: Self.night - .minutes(10))
        #expect(second > first)
        #expect(second.instant == Self.night)
        #expect(second.counter == 1)
        #expect(HybridTime.next(after: second, wall: Self.night + .seconds(1)).counter == 0)
    }
}
