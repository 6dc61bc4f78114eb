import Situation

/// A channel in a run: its lanes, and the line before them.
struct ChannelRun: Sendable {
    private(set) var station: ServiceStation<Party>
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
            servers: 0, classes: 2, room: plan.room, closing: plan.closing, filler: .filler, start: start)
        nextEvent = -.infinity
    }

    /// Plays everything before `minute`.
    @inline(__always)
    mutating func advance(to minute: Double, _ diverter: Diverter) {
        if nextEvent < minute { play(to: minute, diverter) }
    }

    private mutating func play(to minute: Double, _ diverter: Diverter) {
        // The station looks at one arrival after the other, so with sisters it is stopped at each.
        while model.mayDivert, model.headTime < minute {
            let time = model.headTime
            station.advance(to: time, &model)
            let wait = expectedWait
            if !model.headGoesOn(diverter, waitHere: wait) { station.advance(to: time.nextUp, &model) }
        }
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
    ///
    /// With every lane busy: the service time of those ahead and of one more, which stands for what is under way
    /// at the lanes, over the lanes. That is exact in the mean for equal exponential services.
    var expectedWait: Double {
        guard station.servers > 0 else { return .infinity }
        guard station.busy >= station.servers else { return 0 }
        return model.work.minutesWithOneMore * model.slowdown / Double(station.servers)
    }

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
