// The identifiers of the domain. Each is a type of its own, so that the compiler refuses a shelter where
// a checkpoint is meant.

/// A state folder with a chain of entries of its own: usually one console or one headquarters machine.
public struct StationID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A border crossing point (road, rail or air), such as `syrym`.
public struct CheckpointID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A border section: a stretch of the border with one neighbour and the posts on it, such as `ru-west`.
public struct SectionID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A place with beds, or another facility with capacity, such as `oral-1`.
public struct ShelterID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A region or a city of republican significance, by its ISO 3166-2:KZ numeric code, such as `KZ-27`.
public struct RegionCode: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// An agency of the decree, by its stable Latin key, such as `MIA`.
public struct AgencyKey: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Where a figure comes from: an agency, a system, a person at a telephone, a publication.
public struct SourceID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A person who signs on at a station.
public struct PersonName: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// The seat (post of duty) a person holds while signing, such as `duty-officer`.
public struct SeatName: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A playbook under `Scenarios/playbooks/`, such as `mass-influx`.
public struct PlaybookID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One of the 14 target indicators of the decree, by its number.
public struct IndicatorNumber: DecreeNumber {
    /// 1 to 14.
    public let value: Int

    /// `nil` unless `value` is 1 to 14.
    public init?(_ value: Int) {
        guard Self.range.contains(value) else { return nil }
        self.value = value
    }

    /// The numbers the decree gives.
    public static let range = 1...14

    /// All 14 in order.
    public static var all: [IndicatorNumber] { range.compactMap(IndicatorNumber.init) }
}

/// One of the 73 measures of the action plan, by its number.
public struct MeasureNumber: DecreeNumber {
    /// 1 to 73.
    public let value: Int

    /// `nil` unless `value` is 1 to 73.
    public init?(_ value: Int) {
        guard Self.range.contains(value) else { return nil }
        self.value = value
    }

    /// The numbers the decree gives.
    public static let range = 1...73
}
