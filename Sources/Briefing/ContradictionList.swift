import Foundation
import Language
import Reference
import Situation
import Wording

/// Figures that contradict one another, as text and as JSON for scripts.
public struct ContradictionList: Sendable {
    /// One case: on record, or only found.
    public struct Item: Sendable {
        public let id: ContradictionID
        public let finding: ContradictionEvent.Finding
        /// `nil` for a case that was found but is not on record.
        public let record: ContradictionRecord?

        public init(
            id: ContradictionID, finding: ContradictionEvent.Finding, record: ContradictionRecord? = nil
        ) {
            self.id = id
            self.finding = finding
            self.record = record
        }

        /// Where the case stands, by the name that catalogs (`watch.desk.state`) and JSON use.
        var state: String {
            guard let record else { return "unrecorded" }
            if record.hasLapsed { return "lapsed" }
            return switch record.settlement {
            case nil: "open"
            case .ask: "asked"
            case .prefer: "prefer"
            case .bothStand: "both-stand"
            }
        }
    }

    public let items: [Item]
    public let journal: JournalIdentity

    public init(_ items: [Item], journal: JournalIdentity) {
        self.items = items
        self.journal = journal
    }

    // MARK: Text

    /// The list, a line an element. One drawn from an exercise begins and ends with its mark.
    public func lines(reference: Reference, catalog: Catalog) -> [String] {
        let speech = Speech(catalog)
        let names = Names(reference: reference, language: catalog.language)
        let word = speech("program.exercise")
        let frame =
            journal.nature == .exercise
            ? ["*** \(word) · \(journal.scenario ?? journal.id) · \(word) ***"] : []
        guard !items.isEmpty else { return frame + [speech("watch.desk.none")] + frame }
        let head = speech("watch.desk.title", ["count": .number(items.count)])
        return frame + [head] + items.flatMap { [""] + lines($0, speech, names) } + frame
    }

    private func lines(_ item: Item, _ speech: Speech, _ names: Names) -> [String] {
        let finding = item.finding
        let rule = "watch.rule.\(finding.rule)"
        var lines = [
            "\(speech("watch.desk.state.\(item.state)")) · \(names.place(finding.subject)) · \(speech("\(rule).name"))"
                + " · \(item.id)",
            "  " + speech("\(rule).\(finding.variant)"),
        ]
        let sides =
            [("first", finding.first), ("second", finding.second)]
            + [("third", finding.third)].compactMap {
                side in side.1.map { (side.0, $0) }
            }
        for (name, figure) in sides {
            lines.append(
                "  " + speech("watch.desk.\(name)", ["figure": .text(words(figure, of: finding, speech))]))
        }
        let unit = speech("watch.desk.unit.\(finding.unit.rawValue)")
        lines.append(
            "  " + speech("watch.desk.gap", ["gap": .text(speech.decimal(finding.gap)), "unit": .text(unit)]))
        if let likely = finding.likely {
            let value = likely == finding.first.entry ? finding.first.value : finding.second.value
            lines.append(
                "  "
                    + speech(
                        "watch.desk.likely",
                        ["value": .text(speech.decimal(value)), "entry": .text(likely.description)]))
        }
        if let settled = item.record?.settled {
            lines.append(
                "  "
                    + speech(
                        "watch.desk.settled",
                        [
                            "how": .text(speech("watch.desk.state.\(item.state)")),
                            "person": .text(settled.by.person.rawValue),
                            "moment": .text(speech.moment(settled.at)), "reason": .text(settled.reason),
                        ]))
        }
        return lines
    }

    private func words(
        _ figure: ContradictionEvent.Figure, of finding: ContradictionEvent.Finding, _ speech: Speech
    ) -> String {
        let value =
            finding.unit == .persons
            ? speech(
                "words.precision.\(figure.precision.rawValue)",
                ["count": .number(Int(figure.value.rounded()))])
            : speech.decimal(figure.value)
        var parts = [value]
        if figure.nature != .stated { parts.append(speech("watch.desk.nature.\(figure.nature.rawValue)")) }
        if let from = figure.from, let to = figure.to {
            parts.append(speech.about(Period(from: from, to: to).map(About.period) ?? .moment(to)))
        }
        return (parts + [figure.source.rawValue, figure.entry.description]).joined(separator: " · ")
    }

    // MARK: JSON

    /// The list as JSON, keys in order; keys are only ever added.
    ///
    /// - Throws: `EncodingError` for a number JSON cannot say.
    public func json() throws -> String {
        let document = Document(
            exercise: journal.nature == .exercise, journal: journal.id,
            contradictions: items.map(Document.Case.init))
        return try JSONText.of(document)
    }

    private struct Document: Encodable {
        let kind = "contradictions"
        let version = 1
        let exercise: Bool
        let journal: String
        let contradictions: [Case]

        struct Case: Encodable {
            let id: String
            let state: String
            let rule: String
            let variant: String
            let subject: String
            let first: Side
            let second: Side
            let third: Side?
            let gap: Double
            let unit: String
            let likely: String?
            let raised: String?
            let settledBy: String?
            let settledAt: String?
            let reason: String?

            init(_ item: Item) {
                id = item.id.rawValue
                state = item.state
                rule = item.finding.rule
                variant = item.finding.variant
                subject = item.finding.subject
                first = Side(item.finding.first)
                second = Side(item.finding.second)
                third = item.finding.third.map(Side.init)
                gap = item.finding.gap
                unit = item.finding.unit.rawValue
                likely = item.finding.likely?.description
                raised = item.record?.raised.iso8601
                settledBy = item.record?.settled?.by.person.rawValue
                settledAt = item.record?.settled?.at.iso8601
                reason = item.record?.settled?.reason
            }
        }

        struct Side: Encodable {
            let value: Double
            let precision: String
            let nature: String
            let entry: String
            let source: String
            let from: String?
            let to: String?

            init(_ figure: ContradictionEvent.Figure) {
                value = figure.value
                precision = figure.precision.rawValue
                nature = figure.nature.rawValue
                entry = figure.entry.description
                source = figure.source.rawValue
                from = figure.from?.iso8601
                to = figure.to?.iso8601
            }
        }
    }
}
