/// Those of one priority class who wait, in the order they came. Anybody in it can leave it.
///
/// Who leaves is marked and passed over later; when half of a line is marked it is closed up, so that memory
/// follows the number who wait.
struct ClassLine<Customer: Sendable>: Sendable {
    struct Place: Sendable {
        var customer: Customer
        /// When they came.
        var since: Double
        /// Rises along the line.
        var ticket: Int
        var hasLeft = false
    }

    private var places: WaitingRing<Place>
    private var issued = 0
    /// How many places are marked.
    private var left = 0

    init(filler: Customer) {
        places = WaitingRing(filler: Place(customer: filler, since: 0, ticket: -1))
    }

    /// Puts a customer at the end of the line.
    ///
    /// - Returns: the ticket by which the customer can ``leave(_:)``.
    @inline(__always)
    @discardableResult
    mutating func join(_ customer: Customer, since: Double) -> Int {
        let ticket = issued
        issued &+= 1
        places.append(Place(customer: customer, since: since, ticket: ticket))
        return ticket
    }

    /// Takes the one who waits longest; `nil` when nobody waits.
    @inline(__always)
    mutating func takeFirst() -> Place? {
        while !places.isEmpty {
            let place = places.removeFirst()
            if !place.hasLeft { return place }
            left &-= 1
        }
        return nil
    }

    /// Takes out the one with the ticket; `nil` when that one does not wait any more.
    mutating func leave(_ ticket: Int) -> Place? {
        guard let number = number(of: ticket) else { return nil }
        let place = places[number]
        places[number].hasLeft = true
        left += 1
        if left > 32, left > places.count / 2 {
            places.removeAll { $0.hasLeft }
            left = 0
        }
        return place
    }

    /// Places held in memory, those marked included.
    var held: Int { places.count }

    /// Whether the one with the ticket still waits.
    func holds(_ ticket: Int) -> Bool { number(of: ticket) != nil }

    /// Everybody who waits, from the head on.
    func forEach(_ visit: (Place) -> Void) {
        for number in places.numbers where !places[number].hasLeft { visit(places[number]) }
    }

    private func number(of ticket: Int) -> Int? {
        let number = places.firstNumber { $0.ticket >= ticket }
        guard number < places.nextNumber else { return nil }
        let place = places[number]
        return place.ticket == ticket && !place.hasLeft ? number : nil
    }
}
