/// The parties at a channel, each in one place from its coming to its going, so that lines and lanes hand on small
/// numbers instead of parties.
struct PartyBook: Sendable {
    /// Where a party stands in the book.
    typealias Place = Int32

    /// Stands for nobody.
    static let nobody: Place = -1

    /// A free place has the next free one as its party's luck, so that places used last, which are still in
    /// the processor's nearest cache, are used again first.
    private var parties: ContiguousArray<Party> = []
    private var firstFree = PartyBook.nobody

    /// Enters a party.
    @inline(__always)
    mutating func enter(_ party: Party) -> Place {
        if firstFree < 0 { addPlace() }
        let place = firstFree
        firstFree = Place(truncatingIfNeeded: Int64(bitPattern: parties[Int(place)].luck))
        parties[Int(place)] = party
        return place
    }

    /// Apart, so that a party is written where it stands and nowhere before.
    @inline(never)
    private mutating func addPlace() {
        parties.append(.filler)
        strike(Place(truncatingIfNeeded: parties.count &- 1))
    }

    /// Strikes out the party at a place, which must hold one.
    @inline(__always)
    mutating func strike(_ place: Place) {
        parties[Int(place)].luck = UInt64(bitPattern: Int64(firstFree))
        firstFree = place
    }

    /// The party at a place, which must hold one.
    subscript(place: Place) -> Party {
        @inline(__always) get { parties[Int(place)] }
    }
}
