/// Routes by number: the places still to pass, each number standing for one list. 0 is no route.
struct RouteBook {
    /// The next place of a route.
    private(set) var next: [Int32] = [-1]
    /// The route after that place.
    private(set) var rest: [Int32] = [0]
    /// The last place of a route.
    private(set) var end: [Int32] = [-1]
    private var numbers: [UInt64: Int32] = [:]

    /// The number of the route that passes `place` and then follows `rest`.
    mutating func route(_ place: Int32, then rest: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: place)) << 32 | UInt64(UInt32(bitPattern: rest))
        if let known = numbers[key] { return known }
        let number = Int32(next.count)
        numbers[key] = number
        next.append(place)
        self.rest.append(rest)
        end.append(rest == 0 ? place : end[Int(rest)])
        return number
    }
}
