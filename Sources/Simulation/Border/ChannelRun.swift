import Situation

/// A channel in a run: its lanes, and the line before them.
struct ChannelRun: Sendable {
    private(set) var station: ServiceStation<PartyBook.Place>
    var model: ChannelModel
    /// Lanes by hour of the day.
    let roster: [Int]
    /// Nothing happens before this.
    private var nextEvent: Double
    private var seen = LaneTime()

    /// Lane-time since the beginning, minutes.
    struct LaneTime: Sendable {
        var used = 0.0
        var offered = 0.0
        var personMinutesWaited = 0.0
    }

    init(_ plan: ChannelPlan, _ model: ChannelModel, from start: Double) {
        roster = plan.roster
        self.model = model
        station = ServiceStation(
            servers: 0, classes: 2, room: plan.room, closing: plan.closing, filler: PartyBook.nobody,
            start: start)
        nextEvent = -.infinity
    }

    /// Plays everything before `minute`.
    @inline(__always)
    mutating func advance(to minute: Double, _ diverter: Diverter) {
        if nextEvent < minute { play(to: minute, diverter) }
    }

    private mutating func play(to minute: Double, _ diverter: Diverter) {
        if model.mayDivert { model.diverter = diverter }
        station.advance(to: minute, &model)
        nextEvent = min(model.nextArrivalTime, station.services.nextTime, station.patience.nextTime)
    }

    /// From `minute`, which has been played to, so many lanes work so slowly.
    mutating func settle(lanes: Int, slowdown: Double, at minute: Double) {
        model.slowdown = slowdown
        guard lanes != station.servers else { return }
        station.advance(to: minute, &model)
        station.setServers(lanes, &model)
        nextEvent = -.infinity
    }

    /// A party from a sister comes at `time`.
    mutating func receive(_ party: Party, at time: Double) {
        model.receive(party, at: time)
        nextEvent = min(nextEvent, time)
    }

    /// How long one who joins now can expect to wait, in minutes; infinity while shut.
    var expectedWait: Double { model.expectedWait(busy: station.busy, servers: station.servers) }

    /// Everybody in line or at a lane, in no particular order.
    func forEachParty(_ visit: (Party) -> Void) { station.forEachCustomer { visit(model.book[$0]) } }

    /// Lane-time and waiting since this was last asked, up to `minute`, which has been played to.
    mutating func takeLaneTime(at minute: Double) -> LaneTime {
        station.advance(to: minute, &model)
        let now = LaneTime(
            used: station.busyTime, offered: station.openTime,
            personMinutesWaited: model.work.personMinutes(upTo: minute))
        defer { seen = now }
        return LaneTime(
            used: now.used - seen.used, offered: now.offered - seen.offered,
            personMinutesWaited: now.personMinutesWaited - seen.personMinutesWaited)
    }
}
