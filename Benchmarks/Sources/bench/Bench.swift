import Foundation
import Situation

/// How fast the journal, the picture and the simulator are, beside the `sqlite3` shell where it can do the
/// same work.
///
/// Exits 0 whatever the figures: speed is shown here, not tested. 1 means that a bench could not run, 2 that
/// it was called wrongly.
@main
enum Bench {
    static func main() {
        do {
            let options = try BenchOptions(
                arguments: Array(CommandLine.arguments.dropFirst()),
                environment: ProcessInfo.processInfo.environment)
            if options.wantsHelp { return print(BenchOptions.usage) }
            try run(options, now: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
        } catch let problem as BenchOptions.WrongUse {
            complain("\(problem.text)\n\(BenchOptions.usage)")
            exit(2)
        } catch {
            complain("\(error)")
            exit(1)
        }
    }

    private static func run(_ options: BenchOptions, now: Instant) throws {
        let workshop = try Workshop(folder: options.folder, now: now)
        if options.journalOnly {
            return print(try workshop.largeJournal(entries: options.entries, say: complain))
        }
        var report = BenchReport(isQuick: options.isQuick)
        for bench in benches(options, workshop) {
            complain(bench.name)
            report.lines += try bench.run(complain)
        }
        print(report.table)
        if let path = options.json { try report.json.write(to: URL(fileURLWithPath: path)) }
    }

    private static func benches(_ options: BenchOptions, _ workshop: Workshop) -> [any Measuring] {
        let all: [any Measuring] = [
            AppendBench(
                workshop: workshop, batchSize: 1, entries: options.isQuick ? 500 : 3000, runs: options.runs),
            AppendBench(
                workshop: workshop, batchSize: 1000, entries: options.isQuick ? 10_000 : 50_000,
                runs: options.runs),
            ImportBench(
                workshop: workshop, rows: options.isQuick ? 20_000 : 200_000, runs: options.runs),
            PictureBench(
                workshop: workshop, entries: options.entries, runs: options.runs,
                moments: options.isQuick ? 10 : 40),
            SearchBench(workshop: workshop, entries: options.entries, runs: options.runs),
            CrossingsBench(
                workshop: workshop, crossings: options.isQuick ? 1_000_000 : 10_000_000,
                runs: options.isQuick ? 1 : 3),
            WatchBench(rounds: options.isQuick ? 12 : 72),
            NationalBench(runs: options.runs),
            FleeBench(runs: options.runs),
            QueueBench(customers: options.isQuick ? 2_000_000 : 10_000_000, runs: options.runs),
        ]
        return all.filter { options.only.isEmpty || options.only.contains($0.name) }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data("bench: \(text)\n".utf8))
    }
}

/// Something that can be measured on its own.
protocol Measuring {
    /// What `--only` calls it.
    var name: String { get }

    /// - Parameter say: tells what is being done, for those who wait.
    func run(_ say: (String) -> Void) throws -> [BenchLine]
}
