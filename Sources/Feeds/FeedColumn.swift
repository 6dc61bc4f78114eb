/// The kinds of row a feed can hold, as its `type` column names them.
public enum FeedType: String, CaseIterable, Sendable {
    case checkpoint, shelter, indicator, total, post, facility, health, resource, incident, crossing
}

/// Every column that some kind of row reads, by its exact name.
public enum FeedColumn: String, CaseIterable, Sendable {
    case type, source
    case checkpoint, from, to, direction, mode, persons, vehicles
    case waitingPersons = "waiting_persons"
    case waitingVehicles = "waiting_vehicles"
    case waitMinutes = "wait_minutes"
    case lanesOpen = "lanes_open"
    case category
    case knownAt = "known_at"
    case shelter, at
    case openBeds = "open_beds"
    case reserveBeds = "reserve_beds"
    case occupied, arrived, departed
    case indicator, period, value, region, document
    case area, precision
    case status, reason
    case lanesIn = "lanes_in"
    case lanesOut = "lanes_out"
    case booths, staff, until
    case facility, name, kind
    case leadHours = "lead_hours"
    case coveredSquareMetres = "covered_m2"
    case waterLitresADay = "water_l_day"
    case taps, toilets, showers
    case place, cases, deaths
    case underFiveDeaths = "under_five_deaths"
    case consultations
    case count, committed
    case text
    case pseudonym

    /// The place of the column in a row's storage.
    var ordinal: Int { Self.ordinals[self] ?? 0 }

    private static let ordinals: [FeedColumn: Int] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// The column called `name` exactly.
    static func named(_ name: String) -> FeedColumn? { FeedColumn(rawValue: name) }
}
