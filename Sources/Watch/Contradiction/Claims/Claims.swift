import Situation

/// Reads the claims out of what a picture keeps of one place.
enum Claims {
    static func of(_ ledger: FlowLedger) -> [Claim] {
        (ledger.statements + ledger.longStatements).map { statement in
            let report = statement.body
            return Claim(
                .crossings(report.direction, report.mode, Category(report.category)), about: statement.about,
                value: Double(report.persons.count), provenance: statement.provenance)
        }
    }

    static func of(_ totals: Timeline<StatedTotal>) -> [Claim] {
        totals.statements.map { statement in
            let total = statement.body
            return Claim(
                .crossings(total.direction, total.mode, Category(total.category)), about: statement.about,
                value: Double(total.persons.count), precision: total.precision,
                provenance: statement.provenance)
        }
    }

    static func of(_ reports: Timeline<ShelterReport>) -> [Claim] {
        reports.statements.map {
            Claim(
                .occupied, about: $0.about, value: Double($0.body.occupied.count), provenance: $0.provenance)
        }
    }

    static func of(_ reports: Timeline<ResourceReport>) -> [Claim] {
        reports.statements.map {
            Claim(.count, about: $0.about, value: Double($0.body.count), provenance: $0.provenance)
        }
    }

    static func of(_ values: Timeline<IndicatorValue>) -> [Claim] {
        values.statements.map {
            Claim(
                .indicator($0.body.region), about: .period($0.body.period.period), value: $0.body.value,
                provenance: $0.provenance)
        }
    }
}

extension [Claim] {
    /// Without the entries an officer passed over.
    func without(_ entries: Set<EntryID>) -> [Claim] {
        entries.isEmpty ? self : filter { !entries.contains($0.provenance.entry) }
    }
}
