import Situation

/// A region (oblys) or a city of republican significance.
public struct Region: Hashable, Sendable, Identifiable {
    /// ISO 3166-2:KZ, the numeric form in use since 2022, such as `KZ-27`.
    public let id: RegionCode
    /// Region or city.
    public let kind: Kind
    /// Whether it is the capital.
    public let isCapital: Bool
    /// The official name, with the word for region or city.
    public let name: LocalName
    /// Its centre.
    public let centre: LocalName
    /// Letter codes of ISO 3166-2:KZ before the 2022 revision, accepted on import: `ZAP` for `KZ-27`. Empty
    /// for the regions that were set up in 2022.
    public let formerCodes: [String]
    /// Other names and spellings people write.
    public let aliases: [String]
    /// Inhabitants at the start of 2025 in thousands, approximate: general knowledge, not checked.
    public let populationThousands: Int
    /// Countries it has a land border with.
    public let borders: [Neighbour]
    /// A customary grouping, not an official one.
    public let macroRegion: MacroRegion

    /// The two kinds of unit on this level.
    public enum Kind: String, CaseIterable, Sendable {
        case oblys, city
    }

    /// The part of the country.
    public enum MacroRegion: String, CaseIterable, Sendable {
        case north, east, center, west, south
    }
}
