import Situation

/// The second line of a side in a run: officers who look more closely at those picked, one party each, in the
/// order they come from the lanes.
struct SecondLineRun: Sendable {
    private(set) var station: ServiceStation<Party>
    var model: Model

    struct Model: StationModel {
        /// Who is to come, in order of time.
        var coming: ContiguousArray<LetIn> = []
        private var next = 0
        /// Parties that ever came here.
        private(set) var picked = 0
        var exit: Exit

        init(_ exit: Exit) { self.exit = exit }

        var nextArrivalTime: Double { next < coming.count ? coming[next].at : .infinity }

        mutating func takeArrival() -> Party {
            let party = coming[next].party
            next &+= 1
            picked &+= 1
            if next == coming.count {
                coming.removeAll(keepingCapacity: true)
                next = 0
            }
            return party
        }

        mutating func serviceTime(of party: Party, at time: Double) -> Double { party.inspectionMinutes }
        mutating func serviceBegan(_ party: Party, since: Double, at time: Double) {}
        mutating func serviceEnded(_ party: Party, at time: Double) { exit.leave(party, at: time) }
    }

    init(officers: Int, exit: Exit, from start: Double) {
        station = ServiceStation(servers: officers, filler: .filler, start: start)
        model = Model(exit)
    }

    /// Inspections that are over.
    var inspectionsEnded: Int { model.picked - station.waiting - station.busy }

    /// Plays everything before `minute`; all who come before it are in ``Model/coming``.
    @inline(__always)
    mutating func advance(to minute: Double) {
        guard !model.coming.isEmpty || station.services.nextTime < minute else { return }
        station.advance(to: minute, &model)
    }
}
