import Testing

@testable import Simulation

/// A station with times written by hand: who comes when, to which class, for how long, and until when they wait.
struct ScriptedModel: StationModel {
    struct Visit: Sendable {
        var at: Double
        var service: Double
        var line = 0
        var patience = Double.infinity
    }

    var visits: [Visit]
    var taken = 0
    /// What happened, one line each: what, to whom, when.
    var log: [String] = []
    var begun: [Int] = []

    init(_ visits: [Visit]) { self.visits = visits }

    var nextArrivalTime: Double { taken < visits.count ? visits[taken].at : .infinity }

    mutating func takeArrival() -> Int {
        taken += 1
        return taken - 1
    }

    func priority(of customer: Int) -> Int { visits[customer].line }
    func givesUp(_ customer: Int, joinedAt time: Double) -> Double { time + visits[customer].patience }
    func serviceTime(of customer: Int, at time: Double) -> Double { visits[customer].service }

    mutating func serviceBegan(_ customer: Int, since: Double, at time: Double) {
        begun.append(customer)
        log.append("begin \(customer) \(time)")
    }
    mutating func serviceEnded(_ customer: Int, at time: Double) { log.append("end \(customer) \(time)") }
    mutating func refused(_ customer: Int, at time: Double) { log.append("refuse \(customer) \(time)") }
    mutating func gaveUp(_ customer: Int, since: Double, at time: Double) {
        log.append("leave \(customer) \(time)")
    }
}

@Suite struct `Service station` {
    private func station(
        _ servers: Int, classes: Int = 1, room: Int = .max,
        closing: ServiceStation<Int>.Closing = .afterService
    ) -> ServiceStation<Int> {
        ServiceStation(servers: servers, classes: classes, room: room, closing: closing, filler: -1)
    }

    @Test func `at one moment services end, then customers give up, then customers come`() {
        var model = ScriptedModel([
            .init(at: 0, service: 5), .init(at: 1, service: 1, patience: 4),
            .init(at: 2, service: 1, patience: 3), .init(at: 5, service: 1),
        ])
        var one = station(1)
        one.advance(to: .infinity, &model)
        #expect(
            model.log == [
                "begin 0 0.0", "end 0 5.0", "begin 1 5.0", "leave 2 5.0", "end 1 6.0", "begin 3 6.0",
                "end 3 7.0",
            ])
    }

    @Test func `what happens at the horizon belongs to the next stretch`() {
        var model = ScriptedModel([.init(at: 0, service: 3), .init(at: 3, service: 1)])
        var one = station(1)
        one.advance(to: 3, &model)
        #expect(model.log == ["begin 0 0.0"] && one.now == 3 && one.busyTime == 3)
        one.advance(to: 3.5, &model)
        #expect(model.log.dropFirst() == ["end 0 3.0", "begin 1 3.0"])
    }

    @Test func `the first class is served first, and each class in the order it came`() {
        var model = ScriptedModel([
            .init(at: 0, service: 9, line: 1), .init(at: 1, service: 1, line: 1),
            .init(at: 2, service: 1, line: 0), .init(at: 3, service: 1, line: 7),
            .init(at: 4, service: 1, line: -4),
        ])
        var one = station(1, classes: 2)
        one.advance(to: .infinity, &model)
        // Class 7 is the last there is, class −4 the first.
        #expect(model.begun == [0, 2, 4, 1, 3])
    }

    @Test func `those who find the room full are refused, and a place left by the impatient is free`() {
        var model = ScriptedModel([
            .init(at: 0, service: 10), .init(at: 1, service: 1, patience: 3), .init(at: 2, service: 1),
            .init(at: 5, service: 1),
        ])
        var one = station(1, room: 1)
        one.advance(to: .infinity, &model)
        #expect(
            model.log == [
                "begin 0 0.0", "refuse 2 2.0", "leave 1 4.0", "end 0 10.0", "begin 3 10.0", "end 3 11.0",
            ])
    }

    @Test func `closing after service serves to the end and then takes nobody`() {
        var model = ScriptedModel([
            .init(at: 0, service: 4), .init(at: 0, service: 6), .init(at: 1, service: 1),
        ])
        var one = station(2)
        one.advance(to: 2, &model)
        one.setServers(1, &model)
        #expect(one.busy == 2 && one.servers == 1)
        one.advance(to: 5, &model)
        #expect(one.busy == 1 && one.waiting == 1)
        one.advance(to: 20, &model)
        #expect(model.log.suffix(3) == ["end 1 6.0", "begin 2 6.0", "end 2 7.0"])
        #expect(one.openTime == 2 * 2 + 18 && one.busyTime == 4 + 6 + 1)
        #expect(one.waitingTime == 5)
    }

    /// Of three services the last two begun are broken off at 2, with 3 and 4 still to do; the earlier begun is
    /// taken up first.
    @Test func `closing at once breaks off the services begun last, and they are served the rest later`() {
        var model = ScriptedModel([
            .init(at: 0, service: 10), .init(at: 0.5, service: 4.5), .init(at: 1, service: 5),
            .init(at: 1.5, service: 1),
        ])
        var one = station(3, room: 1, closing: .atOnce)
        one.advance(to: 2, &model)
        one.setServers(1, &model)
        #expect(one.busy == 1 && one.waiting == 3)
        var here: [Int] = []
        one.forEachCustomer { here.append($0) }
        #expect(here.sorted() == [0, 1, 2, 3])
        one.advance(to: 3, &model)
        one.setServers(2, &model)
        one.advance(to: .infinity, &model)
        // From 3 on: the rest of 1 until 6, then the rest of 2, 4 long, until 10, when 0 ends too.
        #expect(
            model.log.suffix(5) == ["end 1 6.0", "end 0 10.0", "begin 3 10.0", "end 2 10.0", "end 3 11.0"])
        // Told once of each, though two were taken up again.
        #expect(model.begun == [0, 1, 2, 3])
    }

    @Test func `closing all and opening again loses nobody`() {
        var model = ScriptedModel((0..<6).map { .init(at: Double($0) / 10, service: 2) })
        var one = station(3, closing: .atOnce)
        one.advance(to: 1, &model)
        one.setServers(0, &model)
        one.advance(to: 100, &model)
        #expect(one.busy == 0 && one.waiting == 6 && one.openTime == 3)
        one.setServers(10, &model)
        #expect(one.busy == 6 && one.waiting == 0)
        one.advance(to: .infinity, &model)
        // Three had 2 − (1 − 0.0), 2 − 0.9 and 2 − 0.8 still to do, the others all.
        #expect(model.log.contains("end 0 101.0") && model.log.suffix(3).allSatisfy { $0.hasSuffix("102.0") })
    }

    @Test func `times that are none do no harm`() {
        var model = ScriptedModel([
            .init(at: 0, service: .nan), .init(at: 1, service: -5), .init(at: 2, service: .infinity),
            .init(at: 2, service: 1, patience: .nan), .init(at: 2, service: 1, patience: -9),
            .init(at: .nan, service: 1),
        ])
        var one = station(1)
        one.advance(to: 10, &model)
        #expect(
            model.log == [
                "begin 0 0.0", "end 0 0.0", "begin 1 1.0", "end 1 1.0", "begin 2 2.0", "leave 4 2.0",
            ])
        #expect(one.now == 10 && one.busy == 1 && one.waiting == 1)
        one.advance(to: .nan, &model)
        one.advance(to: 4, &model)
        #expect(one.now == 10)
    }

    @Test func `a time of arrival that is none holds up nobody else`() {
        var model = ScriptedModel([
            .init(at: 0, service: 4), .init(at: 1, service: 1, patience: 2), .init(at: .nan, service: 1),
        ])
        var one = station(1)
        one.advance(to: 10, &model)
        #expect(model.log == ["begin 0 0.0", "leave 1 3.0", "end 0 4.0"])
    }

    @Test func `without servers all wait, and fewer than none is none`() {
        var model = ScriptedModel([.init(at: 0, service: 1), .init(at: 1, service: 1)])
        var one = ServiceStation<Int>(servers: -3, classes: -2, room: -1, filler: 0)
        one.advance(to: 5, &model)
        #expect(model.log == ["refuse 0 0.0", "refuse 1 1.0"] && one.servers == 0)
        one.setServers(-7, &model)
        #expect(one.servers == 0)
    }
}

@Suite struct `Memory of a station` {
    /// A million patient enough to be served leave nothing behind, though their patience would end in a year.
    @Test func `patience of those already served is forgotten`() {
        var model = ScriptedModel(
            (0..<20_000).map { .init(at: Double($0 / 2), service: 0.4, patience: 1e9) })
        var one = ServiceStation<Int>(servers: 1, filler: 0)
        one.advance(to: 1e6, &model)
        #expect(model.log.count == 40_000 && one.patience.count <= 66)
    }

    @Test func `places of those who gave up are closed up behind one who never does`() {
        var model = ScriptedModel(
            [.init(at: 0, service: 1)] + (0..<20_000).map { .init(at: Double($0), service: 1, patience: 5) })
        var one = ServiceStation<Int>(servers: 0, filler: 0)
        one.advance(to: 1e6, &model)
        #expect(one.waiting == 1 && model.log.count == 20_000)
        #expect(one.lines[0].held < 80)
    }
}
