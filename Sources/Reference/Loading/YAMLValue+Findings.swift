import Situation
import StrictYAML

// Readers of discrepancies.yaml and facts.yaml.

extension YAMLValue {
    /// The content of `discrepancies.yaml`.
    func discrepancies() throws(YAMLFault) -> [Discrepancy] {
        try document(kind: "discrepancies", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [Discrepancy] in
            try fields.require("discrepancies").distinct { value throws(YAMLFault) in try value.discrepancy()
            }
        }
    }

    private func discrepancy() throws(YAMLFault) -> Discrepancy {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Discrepancy in
            Discrepancy(
                id: try fields.require("id").text(),
                kind: try fields.require("kind").oneOf(Discrepancy.Kind.self),
                severity: try fields.require("severity").oneOf(Discrepancy.Severity.self),
                indicator: try fields.take("indicator")?.indicatorNumber(),
                direction: try fields.take("direction")?.integer(in: 1...7),
                measures: try fields.take("measures")?.list { value throws(YAMLFault) in
                    try value.measureNumber()
                } ?? [],
                text: try fields.require("en").text(),
                reading: try fields.text("reading"),
                series: try Self.conflictingSeries(&fields),
                places: try fields.require("places").list { value throws(YAMLFault) in
                    try value.printedPlace()
                })
        }
    }

    private static func conflictingSeries(
        _ fields: inout YAMLFields
    ) throws(YAMLFault) -> Discrepancy.Series? {
        guard let part6 = fields.take("part6") else { return nil }
        return Discrepancy.Series(part6: try part6.series(), plan: try fields.require("plan").series())
    }

    private func printedPlace() throws(YAMLFault) -> Discrepancy.Place {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Discrepancy.Place in
            Discrepancy.Place(
                location: try fields.require("where").text(), quoteKk: try fields.require("quote_kk").text())
        }
    }

    /// The content of `facts.yaml`.
    func facts() throws(YAMLFault) -> [DecreeFact] {
        try document(kind: "facts", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [DecreeFact] in
            try fields.require("facts").distinct { value throws(YAMLFault) in try value.decreeFact() }
        }
    }

    private func decreeFact() throws(YAMLFault) -> DecreeFact {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> DecreeFact in
            DecreeFact(
                id: try fields.require("id").text(),
                topic: try fields.require("topic").text(),
                value: try fields.require("value").factValue(),
                unit: try fields.require("unit").text(),
                when: try fields.require("when").text(),
                ru: try fields.require("ru").text(),
                en: try fields.require("en").text(),
                place: try fields.require("place").factPlace(),
                quoteKk: try fields.require("quote_kk").text(),
                note: try fields.text("note"))
        }
    }

    private func factValue() throws(YAMLFault) -> DecreeFact.Value {
        if let number = try? number() { return .number(number) }
        if let text = try? text() { return .text(text) }
        if (try? list()) != nil {
            return .numbers(try list { value throws(YAMLFault) in try value.number() })
        }
        var values: [DecreeFact.NamedValue] = []
        for pair in try pairs() {
            values.append(
                DecreeFact.NamedValue(
                    name: pair.key, number: try? pair.value.number(), printed: try pair.value.text()))
        }
        return .named(values)
    }

    private func factPlace() throws(YAMLFault) -> DecreeFact.Place {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> DecreeFact.Place in
            DecreeFact.Place(
                part: try fields.require("part").text(),
                chapter: try fields.take("chapter")?.integer(in: 1...99),
                paragraph: try fields.take("paragraph")?.integer(in: 1...99),
                measure: try fields.take("measure")?.integer(in: 1...73))
        }
    }
}
