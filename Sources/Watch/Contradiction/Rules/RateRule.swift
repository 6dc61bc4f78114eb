import Situation

/// *More served than the open lanes can pass.*
///
/// Persons counted in a period of at least half an hour (all means together, without those on foot where the means are
/// told apart) against lanes × persons a lane passes in an hour × hours × a generous factor. The lanes are the most
/// that any report or state speaks of in the period or last before it, else all lanes of the post, and never less than one.
/// The factor is 4 where lanes or rate are planning values that no source gives, which the case then says, and 2.5
/// where both are known.
struct RateRule {
    /// What is known of the post beyond its reports.
    struct Capacity {
        let lanes: Figure<Lanes>
        let personsPerLaneHour: Figure<Persons>
    }

    let subject: String

    static let illustrativeFactor = 4.0
    static let knownFactor = 2.5

    func examine(
        _ ledger: FlowLedger, _ states: Timeline<CheckpointState>, _ capacity: Capacity,
        into book: inout Casebook
    ) {
        let reports = (ledger.statements + ledger.longStatements).filter { $0.body.category == nil }
        let byTime = Dictionary(grouping: reports) { ClaimTime(from: $0.about.start, to: $0.about.end) }
        for (time, reports) in byTime where time.to - time.from >= .minutes(30) {
            examine(reports, time, Self.lanes(time, reports, states) , capacity, into: &book)
        }
    }

    private func examine(
        _ reports: [Statement<CheckpointReport>], _ time: ClaimTime, _ stated: Lanes?, _ capacity: Capacity,
        into book: inout Casebook
    ) {
        // Two sources of one number are no more persons: of each means of travel the lowest.
        let byMode = Dictionary(grouping: reports, by: \.body.mode).compactMapValues { reports in
            reports.map(\.body.persons.count).min()
        }
        let told = byMode.filter { $0.key != .all && $0.key != .foot }.values.reduce(0, +)
        let persons = Double(told > 0 ? told : byMode[.all] ?? 0)
        guard let report = reports.last, let direction = reports.first?.body.direction else { return }
        let isIllustrative =
            capacity.personsPerLaneHour.isIllustrative || (stated == nil && capacity.lanes.isIllustrative)
        let factor = isIllustrative ? Self.illustrativeFactor : Self.knownFactor
        let lanes = Double(max((stated ?? capacity.lanes.value).count, 1))
        let rate = Double(capacity.personsPerLaneHour.value.count)
        let most = (lanes * rate * (time.to - time.from).inHours * factor).rounded()
        let key = CaseKey(.rate, subject, direction.rawValue, time.from.key, time.to.key)
        guard rate > 0, persons > most else {
            book.agree(key)
            return
        }
        let finding = ContradictionEvent.Finding(
            rule: ContradictionRule.rate.rawValue, variant: "lanes", subject: subject,
            first: report.figure(persons, nature: told > 0 ? .sum : .stated),
            second: report.figure(most, nature: isIllustrative ? .illustrative : .computed),
            gap: persons - most)
        book.raise(
            FoundCase(
                id: key.id, rule: .rate, finding: finding, rests: Set(reports.map(\.provenance.entry))))
    }

    private static func lanes(
        _ time: ClaimTime, _ reports: [Statement<CheckpointReport>], _ states: Timeline<CheckpointState>
    ) -> Lanes? {
        let isOut = reports.first?.body.direction == .out
        func stated(_ state: CheckpointState) -> Lanes? { isOut ? state.lanesOut : state.lanesIn }
        var before: Lanes?
        var within: [Lanes] = []
        for statement in states.statements {
            guard let lanes = stated(statement.body), statement.at < time.to else { continue }
            if statement.at <= time.from { before = lanes } else { within.append(lanes) }
        }
        return (within + [before].compactMap(\.self) + reports.compactMap(\.body.lanesOpen)).max()
    }
}
