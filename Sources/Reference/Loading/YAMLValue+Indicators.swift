import Situation
import StrictYAML

// Readers of indicators.yaml and indicator-prints.yaml.

extension YAMLValue {
    /// The content of `indicators.yaml`. Agency keys are held against the agencies only where those are
    /// loaded.
    func indicators() throws(YAMLFault) -> [Indicator] {
        try document(kind: "indicators", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [Indicator] in
            try fields.require("indicators").distinct { value throws(YAMLFault) in try value.indicator() }
        }
    }

    private func indicator() throws(YAMLFault) -> Indicator {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Indicator in
            Indicator(
                number: try fields.require("number").indicatorNumber(),
                direction: try fields.require("direction").integer(in: 1...7),
                name: try fields.require("name").localName(),
                unit: try fields.require("unit").unit(),
                part6: try fields.require("part6").series(),
                plan: try fields.require("plan").series(),
                better: try fields.require("better").oneOf(Indicator.Better.self),
                betterIsInferred: try fields.require("better_is_inferred").bool(),
                responsible: try fields.require("responsible").responsible(of: nil),
                sources: try fields.require("sources").texts().map { AgencyKey($0) })
        }
    }

    private func unit() throws(YAMLFault) -> Indicator.Unit {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Indicator.Unit in
            Indicator.Unit(
                name: LocalName(
                    kk: try fields.require("kk").text(),
                    ru: try fields.require("ru").text(),
                    en: try fields.require("en").text()),
                code: try fields.require("code").oneOf(Indicator.Unit.Code.self))
        }
    }

    /// The content of `indicator-prints.yaml`.
    func indicatorPrints() throws(YAMLFault) -> [IndicatorPrint] {
        try document(kind: "indicator-prints", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [IndicatorPrint] in
            try fields.require("indicators").list { value throws(YAMLFault) in try value.indicatorPrint() }
        }
    }

    private func indicatorPrint() throws(YAMLFault) -> IndicatorPrint {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> IndicatorPrint in
            IndicatorPrint(
                number: try fields.require("number").indicatorNumber(),
                planNameKk: try fields.text("plan_name_kk"),
                sourceText: try fields.require("source_text").text(),
                responsibleText: try fields.require("responsible_text").text(),
                valuesPrinted: try fields.require("values_printed").textsByYear(),
                planLine: try fields.require("plan_line").text(),
                reason: try fields.require("reason").text(),
                note: try fields.text("note"))
        }
    }

    private func textsByYear() throws(YAMLFault) -> [Int: String] {
        var texts: [Int: String] = [:]
        for pair in try pairs() {
            guard let year = Int(pair.key) else { throw pair.value.fault(.unknownKey(pair.key)) }
            texts[year] = try pair.value.text()
        }
        return texts
    }
}
