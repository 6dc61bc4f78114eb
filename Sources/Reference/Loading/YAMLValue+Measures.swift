import Situation
import StrictYAML

// Readers of measures.yaml and directions.yaml.

extension YAMLValue {
    /// The content of `measures.yaml`.
    func measures(_ agencies: Set<AgencyKey>) throws(YAMLFault) -> [Measure] {
        try document(kind: "measures", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [Measure] in
            try fields.require("measures").distinct { value throws(YAMLFault) in try value.measure(agencies) }
        }
    }

    private func measure(_ agencies: Set<AgencyKey>) throws(YAMLFault) -> Measure {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Measure in
            Measure(
                number: try fields.require("number").measureNumber(),
                direction: try fields.require("direction").integer(in: 1...7),
                indicators: try fields.require("indicators").list { value throws(YAMLFault) in
                    try value.indicatorNumber()
                },
                name: try fields.require("name").localName(),
                completion: try fields.require("completion_form").completionForm(),
                deadlineText: try fields.require("deadline_text").text(),
                deadline: try fields.require("deadline").deadline(),
                responsibleText: try fields.require("responsible_text").text(),
                responsible: try fields.require("responsible").responsible(of: agencies),
                funding: try fields.require("funding").funding(),
                note: try fields.text("note"))
        }
    }

    private func completionForm() throws(YAMLFault) -> Measure.CompletionForm {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Measure.CompletionForm in
            Measure.CompletionForm(
                name: LocalName(
                    kk: try fields.require("kk").text(),
                    ru: try fields.require("ru").text(),
                    en: try fields.require("en").text()),
                kind: try fields.require("kind").oneOf(Measure.CompletionForm.Kind.self))
        }
    }

    private func funding() throws(YAMLFault) -> Measure.Funding {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Measure.Funding in
            Measure.Funding(
                volumeText: try fields.require("volume_text").text(),
                volume: try fields.require("volume").oneOf(Measure.Funding.Volume.self),
                sourceText: try fields.text("source_text"),
                sources: try fields.take("source")?.list { value throws(YAMLFault) in
                    try value.oneOf(Measure.Funding.Source.self)
                } ?? [])
        }
    }

    /// The content of `directions.yaml`.
    func directions() throws(YAMLFault) -> [PolicyDirection] {
        try document(kind: "directions", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [PolicyDirection] in
            try fields.require("directions").distinct { value throws(YAMLFault) in try value.direction() }
        }
    }

    private func direction() throws(YAMLFault) -> PolicyDirection {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PolicyDirection in
            PolicyDirection(
                number: try fields.require("number").integer(in: 1...7),
                name: try fields.require("name").localName(),
                part5Heading: try fields.take("part5_heading")?.part5Heading(),
                measures: try fields.require("measures").span(in: 1...73),
                blocks: try fields.require("blocks").list { value throws(YAMLFault) in try value.block() })
        }
    }

    private func part5Heading() throws(YAMLFault) -> PolicyDirection.Part5Heading {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PolicyDirection.Part5Heading in
            PolicyDirection.Part5Heading(
                kk: try fields.require("kk").text(), en: try fields.require("en").text())
        }
    }

    private func block() throws(YAMLFault) -> PolicyDirection.Block {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PolicyDirection.Block in
            PolicyDirection.Block(
                indicator: try fields.require("indicator").indicatorNumber(),
                measures: try fields.require("measures").span(in: 1...73))
        }
    }
}
