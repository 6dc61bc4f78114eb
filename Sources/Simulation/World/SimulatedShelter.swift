import Situation

/// A shelter as the simulator sees it.
public struct SimulatedShelter: Hashable, Sendable {
    /// The shelter's id, as reports give it.
    public var id: ShelterID
    /// Whose people it takes in.
    public var region: RegionCode
    /// Places that can be slept in from the beginning.
    public var openBeds: Beds
    /// Places that can be opened on order.
    public var reserveBeds: Beds
    /// Places taken at the beginning, at most the open ones.
    public var initiallyOccupied: Beds
    /// From the order to open reserve to the first night in it.
    public var reserveLeadTime: Span

    /// A shelter; nothing is checked before it is part of a ``World``.
    public init(
        id: ShelterID, region: RegionCode, openBeds: Beds, reserveBeds: Beds, initiallyOccupied: Beds = 0,
        reserveLeadTime: Span = .zero
    ) {
        self.id = id
        self.region = region
        self.openBeds = openBeds
        self.reserveBeds = reserveBeds
        self.initiallyOccupied = initiallyOccupied
        self.reserveLeadTime = reserveLeadTime
    }
}

/// Who needs a bed in a region, and for how long. In a region without one nobody comes or leaves.
public struct Intake: Hashable, Sendable {
    /// Where.
    public var region: RegionCode
    /// The part of the usual persons let into the country at the region's posts who need a bed, 0 to 1.
    public var shareOfUsual: Double
    /// The part of a surge's persons who need one, 0 to 1.
    public var shareOfSurge: Double
    /// How long people stay, in the mean; stays are exponential.
    public var meanStay: Span

    /// An intake; nothing is checked before it is part of a ``World``.
    public init(region: RegionCode, shareOfUsual: Double = 0, shareOfSurge: Double, meanStay: Span) {
        self.region = region
        self.shareOfUsual = shareOfUsual
        self.shareOfSurge = shareOfSurge
        self.meanStay = meanStay
    }
}
