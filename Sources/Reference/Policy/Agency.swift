import Situation

/// A body the decree names.
public struct Agency: Hashable, Sendable, Identifiable {
    /// Such as `MIA`.
    public let id: AgencyKey
    /// The abbreviation as the decree prints it in Kazakh; Russian and English are customary.
    public let abbreviation: LocalName
    /// The full name. Where the decree spells a body out nowhere, Kazakh gives the abbreviation.
    public let name: LocalName
    public let kind: Kind
    public let expansion: Expansion
    /// The line of the plan's closing note that spells it out.
    public let noteLineKk: String?
    /// The words that spell it out elsewhere.
    public let quoteKk: String?
    /// Every wording that occurs in the responsible cells.
    public let printed: [String]
    /// Where it is found.
    public let printedIn: String
    /// The region of an akimat.
    public let region: RegionCode?
    /// The agency this one probably is under another printed name.
    public let probablySameAs: AgencyKey?
    /// Who belongs to a group.
    public let members: String?
    /// Other abbreviations, with what is known of them.
    public let variants: [Variant]
    public let role: String?
    public let caution: String?
    public let note: String?

    /// What sort of body it is.
    public enum Kind: String, CaseIterable, Sendable {
        case ministry, agency, committee, bureau, office, council, government, company, ngo, international
        case akimat, group
        case centralBank = "central_bank"
        case financialCentre = "financial_centre"
    }

    /// How the full name is known.
    public enum Expansion: String, CaseIterable, Sendable {
        /// Spelled out in the closing note of the plan.
        case note
        /// Spelled out elsewhere in the decree.
        case body
        /// Spelled out nowhere in the decree: our reading.
        case inferred
    }

    /// Another abbreviation.
    public struct Variant: Hashable, Sendable {
        public let abbreviation: String
        public let expansion: Expansion
        public let note: String
    }
}

/// An abbreviation of the tables that is no agency.
public struct Abbreviation: Hashable, Sendable {
    public let abbreviation: String
    public let kk: String?
    public let ru: String?
    public let en: String
    public let expansion: Agency.Expansion
    /// Where it is found.
    public let printedIn: String
}
