import Foundation

/// What textbooks say of queues. It stands with the tests, so that what is expected does not come from what is
/// tested. λ is `arrivals` a unit of time, µ is `service` a unit of time and server.
enum QueueFormulas {
    /// The steady state of a birth–death process: births[n] leads from n to n + 1, deaths[n] back.
    static func steadyState(births: [Double], deaths: [Double]) -> [Double] {
        var chances = [1.0]
        for (birth, death) in zip(births, deaths) { chances.append((chances.last ?? 0) * birth / death) }
        let sum = chances.reduce(0, +)
        return chances.map { $0 / sum }
    }

    /// A. K. Erlang, 1917: the chance that all servers are taken where nobody waits, by the usual recursion.
    static func erlangB(_ offered: Double, servers: Int) -> Double {
        (1...servers).reduce(1) { blocked, n in offered * blocked / (Double(n) + offered * blocked) }
    }

    /// A. K. Erlang, 1917: the chance to wait in M/M/c.
    static func erlangC(_ offered: Double, servers: Int) -> Double {
        let blocked = erlangB(offered, servers: servers)
        return blocked / (1 - offered / Double(servers) * (1 - blocked))
    }

    /// The mean wait in M/M/c.
    static func wait(arrivals: Double, service: Double, servers: Int) -> Double {
        erlangC(arrivals / service, servers: servers) / (Double(servers) * service - arrivals)
    }

    /// M/M/c/K with room for `room` to wait: the chance to be refused, and the mean wait of the others.
    static func withRoom(
        arrivals: Double, service: Double, servers: Int, room: Int
    ) -> (refused: Double, wait: Double) {
        let all = servers + room
        let chances = steadyState(
            births: Array(repeating: arrivals, count: all),
            deaths: (1...all).map { Double(min($0, servers)) * service })
        let waiting = chances.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - servers)) * $1.element }
        return (chances[all], waiting / (arrivals * (1 - chances[all])))
    }

    /// F. Pollaczek, 1930, and A. Khinchine, 1932: the mean wait in M/G/1.
    static func wait(arrivals: Double, serviceMean: Double, serviceVariance: Double) -> Double {
        let load = arrivals * serviceMean
        return arrivals * (serviceVariance + serviceMean * serviceMean) / (2 * (1 - load))
    }

    /// A. Cobham, "Priority Assignment in Waiting Line Problems", Operations Research 2(1), 1954: mean waits of
    /// each class of M/G/1 without preemption, the first class served first.
    static func priorityWaits(arrivals: [Double], means: [Double], squares: [Double]) -> [Double] {
        let rest = zip(arrivals, squares).reduce(0) { $0 + $1.0 * $1.1 / 2 }
        return priorityWaits(rest: rest, loads: zip(arrivals, means).map(*))
    }

    /// The same for M/M/c with one service rate for all.
    static func priorityWaits(arrivals: [Double], service: Double, servers: Int) -> [Double] {
        let capacity = service * Double(servers)
        let rest = erlangC(arrivals.reduce(0, +) / service, servers: servers) / capacity
        return priorityWaits(rest: rest, loads: arrivals.map { $0 / capacity })
    }

    private static func priorityWaits(rest: Double, loads: [Double]) -> [Double] {
        var above = 0.0
        return loads.map { load in
            defer { above += load }
            return rest / ((1 - above) * (1 - above - load))
        }
    }

    /// Erlang A (C. Palm, 1957): M/M/c with exponential patience; the share who give up and the mean number
    /// waiting.
    static func impatient(
        arrivals: Double, service: Double, servers: Int, leaving: Double
    ) -> (gaveUp: Double, waiting: Double) {
        let all = servers + 400
        let chances = steadyState(
            births: Array(repeating: arrivals, count: all),
            deaths: (1...all).map {
                Double(min($0, servers)) * service + Double(max(0, $0 - servers)) * leaving
            })
        let waiting = chances.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - servers)) * $1.element }
        return (leaving * waiting / arrivals, waiting)
    }
}

/// Kolmogorov's forward equations of M(t)/M/c from empty, integrated by Runge and Kutta's method of fourth order over
/// states 0 to `states`.
struct ForwardEquations {
    let rate: (Double) -> Double
    let service: Double
    let servers: Int
    private(set) var chances: [Double]
    private(set) var time = 0.0

    init(states: Int, service: Double, servers: Int, rate: @escaping (Double) -> Double) {
        self.rate = rate
        self.service = service
        self.servers = servers
        chances = [1] + Array(repeating: 0, count: states)
    }

    /// How many wait, on average.
    var waiting: Double { chances.indices.reduce(0) { $0 + Double(max(0, $1 - servers)) * chances[$1] } }
    /// How many are served, on average.
    var busy: Double { chances.indices.reduce(0) { $0 + Double(min($1, servers)) * chances[$1] } }

    /// Goes on to a time; gives the means over the way there, by the trapezoidal rule.
    mutating func advance(to end: Double, steps: Int) -> (waiting: Double, busy: Double) {
        let step = (end - time) / Double(steps)
        var sums = (waiting: (waiting) / 2, busy: busy / 2)
        for index in 1...steps {
            take(step)
            let weight = index == steps ? 0.5 : 1
            sums.waiting += weight * waiting
            sums.busy += weight * busy
        }
        return (sums.waiting / Double(steps), sums.busy / Double(steps))
    }

    private mutating func take(_ step: Double) {
        let first = slope(time, chances)
        let second = slope(time + step / 2, moved(first, step / 2))
        let third = slope(time + step / 2, moved(second, step / 2))
        let fourth = slope(time + step, moved(third, step))
        for n in chances.indices {
            chances[n] += step / 6 * (first[n] + 2 * second[n] + 2 * third[n] + fourth[n])
        }
        time += step
    }

    private func moved(_ slope: [Double], _ step: Double) -> [Double] {
        zip(chances, slope).map { $0 + step * $1 }
    }

    private func slope(_ time: Double, _ p: [Double]) -> [Double] {
        let birth = rate(time)
        return p.indices.map { n in
            let death = { (n: Int) in Double(min(n, self.servers)) * self.service }
            let into =
                (n > 0 ? birth * p[n - 1] : 0) + (n + 1 < p.count ? death(n + 1) * p[n + 1] : 0)
            return into - ((n + 1 < p.count ? birth : 0) + death(n)) * p[n]
        }
    }
}
