import Situation
import Watch

/// How many alarms rang at the seat lately, against what one person can take (ISA-18.2).
struct SeatLoad: Hashable, Sendable {
    let tenMinutes: Int
    let hour: Int
    let day: Int
    /// Whether alarms come faster than they can be read: from more than ten in ten minutes until fewer than five.
    let isFlood: Bool

    /// What a seat can bear; one alarm in ten minutes on average is six in an hour.
    static let limits = AlarmLimits()
    static let inHour = Int(limits.perTenMinutes * 6)

    /// - Parameter raises: when alarms rang, oldest first.
    init(_ raises: [Instant], now: Instant) {
        let rung = raises.filter { $0 <= now }
        func count(_ span: Span) -> Int { rung.count { $0 > now - span } }
        tenMinutes = count(.minutes(10))
        hour = count(.hours(1))
        day = count(.days(1))
        isFlood = AlarmFloods(rung, until: now).floods.last.map { $0.end == nil } ?? false
    }
}
