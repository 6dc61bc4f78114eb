import Situation

/// Who comes to a channel and what becomes of them there.
struct ChannelModel: StationModel {
    private let direction: Direction
    private let isFree: Bool
    private let hasSecondLine: Bool
    private var strands: ContiguousArray<Strand>
    /// When each strand's next party comes; beside the strands, because all are looked at for each party.
    private var times: ContiguousArray<Double>
    /// Parties from sister posts, by when they come.
    private var inbox = EventCalendar<Party>()
    private(set) var inboxPersons = 0
    /// The parties here, and the next to come.
    private(set) var book = PartyBook()
    /// The next of the strands' parties.
    private var head = PartyBook.nobody
    private var headTime = Double.infinity
    /// Whether parties are sent to sisters.
    var hasOrders = false
    /// Where parties may go instead; `nil` as long as nobody does.
    var diverter: Diverter?
    /// How many times as long as usual a service takes that begins now.
    var slowdown = 1.0

    var exit: Exit
    var work: WaitingWork
    /// Of those whose service began since this was last taken.
    var waits = MeanWait()
    /// Parties that go on to the second line, in order of time.
    var picked: ContiguousArray<LetIn> = []
    /// Parties that went on to a sister, with when they left.
    var away: ContiguousArray<(left: Double, party: Underway)> = []

    /// - Parameter isFree: whether parties may go to a sister post of their own choice.
    init(
        _ side: SidePlan, strands: ContiguousArray<Strand>, isFree: Bool, from start: Double
    ) {
        direction = side.direction
        hasSecondLine = side.officers != nil
        self.isFree = isFree
        self.strands = strands
        times = ContiguousArray(strands.map(\.nextTime))
        exit = Exit(mayNeedBed: side.mayNeedBed)
        work = WaitingWork(since: start)
        loadHead()
    }

    @inline(__always)
    private mutating func loadHead() {
        var first = -1
        var time = Double.infinity
        for index in times.indices where times[index] < time {
            (first, time) = (index, times[index])
        }
        headTime = time
        guard first >= 0 else { return }
        head = book.enter(strands[first].takeParty())
        times[first] = strands[first].nextTime
    }

    /// A party from a sister comes at `time`.
    mutating func receive(_ party: Party, at time: Double) {
        inbox.schedule(party, at: time)
        inboxPersons += Int(party.persons)
    }

    // MARK: Coming

    /// Whether the next of the strands' parties may go to a sister instead.
    var mayDivert: Bool { isFree || hasOrders }

    @inline(__always)
    var nextArrivalTime: Double { min(headTime, inbox.nextTime) }

    @inline(__always)
    mutating func turnsAway(busy: Int, servers: Int) -> Bool {
        // Who comes from a sister stays.
        guard mayDivert, headTime <= inbox.nextTime else { return false }
        return headTurnsAway(expecting: expectedWait(busy: busy, servers: servers))
    }

    private mutating func headTurnsAway(expecting wait: Double) -> Bool {
        var party = book[head]
        guard let diverter, let goal = diverter.goal(of: party, direction, waitHere: wait) else {
            return false
        }
        let sister = diverter.sisters[goal]
        exit.tally.came += Int(party.persons)
        exit.tally.toSisters += Int(party.persons)
        party.diversions += 1
        let underway = Underway(
            party: party, post: sister.post, direction: direction, arrives: headTime + sister.travel)
        away.append((headTime, underway))
        book.strike(head)
        loadHead()
        return true
    }

    /// How long one who joins now can expect to wait, in minutes; infinity while shut.
    ///
    /// With every lane busy: the service time of those ahead and of one more, which stands for what is under way
    /// at the lanes, over the lanes. That is exact in the mean for equal exponential services.
    func expectedWait(busy: Int, servers: Int) -> Double {
        guard servers > 0 else { return .infinity }
        guard busy >= servers else { return 0 }
        return work.minutesWithOneMore * slowdown / Double(servers)
    }

    @inline(__always)
    mutating func takeArrival() -> PartyBook.Place {
        guard headTime <= inbox.nextTime else { return takeFromInbox() }
        let place = head
        exit.tally.came &+= Int(book[place].persons)
        join(place, at: headTime)
        loadHead()
        return place
    }

    @inline(never)
    private mutating func takeFromInbox() -> PartyBook.Place {
        guard let (time, party) = inbox.takeNext() else { return book.enter(.filler) }
        if party.isDisplaced {
            exit.tally.fromNetwork += Int(party.persons)
        } else {
            exit.tally.fromSisters += Int(party.persons)
        }
        inboxPersons -= Int(party.persons)
        let place = book.enter(party)
        join(place, at: time)
        return place
    }

    @inline(__always)
    private mutating func join(_ place: PartyBook.Place, at time: Double) {
        if book[place].hasVehicle { exit.tally.vehiclesHere &+= 1 }
        work.join(book[place], at: time)
    }

    // MARK: At the lanes

    @inline(__always)
    func priority(of place: PartyBook.Place) -> Int { book[place].isVulnerable ? 0 : 1 }

    @inline(__always)
    func givesUp(_ place: PartyBook.Place, joinedAt time: Double) -> Double {
        time + book[place].patienceMinutes
    }

    @inline(__always)
    mutating func serviceTime(of place: PartyBook.Place, at time: Double) -> Double {
        book[place].serviceMinutes * slowdown
    }

    @inline(__always)
    mutating func serviceBegan(_ place: PartyBook.Place, since: Double, at time: Double) {
        work.leave(book[place], at: time)
        waits.record(time - since)
    }

    @inline(__always)
    mutating func serviceEnded(_ place: PartyBook.Place, at time: Double) {
        if hasSecondLine, book[place].inspectionMinutes > 0 {
            picked.append(LetIn(party: book[place], at: time))
        } else {
            exit.leave(book[place], at: time)
        }
        book.strike(place)
    }

    mutating func refused(_ place: PartyBook.Place, at time: Double) {
        let party = book[place]
        work.leave(party, at: time)
        exit.tally.refused += Int(party.persons)
        exit.turnBack(party)
        book.strike(place)
    }

    mutating func gaveUp(_ place: PartyBook.Place, since: Double, at time: Double) {
        let party = book[place]
        work.leave(party, at: time)
        exit.tally.gaveUp += Int(party.persons)
        exit.turnBack(party)
        book.strike(place)
    }
}
