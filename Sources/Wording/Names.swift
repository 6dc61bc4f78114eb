import Language
import Planning
import Reference
import Situation

/// The names of places and things in the reader's language. What the reference data does not know is called by its
/// id.
public struct Names: Sendable {
    public let reference: Reference
    public let language: Language

    public init(reference: Reference, language: Language) {
        self.reference = reference
        self.language = language
    }

    public func checkpoint(_ id: CheckpointID) -> String {
        reference.checkpoint(id).map { text($0.name) } ?? id.rawValue
    }

    public func section(_ id: SectionID) -> String {
        reference.section(id).map { text($0.name) } ?? id.rawValue
    }

    public func region(_ id: RegionCode) -> String {
        reference.region(id).map { text($0.name) } ?? id.rawValue
    }

    public func shelter(_ id: ShelterID) -> String {
        reference.shelter(id).map { text($0.name) } ?? id.rawValue
    }

    public func indicator(_ number: IndicatorNumber) -> String {
        reference.indicator(number).map { text($0.name) } ?? "\(number)"
    }

    /// What a note or total is about: a post, shelter, region or section by its id.
    public func place(_ id: String) -> String {
        if let post = reference.checkpoint(CheckpointID(id)) { return text(post.name) }
        if let shelter = reference.shelter(ShelterID(id)) { return text(shelter.name) }
        if let region = reference.region(RegionCode(id)) { return text(region.name) }
        return section(SectionID(id))
    }

    /// The agency's short name, once the policy tables are there; its key until then.
    public func agency(_ key: AgencyKey, _ policy: PolicyTables?) -> String {
        policy?.agency(key).map { text($0.abbreviation) } ?? key.rawValue
    }

    public func text(_ name: LocalName) -> String { name.text(for: language.rawValue) }

    public func text(_ words: PlanText) -> String {
        switch language {
        case .kk: words[.kk]
        case .ru: words[.ru]
        case .en: words[.en]
        }
    }
}
