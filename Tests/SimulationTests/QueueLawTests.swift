import Foundation
import Testing

@testable import Simulation

/// The kernel against closed forms: the expected value lies in the 99 % interval of independent replications,
/// each after a warm-up. The seeds are fixed, so a test that passes always passes; the interval must also be
/// narrow, so that it says something.
@Suite struct `Queues and their laws` {
    @Test(arguments: [(1, 0.7), (3, 0.8), (8, 0.85)])
    func `M/M/c waits as Erlang C says`(servers: Int, load: Double) throws {
        let arrivals = load * Double(servers)
        let system = QueueSystem(
            arrivals: .apart(try .exponential(mean: 1 / arrivals)), service: try .exponential(mean: 1),
            servers: servers)
        let runs = Replications(system, warmUp: 500 / arrivals, customers: 6000, count: 24)
        let wait = QueueFormulas.wait(arrivals: arrivals, service: 1, servers: servers)
        expect(runs.interval { $0.outcomes[0].waits.mean }, covers: wait, within: 0.15)
        expect(runs.interval { $0.meanWaiting }, covers: wait * arrivals, within: 0.15)
        expect(runs.interval { $0.utilisation }, covers: load, within: 0.02)
    }

    @Test func `M/M/c/K refuses and waits as its birth and death process says`() throws {
        let system = QueueSystem(
            arrivals: .apart(try .exponential(mean: 1 / 3.6)), service: try .exponential(mean: 1),
            servers: 4, room: 5)
        let runs = Replications(system, warmUp: 50, customers: 5000, count: 24)
        let law = QueueFormulas.withRoom(arrivals: 3.6, service: 1, servers: 4, room: 5)
        expect(
            runs.interval { Double($0.outcomes[0].refused) / Double($0.outcomes[0].arrived) },
            covers: law.refused, within: 0.05)
        expect(runs.interval { $0.outcomes[0].waits.mean }, covers: law.wait, within: 0.05)
    }

    /// Without room to wait the system is Erlang's loss system, for which only the mean of service matters.
    @Test func `M/G/c/c refuses as Erlang B says, whatever the distribution of service`() throws {
        let system = QueueSystem(
            arrivals: .apart(try .exponential(mean: 0.25)), service: try .lognormal(mean: 1, cv: 1.5),
            servers: 5, room: 0)
        let runs = Replications(system, warmUp: 50, customers: 5000, count: 24)
        expect(
            runs.interval { Double($0.outcomes[0].refused) / Double($0.outcomes[0].arrived) },
            covers: QueueFormulas.erlangB(4, servers: 5), within: 0.05)
    }

    @Test(arguments: ["constant", "gamma", "lognormal", "uniform"])
    func `M/G/1 waits as Pollaczek and Khinchine say`(name: String) throws {
        let service: Distribution =
            switch name {
            case "constant": .constant(1)
            case "gamma": try .gamma(shape: 0.7, mean: 1)
            case "lognormal": try .lognormal(mean: 1, cv: 0.8)
            default: try .uniform(low: 0.2, high: 1.8)
            }
        // The variance by hand: 0, mean²/shape, (cv · mean)² and width²/12.
        let variance = ["constant": 0, "gamma": 1 / 0.7, "lognormal": 0.64, "uniform": 1.6 * 1.6 / 12]
        let system = QueueSystem(
            arrivals: .apart(try .exponential(mean: 1 / 0.7)), service: service, servers: 1)
        let runs = Replications(system, warmUp: 500, customers: 6000, count: 24)
        let wait = QueueFormulas.wait(
            arrivals: 0.7, serviceMean: 1, serviceVariance: try #require(variance[name]))
        expect(runs.interval { $0.outcomes[0].waits.mean }, covers: wait, within: 0.1)
    }

    @Test func `three classes before one server wait as Cobham says`() throws {
        let rates = [0.2, 0.3, 0.25]
        let means = [1.0, 0.8, 1.2]
        let classes = try zip(rates, means).map {
            QueueSystem.Class(
                arrivals: .apart(try .exponential(mean: 1 / $0)), service: try .erlang(stages: 2, mean: $1))
        }
        let runs = Replications(
            QueueSystem(classes: classes, servers: 1), warmUp: 500, customers: 6000, count: 24)
        // E[s²] of an Erlang time of two stages is 1.5 mean².
        let waits = QueueFormulas.priorityWaits(
            arrivals: rates, means: means, squares: means.map { 1.5 * $0 * $0 })
        for line in 0..<3 {
            expect(
                runs.interval { $0.outcomes[line].waits.mean }, covers: waits[line], within: 0.15,
                "class \(line)")
        }
    }

    @Test func `two classes before four servers wait as Cobham says`() throws {
        let rates = [1.2, 2.2]
        let classes = try rates.map {
            QueueSystem.Class(
                arrivals: .apart(try .exponential(mean: 1 / $0)), service: try .exponential(mean: 1))
        }
        let runs = Replications(
            QueueSystem(classes: classes, servers: 4), warmUp: 150, customers: 6000, count: 24)
        let waits = QueueFormulas.priorityWaits(arrivals: rates, service: 1, servers: 4)
        for line in 0..<2 {
            expect(
                runs.interval { $0.outcomes[line].waits.mean }, covers: waits[line], within: 0.15,
                "class \(line)")
        }
    }

    @Test func `the impatient give up as Palm says, even with too few servers`() throws {
        let system = QueueSystem(
            arrivals: .apart(try .exponential(mean: 1 / 4.5)), service: try .exponential(mean: 1),
            patience: try .exponential(mean: 2), servers: 4)
        let runs = Replications(system, warmUp: 50, customers: 5000, count: 24)
        let law = QueueFormulas.impatient(arrivals: 4.5, service: 1, servers: 4, leaving: 0.5)
        expect(
            runs.interval { Double($0.outcomes[0].gaveUp) / Double($0.outcomes[0].arrived) },
            covers: law.gaveUp, within: 0.05)
        expect(runs.interval { $0.meanWaiting }, covers: law.waiting, within: 0.05)
    }

    /// A day whose rate rises to half as much again as three servers can do, and falls again.
    @Test func `M(t)/M/c fills and empties as its forward equations say`() throws {
        let knots: [(at: Double, rate: Double)] = [(0, 1), (4, 4.5), (6, 4.5), (12, 0.5)]
        let process = try ThinnedArrivals(knots: knots)
        var equations = ForwardEquations(states: 120, service: 1, servers: 3) { time in
            let next = knots.firstIndex { $0.at > time } ?? knots.count - 1
            let (from, to) = (knots[max(0, next - 1)], knots[next])
            return from.rate + (to.rate - from.rate) * min(1, (time - from.at) / (to.at - from.at))
        }
        let system = QueueSystem(arrivals: .varying(process), service: try .exponential(mean: 1), servers: 3)
        var runs = (0..<1000).map { QueueRun(system, seed: 23, replication: $0) }
        for end in [3.0, 6, 9, 12] {
            let (waiting, busy) = equations.advance(to: end, steps: 150)
            for index in runs.indices {
                runs[index].beginMeasuring()
                runs[index].advance(to: end)
            }
            expect(ReplicationInterval(runs.map(\.meanWaiting)), covers: waiting, within: 0.25, "to \(end)")
            expect(ReplicationInterval(runs.map(\.meanBusy)), covers: busy, within: 0.1, "to \(end)")
        }
    }

    /// Under common random numbers the difference shows in few replications; under separate luck it drowns.
    @Test func `two policies are told apart by their pairs`() throws {
        func waits(servers: Int, seed: UInt64) throws -> [Double] {
            let system = QueueSystem(
                arrivals: .apart(try .exponential(mean: 1 / 6.4)), service: try .exponential(mean: 1),
                servers: servers)
            return Replications(system, warmUp: 20, customers: 1500, count: 16, seed: seed).runs.map {
                $0.outcomes[0].waits.mean
            }
        }
        let paired = ReplicationInterval(
            of: try waits(servers: 8, seed: 5), minus: try waits(servers: 9, seed: 5))
        let apart = ReplicationInterval(
            of: try waits(servers: 8, seed: 5), minus: try waits(servers: 9, seed: 6))
        #expect(paired.excludesZero && paired.low > 0)
        #expect(paired.halfWidth < apart.halfWidth)
    }

    private func expect(
        _ interval: ReplicationInterval, covers value: Double, within share: Double, _ what: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let told = "\(what) expected \(value), found \(interval.mean) ± \(interval.halfWidth)"
        // For the table in docs/queueing.md.
        if ProcessInfo.processInfo.environment["AHUAL_SHOW_LAWS"] != nil {
            print("law: \(Test.current?.displayName ?? "?"): \(told)")
        }
        #expect(interval.covers(value), "\(told)", sourceLocation: sourceLocation)
        #expect(interval.halfWidth < share * value, "too wide: \(told)", sourceLocation: sourceLocation)
    }
}

/// Independent runs of one system, each measured after a warm-up.
struct Replications {
    let runs: [QueueRun]

    init(_ system: QueueSystem, warmUp: Double, customers: Int, count: Int, seed: UInt64 = 23) {
        let rate = system.classes.reduce(0) { sum, line in
            guard case .apart(let time) = line.arrivals else { return sum }
            return sum + 1 / time.mean
        }
        runs = (0..<count).map { replication in
            var run = QueueRun(system, seed: seed, replication: replication)
            run.advance(to: warmUp)
            run.beginMeasuring()
            run.advance(to: warmUp + Double(customers) / rate)
            return run
        }
    }

    func interval(_ measured: (QueueRun) -> Double) -> ReplicationInterval {
        ReplicationInterval(runs.map(measured), confidence: .ninetyNine)
    }
}
