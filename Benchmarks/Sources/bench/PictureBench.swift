import Foundation
import Situation
import Store

/// How long the picture takes from a large journal: from nothing, from snapshots, after late entries, and
/// for moments of the past.
struct PictureBench: Measuring {
    let workshop: Workshop
    let entries: Int
    let runs: Int
    /// Moments of the past to ask for.
    let moments: Int

    let name = "picture"

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let kept = try workshop.largeJournal(entries: entries, say: say)
        let path = workshop.path("picture.ahual")
        workshop.remove(path)
        try workshop.settle(kept)
        try FileManager.default.copyItem(atPath: kept, toPath: path)
        defer { workshop.remove(path) }
        let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        try workshop.shell.run(path, script: "DELETE FROM snapshot;\n")
        say("rebuilding from \(entries) entries")
        return try rebuilding(path) + [try warmStart(path)] + (try refolding(path)) + (try past(path)) + [
            try snapshotSize(path),
            BenchLine("journal bytes an entry", ours: Double(bytes) / Double(entries), .bytes),
        ]
    }

    private func open(_ path: String) throws -> Journal { try Journal.open(path, station: "bench") }

    private func rebuilding(_ path: String) throws -> [BenchLine] {
        let journal = try open(path)
        let clock = ContinuousClock()
        let times = try (0..<min(3, runs)).map { _ in
            try clock.measure { _ = try journal.picture(keepingSnapshots: false) }.inSeconds
        }
        let keeping = try clock.measure { _ = try journal.picture() }.inSeconds
        try journal.close()
        return [
            BenchLine(
                "picture from \(entries) entries", ours: times.median, .seconds, goal: .atMost(3),
                note: "no snapshots"),
            BenchLine("the same, storing snapshots", ours: keeping, .seconds, note: "once, then cached"),
        ]
    }

    private func warmStart(_ path: String) throws -> BenchLine {
        let times = try (0..<runs * 2).map { _ in
            let begin = ContinuousClock.now
            let journal = try open(path)
            _ = try journal.picture()
            let taken = ContinuousClock.now - begin
            try journal.close()
            return taken.inMilliseconds
        }
        return BenchLine("open and picture, warm", ours: times.median, .milliseconds, note: "from snapshots")
    }

    private func refolding(_ path: String) throws -> [BenchLine] {
        let journal = try open(path)
        let fresh = try update(journal, lateBy: nil)
        let hour = try update(journal, lateBy: .hours(1))
        let day = try update(journal, lateBy: .days(1))
        try journal.close()
        return [
            BenchLine("one new entry into the picture", ours: fresh.median, .milliseconds),
            BenchLine("refold, entry an hour late", ours: hour.median, .milliseconds, goal: .atMost(200)),
            BenchLine("refold, entry a day late", ours: day.median, .milliseconds, goal: .atMost(200)),
        ]
    }

    /// Appends one entry after the other and takes each into a picture, as a console does.
    private func update(_ journal: Journal, lateBy late: Span?) throws -> [Double] {
        var state = try journal.picture()
        return try (0..<runs).map { run in
            guard let now = state.picture.lastKnown else { return 0 }
            var draft = Draft(
                .note(Note(text: "late word \(run)")), about: .moment(now), author: SampleTraffic.author,
                source: SampleTraffic.source)
            draft.known = late.map { now - $0 }
            try journal.append([draft], at: now + .seconds(run + 1))
            return try ContinuousClock().measure { _ = try journal.update(&state) }.inMilliseconds
        }
    }

    private func past(_ path: String) throws -> [BenchLine] {
        let journal = try open(path)
        guard let last = try journal.picture().picture.lastKnown else { return [] }
        let length = 10 * entries / SampleTraffic.reportsARound
        let times = try (0..<moments).map { index in
            let back = Int(SampleTraffic.scrambled(index) % UInt64(max(1, length)))
            let moment = PictureMoment(asKnownAt: last - .minutes(back))
            return try ContinuousClock().measure { _ = try journal.picture(at: moment) }.inMilliseconds
        }
        try journal.close()
        return [
            BenchLine(
                "as known at a random time", ours: times.median, .milliseconds, goal: .atMost(200),
                note: "median of \(moments)"),
            BenchLine(
                "the same, 95th percentile", ours: times.quantile(0.95), .milliseconds, goal: .atMost(200)),
        ]
    }

    private func snapshotSize(_ path: String) throws -> BenchLine {
        let bytes = try workshop.shell.number(path, "SELECT max(length(picture)) FROM snapshot")
        return BenchLine("largest snapshot", ours: bytes / 1000, .kilobytes, goal: .atMost(500))
    }
}
