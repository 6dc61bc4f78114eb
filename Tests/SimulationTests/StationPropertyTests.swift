import Testing

@testable import Simulation

/// What holds of every run, whatever comes: drawn at random, with few different times so that many coincide.
@Suite struct `Every run of a station` {
    private static func visits(_ stream: inout RandomStream) -> [ScriptedModel.Visit] {
        var time = 0.0
        return (0..<400).map { _ in
            time += Double(stream.index(below: 4)) / 4
            return ScriptedModel.Visit(
                at: time, service: Double(stream.index(below: 9)) / 4, line: stream.index(below: 3),
                patience: stream.uniform() < 0.5 ? .infinity : Double(stream.index(below: 12)) / 4)
        }
    }

    private static func station(_ stream: inout RandomStream) -> ServiceStation<Int> {
        ServiceStation(
            servers: 1 + stream.index(below: 4), classes: 3,
            room: stream.uniform() < 0.5 ? .max : stream.index(below: 8),
            closing: stream.uniform() < 0.5 ? .atOnce : .afterService, filler: -1)
    }

    @Test(arguments: 1...30)
    func `is the same to the last bit however it is cut`(seed: UInt64) {
        var stream = RandomStream(seed: seed, name: "cut")
        let visits = Self.visits(&stream).map {
            // Times with all their digits, so that sums depend on their order.
            var visit = $0
            visit.service *= 1.1
            visit.at *= 1.3
            return visit
        }
        let start = Self.station(&stream)
        var (whole, wholeModel) = (start, ScriptedModel(visits))
        var (cut, cutModel) = (start, ScriptedModel(visits))
        for (end, servers) in [(70.0, 2), (120, 0), (130, 5), (2000, 1)] {
            whole.advance(to: end, &wholeModel)
            while cut.now < end {
                cut.advance(to: min(end, cut.now + stream.exponential(mean: 3)), &cutModel)
            }
            whole.setServers(servers, &wholeModel)
            cut.setServers(servers, &cutModel)
        }
        #expect(wholeModel.log == cutModel.log && wholeModel.log.count > 400)
        #expect(whole.busyTime == cut.busyTime && whole.waitingTime == cut.waitingTime)
        #expect(whole.openTime == cut.openTime && whole.now == cut.now)
    }

    @Test(arguments: 1...30)
    func `loses nobody and makes nobody up`(seed: UInt64) {
        var stream = RandomStream(seed: seed, name: "conservation")
        var model = ScriptedModel(Self.visits(&stream))
        var station = Self.station(&stream)
        while station.now < 200 {
            station.advance(to: station.now + stream.exponential(mean: 5), &model)
            if stream.uniform() < 0.5 { station.setServers(stream.index(below: 6), &model) }
            var here: [Int] = []
            station.forEachCustomer { here.append($0) }
            let gone = model.log.filter { !$0.hasPrefix("begin") }.compactMap { line in
                line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            }
            #expect((here + gone).sorted() == Array(0..<model.taken))
            #expect(here.count == station.busy + station.waiting)
            #expect(station.waiting == 0 || station.busy >= station.servers)
        }
    }

    @Test(arguments: 1...30)
    func `serves each class in the order it came`(seed: UInt64) {
        var stream = RandomStream(seed: seed, name: "order")
        var model = ScriptedModel(Self.visits(&stream))
        var station = Self.station(&stream)
        station.advance(to: .infinity, &model)
        for line in 0..<3 {
            let served = model.begun.filter { model.visits[$0].line == line }
            #expect(served == served.sorted())
        }
    }
}
