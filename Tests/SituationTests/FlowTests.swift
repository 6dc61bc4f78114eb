import Support
import Testing

@testable import Situation

/// What counts when statements about the same crossings overlap.
struct FlowTests {
    private func flow(_ entries: [Entry], now: Instant = .at(23, 59)) -> FlowReading {
        FlowReading(of: Picture.folding(entries).checkpoints["syrym"]?.incoming ?? FlowLedger(), now: now)
    }

    @Test func `hours that cover the day count over the day's total`() {
        var build = EntryBuilder()
        var entries = (0..<24).map { build.report(10, from: .at($0), to: .at($0 + 1)) }
        entries.append(build.report(500, from: .at(0), to: .at(24)))
        // 24 hours of 10 persons; the total of 500 is a check on them.
        #expect(flow(entries).lastDay?.persons == 240)
    }

    @Test func `a day's total counts over hours that leave gaps in it`() {
        var build = EntryBuilder()
        var entries = (0..<5).map { build.report(10, from: .at($0), to: .at($0 + 1)) }
        entries.append(build.report(500, from: .at(0), to: .at(24)))
        #expect(flow(entries).lastDay?.persons == 500)
    }

    @Test func `means of travel that reach the whole count in its place, and are never added to it`() {
        var build = EntryBuilder()
        let entries = [
            build.report(100, from: .at(10), to: .at(11), mode: .all),
            build.report(60, from: .at(10), to: .at(11), mode: .car),
            build.report(45, from: .at(10), to: .at(11), mode: .foot),
        ]
        #expect(flow(entries).lastDay?.persons == 105)
    }

    @Test func `a breakdown that falls short of the whole is incomplete, and the whole counts`() {
        var build = EntryBuilder()
        let entries = [
            build.report(1000, from: .at(10), to: .at(11), mode: .all),
            build.report(40, from: .at(10), to: .at(11), mode: .bus, source: "bus station"),
        ]
        #expect(flow(entries).lastDay?.persons == 1000)
    }

    @Test func `a part of all who crossed never counts as the whole`() {
        var build = EntryBuilder()
        let entries = [
            build.report(70, from: .at(10), to: .at(11)),
            build.report(55, from: .at(10), to: .at(11), category: "RU citizens"),
        ]
        #expect(flow(entries).lastDay?.persons == 70)
    }

    @Test func `the later word of the same source stands in place of its earlier one`() {
        var build = EntryBuilder()
        let entries = [
            build.report(70, from: .at(10), to: .at(11)),
            build.report(90, from: .at(10), to: .at(11), known: .at(15)),
        ]
        #expect(flow(entries).lastDay?.persons == 90)
    }

    @Test func `a total over nine days is never spread over hours`() {
        var build = EntryBuilder()
        let total = build.report(16_862, from: .at(0, day: 21), to: .at(24, day: 29))
        let reading = flow([total], now: .at(12, day: 30))
        #expect(reading.lastDay == nil)
        #expect(reading.latestLong?.body.persons == 16_862)
    }

    @Test func `no moment is counted twice, whatever the statements, and nothing is left out for no reason`()
    {
        for seed in 0..<300 as Range<UInt64> {
            var random = Seeded(seed)
            let periods = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                let from = Int.random(in: 0..<23, using: &random)
                return Period(ordered: .at(from), .at(Int.random(in: from + 1...24, using: &random)))
            }
            let (counted, checks) = FinestCover.choose(periods)
            for (index, first) in counted.enumerated() {
                for second in counted[(index + 1)...] {
                    #expect(!periods[first].overlaps(periods[second]))
                }
            }
            #expect(Set(counted).union(checks).count == periods.count)
            for check in checks {
                #expect(counted.contains { periods[$0].overlaps(periods[check]) })
            }
        }
    }

    @Test func `spreading over hours gives away every person exactly once`() {
        var random = Seeded(7)
        for _ in 0..<500 {
            let start = Instant.at(0) + .minutes(Int.random(in: 0..<1440, using: &random))
            let length = Int.random(in: 1...1440, using: &random)
            let persons = Int.random(in: 0...100_000, using: &random)
            let parts = HourlyTotals.spread(persons, over: Period(ordered: start, start + .minutes(length)))
            #expect(parts.reduce(0) { $0 + $1.cell.persons } == persons)
            #expect(parts.allSatisfy { $0.cell.persons >= 0 && $0.cell.coveredMinutes <= 60 })
        }
    }

    @Test func `old statements roll up into hours and days without losing anyone`() {
        var build = EntryBuilder()
        // Twenty days of hourly reports, 24 persons an hour: 576 a day.
        let entries = (0..<480).map { hour in
            build.report(24, from: .at(0) + .hours(hour), to: .at(0) + .hours(hour + 1))
        }
        let ledger = Picture.folding(entries).checkpoints["syrym"]?.incoming ?? FlowLedger()
        #expect(ledger.statements.count <= 52)
        #expect(ledger.usualADay(before: .at(0) + .hours(480)) == 576)
        let week = ledger.hourly(from: .at(0) + .hours(480 - 168), count: 168)
        #expect(week.cells.allSatisfy { $0 == HourCell(persons: 24, coveredMinutes: 60) })
    }

    @Test func `a day's total that comes after its hours were rolled up changes nothing`() {
        var build = EntryBuilder()
        var entries = (0..<96).map { hour in
            build.report(10, from: .at(0) + .hours(hour), to: .at(0) + .hours(hour + 1))
        }
        entries.append(build.report(999, from: .at(0), to: .at(24), known: .at(0) + .hours(97)))
        let ledger = Picture.folding(entries).checkpoints["syrym"]?.incoming ?? FlowLedger()
        #expect(ledger.hourly(from: .at(0), count: 24).cells.reduce(0) { $0 + $1.persons } == 240)
    }

    @Test func `a day's total that waits beside its hours until they roll up is not added to them`() {
        var build = EntryBuilder()
        var entries: [Entry] = []
        for hour in 0..<96 {
            let from = Instant.at(0) + .hours(hour)
            entries.append(build.report(10, from: from, to: from + .hours(1)))
            if hour % 24 == 23 {
                entries.append(build.report(500, from: from - .hours(23), to: from + .hours(1)))
            }
        }
        let ledger = Picture.folding(entries).checkpoints["syrym"]?.incoming ?? FlowLedger()
        #expect(ledger.hourly(from: .at(0), count: 96).cells.reduce(0) { $0 + $1.persons } == 960)
    }
}

/// What "the last 24 hours" and "last heard" mean when reports come late.
struct DayWindowTests {
    private func reading(_ entries: [Entry], now: Instant) -> CheckpointReading {
        let post = Places.Post(
            id: "syrym", section: "ru-west", region: "KZ-27", lanesIn: Figure(3, .illustrative),
            lanesOut: Figure(3, .illustrative), personsPerLaneHour: Figure(60, .illustrative),
            usualIn: Figure(1000, .illustrative))
        return CheckpointReading(of: post, in: Picture.folding(entries).checkpoints["syrym"], now: now)
    }

    @Test func `a day reported the next morning is shown whole until the next morning's report`() {
        var build = EntryBuilder()
        let day = build.report(2400, from: .at(0), to: .at(24), known: .at(8, day: 25))
        for hour in [8, 15, 24, 32] {
            #expect(reading([day], now: .at(hour, day: 25)).incoming.lastDay?.persons == 2400)
        }
        #expect(reading([day], now: .at(37, day: 25)).incoming.lastDay == nil)
    }

    @Test func `at the full hour the last day is 24 hours and not 23`() {
        var build = EntryBuilder()
        let hours = (0..<48).map { build.report(10, from: .at($0), to: .at($0 + 1)) }
        #expect(reading(hours, now: .at(48)).incoming.lastDay == .init(persons: 240, coveredMinutes: 1440))
    }

    @Test func `a report that comes weeks late still says when the post was last heard of`() {
        var build = EntryBuilder()
        let late = build.report(10, from: .at(10), to: .at(11), known: .at(12) + .days(50))
        let post = reading([late], now: .at(12) + .days(50))
        #expect(post.freshness == .stale(age: .days(50) + .hours(1)))
        #expect(post.latest?.body.persons == 10)
        #expect(post.incoming.lastDay == nil)
    }
}
