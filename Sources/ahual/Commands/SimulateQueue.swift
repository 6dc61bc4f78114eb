import ArgumentParser
import Feeds
import Foundation
import Language
import Simulation
import Wording

/// `ahual simulate queue ARRIVALS.csv --servers N`: what a list of arrivals becomes before so many servers.
struct SimulateQueue: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "queue", abstract: Help.text("simulation.queue.abstract"),
            discussion: Help.text("simulation.queue.discussion"))
    }

    @OptionGroup var language: LanguageOptions

    @Option(help: ArgumentHelp(Help.text("simulation.queue.servers"), valueName: "n"))
    var servers: Int

    @Option(help: ArgumentHelp(Help.text("simulation.queue.out"), valueName: "file"))
    var out: String?

    @Argument(help: ArgumentHelp(Help.text("simulation.queue.file"), valueName: "arrivals.csv"))
    var file: String

    /// More lanes than any crossing has; a line with more would only be a slip of the keyboard.
    private static let mostServers = 100_000

    func run() async throws {
        let surroundings = try language.surroundings()
        let say = surroundings.catalog
        guard (1...Self.mostServers).contains(servers) else {
            let words: [String: Phrase.Argument] = [
                "found": .text(String(servers)), "most": .number(Self.mostServers),
            ]
            throw Failure.wrongUse(say.say("simulation.queue.bad-servers", words))
        }
        try surroundings.telling {
            let list = try read(surroundings)
            for fault in list.faults {
                let place = "\(file):\(fault.line): \(fault.column.map { "\($0): " } ?? "")"
                Output.problem(place + say.say(fault.problem.phrase))
            }
            guard !list.customers.isEmpty else {
                throw Failure.found(say.say("simulation.queue.no-rows", ["file": .text(file)]))
            }
            let times = TraceQueue.play(list.customers, servers: servers)
            try write(TraceTable(customers: list.customers, times: times), surroundings)
            let summary = TraceSummary(list.customers, times, servers: servers)
            Output.problem(say.say(summary.phrase(surroundings)))
            if !list.faults.isEmpty { throw Failure.silent }
        }
    }

    private func read(_ surroundings: Surroundings) throws -> ArrivalList {
        var source = try FileBytes(path: file)
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        let size = (attributes?[.size] as? NSNumber)?.doubleValue ?? 0
        var bar = ProgressBar(surroundings.catalog.say("cli.progress.importing"))
        defer { bar.clear() }
        var done = 0
        do {
            return try ArrivalList {
                let piece = try source.next()
                done += piece.count
                if size > 0 { bar.show(Double(done) / size) }
                return piece
            }
        } catch let fault as ArrivalList.Fault {
            let words = surroundings.catalog.say(fault.phrase)
            throw Failure.found("\(file):1: \(words)")
        }
    }

    private func write(_ table: TraceTable, _ surroundings: Surroundings) throws {
        guard let out else { return Output.raw(table.text) }
        do {
            try Data(table.text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
        } catch {
            let words: [String: Phrase.Argument] = [
                "file": .text(out), "reason": .text(error.localizedDescription),
            ]
            throw Failure.found(surroundings.catalog.say("simulation.queue.unwritable", words))
        }
    }
}

/// What came out, a line each, in the order of the list.
struct TraceTable {
    let customers: [TraceQueue.Customer]
    let times: [TraceQueue.Times]

    /// Numbers with all their digits: read again, they are the same to the last bit.
    var text: String {
        var text = "arrival,service,start,departure\n"
        text.reserveCapacity(customers.count * 64)
        for (customer, times) in zip(customers, times) {
            text += customer.arrival.description
            text += ","
            text += customer.service.description
            text += ","
            text += times.start.description
            text += ","
            text += times.departure.description
            text += "\n"
        }
        return text
    }
}

/// A few figures of all of them.
struct TraceSummary {
    private let customers: Int
    private var waits = Tally()
    private let utilisation: Double?

    init(_ customers: [TraceQueue.Customer], _ times: [TraceQueue.Times], servers: Int) {
        self.customers = customers.count
        for (customer, times) in zip(customers, times) { waits.add(times.start - customer.arrival) }
        let begin = customers.map(\.arrival).min() ?? 0
        let end = times.map(\.departure).max() ?? 0
        let work = customers.reduce(0) { $0 + $1.service }
        utilisation = end > begin ? work / (Double(servers) * (end - begin)) : nil
    }

    func phrase(_ surroundings: Surroundings) -> Phrase {
        let speech = surroundings.speech
        return Phrase(
            "simulation.queue.summary",
            [
                "count": .number(customers), "mean": .text(speech.decimal(waits.mean, digits: 2)),
                "most": .text(speech.decimal(waits.greatest, digits: 2)),
                "utilisation": .text(speech.percent(utilisation)),
            ])
    }
}
