import Situation
import Support
import Testing

@testable import Planning
@testable import Watch

@Suite struct AlarmLoadTests {
    @Test func `a flood begins above ten in ten minutes and ends below five`() {
        // One a minute from 10:00 to 10:14, then nothing.
        let raises = (0..<15).map { Instant.at(10, $0) }
        let during = AlarmFloods(raises, until: .at(10, 14))
        // The window is ten minutes long and open at its beginning, so it never holds more than ten of them.
        #expect(during.floods.isEmpty)
        let twice = (raises + [.at(10, 9)]).sorted()
        let flood = AlarmFloods(twice, until: .at(12))
        #expect(flood.floods.map(\.begin) == [.at(10, 9)])
        #expect(flood.peak.count == 11)
        // Of the last ones, at 10:11, 10:12, 10:13 and 10:14 four are left at 10:20.
        #expect(flood.floods.first?.end == .at(10, 20))
        #expect(AlarmFloods(twice, until: .at(10, 19)).floods.first?.end == nil)
        #expect(AlarmFloods(twice, until: .at(10, 19)).lastTenMinutes == 5)
    }

    @Test func `groups hold every alarm once, the worst cause first`() {
        var bench = AlarmBench([
            .wait(),
            .sample(
                "post-closed", .closure([.closed], scope: .any), priority: .critical, cause: .own),
        ])
        for post in AlarmBench.posts { bench.wait(130, at: .at(10), post: post) }
        bench.say(.checkpointState(CheckpointState(checkpoint: "aksai", status: .closed)), at: .at(10))
        bench.look(.at(10))
        let groups = AlarmGroup.groups(of: bench.picture.watch, now: .at(10, 1))
        #expect(groups.map(\.id) == ["influx/aksai", "influx/ru-west"])
        #expect(groups.map(\.alarms.count) == [1, 3])
        #expect(groups.map(\.unseen) == [1, 3])
        #expect(Set(groups.flatMap(\.alarms).map(\.id)) == Set(bench.picture.watch.alarms.keys))
    }

    @Test func `the report of a day counted by hand`() throws {
        var builder = EntryBuilder()
        func entry(_ alarm: AlarmID, _ change: AlarmEvent.Change, _ at: Instant) -> Entry {
            builder.entry(.alarm(AlarmEvent(alarm, change)), about: .moment(at), known: at)
        }
        func raised(_ priority: AlarmPriority) -> AlarmEvent.Change {
            .raised(AlarmEvent.Finding(value: 1, priority: priority, cause: "x/y"))
        }
        let restless = AlarmID(rule: "a", subject: "one")
        let old = AlarmID(rule: "b", subject: "two")
        let shelved = AlarmID(rule: "c", subject: "three")
        var entries = [entry(old, raised(.high), .at(6, day: 22))]
        // On and off and on within a minute: three turns.
        entries.append(entry(restless, raised(.low), .at(10, day: 23)))
        entries.append(entry(restless, .returned(value: 0), .at(10, day: 23) + .seconds(20)))
        entries.append(entry(restless, raised(.low), .at(10, day: 23) + .seconds(40)))
        entries.append(entry(restless, .acknowledged, .at(10, 5, day: 23) + .seconds(40)))
        entries.append(entry(shelved, .shelved(until: .at(0, day: 25), reason: "x"), .at(11, day: 23)))
        entries.append(entry(shelved, raised(.medium), .at(12, day: 23)))
        entries.append(entry(AlarmID(rule: "d", subject: "four"), raised(.medium), .at(13, day: 23)))
        let day = try #require(Period(from: .at(0, day: 23), to: .at(0, day: 24)))
        let report = AlarmReport(entries, over: day)
        #expect(report.rang == 3)
        #expect(report.quiet == 1)
        #expect(report.perDay == 3)
        #expect(report.perHour == 0.125)
        #expect(report.peak == AlarmReport.Peak(count: 2, at: .at(10, day: 23) + .seconds(40)))
        #expect(report.floods == 0)
        #expect(report.stale == [AlarmReport.Standing(alarm: old, since: .at(6, day: 22))])
        #expect(report.chattering == [AlarmReport.Count(alarm: restless, count: 3)])
        #expect(report.priorities == [.low: 2, .medium: 1])
        #expect(report.mostFrequent.first == AlarmReport.Count(alarm: restless, count: 2))
        #expect(report.shelved == [shelved])
        #expect(report.acknowledged == 1)
        #expect(report.medianAnswer == .minutes(5))
    }

    @Test func `a flood of sixty in ten minutes is one flood of the report`() throws {
        var builder = EntryBuilder()
        let entries = (0..<60).map { number in
            builder.entry(
                .alarm(
                    AlarmEvent(
                        AlarmID(rule: "a", subject: "\(number)"),
                        .raised(AlarmEvent.Finding(value: nil, priority: .low, cause: "x/y")))),
                about: .moment(.at(10)), known: .at(10) + .seconds(number * 10))
        }
        let day = try #require(Period(from: .at(0), to: .at(0, day: 25)))
        let report = AlarmReport(entries, over: day)
        #expect(report.floods == 1)
        #expect(report.peak?.count == 60)
        // It begins with the eleventh, 100 seconds in, and ends ten minutes after the 56th, at 550 seconds.
        #expect(report.timeInFlood == .seconds(600 + 550 - 100))
    }
}
