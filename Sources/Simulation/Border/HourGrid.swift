import Situation

/// The hours of Kazakhstan's clock on a run's axis of minutes since the world's start.
struct HourGrid: Hashable, Sendable {
    /// The beginning of the hour that holds the world's start: 0 or up to 59 minutes before it.
    private let origin: Double
    /// The hour of the week at ``origin``, from Monday 00.
    private let weekHourAtOrigin: Int

    init(start: Instant) {
        let civil = CivilTime(start)
        origin = -Double(civil.minute)
        weekHourAtOrigin = (civil.weekday - 1) * 24 + civil.hour
    }

    static let hoursOfWeek = 168

    /// Which hour holds a minute, counted from the one that holds the world's start.
    func hour(at minute: Double) -> Int { Int(((minute - origin) / 60).rounded(.down)) }

    /// When an hour begins.
    func start(of hour: Int) -> Double { origin + 60 * Double(hour) }

    /// The first beginning of an hour after a minute.
    func nextHour(after minute: Double) -> Double { start(of: hour(at: minute) + 1) }

    /// The hour of the week, 0 for Monday 00 to 167.
    func weekHour(_ hour: Int) -> Int {
        let wrapped = (hour + weekHourAtOrigin) % Self.hoursOfWeek
        return wrapped < 0 ? wrapped + Self.hoursOfWeek : wrapped
    }

    /// The hour of the day, 0 to 23, that holds a minute.
    func hourOfDay(at minute: Double) -> Int { weekHour(hour(at: minute)) % 24 }
}
