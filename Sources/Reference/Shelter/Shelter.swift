import Situation

/// A place that serves people who arrived: a place with beds, or a centre that is planned and has none.
public struct Shelter: Hashable, Sendable, Identifiable {
    /// Such as `oral-1`.
    public let id: ShelterID
    /// The name it goes by.
    public let name: LocalName
    /// Other names it is found by.
    public let aliases: [String]
    /// The region it lies in.
    public let region: RegionCode
    /// Where it is, approximately.
    public let coordinates: Coordinates
    /// A place with beds or a planned centre.
    public let facility: Facility
    /// What a reader of the data should know.
    public let note: String?

    /// What the place is.
    public enum Facility: Hashable, Sendable {
        /// A place with beds for people who arrive (уақытша қоныстандыру пункті).
        case temporaryAccommodation(ShelterCapacity)
        /// One of the places of measure 22 where a social rehabilitation centre is to be set up. It is no bed
        /// for an influx and is never counted as one.
        case plannedRehabilitationCentre(PlannedCentre)
    }

    /// What the place offers to people who arrive; `nil` for a planned centre.
    public var capacity: ShelterCapacity? {
        if case .temporaryAccommodation(let capacity) = facility { capacity } else { nil }
    }

    /// Whether it is a planned social rehabilitation centre.
    public var isPlannedCentre: Bool { capacity == nil }
}

/// What a place of temporary accommodation offers.
public struct ShelterCapacity: Hashable, Sendable {
    /// Beds that can be given out now.
    public let openBeds: Planned<Beds>
    /// Beds held back.
    public let reserveBeds: Planned<Beds>
    /// Hours from the order until the reserve can be slept in.
    public let leadHours: Planned<Int>
    /// Heated covered space in square metres.
    public let coveredSquareMetres: Planned<Int>
    /// Drinking water in litres a day.
    public let waterLitresPerDay: Planned<Int>
    /// Water taps.
    public let taps: Planned<Int>
    /// Toilets.
    public let toilets: Planned<Int>
    /// Showers.
    public let showers: Planned<Int>
    /// People who serve at one time.
    public let staff: Planned<Int>
}

/// A centre that the action plan orders and that does not exist yet.
public struct PlannedCentre: Hashable, Sendable {
    /// The measure that orders it.
    public let measure: MeasureNumber
    /// The day it is due.
    public let due: CalendarDay
}
