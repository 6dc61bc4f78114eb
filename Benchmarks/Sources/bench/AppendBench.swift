import Foundation
import Situation
import Store

/// Durable appends a second, beside the `sqlite3` shell inserting the very same records.
///
/// The shell gets the journal's own table of records, WAL, `synchronous=FULL` and the rows that the journal
/// has just written, as `INSERT` statements. What the journal does beyond that (hashing, chaining, the
/// derived columns and their indexes) is the price of being a journal and is measured with it.
struct AppendBench: Measuring {
    let workshop: Workshop
    let batchSize: Int
    let entries: Int
    let runs: Int

    var name: String { "append-\(batchSize)" }

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let pairs = try (0..<runs).map { _ in try pair() }
        let what = batchSize == 1 ? "appends, one by one" : "appends, \(batchSize) at a time"
        return [
            BenchLine(
                "durable \(what)", pairs: pairs, .perSecond, goal: .ratioAtLeast(0.7),
                note: "sqlite3 shell, same records, WAL, FULL; \(entries) entries")
        ]
    }

    private func pair() throws -> RatePair {
        let journalPath = workshop.path("append.ahual")
        let ours = try appendToJournal()
        let script = try shellScript(from: journalPath)
        let theirs = try insertByShell(script)
        workshop.remove(journalPath)
        return RatePair(ours: Double(entries) / ours.inSeconds, theirs: Double(entries) / theirs.inSeconds)
    }

    private func appendToJournal() throws -> Duration {
        let journal = try workshop.freshJournal("append.ahual")
        let start = workshop.start(entries: entries)
        let rounds = entries / SampleTraffic.reportsARound + 1
        let drafts = Array((0..<rounds).flatMap { SampleTraffic.round($0, from: start) }.prefix(entries))
        let batches = stride(from: 0, to: entries, by: batchSize).map {
            Array(drafts[$0..<min($0 + batchSize, entries)])
        }
        let taken = try ContinuousClock().measure {
            for batch in batches { try journal.append(batch, at: workshop.now) }
        }
        try journal.close()
        return taken
    }

    /// The records of the journal as a script: what the shell itself writes of them.
    private func shellScript(from journalPath: String) throws -> String {
        let schema = try workshop.shell.run(journalPath, script: ".schema entry\n").output
        let table = schema.components(separatedBy: "CREATE TRIGGER")[0]
        let dump = try workshop.shell.run(
            journalPath, script: ".mode insert entry\nSELECT * FROM entry ORDER BY seq;\n")
        let inserts = dump.output.split(separator: "\n")
        var script = "PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n\(table)\n"
        for start in stride(from: 0, to: inserts.count, by: batchSize) {
            let batch = inserts[start..<min(start + batchSize, inserts.count)].joined(separator: "\n")
            script += batchSize == 1 ? "\(batch)\n" : "BEGIN;\n\(batch)\nCOMMIT;\n"
        }
        return script
    }

    private func insertByShell(_ script: String) throws -> Duration {
        let path = workshop.path("append.db")
        workshop.remove(path)
        defer { workshop.remove(path) }
        let taken = try workshop.shell.run(path, script: script).taken
        let count = try workshop.shell.number(path, "SELECT count(*) FROM entry")
        guard Int(count) == entries else {
            throw SQLiteShell.Failure(description: "the shell stored \(count) of \(entries) records")
        }
        return taken
    }
}
