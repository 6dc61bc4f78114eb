import Language
import Planning
import Readiness
import Reference
import Simulation
import Situation
import Wording

/// A table of readiness as plain text: what `ahual readiness` prints.
public struct ReadinessText {
    let speech: Speech
    let names: Names
    let policy: PolicyTables?
    let ensemble: EnsembleWords
    /// What people call the scenarios; one that is missing is called by its id.
    let scenarios: [String: PlanText]

    /// - Parameter policy: the agencies' names; their keys stand in for them.
    public init(
        reference: Reference, policy: PolicyTables?, catalog: Catalog, scenarios: [String: PlanText]
    ) {
        speech = Speech(catalog)
        names = Names(reference: reference, language: catalog.language)
        self.policy = policy
        ensemble = EnsembleWords(speech: speech, names: names)
        self.scenarios = scenarios
    }

    /// The whole table, a line an element.
    ///
    /// - Parameter isWhole: with the rows that hold; else they are only counted.
    public func lines(_ table: ReadinessTable, isWhole: Bool = false) -> [String] {
        let head = [
            "\(speech("program.name")) · \(say("title"))",
            say("made", ["time": .text(Instant(iso8601: table.made).map(speech.moment) ?? table.made)]),
            say("note.simulated"), say("note.illustrative"), source(table.inputs),
        ]
        let parts = table.scenarios.map { lines($0, in: table, isWhole: isWhole) }
        let foot = [say("legend"), "", say("assumptions.heading")] + assumptions
        let mark = table.inputs.journal?.isExercise == true ? ["*** \(speech("program.exercise")) ***"] : []
        return mark + head + parts.flatMap { [""] + $0 } + [""] + foot + mark
    }

    func say(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> String {
        speech("readiness.\(key)", arguments)
    }

    private func source(_ inputs: ReadinessTable.Inputs) -> String {
        guard let journal = inputs.journal else { return say("note.no-journal") }
        return say(
            "note.journal",
            [
                "journal": .text(journal.id), "count": .number(journal.entries), "hash": .text(journal.head),
            ])
    }

    private var assumptions: [String] {
        ["decisions", "reserves", "lanes", "beds", "desks", "buses", "services", "agency", "not-counted"].map
        {
            "  · " + say("assumptions.\($0)")
        }
    }
}

// MARK: - A scenario

extension ReadinessText {
    private func lines(
        _ scenario: ReadinessTable.Scenario, in table: ReadinessTable, isWhole: Bool
    ) -> [String] {
        let rows = table.rows(of: scenario.id)
        let shown = isWhole ? rows : rows.filter { !$0.holds }
        var text = TextTable([.left, .left, .left, .right, .right, .left, .right, .left, .right, .left])
        text.add(
            [
                "agency", "place", "resource", "there-is", "reserve", "as-it-stands", "missing",
                "with-reserves", "missing", "basis",
            ].map { say("column.\($0)") })
        for row in shown { text.add(cells(row)) }
        return [
            say(
                "heading.scenario",
                [
                    "name": .text(name(scenario.id)), "id": .text(scenario.id),
                    "span": .text(speech.span(.minutes(Int(scenario.hours * 60)))),
                ]), basis(scenario),
            first(table, scenario.id, \.asItStands, "first.as-it-stands"),
            first(table, scenario.id, \.withReserves, "first.with-reserves"),
        ] + (shown.isEmpty ? [] : text.lines) + (isWhole ? [] : holding(rows))
    }

    private func basis(_ scenario: ReadinessTable.Scenario) -> String {
        ensemble(
            scenario.replications == scenario.replicationsAsked ? "basis.whole" : "basis.part",
            [
                "count": .number(scenario.replications), "asked": .number(scenario.replicationsAsked),
                "seed": .text(scenario.seed),
            ])
    }

    private func first(
        _ table: ReadinessTable, _ scenario: String, _ side: KeyPath<ReadinessRow, ReadinessOutcome>,
        _ key: String
    ) -> String {
        guard let row = table.firstToGiveOut(in: scenario, side) else { return say("\(key).nothing") }
        return say(
            "\(key).row",
            [
                "resource": .text(resource(row)), "place": .text(place(row, row[keyPath: side])),
                "agency": .text(names.agency(row.agency, policy)),
                "after": .text(range(row[keyPath: side].hours)),
            ])
    }

    /// Of each resource, in how many places nothing is short.
    private func holding(_ rows: [ReadinessRow]) -> [String] {
        ReadinessRow.Resource.allCases.compactMap { resource in
            let own = rows.filter { $0.resource == resource }
            let held = own.filter(\.holds)
            guard let row = held.first else { return nil }
            return "  "
                + say(
                    "holds",
                    [
                        "resource": .text(self.resource(row)), "count": .number(held.count),
                        "all": .number(own.count),
                    ])
        }
    }

    private func cells(_ row: ReadinessRow) -> [String] {
        [
            names.agency(row.agency, policy), place(row, row.asItStands), resource(row), capacity(row),
            amount(row.reserve), state(row.asItStands), amount(row.asItStands.missing),
            state(row.withReserves), amount(row.withReserves.missing), basis(row),
        ]
    }
}

// MARK: - Words

extension ReadinessText {
    func name(_ scenario: String) -> String { scenarios[scenario].map { names.text($0) } ?? scenario }

    func resource(_ row: ReadinessRow) -> String { say("resource.\(row.resource.rawValue)") }

    /// The place, and the shelter in which a service is short first.
    func place(_ row: ReadinessRow, _ outcome: ReadinessOutcome) -> String {
        let name = names.place(row.place)
        return outcome.first.map { "\(name): \(names.shelter($0))" } ?? name
    }

    func amount(_ value: Double?) -> String {
        speech.number(value.map { Int(min(max($0.rounded(.up), -1e15), 1e15)) })
    }

    /// An illustrative figure carries its mark.
    private func capacity(_ row: ReadinessRow) -> String {
        guard row.capacity != nil else { return Speech.none }
        let isMarked = row.basis.contains { $0.kind == .illustrative || $0.kind == .scenario }
        return (isMarked ? Speech.illustrativeMark : "") + amount(row.capacity)
    }

    func range(_ hours: ReadinessOutcome.Range?) -> String {
        guard let hours else { return Speech.none }
        let middle = ensemble.hours(hours.p50)
        let (low, high) = (ensemble.hours(hours.p10), ensemble.hours(hours.p90))
        return low == high ? middle : "\(middle) (\(low)–\(high))"
    }

    func state(_ outcome: ReadinessOutcome) -> String {
        say(
            "state.\(outcome.state == .givesOut && outcome.share == 1 ? "always" : outcome.state.key)",
            ["after": .text(range(outcome.hours)), "share": .text(speech.percent(outcome.share))])
    }

    private func basis(_ row: ReadinessRow) -> String {
        guard !row.basis.isEmpty else { return Speech.none }
        return row.basis.map { basis in
            let time = basis.at.flatMap { Instant(iso8601: $0) }.map { speech.brief($0, now: nil) } ?? ""
            return say("basis.\(basis.kind.rawValue)", ["time": .text(time)])
        }.joined(separator: ", ")
    }
}

extension ReadinessRow {
    /// Nothing gives out or is short, on either side.
    var holds: Bool { asItStands.state == .holds && withReserves.state == .holds }
}

extension ReadinessOutcome.State {
    fileprivate var key: String { self == .mayGiveOut ? "may" : self == .givesOut ? "gives-out" : rawValue }
}
