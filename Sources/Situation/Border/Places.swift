/// What is known of places before any report: which post lies on which section, which site in which region,
/// and the planning values that stand in until a report replaces them.
public struct Places: Sendable {
    /// A checkpoint and its planning values.
    public struct Post: Sendable {
        public let id: CheckpointID
        public let section: SectionID
        public let region: RegionCode
        public let lanesIn: Figure<Lanes>
        public let lanesOut: Figure<Lanes>
        /// Persons one open lane passes in an hour.
        public let personsPerLaneHour: Figure<Persons>
        /// Persons who enter on a usual day.
        public let usualIn: Figure<Persons>

        public init(
            id: CheckpointID, section: SectionID, region: RegionCode, lanesIn: Figure<Lanes>,
            lanesOut: Figure<Lanes>, personsPerLaneHour: Figure<Persons>, usualIn: Figure<Persons>
        ) {
            self.id = id
            self.section = section
            self.region = region
            self.lanesIn = lanesIn
            self.lanesOut = lanesOut
            self.personsPerLaneHour = personsPerLaneHour
            self.usualIn = usualIn
        }
    }

    /// A shelter and its planning values. Planned centres are no sites: they have no beds.
    public struct Site: Sendable {
        public let id: ShelterID
        public let region: RegionCode
        public let openBeds: Figure<Beds>
        public let reserveBeds: Figure<Beds>
        /// Hours from the order to the first night in the reserve.
        public let leadHours: Figure<Int>

        public init(
            id: ShelterID, region: RegionCode, openBeds: Figure<Beds>, reserveBeds: Figure<Beds>,
            leadHours: Figure<Int>
        ) {
            self.id = id
            self.region = region
            self.openBeds = openBeds
            self.reserveBeds = reserveBeds
            self.leadHours = leadHours
        }
    }

    /// In the order screens list them.
    public let posts: [Post]
    public let sites: [Site]
    public let sections: [SectionID]
    public let regions: [RegionCode]

    public init(posts: [Post], sites: [Site], sections: [SectionID], regions: [RegionCode]) {
        self.posts = posts
        self.sites = sites
        self.sections = sections
        self.regions = regions
    }
}
