import Situation

/// Who comes to a channel and what becomes of them there.
struct ChannelModel: StationModel {
    private let direction: Direction
    private let hasSisters: Bool
    private let hasSecondLine: Bool
    private var strands: ContiguousArray<Strand>
    /// Parties from sister posts, by when they come.
    private var inbox = EventCalendar<Party>()
    private(set) var inboxPersons = 0
    /// The next of the strands' parties.
    private var head = Party.filler
    private(set) var headTime = Double.infinity
    /// Whether parties are sent to sisters.
    var hasOrders = false
    /// How many times as long as usual a service takes that begins now.
    var slowdown = 1.0

    var exit: Exit
    var work: WaitingWork
    var waits = WaitTally()
    /// Parties that go on to the second line, in order of time.
    var picked: ContiguousArray<LetIn> = []
    /// Parties that went on to a sister, with when they left.
    var away: ContiguousArray<(left: Double, party: Underway)> = []

    init(_ side: SidePlan, strands: ContiguousArray<Strand>, hasSisters: Bool, from start: Double) {
        direction = side.direction
        hasSecondLine = side.officers != nil
        self.hasSisters = hasSisters
        self.strands = strands
        exit = Exit(mayNeedBed: side.mayNeedBed)
        work = WaitingWork(since: start)
        loadHead()
    }

    private mutating func loadHead() {
        var first = -1
        var time = Double.infinity
        for index in strands.indices where strands[index].nextTime < time {
            (first, time) = (index, strands[index].nextTime)
        }
        headTime = time
        if first >= 0 { head = strands[first].takeParty() }
    }

    /// A party from a sister comes at `time`.
    mutating func receive(_ party: Party, at time: Double) {
        inbox.schedule(party, at: time)
        inboxPersons += Int(party.persons)
    }

    // MARK: Coming

    /// Whether the next of the strands' parties may go to a sister instead.
    var mayDivert: Bool { hasSisters || hasOrders }

    @inline(__always)
    var nextArrivalTime: Double { min(headTime, inbox.nextTime) }

    /// The party at the head comes to the post and decides.
    ///
    /// - Returns: whether it went on to a sister. If not, it is still to be taken.
    mutating func headGoesOn(_ diverter: Diverter, waitHere: Double) -> Bool {
        guard let goal = diverter.goal(of: head, direction, waitHere: waitHere) else { return false }
        let sister = diverter.sisters[goal]
        exit.tally.came += Int(head.persons)
        exit.tally.toSisters += Int(head.persons)
        var party = head
        party.diversions += 1
        let underway = Underway(
            party: party, post: sister.post, direction: direction, arrives: headTime + sister.travel)
        away.append((headTime, underway))
        loadHead()
        return true
    }

    @inline(__always)
    mutating func takeArrival() -> Party {
        let party: Party
        let time: Double
        if headTime <= inbox.nextTime {
            (party, time) = (head, headTime)
            exit.tally.came &+= Int(party.persons)
            loadHead()
        } else if let next = inbox.takeNext() {
            (party, time) = (next.event, next.time)
            count(party)
            inboxPersons &-= Int(party.persons)
        } else {
            return .filler
        }
        if party.hasVehicle { exit.tally.vehiclesHere &+= 1 }
        work.join(party, at: time)
        return party
    }

    private mutating func count(_ party: Party) {
        if party.isDisplaced {
            exit.tally.fromNetwork &+= Int(party.persons)
        } else {
            exit.tally.fromSisters &+= Int(party.persons)
        }
    }

    // MARK: At the lanes

    @inline(__always)
    func priority(of party: Party) -> Int { party.isVulnerable ? 0 : 1 }

    @inline(__always)
    func givesUp(_ party: Party, joinedAt time: Double) -> Double { time + party.patienceMinutes }

    @inline(__always)
    mutating func serviceTime(of party: Party, at time: Double) -> Double {
        party.serviceMinutes * slowdown
    }

    @inline(__always)
    mutating func serviceBegan(_ party: Party, since: Double, at time: Double) {
        work.leave(party, at: time)
        waits.record(time - since)
    }

    @inline(__always)
    mutating func serviceEnded(_ party: Party, at time: Double) {
        if hasSecondLine, party.inspectionMinutes > 0 {
            picked.append(LetIn(party: party, at: time))
        } else {
            exit.leave(party, at: time)
        }
    }

    mutating func refused(_ party: Party, at time: Double) {
        work.leave(party, at: time)
        exit.tally.refused += Int(party.persons)
        exit.turnBack(party)
    }

    mutating func gaveUp(_ party: Party, since: Double, at time: Double) {
        work.leave(party, at: time)
        exit.tally.gaveUp += Int(party.persons)
        exit.turnBack(party)
    }
}
