import Situation

/// What the program knows before any report comes in: regions, border sections, posts, shelters, service
/// standards and the 14 indicators. The heavier tables of the decree are ``PolicyTables``.
public struct Reference: Sendable {
    /// The 17 regions and 3 cities, by code.
    public let regions: [Region]
    /// The border sections, clockwise from the west; the air posts last.
    public let sections: [BorderSection]
    /// Road posts by their number, then rail, then air.
    public let checkpoints: [Checkpoint]
    /// Places with beds and the planned centres, by region.
    public let shelters: [Shelter]
    /// The humanitarian service standards.
    public let standards: [ServiceStandard]
    /// The 14 in order.
    public let indicators: [Indicator]

    private let regionNames: NameIndex<RegionCode>
    private let sectionNames: NameIndex<SectionID>
    private let checkpointNames: NameIndex<CheckpointID>
    private let shelterNames: NameIndex<ShelterID>
    private let regionByCode: [RegionCode: Region]
    private let sectionByID: [SectionID: BorderSection]
    private let checkpointByID: [CheckpointID: Checkpoint]
    private let shelterByID: [ShelterID: Shelter]

    init(
        regions: [Region], sections: [BorderSection], checkpoints: [Checkpoint], shelters: [Shelter],
        standards: [ServiceStandard], indicators: [Indicator]
    ) {
        self.regions = regions
        self.sections = sections
        self.checkpoints = checkpoints
        self.shelters = shelters
        self.standards = standards
        self.indicators = indicators
        regionByCode = Dictionary(regions.map { ($0.id, $0) }) { first, _ in first }
        sectionByID = Dictionary(sections.map { ($0.id, $0) }) { first, _ in first }
        checkpointByID = Dictionary(checkpoints.map { ($0.id, $0) }) { first, _ in first }
        shelterByID = Dictionary(shelters.map { ($0.id, $0) }) { first, _ in first }
        regionNames = .regions(regions)
        sectionNames = .sections(sections)
        checkpointNames = .checkpoints(checkpoints)
        shelterNames = .shelters(shelters)
    }
}

// MARK: - By identifier

extension Reference {
    /// The region with that code.
    public func region(_ code: RegionCode) -> Region? { regionByCode[code] }

    /// The border section with that identifier.
    public func section(_ id: SectionID) -> BorderSection? { sectionByID[id] }

    /// The post with that identifier.
    public func checkpoint(_ id: CheckpointID) -> Checkpoint? { checkpointByID[id] }

    /// The shelter or planned centre with that identifier.
    public func shelter(_ id: ShelterID) -> Shelter? { shelterByID[id] }

    /// The indicator with that number.
    public func indicator(_ number: IndicatorNumber) -> Indicator? {
        indicators.first { $0.number == number }
    }

    /// The posts of a border section, in order.
    public func checkpoints(of section: SectionID) -> [Checkpoint] {
        checkpoints.filter { $0.section == section }
    }

    /// The posts of a region, in order.
    public func checkpoints(in region: RegionCode) -> [Checkpoint] {
        checkpoints.filter { $0.region == region }
    }

    /// The shelters and planned centres of a region, in order.
    public func shelters(in region: RegionCode) -> [Shelter] {
        shelters.filter { $0.region == region }
    }
}

// MARK: - By any name

extension Reference {
    /// The region called so: `KZ-27`, `27`, a former letter code (`ZAP`, `KZ-ZAP`), or a name in any language.
    public func region(named name: String) -> NameMatch<RegionCode> { regionNames.match(name) }

    /// The border section called so: its identifier or its name in any language.
    public func section(named name: String) -> NameMatch<SectionID> { sectionNames.match(name) }

    /// The post called so: its identifier, its name in any language, an alias, or name and counterpart as
    /// `Сырым/Маштаково`.
    public func checkpoint(named name: String) -> NameMatch<CheckpointID> { checkpointNames.match(name) }

    /// The shelter or planned centre called so.
    public func shelter(named name: String) -> NameMatch<ShelterID> { shelterNames.match(name) }

    /// The area called so: `KZ`, a region or a border section by code or name.
    public func area(named name: String) -> NameMatch<Area> {
        if Self.countryNames.contains(NameKey(name)) { return .one(.country) }
        switch region(named: name) {
        case .one(let code): return .one(.region(code))
        case .ambiguous(let codes): return .ambiguous(codes.map(Area.region))
        case .none: break
        }
        switch section(named: name) {
        case .one(let id): return .one(.section(id))
        case .ambiguous(let ids): return .ambiguous(ids.map(Area.section))
        case .none: return .none
        }
    }

    private static let countryNames = Set(
        ["KZ", "KAZ", "Қазақстан", "Казахстан", "Kazakhstan"].map(NameKey.init))
}
