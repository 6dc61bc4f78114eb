import Foundation
import Planning
import Reference
import Situation
import Watch

/// How fast the watch is over all shipped rules, levels and playbooks, with every road, rail and air post and every shelter
/// of the reference data reporting.
struct WatchBench: Measuring {
    let rounds: Int

    let name = "watch"

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        var duty = try BenchedWatch()
        say("\(duty.posts.count) posts, \(duty.plans.alarmRules.count) alarm rules")
        duty.reportQuietDays()
        return alarms(&duty) + wholeLooks(&duty)
    }

    private func alarms(_ duty: inout BenchedWatch) -> [BenchLine] {
        var watch = AlarmWatch(rules: duty.plans.alarmRules)
        _ = duty.time { watch.look(at: $0, reading: $1, now: $2) }
        let many = (0..<rounds).map { _ in
            duty.reportRound()
            return Double(duty.posts.count) / duty.time { watch.look(at: $0, reading: $1, now: $2) }
        }
        let single = (0..<rounds).flatMap { _ in
            duty.pass(.minutes(10))
            return duty.posts.map { post in
                duty.report(post, minutes: 10)
                return 1 / duty.time { watch.look(at: $0, reading: $1, now: $2) }
            }
        }
        return [
            BenchLine(
                "alarms, entries of a round in one look", ours: many.median, .perSecond,
                goal: .atLeast(100_000), note: "all rules over all posts and shelters"),
            BenchLine(
                "alarms, a look for each entry", ours: single.median, .perSecond, goal: .atLeast(100_000),
                note: "the same"),
        ]
    }

    private func wholeLooks(_ duty: inout BenchedWatch) -> [BenchLine] {
        var round = WatchRound(plans: duty.plans)
        for _ in 0..<3 { _ = duty.time { round.look(at: $0, reading: $1, now: $2) } }
        let idle = (0..<rounds * 10).map { _ in
            duty.time { round.look(at: $0, reading: $1, now: $2) } * 1000
        }
        let one = (0..<rounds).map { index in
            duty.pass(.minutes(10))
            duty.report(duty.posts[index % duty.posts.count], minutes: 10)
            return duty.time { round.look(at: $0, reading: $1, now: $2) } * 1000
        }
        let all = (0..<rounds).map { _ in
            duty.reportRound()
            return duty.time { round.look(at: $0, reading: $1, now: $2) } * 1000
        }
        let note = "alarms, levels, playbooks and contradictions"
        return [
            BenchLine("look, nothing new", ours: idle.median, .milliseconds, goal: .atMost(0.2), note: note),
            BenchLine(
                "look, one post reported", ours: one.median, .milliseconds, goal: .atMost(2), note: note),
            BenchLine(
                "look, every post reported", ours: all.median, .milliseconds, goal: .atMost(30), note: note),
        ]
    }
}

/// A picture that grows as posts report, and what is found goes into it as the journal would have it.
private struct BenchedWatch {
    let posts: [CheckpointID]
    let plans: WatchPlans
    private let reference: Reference
    private var picture = Picture()
    private var now = Instant(year: 2026, month: 11, day: 1)
    private var number: Int64 = 0

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        reference = try ReferenceLoader(folder: root.appending(path: "Sources/Reference/Resources")).core()
        let standards = reference.standards
        let scenarios = root.appending(path: "Scenarios")
        let rules = AlarmRuleFolder.load(scenarios.appending(path: "alarms")).rules.compactMap { rule in
            rule.resolved { id, phase in
                let standard = standards.first { $0.id == id }
                return switch phase {
                case .emergency: standard?.emergency
                case .afterEmergency: standard?.afterEmergency
                case .survival: standard?.survival
                }
            }
        }
        let levels = scenarios.appending(path: "levels.yaml")
        plans = WatchPlans(
            playbooks: PlaybookFolder.load(scenarios.appending(path: "playbooks")).playbooks,
            alarmRules: rules,
            levels: try LevelReader.read(
                text: String(contentsOf: levels, encoding: .utf8), file: levels.lastPathComponent))
        posts = reference.places.posts.map(\.id)
    }

    /// Seconds that `look` takes; what it found is taken in afterwards.
    mutating func time(_ look: (Picture, SituationReading, Instant) -> [Draft]) -> Double {
        let reading = SituationReading(
            picture, places: reference.places, targets: reference.targets, now: now)
        var found: [Draft] = []
        let taken = ContinuousClock().measure { found = look(picture, reading, now) }
        for draft in found {
            take(draft.fact, about: draft.about, author: draft.author, source: draft.source)
        }
        return taken.inSeconds
    }

    mutating func pass(_ span: Span) { now = now + span }

    /// Nine days of hourly reports: enough for every rule to have its history.
    mutating func reportQuietDays() {
        for hour in 0..<(9 * 24) {
            pass(.hours(1))
            for post in posts { report(post, minutes: 60) }
            guard hour % 6 == 0 else { continue }
            for site in reference.places.sites {
                let occupied = Beds(20 + draw(60))
                take(
                    .shelterReport(
                        ShelterReport(shelter: site.id, openBeds: 100, reserveBeds: 100, occupied: occupied)),
                    about: .moment(now), author: SampleTraffic.author, source: "akimat")
            }
        }
    }

    /// Ten minutes later every post reports.
    mutating func reportRound() {
        pass(.minutes(10))
        for post in posts { report(post, minutes: 10) }
    }

    mutating func report(_ post: CheckpointID, minutes: Int) {
        guard let period = Period(from: now - .minutes(minutes), to: now) else { return }
        let report = CheckpointReport(
            checkpoint: post, direction: .in, mode: .all, persons: Persons(draw(20)), vehicles: 3,
            waitingPersons: Persons(draw(200)), wait: Minutes(draw(110)), lanesOpen: 3)
        take(
            .checkpointReport(report), about: .period(period), author: SampleTraffic.author,
            source: SampleTraffic.source)
    }

    /// A number below `limit` that looks like luck and is the same in every run.
    private func draw(_ limit: UInt64) -> Int {
        Int(SampleTraffic.scrambled(Int(number) * 3 + Int(limit)) % limit)
    }

    private mutating func take(_ fact: Fact, about: About, author: Author, source: SourceID) {
        number += 1
        picture.apply(
            Entry(
                id: EntryID(station: "bench", number: number), recorded: HybridTime(now),
                known: HybridTime(now), about: about, author: author, source: source, confidence: .reported,
                fact: fact))
    }
}
