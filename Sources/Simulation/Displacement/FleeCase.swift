import Situation

/// A published displacement case: where people flee from, the ways, the camps, and who was counted there.
public struct FleeCase: Hashable, Sendable {
    public var name: String
    /// The first day, in days from 1970-01-01.
    public var startDay: Int
    /// How many days are played.
    public var days: Int
    public var places: [FleePlace]
    public var routes: [FleeRoute]
    public var closures: [FleeClosure] = []
    /// The daily intensity of conflict; `nil` when only each place's ``FleePlace/conflictDay`` is known.
    public var conflicts: [ConflictColumn]?
    public var kindChanges: [KindChange] = []
    /// Counts of all people, not only those in the camps.
    public var total: CountSeries
    /// Counts in the camps.
    public var camps: [CountSeries]
    /// Registrations that put earlier counts on another level; 0 is the total, then the camps from 1.
    public var corrections: [Correction] = []

    /// The intensity of conflict in one place, a value a day.
    public struct ConflictColumn: Hashable, Sendable {
        public var place: Int
        public var intensity: [Double]

        public init(place: Int, intensity: [Double]) {
            self.place = place
            self.intensity = intensity
        }
    }

    /// A place that becomes something else on a day.
    public struct KindChange: Hashable, Sendable {
        public var place: Int
        public var kind: PlaceKind
        public var day: Int

        public init(place: Int, kind: PlaceKind, day: Int) {
            self.place = place
            self.kind = kind
            self.day = day
        }
    }

    /// A registration that corrects the counts before it.
    public struct Correction: Hashable, Sendable {
        public var series: Int
        public var day: Int

        public init(series: Int, day: Int) {
            self.series = series
            self.day = day
        }
    }

    public init(
        name: String, startDay: Int, days: Int, places: [FleePlace], routes: [FleeRoute],
        total: CountSeries, camps: [CountSeries]
    ) {
        self.name = name
        self.startDay = startDay
        self.days = days
        self.places = places
        self.routes = routes
        self.total = total
        self.camps = camps
    }

    /// The largest count, population or capacity a case may have: the people of many worlds.
    public static let largestCount = 1e12
    /// The most days a case may last: a hundred years.
    public static let mostDays = 36_525

    /// The date of a day of the case, as ISO 8601.
    public func date(of day: Int) -> String {
        let moment = Instant(year: 1970, month: 1, day: 1) + .days(startDay + day)
        let civil = CivilTime(moment)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(civil.year)-\(two(civil.month))-\(two(civil.day))"
    }
}

/// Why a case cannot be played.
public enum DisplacementFault: Error, Hashable, Sendable {
    /// People should set out on a day when no place is in conflict.
    case nobodyToSetOut(day: Int, people: Int)
    /// More people than the machine can hold as one agent each.
    case tooManyForAgents(people: Int, most: Int)
    /// So many legs ahead that the routes cannot be listed.
    case tooManyRoutes(most: Int)
    /// A camp without counts.
    case campWithoutCounts(String)
}
