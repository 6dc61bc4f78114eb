/// Who stands before a channel's lanes, kept up event by event: their work, their persons, and how long they
/// have waited together.
struct WaitingWork: Sendable {
    /// Service time in whole 1/1024 minutes, so that what is added and taken away again leaves nothing.
    private var ahead: Int64 = 0
    private var everything: Int64 = 0
    private var parties = 0
    private var persons = 0
    private var area = 0.0
    private var since: Double

    init(since start: Double) { since = start }

    /// Parties that ever came to a lane's line or straight to a lane.
    var partiesSoFar: Int { parties }

    /// A party comes.
    @inline(__always)
    mutating func join(_ party: Party, at time: Double) {
        let work = Self.units(party)
        ahead &+= work
        everything &+= work
        parties &+= 1
        step(to: time, by: Int(party.persons))
    }

    /// A party goes to a lane or away.
    @inline(__always)
    mutating func leave(_ party: Party, at time: Double) {
        ahead &-= Self.units(party)
        step(to: time, by: -Int(party.persons))
    }

    /// ∫ persons waiting dt from the beginning up to `time`.
    func personMinutes(upTo time: Double) -> Double { area + Double(persons) * (time - since) }

    /// Minutes of service of those who wait, and of one more.
    var minutesWithOneMore: Double {
        let mean = parties > 0 ? Double(everything) / Double(parties) : 0
        return (Double(ahead) + mean) / 1024
    }

    @inline(__always)
    private mutating func step(to time: Double, by change: Int) {
        area += Double(persons) * (time - since)
        since = time
        persons &+= change
    }

    @inline(__always)
    private static func units(_ party: Party) -> Int64 { Int64(party.serviceMinutes * 1024) }
}
