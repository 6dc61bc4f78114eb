import Situation

/// Where in a world something is measured.
public enum SimulatedPlace: Hashable, Sendable {
    case country
    case section(SectionID)
    case region(RegionCode)
    case post(CheckpointID)
    case shelter(ShelterID)

    /// The identifier's text; `KZ` for the country.
    public var code: String {
        switch self {
        case .country: "KZ"
        case .section(let id): id.rawValue
        case .region(let id): id.rawValue
        case .post(let id): id.rawValue
        case .shelter(let id): id.rawValue
        }
    }

    /// What kind of place it is.
    public var scope: Metric.Scope {
        switch self {
        case .country: .country
        case .section: .section
        case .region: .region
        case .post: .post
        case .shelter: .shelter
        }
    }
}

/// A metric at a place: what a fan chart shows.
public struct SeriesKey: Hashable, Sendable {
    /// What is measured.
    public var metric: Metric
    /// Where.
    public var place: SimulatedPlace

    /// A metric at a place.
    public init(_ metric: Metric, _ place: SimulatedPlace) {
        self.metric = metric
        self.place = place
    }
}
