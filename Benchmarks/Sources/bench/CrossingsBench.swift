import Crossings
import Foundation
import Situation
import Store

/// Crossings taken in and people counted, beside `sort -u | wc -l` of the pseudonyms and SQLite's `COUNT(DISTINCT)` over a
/// plain table of them.
///
/// The other two count distinct pseudonyms and nothing more, from texts in the clear. Ours opens what is sealed, tells
/// crossings, people, re-entries and stays, and holds no more than a bounded part in memory.
struct CrossingsBench: Measuring {
    let workshop: Workshop
    let crossings: Int
    let runs: Int

    let name = "crossings"

    /// Each person crosses about so often.
    private static let crossingsEach = 4
    private static let days = 30

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let journal = try workshop.freshJournal("crossings-journal.ahual")
        let path = CrossingFile.path(besideJournal: journal.path)
        defer { clear(journal.path, path) }
        clear(journal.path + ".none", path)
        let file = try CrossingFile(path: path, journal: journal.header.id)
        let desk = CrossingDesk(
            journal: journal, file: file, scopes: [.country], author: SampleTraffic.author)
        let texts = workshop.path("pseudonyms.txt")
        defer { workshop.remove(texts) }
        say("taking in \(crossings) crossings")
        let taken = try fill(desk, texts: texts)
        let table = workshop.path("pseudonyms.db")
        defer { workshop.remove(table) }
        workshop.remove(table)
        try workshop.shell.run(
            table, script: "CREATE TABLE crossing (pseudonym TEXT);\n.import \"\(texts)\" crossing\n")
        return [
            BenchLine(
                "crossings sealed and stored", ours: Double(crossings) / taken.inSeconds, .perSecond,
                note: "\(crossings) in batches of 50000, the journal told of each")
        ] + (try count(file, texts: texts, table: table))
    }

    private func count(_ file: CrossingFile, texts: String, table: String) throws -> [BenchLine] {
        guard let window = Period(from: start, to: start + .days(Self.days)) else { return [] }
        var besideSort: [RatePair] = []
        var besideSQLite: [RatePair] = []
        let before = PeakMemory.kilobytes
        for _ in 0..<runs {
            var people = 0
            let ours = try ContinuousClock().measure {
                people = try file.counts(in: window, scopes: [.country], now: workshop.now)["KZ"]?.people ?? 0
            }
            let rate = Double(crossings) / ours.inSeconds
            let sort = try ContinuousClock().measure {
                try agree(people, try Self.shell("LC_ALL=C sort -u '\(texts)' | wc -l"))
            }
            besideSort.append(RatePair(ours: rate, theirs: Double(crossings) / sort.inSeconds))
            let sqlite = try ContinuousClock().measure {
                let found = try workshop.shell.number(table, "SELECT COUNT(DISTINCT pseudonym) FROM crossing")
                try agree(people, "\(Int(found))")
            }
            besideSQLite.append(RatePair(ours: rate, theirs: Double(crossings) / sqlite.inSeconds))
        }
        return [
            BenchLine(
                "crossings counted", pairs: besideSort, .perSecond, goal: .ratioAtLeast(1),
                note: "sort -u | wc -l of the pseudonyms alone"),
            BenchLine(
                "crossings counted", pairs: besideSQLite, .perSecond, goal: .ratioAtLeast(1),
                note: "SQLite COUNT(DISTINCT) of the pseudonyms alone"),
            BenchLine(
                "memory while they were counted", ours: Double(PeakMemory.kilobytes - before), .kilobytes,
                goal: .atMost(160_000), note: "growth of the peak resident size"),
        ]
    }

    private func agree(_ people: Int, _ theirs: String) throws {
        guard Int(theirs.trimmingCharacters(in: .whitespacesAndNewlines)) == people else {
            throw SQLiteShell.Failure(description: "\(people) people by ours, \(theirs) by the other")
        }
    }

    private var start: Instant { workshop.now.startOfDay - .days(Self.days + 3) }

    /// Takes the crossings in, in the order of time, and writes their pseudonyms to a file.
    private func fill(_ desk: CrossingDesk, texts: String) throws -> Duration {
        var taken = Duration.zero
        guard FileManager.default.createFile(atPath: texts, contents: nil),
            let lines = FileHandle(forWritingAtPath: texts)
        else {
            throw SQLiteShell.Failure(description: "\(texts) cannot be written")
        }
        defer { try? lines.close() }
        let step = Int64(Self.days) * 86_400_000 / Int64(crossings)
        for first in stride(from: 0, to: crossings, by: 50_000) {
            let batch = (first..<min(crossings, first + 50_000)).map { number in
                let luck = SampleTraffic.scrambled(number)
                let person = Int(luck % UInt64(max(1, crossings / Self.crossingsEach)))
                return Crossing(
                    post: SampleTraffic.posts[Int(luck >> 32 % 52)],
                    direction: luck >> 40 % 2 == 0 ? .in : .out,
                    mode: .car, at: start + Span(milliseconds: Int64(number) * step),
                    pseudonym: Self.pseudonym(person))
            }
            try lines.write(contentsOf: Data(batch.map { $0.pseudonym + "\n" }.joined().utf8))
            taken += try ContinuousClock().measure {
                _ = try desk.take(batch, from: SampleTraffic.source, at: workshop.now)
            }
        }
        return taken
    }

    /// 32 hexadecimal digits, always the same for one person.
    private static func pseudonym(_ person: Int) -> String {
        [person * 2, person * 2 + 1].map { half in
            let digits = String(SampleTraffic.scrambled(half &+ 77), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func shell(_ command: String) throws -> String {
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    private func clear(_ journal: String, _ path: String) {
        for file in [journal, path] { workshop.remove(file) }
        try? FileManager.default.removeItem(atPath: path + "-keys")
    }
}
