/// Where parties leave a side of a post: counts them, and gives out those who may need a bed.
struct Exit: Sendable {
    var tally = LineTally()
    /// Those let into the country who may need a bed, in order of time, until they are taken.
    var letIn: ContiguousArray<LetIn> = []
    private let mayNeedBed: ContiguousArray<Bool>

    init(mayNeedBed: ContiguousArray<Bool>) { self.mayNeedBed = mayNeedBed }

    /// A party was let through.
    @inline(__always)
    mutating func leave(_ party: Party, at time: Double) {
        tally.served &+= Int(party.persons)
        if party.isDisplaced { tally.displacedGone &+= Int(party.persons) }
        if party.hasVehicle {
            tally.vehiclesServed &+= 1
            tally.vehiclesHere &-= 1
        }
        if mayNeedBed[Int(party.group)] {
            tally.letIn &+= Int(party.persons)
            letIn.append(LetIn(party: party, at: time))
        }
    }

    /// A party that came turned back.
    mutating func turnBack(_ party: Party) {
        if party.hasVehicle { tally.vehiclesHere -= 1 }
        if party.isDisplaced { tally.displacedGone += Int(party.persons) }
    }
}

extension ContiguousArray<LetIn> {
    /// Puts a list into order of time; lists are short and nearly in order.
    mutating func sortByTime() {
        guard count <= 32 else {
            sort { $0.at < $1.at }
            return
        }
        for index in indices.dropFirst() {
            var place = index
            while place > 0, self[place].at < self[place - 1].at {
                swapAt(place, place - 1)
                place -= 1
            }
        }
    }
}
