import Situation
import StrictYAML

// Reader of agencies.yaml.

extension YAMLValue {
    /// The content of `agencies.yaml`: the agencies and the other abbreviations.
    func agencies() throws(YAMLFault) -> ([Agency], [Abbreviation]) {
        try document(kind: "agencies", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> ([Agency], [Abbreviation]) in
            let agencies = try fields.require("agencies").distinct { value throws(YAMLFault) in
                try value.agency()
            }
            let others = try fields.require("other_abbreviations").list { value throws(YAMLFault) in
                try value.abbreviation()
            }
            return (agencies, others)
        }
    }

    private func agency() throws(YAMLFault) -> Agency {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Agency in
            let abbreviation = LocalName(
                kk: try fields.require("abbr_kk").text(),
                ru: try fields.require("abbr_ru").text(),
                en: try fields.require("abbr_en").text())
            return Agency(
                id: AgencyKey(try fields.require("key").text()),
                abbreviation: abbreviation,
                name: try fields.require("name").agencyName(abbreviation),
                kind: try fields.require("kind").oneOf(Agency.Kind.self),
                expansion: try fields.require("expansion").oneOf(Agency.Expansion.self),
                noteLineKk: try fields.text("note_line_kk"),
                quoteKk: try fields.text("quote_kk"),
                printed: try fields.require("printed").texts(),
                printedIn: try fields.require("printed_in").text(),
                region: try fields.text("region").map { RegionCode($0) },
                probablySameAs: try fields.text("probably_same_as").map { AgencyKey($0) },
                members: try fields.text("members"),
                variants: try fields.take("variants")?.list { value throws(YAMLFault) in try value.variant() }
                    ?? [],
                role: try fields.text("role"),
                caution: try fields.text("caution"),
                note: try fields.text("note"))
        }
    }

    /// A name whose Kazakh form may be missing, because the decree spells the body out nowhere.
    private func agencyName(_ abbreviation: LocalName) throws(YAMLFault) -> LocalName {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> LocalName in
            LocalName(
                kk: try fields.text("kk") ?? abbreviation.kk,
                ru: try fields.require("ru").text(),
                en: try fields.require("en").text())
        }
    }

    private func variant() throws(YAMLFault) -> Agency.Variant {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Agency.Variant in
            Agency.Variant(
                abbreviation: try fields.require("abbr").text(),
                expansion: try fields.require("expansion").oneOf(Agency.Expansion.self),
                note: try fields.require("note").text())
        }
    }

    private func abbreviation() throws(YAMLFault) -> Abbreviation {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Abbreviation in
            Abbreviation(
                abbreviation: try fields.require("abbr_kk").text(),
                kk: try fields.text("kk"),
                ru: try fields.text("ru"),
                en: try fields.require("en").text(),
                expansion: try fields.require("expansion").oneOf(Agency.Expansion.self),
                printedIn: try fields.require("printed_in").text())
        }
    }
}
