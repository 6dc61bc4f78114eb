import Foundation
import Situation
import Store

/// The folder in which files are made and measured, and the large journal that is kept there from one run to
/// the next, since making it takes longer than anything measured on it.
struct Workshop {
    let folder: String
    let now: Instant
    let shell = SQLiteShell()

    init(folder: String, now: Instant) throws {
        self.folder = folder
        self.now = now
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Removes a database and what SQLite keeps beside it.
    func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// Brings everything that stands beside a database into its one file, so that the file can be moved or
    /// copied alone.
    func settle(_ path: String) throws {
        try shell.run(path, script: "PRAGMA wal_checkpoint(TRUNCATE);\n")
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// A new journal in place of any that is there.
    func freshJournal(_ name: String) throws -> Journal {
        remove(path(name))
        return try Journal.create(
            path(name), header: JournalHeader(id: "bench", nature: .live, created: now), station: "bench")
    }

    /// The path of a journal of `entries` reports, the last of them of about the time it was made. Made
    /// first when there is none.
    func largeJournal(entries: Int, say: (String) -> Void) throws -> String {
        let made = path("journal-\(entries).ahual")
        if FileManager.default.fileExists(atPath: made) { return made }
        say("making a journal of \(entries) entries, once")
        let draft = "making-\(entries).ahual"
        let journal = try freshJournal(draft)
        try fill(journal, entries: entries)
        try journal.close()
        try settle(path(draft))
        // Put in place whole, so that a run that was broken off leaves no half journal.
        try FileManager.default.moveItem(atPath: path(draft), toPath: made)
        return made
    }

    /// The moment the first round of a journal of `entries` begins.
    func start(entries: Int) -> Instant {
        let rounds = (entries + SampleTraffic.reportsARound - 1) / SampleTraffic.reportsARound
        return now.startOfHour - .minutes(10 * rounds)
    }

    private func fill(_ journal: Journal, entries: Int) throws {
        let start = start(entries: entries)
        var round = 0
        var left = entries
        while left > 0 {
            let drafts = SampleTraffic.round(round, from: start).prefix(left)
            round += 1
            left -= drafts.count
            try journal.append(Array(drafts), at: start + .minutes(10 * round))
        }
    }
}
