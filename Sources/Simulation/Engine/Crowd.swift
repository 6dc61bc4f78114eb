/// Some people, and the vehicles they sit in.
struct Crowd: Hashable, Sendable {
    /// Persons of the usual traffic.
    var usual = 0
    /// Persons of a surge.
    var surging = 0
    /// Vehicles; parties on foot have none.
    var vehicles = 0

    var persons: Int { usual + surging }

    static func + (left: Self, right: Self) -> Self {
        Crowd(
            usual: left.usual + right.usual, surging: left.surging + right.surging,
            vehicles: left.vehicles + right.vehicles)
    }

    static func += (left: inout Self, right: Self) { left = left + right }

    static func - (left: Self, right: Self) -> Self {
        Crowd(
            usual: left.usual - right.usual, surging: left.surging - right.surging,
            vehicles: left.vehicles - right.vehicles)
    }
}
