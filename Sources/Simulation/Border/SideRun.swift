import Situation

/// One direction of a post in a run.
struct SideRun: Sendable {
    let direction: Direction
    private(set) var channels: ContiguousArray<ChannelRun>
    private(set) var secondLine: SecondLineRun?
    private let channelOfMode: [Int?]
    private let modesOfChannel: [[TravelMode]]
    private let givesOut: Bool
    /// Parties from sisters for whom nothing here is meant; they turn back.
    private var strays = LineTally()
    private var seen = LineTally()
    /// Lanes of each channel by order, whatever the roster says.
    private var ordered: [Int]?
    private var isClosed = false

    init(_ plan: SidePlan, _ post: PostPlan, scales: [Double], seed: UInt64, from start: Double) {
        direction = plan.direction
        channelOfMode = plan.channelOfMode
        modesOfChannel = plan.channels.indices.map { index in
            TravelMode.allCases.filter { plan.channelOfMode[$0.place] == index }
        }
        givesOut = plan.mayNeedBed.contains(true)
        channels = ContiguousArray(
            plan.channels.map { channel in
                let strands = channel.strands.map { strand in
                    Strand(
                        strand, scale: strand.flow.map { scales[$0] } ?? 1, seed: seed, from: start,
                        to: post.end)
                }
                let model = ChannelModel(
                    plan, strands: ContiguousArray(strands), isFree: post.isFree, from: start)
                return ChannelRun(channel, model, from: start)
            })
        secondLine = plan.officers.map {
            SecondLineRun(officers: $0, exit: Exit(mayNeedBed: plan.mayNeedBed), from: start)
        }
    }

    /// Plays everything before `minute`. Parties let in who may need a bed are appended in order of time.
    mutating func advance(to minute: Double, _ diverter: Diverter, letIn: inout [LetIn]) {
        for index in channels.indices { channels[index].advance(to: minute, diverter) }
        if secondLine != nil { inspect(to: minute) }
        if givesOut { giveOut(&letIn) }
    }

    private mutating func inspect(to minute: Double) {
        var sources = 0
        for index in channels.indices where !channels[index].model.picked.isEmpty {
            secondLine?.model.coming.append(contentsOf: channels[index].model.picked)
            channels[index].model.picked.removeAll(keepingCapacity: true)
            sources += 1
        }
        if sources > 1 { secondLine?.model.coming.sortByTime() }
        secondLine?.advance(to: minute)
    }

    private mutating func giveOut(_ letIn: inout [LetIn]) {
        var out: ContiguousArray<LetIn> = []
        for index in channels.indices where !channels[index].model.exit.letIn.isEmpty {
            out.append(contentsOf: channels[index].model.exit.letIn)
            channels[index].model.exit.letIn.removeAll(keepingCapacity: true)
        }
        if let inspected = secondLine?.model.exit.letIn, !inspected.isEmpty {
            out.append(contentsOf: inspected)
            secondLine?.model.exit.letIn.removeAll(keepingCapacity: true)
        }
        guard !out.isEmpty else { return }
        out.sortByTime()
        letIn.append(contentsOf: out)
    }

    /// A party from a sister.
    mutating func receive(_ underway: Underway) {
        if let channel = channelOfMode[underway.party.mode.place] {
            channels[channel].receive(underway.party, at: underway.arrives)
        } else {
            strays.fromSisters += Int(underway.party.persons)
            strays.refused += Int(underway.party.persons)
        }
    }

    /// Takes the parties that went on to sisters, with when they left.
    mutating func takeAway(into list: inout [(left: Double, party: Underway)]) {
        for index in channels.indices where !channels[index].model.away.isEmpty {
            list.append(contentsOf: channels[index].model.away)
            channels[index].model.away.removeAll(keepingCapacity: true)
        }
    }
}

// MARK: - Lanes

extension SideRun {
    /// Sets lanes and slowness as they are at `minute`, which has been played to.
    mutating func settle(_ plan: PostPlan, at minute: Double) {
        let share = plan.lanesLeft(direction, at: minute)
        let slowdown = plan.slowdown(direction, at: minute)
        let hour = plan.grid.hourOfDay(at: minute)
        for index in channels.indices {
            let staffed = ordered?[index] ?? channels[index].rostered(hour)
            let open = isClosed ? 0 : LaneRule.left(of: staffed, share: share)
            channels[index].settle(lanes: open, slowdown: slowdown, at: minute)
        }
    }

    /// What is staffed at an hour of the day, whether open or not.
    func staffed(hour: Int) -> Int {
        channels.indices.reduce(0) { $0 + (ordered?[$1] ?? channels[$1].rostered(hour)) }
    }

    /// Lanes that work.
    var open: Int { channels.reduce(0) { $0 + $1.station.servers } }

    /// Staffs so many lanes whatever the roster says; `nil`: as the roster says.
    mutating func staff(_ lanes: Int?) {
        ordered = lanes.map { LaneRule.split($0, by: channels.map { $0.roster.max() ?? 0 }) }
    }

    /// Shuts or opens it.
    mutating func close(_ isClosed: Bool) { self.isClosed = isClosed }

    /// Whether parties are sent to sisters.
    mutating func setOrders(_ hasOrders: Bool) {
        for index in channels.indices { channels[index].model.hasOrders = hasOrders }
    }
}

extension ChannelRun {
    fileprivate func rostered(_ hour: Int) -> Int { roster.indices.contains(hour) ? roster[hour] : 0 }
}

extension PostPlan {
    /// The part of the lanes that disruptions leave: the smallest of those that hold.
    func lanesLeft(_ direction: Direction, at minute: Double) -> Double {
        limits.reduce(1) { least, limit in
            guard case .lanesLeft(let share) = limit.effect, limit.holds(at: minute, direction) else {
                return least
            }
            return min(least, share)
        }
    }

    /// How many times as long a service takes: the largest factor of the breakdowns that hold.
    func slowdown(_ direction: Direction, at minute: Double) -> Double {
        limits.reduce(1) { most, limit in
            guard case .slowService(let factor) = limit.effect, limit.holds(at: minute, direction) else {
                return most
            }
            return max(most, factor)
        }
    }
}

// MARK: - Looking in

extension SideRun {
    func expectedWait(_ mode: TravelMode) -> Double {
        channelOfMode[mode.place].map { channels[$0].expectedWait } ?? .infinity
    }

    /// Writes the expected waits of this direction's channels into a table.
    func write(_ waits: inout ExpectedWaits) {
        for index in channels.indices {
            let wait = channels[index].expectedWait
            for mode in modesOfChannel[index] { waits[direction, mode] = wait }
        }
    }

    /// Everyone counted since the beginning.
    var tally: LineTally {
        channels.reduce(strays + (secondLine?.model.exit.tally ?? LineTally())) { $0 + $1.model.exit.tally }
    }

    /// Persons on the way to or from a sister whom the post holds.
    var onTheWay: Int {
        channels.reduce(0) { sum, channel in
            sum + channel.model.inboxPersons
                + channel.model.away.reduce(0) { $0 + Int($1.party.party.persons) }
        }
    }

    /// What happened since this was last asked, and how it stands at `minute`, which has been played to.
    mutating func takeInterval(at minute: Double) -> PostInterval {
        var interval = PostInterval()
        var time = ChannelRun.LaneTime()
        var waits = MeanWait()
        for index in channels.indices {
            let here = channels[index].takeLaneTime(at: minute)
            time.used += here.used
            time.offered += here.offered
            time.personMinutesWaited += here.personMinutesWaited
            waits.merge(channels[index].model.waits)
            channels[index].model.waits = MeanWait()
        }
        interval.personMinutesWaited = time.personMinutesWaited
        interval.utilisation = time.offered > 0 ? min(1, time.used / time.offered) : nil
        interval.waitMean = waits.mean
        interval.expectedWait = expectedWait
        interval.lanesOpen = open
        count(&interval)
        return interval
    }

    private mutating func count(_ interval: inout PostInterval) {
        let now = tally
        let since = now - seen
        interval.arrived = since.arrived
        interval.served = since.served
        interval.vehiclesServed = since.vehiclesServed
        interval.refused = since.refused
        interval.divertedAway = since.toSisters
        interval.divertedHere = since.fromSisters
        interval.gaveUp = since.gaveUp
        interval.queuePersons = now.here
        interval.queueVehicles = now.vehiclesHere
        seen = now
    }

    /// Over the channels that work, each weighted by the parties that came to it so far; `nil` when none works.
    private var expectedWait: Double? {
        var (sum, weights) = (0.0, 0.0)
        for channel in channels where channel.station.servers > 0 {
            let weight = Double(channel.model.work.partiesSoFar + 1)
            sum += weight * channel.expectedWait
            weights += weight
        }
        return weights > 0 ? sum / weights : nil
    }
}
