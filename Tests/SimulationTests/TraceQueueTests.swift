import Testing

@testable import Simulation

@Suite struct `Given arrivals and services` {
    /// The direct recursion: each takes the server that is free first.
    static func recursion(_ customers: [TraceQueue.Customer], servers: Int) -> [TraceQueue.Times] {
        var free = Array(repeating: -Double.infinity, count: servers)
        return customers.map { customer in
            let server = free.indices.min { free[$0] < free[$1] } ?? 0
            let start = max(customer.arrival, free[server])
            free[server] = start + customer.service
            return TraceQueue.Times(start: start, departure: free[server])
        }
    }

    @Test(arguments: [1, 2, 3, 8, 40])
    func `start and depart as the direct recursion says`(servers: Int) {
        var stream = RandomStream(seed: 9, name: "trace")
        var time = -50.0
        let customers = (0..<4000).map { _ in
            // One in four comes together with the one before.
            if stream.uniform() < 0.75 { time += stream.exponential(mean: 1) }
            return TraceQueue.Customer(
                arrival: time,
                service: stream.uniform() < 0.1 ? 0 : stream.exponential(mean: 0.9) * Double(servers))
        }
        let expected = Self.recursion(customers, servers: servers)
        let found = TraceQueue.play(customers, servers: servers)
        for (one, other) in zip(found, expected) {
            #expect(abs(one.start - other.start) <= 1e-9 && abs(one.departure - other.departure) <= 1e-9)
        }
        #expect(found.count == expected.count)
    }

    /// Worked out by hand: two servers; the second line of the list comes first.
    @Test func `come in the order of their times, and are told in the order of the list`() {
        let list = [(4.0, 2.0), (0, 5), (1, 1), (1, 9), (4, 1)].map {
            TraceQueue.Customer(arrival: $0.0, service: $0.1)
        }
        let times = TraceQueue.play(list, servers: 2)
        #expect(times.map(\.start) == [5, 0, 1, 2, 7])
        #expect(times.map(\.departure) == [7, 5, 2, 11, 8])
        #expect(TraceQueue.play([], servers: 2).isEmpty)
    }
}
