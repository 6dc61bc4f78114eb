import Planning
import Situation
import Support
import Testing

@testable import Watch

private let alarm = AlarmID(rule: "post-wait", subject: "syrym")

/// The states of ISA-18.2 and every turn between them, by hand-made timelines.
@Suite struct AlarmStateTests {
    @Test func `raised, acknowledged, returned: each is said once`() {
        var bench = AlarmBench([.wait()])
        bench.wait(130, at: .at(10))
        let raised = bench.look(.at(10))
        #expect(
            raised == [
                AlarmEvent(
                    alarm,
                    .raised(
                        AlarmEvent.Finding(value: 130, limit: 120, priority: .low, cause: "influx/ru-west")))
            ])
        #expect(bench.state(alarm, .at(10)) == .unacknowledged)
        #expect(bench.look(.at(10, 1)).isEmpty)
        bench.act(.acknowledged, on: alarm, at: .at(10, 2))
        #expect(bench.state(alarm, .at(10, 2)) == .acknowledged)
        #expect(bench.look(.at(10, 3)).isEmpty)
        bench.wait(80, at: .at(10, 20))
        #expect(bench.look(.at(10, 20)) == [AlarmEvent(alarm, .returned(value: 80))])
        #expect(bench.state(alarm, .at(10, 20)) == .normal)
    }

    @Test func `what returns before anyone saw it waits to be seen`() {
        var bench = AlarmBench([.wait()])
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        bench.wait(10, at: .at(10, 10))
        bench.look(.at(10, 10))
        #expect(bench.state(alarm, .at(10, 10)) == .returnedUnacknowledged)
        bench.act(.acknowledged, on: alarm, at: .at(10, 12))
        #expect(bench.state(alarm, .at(10, 12)) == .normal)
    }

    @Test func `between the two values of the hysteresis nothing changes either way`() {
        var bench = AlarmBench([.wait()])
        bench.wait(119, at: .at(10))
        #expect(bench.look(.at(10)).isEmpty)
        bench.wait(120, at: .at(10, 10))
        #expect(bench.look(.at(10, 10)).count == 1)
        for (minute, wait) in [(20, 119), (30, 91), (40, 120), (50, 90)] {
            bench.wait(wait, at: .at(10, minute))
            // 90 still stands "at least 90".
            #expect(bench.look(.at(10, minute)).isEmpty, "\(wait)")
        }
        bench.wait(89, at: .at(11))
        #expect(bench.look(.at(11)) == [AlarmEvent(alarm, .returned(value: 89))])
    }

    @Test func `a console started anew knows from the journal that an alarm stands`() {
        var bench = AlarmBench([.wait()])
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        bench.wait(100, at: .at(10, 10))
        bench.watch = AlarmWatch(rules: [.wait()])
        #expect(bench.look(.at(10, 10)).isEmpty)
        bench.wait(60, at: .at(10, 20))
        #expect(bench.look(.at(10, 20)) == [AlarmEvent(alarm, .returned(value: 60))])
    }

    @Test func `the on-delay is counted without a break, and time alone lets it ring`() {
        var bench = AlarmBench([.wait(for: .minutes(30))])
        bench.wait(130, at: .at(10))
        #expect(bench.look(.at(10)).isEmpty)
        bench.wait(100, at: .at(10, 20))
        #expect(bench.look(.at(10, 20)).isEmpty)
        bench.wait(150, at: .at(10, 30))
        #expect(bench.look(.at(10, 30)).isEmpty)
        #expect(bench.look(.at(10, 59)).isEmpty)
        #expect(bench.look(.at(11)).count == 1)
    }

    @Test func `the off-delay is counted without a break`() {
        var bench = AlarmBench([.wait(off: .minutes(20))])
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        bench.wait(50, at: .at(10, 10))
        #expect(bench.look(.at(10, 10)).isEmpty)
        bench.wait(100, at: .at(10, 20))
        #expect(bench.look(.at(10, 20)).isEmpty)
        bench.wait(50, at: .at(10, 30))
        #expect(bench.look(.at(10, 40)).isEmpty)
        #expect(bench.look(.at(11)).map(\.change) == [.returned(value: 50)])
    }

    @Test func `a worse step rings again, a better one does not`() {
        var bench = AlarmBench([.wait()])
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        bench.act(.acknowledged, on: alarm, at: .at(10, 1))
        bench.wait(400, at: .at(10, 10))
        let worse = bench.look(.at(10, 10))
        #expect(
            worse.map(\.change) == [
                .raised(
                    AlarmEvent.Finding(value: 400, limit: 360, priority: .high, cause: "influx/ru-west"))
            ])
        #expect(bench.state(alarm, .at(10, 10)) == .unacknowledged)
        bench.wait(200, at: .at(10, 20))
        #expect(bench.look(.at(10, 20)).isEmpty)
        bench.wait(500, at: .at(10, 30))
        #expect(bench.look(.at(10, 30)).isEmpty)
    }

    @Test func `a shelf ends by itself, and the system says so`() {
        var bench = AlarmBench([.wait()])
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        bench.act(.shelved(until: .at(11), reason: "works"), on: alarm, at: .at(10, 5))
        guard case .shelved = bench.state(alarm, .at(10, 30)) else {
            Issue.record("not on the shelf")
            return
        }
        #expect(bench.look(.at(10, 59)).isEmpty)
        #expect(bench.look(.at(11)) == [AlarmEvent(alarm, .unshelved(reason: ""))])
        #expect(bench.state(alarm, .at(11)) == .unacknowledged)
        #expect(bench.look(.at(11, 1)).isEmpty)
    }

    @Test func `what is shelved is watched on`() {
        var bench = AlarmBench([.wait()])
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        bench.act(.acknowledged, on: alarm, at: .at(10, 4))
        bench.act(.shelved(until: .at(12), reason: "known"), on: alarm, at: .at(10, 5))
        bench.wait(30, at: .at(10, 30))
        #expect(bench.look(.at(10, 30)).map(\.change) == [.returned(value: 30)])
    }

    @Test func `out of service is not watched until it is put back`() {
        var bench = AlarmBench([.wait()])
        bench.act(.takenOutOfService(reason: "sensor"), on: alarm, at: .at(9))
        bench.wait(500, at: .at(10))
        #expect(bench.look(.at(10)).isEmpty)
        bench.act(.putInService(reason: "mended"), on: alarm, at: .at(10, 5))
        #expect(bench.look(.at(10, 5)).count == 1)
    }

    @Test func `a closed post keeps its wait quiet, on the record`() {
        var bench = AlarmBench([.wait(suppressions: [.post([.closed])])])
        func state(_ status: CheckpointStatus) -> Fact {
            .checkpointState(CheckpointState(checkpoint: "syrym", status: status))
        }
        bench.say(state(.closed), at: .at(9))
        bench.wait(130, at: .at(10))
        let found = bench.look(.at(10))
        #expect(found.map(\.change).first == .suppressed(because: "closed"))
        #expect(found.count == 2)
        #expect(bench.state(alarm, .at(10)) == .suppressed(because: "closed"))
        #expect(bench.picture.watch.raises.isEmpty)
        bench.say(state(.open), at: .at(10, 5))
        #expect(bench.look(.at(10, 5)).map(\.change) == [.unsuppressed])
        #expect(bench.state(alarm, .at(10, 5)) == .unacknowledged)
    }

    @Test func `what was quiet by design from beginning to end wants nobody to see it`() {
        var bench = AlarmBench([.wait(suppressions: [.post([.closed])])])
        bench.say(
            .checkpointState(CheckpointState(checkpoint: "syrym", status: .closed)), at: .at(9))
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        bench.wait(10, at: .at(10, 10))
        bench.look(.at(10, 10))
        bench.say(.checkpointState(CheckpointState(checkpoint: "syrym", status: .open)), at: .at(10, 20))
        bench.look(.at(10, 20))
        #expect(bench.state(alarm, .at(10, 20)) == .normal)
        #expect(bench.picture.watch.alarms.isEmpty)
    }

    @Test func `one alarm keeps another quiet while it stands`() {
        let queue = AlarmRule.sample(
            "post-queue", .metric("post.queue_persons", scope: .any, .atLeast, .value(100)),
            suppressions: [.alarm("post-wait")])
        var bench = AlarmBench([.wait(), queue])
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        // The look that raises the one cannot know yet that it stands; the next one does.
        let next = bench.look(.at(10, 1))
        #expect(
            next == [
                AlarmEvent(AlarmID(rule: "post-queue", subject: "syrym"), .suppressed(because: "post-wait"))
            ])
        bench.wait(80, at: .at(10, 10), persons: 1)
        bench.look(.at(10, 10))
        bench.look(.at(10, 11))
        #expect(
            bench.state(AlarmID(rule: "post-queue", subject: "syrym"), .at(10, 11))
                != .suppressed(because: "post-wait"))
    }

    @Test func `what is not known neither rings nor returns`() {
        var bench = AlarmBench([.wait()])
        bench.wait(130, at: .at(10))
        bench.look(.at(10))
        // A queue nobody spoke of for more than a day is not known any more.
        #expect(bench.look(.at(10, day: 26)).isEmpty)
        #expect(bench.state(alarm, .at(10, day: 26)) == .unacknowledged)
    }

    @Test func `a draft that was not stored is made again`() {
        var bench = AlarmBench([.wait()])
        bench.wait(130, at: .at(10))
        #expect(bench.look(.at(10), storing: false).count == 1)
        #expect(bench.look(.at(10, 1), storing: false).count == 1)
        #expect(bench.look(.at(10, 2)).count == 1)
        #expect(bench.look(.at(10, 3)).isEmpty)
    }
}
