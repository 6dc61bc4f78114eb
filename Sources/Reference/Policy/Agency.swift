import Situation

/// A body the decree names.
public struct Agency: Hashable, Sendable, Identifiable {
    /// Such as `MIA`.
    public let id: AgencyKey
    /// The abbreviation as the decree prints it in Kazakh; Russian and English are customary.
    public let abbreviation: LocalName
    /// The full name. Where the decree spells a body out nowhere, Kazakh gives the abbreviation.
    public let name: LocalName
    /// What sort of body it is.
    public let kind: Kind
    /// How its full name is known.
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
    /// What the decree makes it do besides measures.
    public let role: String?
    /// What it is easily mistaken for.
    public let caution: String?
    /// What a reader should know.
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
        /// As printed or in use.
        public let abbreviation: String
        /// How its full name is known.
        public let expansion: Expansion
        /// What a reader should know.
        public let note: String
    }
}

/// An abbreviation of the tables that is no agency.
public struct Abbreviation: Hashable, Sendable {
    /// As printed or in use.
    public let abbreviation: String
    /// Spelled out in Kazakh, where it can be.
    public let kk: String?
    /// Spelled out in Russian, where it can be.
    public let ru: String?
    /// Spelled out in English.
    public let en: String
    /// How its full name is known.
    public let expansion: Agency.Expansion
    /// Where it is found.
    public let printedIn: String
}
