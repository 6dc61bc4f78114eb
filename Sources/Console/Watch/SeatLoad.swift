import Situation

/// How many alarms rang at the seat lately, against what one person can take (ISA-18.2).
struct SeatLoad: Hashable, Sendable {
    let tenMinutes: Int
    let hour: Int
    let day: Int
    /// Whether alarms come faster than they can be read: from more than ten in ten minutes until fewer than five.
    let isFlood: Bool

    static let floodBegins = 10
    static let floodEnds = 5
    /// One in ten minutes on average, over an hour and over a day.
    static let inHour = 6
    static let inDay = 150

    /// - Parameter raises: when alarms rang, oldest first.
    init(_ raises: [Instant], now: Instant) {
        let rung = raises.filter { $0 <= now }
        func count(_ span: Span) -> Int { rung.count { $0 > now - span } }
        tenMinutes = count(.minutes(10))
        hour = count(.hours(1))
        day = count(.days(1))
        var isFlood = false
        var first = 0
        for (index, moment) in rung.enumerated() {
            while rung[first] <= moment - .minutes(10) { first += 1 }
            if index - first < Self.floodEnds { isFlood = false }
            if index - first + 1 > Self.floodBegins { isFlood = true }
        }
        self.isFlood = isFlood && tenMinutes >= Self.floodEnds
    }
}
