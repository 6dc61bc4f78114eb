import Situation
import StrictYAML

// Readers of indicator-semantics.yaml and sources.yaml.

extension YAMLValue {
    /// The content of `indicator-semantics.yaml`.
    func indicatorSemantics() throws(YAMLFault) -> [IndicatorSemantics] {
        try document(kind: "indicator-semantics", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [IndicatorSemantics] in
            try fields.require("indicators").distinct { value throws(YAMLFault) in try value.semantics() }
        }
    }

    private func semantics() throws(YAMLFault) -> IndicatorSemantics {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> IndicatorSemantics in
            IndicatorSemantics(
                number: try fields.require("number").indicatorNumber(),
                measure: try fields.require("measure").oneOf(IndicatorSemantics.Measure.self),
                onlyGrows: try fields.take("only_grows")?.bool() ?? false,
                bounds: try fields.take("bounds")?.span(in: -1_000_000...1_000_000).doubles,
                basis: try fields.require("basis").oneOf(IndicatorSemantics.Basis.self),
                reason: try fields.require("reason").localName())
        }
    }

    /// The content of `sources.yaml`.
    func sourceSystems(_ agencies: Set<AgencyKey>) throws(YAMLFault) -> [SourceSystem] {
        try document(kind: "sources", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [SourceSystem] in
            try fields.require("sources").distinct { value throws(YAMLFault) in
                try value.sourceSystem(agencies)
            }
        }
    }

    private func sourceSystem(_ agencies: Set<AgencyKey>) throws(YAMLFault) -> SourceSystem {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> SourceSystem in
            SourceSystem(
                id: SourceID(try fields.require("id").text()),
                name: try fields.require("name").localName(),
                holds: try fields.require("holds").localName(),
                owner: try fields.take("owner")?.agency(of: agencies),
                rhythm: try fields.take("rhythm")?.localName(),
                aliases: try fields.texts("aliases"),
                measures: try fields.values("measures").map { value throws(YAMLFault) in
                    try value.measureNumber()
                },
                indicators: try fields.values("indicators").map { value throws(YAMLFault) in
                    try value.indicatorNumber()
                },
                reference: try fields.text("reference"),
                quoteKk: try fields.text("quote_kk"),
                note: try fields.text("note"))
        }
    }
}

extension ClosedRange<Int> {
    fileprivate var doubles: ClosedRange<Double> { Double(lowerBound)...Double(upperBound) }
}
