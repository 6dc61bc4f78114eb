/// How much a run, or many, had to do.
public struct RunWork: Hashable, Sendable {
    /// Vehicles and groups on foot that came to a line.
    public var parties: Int
    /// Things that happened to them: each came, and each was served, refused, or gave up, at the first and at
    /// the second line.
    public var events: Int

    /// So much work.
    public init(parties: Int = 0, events: Int = 0) {
        self.parties = parties
        self.events = events
    }

    static func += (left: inout RunWork, right: RunWork) {
        left.parties += right.parties
        left.events += right.events
    }
}

extension PostRun {
    /// What the post has had to do so far.
    var work: RunWork {
        var work = incoming.work
        work += outgoing.work
        return work
    }
}

extension SideRun {
    fileprivate var work: RunWork {
        var work = RunWork()
        for channel in channels {
            let came = channel.model.work.partiesSoFar
            let there = channel.station.waiting + channel.station.busy
            work += RunWork(parties: came, events: came + came - there)
        }
        work.events += secondLine?.inspectionsEnded ?? 0
        return work
    }
}
