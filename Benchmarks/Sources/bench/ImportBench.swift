import Feeds
import Foundation
import Reference
import Situation
import Store

/// Rows a second of a feed file taken in, beside the `sqlite3` shell's `.import` of the same file.
///
/// `.import` puts texts into a plain table in one transaction. Ours reads them as numbers, names and times,
/// refuses what is wrong, passes over what is known already, and chains and stores the rest durably.
struct ImportBench: Measuring {
    let workshop: Workshop
    let rows: Int
    let runs: Int

    let name = "import"

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let locator = ResourceLocator(environment: ProcessInfo.processInfo.environment)
        let reference = try ReferenceLoader(locator: locator).core()
        let feed = workshop.path("feed.csv")
        try write(feed, posts: Array(reference.checkpoints.map(\.id).prefix(52)))
        defer { workshop.remove(feed) }
        let pairs = try (0..<runs).map { _ in
            RatePair(
                ours: Double(rows) / (try importFeed(feed, reference).inSeconds),
                theirs: Double(rows) / (try importByShell(feed).inSeconds))
        }
        return [
            BenchLine(
                "rows of a CSV feed taken in", pairs: pairs, .perSecond, goal: .ratioAtLeast(0.25),
                note: "sqlite3 .import into a plain table; \(rows) rows")
        ]
    }

    private func importFeed(_ feed: String, _ reference: Reference) throws -> Duration {
        let journal = try workshop.freshJournal("import.ahual")
        defer { workshop.remove(journal.path) }
        let intake = FeedImport(
            into: journal, reference: reference, author: SampleTraffic.author, now: { workshop.now })
        var stored = 0
        let taken = try ContinuousClock().measure {
            stored = try intake.run(try FileBytes(path: feed), name: feed).stored
        }
        try journal.close()
        guard stored == rows else {
            throw SQLiteShell.Failure(description: "\(stored) of \(rows) rows were taken in")
        }
        return taken
    }

    private func importByShell(_ feed: String) throws -> Duration {
        let path = workshop.path("import.db")
        workshop.remove(path)
        defer { workshop.remove(path) }
        return try workshop.shell.run(path, script: ".mode csv\n.import \"\(feed)\" feed\n").taken
    }

    private func write(_ path: String, posts: [CheckpointID]) throws {
        var text = "type,source,checkpoint,from,to,direction,mode,persons,vehicles,"
        text += "waiting_persons,wait_minutes,lanes_open\n"
        let start = workshop.start(entries: rows)
        var written = 0
        var round = 0
        while written < rows {
            for draft in SampleTraffic.round(round, from: start, posts: posts).prefix(rows - written) {
                text += Self.row(draft)
                written += 1
            }
            round += 1
        }
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    private static func row(_ draft: Draft) -> String {
        guard case .checkpointReport(let report) = draft.fact else { return "" }
        let texts = [
            "checkpoint", draft.source.rawValue, report.checkpoint.rawValue, draft.about.start.iso8601,
            draft.about.end.iso8601, report.direction.rawValue, report.mode.rawValue,
        ]
        let numbers = [
            report.persons.count, report.vehicles?.count, report.waitingPersons?.count, report.wait?.count,
            report.lanesOpen?.count,
        ]
        return (texts + numbers.map { $0.map(String.init) ?? "" }).joined(separator: ",") + "\n"
    }
}
