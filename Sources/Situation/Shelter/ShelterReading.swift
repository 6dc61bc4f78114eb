/// A shelter as a screen shows it at a moment.
public struct ShelterReading: Sendable, Identifiable {
    public let id: ShelterID
    public let region: RegionCode
    public let openBeds: Figure<Beds>
    public let reserveBeds: Figure<Beds>
    public let leadHours: Figure<Int>
    /// `nil` until the shelter reports: planning values say nothing of who sleeps there.
    public let occupied: Figure<Beds>?
    public let runway: Runway
    public let freshness: Freshness
    /// Places taken, oldest report first, for a trend.
    public let trend: [(at: Instant, occupied: Beds)]
    /// What the facility was last said to have besides beds.
    public let facility: Timeline<Facility>

    public init(of site: Places.Site, in picture: ShelterPicture?, now: Instant) {
        let picture = picture ?? ShelterPicture()
        id = site.id
        region = site.region
        facility = picture.facilities
        let reported = picture.reports
        openBeds =
            Self.newer(reported.latest(\.openBeds), picture.facilities.latest(\.openBeds)) ?? site.openBeds
        reserveBeds =
            Self.newer(reported.latest(\.reserveBeds), picture.facilities.latest(\.reserveBeds))
            ?? site.reserveBeds
        leadHours = picture.facilities.latest(\.leadHours) ?? site.leadHours
        let occupied = reported.latest(\.occupied)
        let open = openBeds.value
        self.occupied = occupied
        trend = reported.statements.map { ($0.at, $0.body.occupied) }
        runway = Runway(
            free: occupied.map { open - $0.value },
            counts: trend.map { Runway.Count(at: $0.at, taken: $0.occupied.count) })
        let spacings = zip(trend, trend.dropFirst()).suffix(6).map { $1.at - $0.at }
        freshness = Freshness(lastHeard: picture.reports.latest?.at, rhythm: spacings.max(), now: now)
    }

    /// Free places; `nil` until occupation is known. Never below zero: people beyond the beds are without one.
    public var free: Beds? { occupied.map { max(openBeds.value - $0.value, .zero) } }

    /// Share of the open beds that are taken.
    public var occupancy: Double? {
        guard let occupied, openBeds.value > 0 else { return nil }
        return Double(occupied.value.count) / Double(openBeds.value.count)
    }

    private static func newer<Value>(_ first: Figure<Value>?, _ second: Figure<Value>?) -> Figure<Value>? {
        guard let first, let second else { return first ?? second }
        return (first.basis.at ?? .distantPast) >= (second.basis.at ?? .distantPast) ? first : second
    }
}

/// How long what is free lasts if things go on as they went.
///
/// A straight line through the last hours, nothing more: the range comes from looking two, six and 24 hours
/// back. Forecasts with a model behind them belong to the simulator.
public enum Runway: Hashable, Sendable {
    /// Too little is known.
    case unknown
    /// Not filling.
    case lasting
    /// Hours until nothing is free: by the last six hours, and the shortest and longest of the three looks.
    case hours(Double, range: ClosedRange<Double>)

    /// How many places were taken at a moment.
    public struct Count: Hashable, Sendable {
        public let at: Instant
        public let taken: Int

        public init(at: Instant, taken: Int) {
            self.at = at
            self.taken = taken
        }
    }

    /// - Parameter counts: oldest first.
    public init(free: Beds?, counts: [Count]) {
        guard let free, let last = counts.last, counts.count > 1 else {
            self = .unknown
            return
        }
        guard free > 0 else {
            self = .hours(0, range: 0...0)
            return
        }
        func hoursLeft(lookingBack span: Span) -> Double? {
            guard let first = counts.first(where: { $0.at >= last.at - span }), first.at < last.at else {
                return nil
            }
            let perHour = Double(last.taken - first.taken) / (last.at - first.at).inHours
            return perHour > 0 ? Double(free.count) / perHour : nil
        }
        let looks = [Span.hours(2), .hours(6), .hours(24)].compactMap(hoursLeft)
        guard let shortest = looks.min(), let longest = looks.max() else {
            self = .lasting
            return
        }
        self = .hours(hoursLeft(lookingBack: .hours(6)) ?? shortest, range: shortest...longest)
    }
}

/// The shelters of a region together.
public struct RegionReading: Sendable, Identifiable {
    public let id: RegionCode
    public let shelters: [ShelterReading]
    public let openBeds: Beds
    public let reserveBeds: Beds
    /// Free places in the shelters that report.
    public let free: Beds?
    public let occupied: Beds?
    public let runway: Runway
    public let freshness: Freshness
    /// The shortest lead time of a reserve that is not empty.
    public let leadHours: Int?
    /// Whether any of the beds is an illustrative planning value.
    public let hasIllustrativeBeds: Bool
    /// What authorities state for the region.
    public let stated: [Statement<StatedTotal>]

    public init(of id: RegionCode, shelters: [ShelterReading], stated: [Statement<StatedTotal>]) {
        self.id = id
        self.shelters = shelters
        self.stated = stated
        openBeds = shelters.reduce(.zero) { $0 + $1.openBeds.value }
        reserveBeds = shelters.reduce(.zero) { $0 + $1.reserveBeds.value }
        let reporting = shelters.filter { $0.occupied != nil }
        free = reporting.isEmpty ? nil : reporting.compactMap(\.free).reduce(.zero, +)
        occupied =
            reporting.isEmpty ? nil : reporting.compactMap { $0.occupied?.value }.reduce(.zero, +)
        runway = Runway(free: free, counts: Self.together(reporting))
        freshness =
            reporting.map(\.freshness).max { ($0.age ?? .zero) < ($1.age ?? .zero) } ?? .silent
        leadHours = shelters.filter { $0.reserveBeds.value > 0 }.map(\.leadHours.value).min()
        hasIllustrativeBeds = shelters.contains {
            $0.openBeds.isIllustrative || $0.reserveBeds.isIllustrative
        }
    }

    /// Share of the open beds of reporting shelters that are taken.
    public var occupancy: Double? {
        guard let occupied, let free, occupied + free > 0 else { return nil }
        return Double(occupied.count) / Double((occupied + free).count)
    }

    /// Places taken in all shelters at the moments the one with the fewest reports was heard from.
    private static func together(_ shelters: [ShelterReading]) -> [Runway.Count] {
        guard let sparsest = shelters.min(by: { $0.trend.count < $1.trend.count }) else { return [] }
        return sparsest.trend.compactMap { moment in
            var taken = 0
            for shelter in shelters {
                guard let count = shelter.trend.last(where: { $0.at <= moment.at }) else { return nil }
                taken += count.occupied.count
            }
            return Runway.Count(at: moment.at, taken: taken)
        }
    }
}
