import Foundation
import Situation
import Store
import Support
import Testing

/// What other processes, and their sudden death, do to a journal.
@Suite(.serialized)
struct ProcessTests {
    /// Rounds of killing; the soak run asks for more.
    private static let rounds =
        ProcessInfo.processInfo.environment["AHUAL_KILL_ROUNDS"].flatMap { Int($0) } ?? 200

    private func probe(_ path: String, count: Int, batch: Int = 1) throws -> (Process, Pipe) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try BuiltPrograms.path("journal-probe"))
        process.arguments = [path, String(count), String(batch)]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        return (process, pipe)
    }

    /// The numbers in what a probe printed; a last line cut short by the kill does not count.
    private func acknowledged(_ output: Data) -> [Int64] {
        let text = String(decoding: output, as: UTF8.self)
        let whole = text.hasSuffix("\n") ? text[...] : text[..<(text.lastIndex(of: "\n") ?? text.startIndex)]
        return whole.split(separator: "\n").compactMap { Int64($0) }
    }

    @Test func `every entry whose append had returned survives kill -9, in every round`() throws {
        let scratch = try Scratch()
        let path = scratch.file("journal.ahual")
        var random = Seeded(9)
        var acknowledgedAtAll: Int64 = 0
        for round in 0..<Self.rounds {
            let (process, pipe) = try probe(path, count: 1_000_000, batch: round % 3 == 0 ? 7 : 1)
            _ = pipe.fileHandleForReading.availableData
            usleep(UInt32.random(in: 0...12_000, using: &random))
            kill(process.processIdentifier, SIGKILL)
            let last = acknowledged(try pipe.fileHandleForReading.readToEnd() ?? Data()).last
            process.waitUntilExit()
            acknowledgedAtAll = max(acknowledgedAtAll, last ?? 0)
            if round % 20 == 19 || round == Self.rounds - 1 {
                let journal = try Journal.open(path, station: "st-reader")
                let result = try journal.verify()
                #expect(result.fault == nil, "round \(round)")
                #expect((result.heads.first?.id.number ?? 0) >= acknowledgedAtAll, "round \(round)")
                try journal.close()
            }
        }
        #expect(acknowledgedAtAll > Int64(Self.rounds))
    }

    @Test func `two processes appending at once share one chain without gaps`() throws {
        let scratch = try Scratch()
        let path = scratch.file("journal.ahual")
        _ = try StationFolder(path: scratch.path).station { 1 }
        let probes = try (0..<2).map { _ in try probe(path, count: 300) }
        let numbers = try probes.flatMap { acknowledged(try $0.1.fileHandleForReading.readToEnd() ?? Data()) }
        for (process, _) in probes { process.waitUntilExit() }
        #expect(numbers.sorted() == Array(1...600))
        let journal = try Journal.open(path, station: "st-reader")
        let result = try journal.verify()
        #expect(result.fault == nil)
        #expect(result.entryCount == 600)
        let people = Set(try journal.entries().map(\.entry.fact))
        #expect(people.count == 2)
    }

    @Test func `each append is forced to the disk before it returns`() throws {
        let scratch = try Scratch()
        let log = scratch.file("trace")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
        process.arguments = [
            "-f", "-e", "trace=fdatasync,fsync", "-o", log, try BuiltPrograms.path("journal-probe"),
            scratch.file("journal.ahual"), "50",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let numbers = acknowledged(try pipe.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        #expect(numbers.count == 50)
        let syncs = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
            .filter { $0.contains("sync(") && $0.contains("= 0") }
        #expect(syncs.count >= 50)
    }

    @Test func `an entry of another process is seen by its follower`() throws {
        let scratch = try Scratch()
        let path = scratch.file("journal.ahual")
        let (first, pipe) = try probe(path, count: 1)
        _ = try pipe.fileHandleForReading.readToEnd()
        first.waitUntilExit()
        let journal = try Journal.open(path, station: "st-reader")
        var followed = try journal.picture()
        #expect(followed.picture.entryCount == 1)
        let (second, more) = try probe(path, count: 3)
        _ = try more.fileHandleForReading.readToEnd()
        second.waitUntilExit()
        #expect(try journal.update(&followed))
        #expect(followed.picture.entryCount == 4)
    }
}
