/// What a shelter reports at a moment.
public struct ShelterReport: Hashable, Codable, Sendable {
    public var shelter: ShelterID
    /// Places that can be slept in now, taken or free.
    public var openBeds: Beds
    /// Places held back that can be opened after the facility's lead time.
    public var reserveBeds: Beds
    /// Places taken.
    public var occupied: Beds
    /// Persons who came since the report before.
    public var arrived: Persons?
    /// Persons who left since the report before.
    public var departed: Persons?

    public init(
        shelter: ShelterID, openBeds: Beds, reserveBeds: Beds, occupied: Beds,
        arrived: Persons? = nil, departed: Persons? = nil
    ) {
        self.shelter = shelter
        self.openBeds = openBeds
        self.reserveBeds = reserveBeds
        self.occupied = occupied
        self.arrived = arrived
        self.departed = departed
    }
}

/// What a facility has from a moment on; what is `nil` is not said and stays as it was.
public struct Facility: Hashable, Codable, Sendable {
    public var facility: ShelterID
    public var region: RegionCode
    public var name: String?
    public var kind: String?
    public var openBeds: Beds?
    public var reserveBeds: Beds?
    /// Hours from the order to the first night in the reserve.
    public var leadHours: Int?
    /// Covered floor, square metres.
    public var coveredSquareMetres: Int?
    /// Drinking water, litres a day.
    public var waterLitresADay: Int?
    public var taps: Int?
    public var toilets: Int?
    public var showers: Int?
    public var staff: Int?

    public init(
        facility: ShelterID, region: RegionCode, name: String? = nil, kind: String? = nil,
        openBeds: Beds? = nil, reserveBeds: Beds? = nil, leadHours: Int? = nil,
        coveredSquareMetres: Int? = nil, waterLitresADay: Int? = nil, taps: Int? = nil,
        toilets: Int? = nil, showers: Int? = nil, staff: Int? = nil
    ) {
        self.facility = facility
        self.region = region
        self.name = name
        self.kind = kind
        self.openBeds = openBeds
        self.reserveBeds = reserveBeds
        self.leadHours = leadHours
        self.coveredSquareMetres = coveredSquareMetres
        self.waterLitresADay = waterLitresADay
        self.taps = taps
        self.toilets = toilets
        self.showers = showers
        self.staff = staff
    }
}
