import Reference
import Situation

// What is more often told by telephone than fed: health, resources, incidents.

extension RowReader {
    mutating func healthReport(_ row: FeedRow) throws(RowFault) -> HealthReport {
        let report = HealthReport(
            place: try place(row), cases: try cases(row),
            deaths: try row.count(.deaths).map(Persons.init),
            underFiveDeaths: try row.count(.underFiveDeaths).map(Persons.init),
            consultations: try row.count(.consultations))
        if report == HealthReport(place: report.place) {
            throw RowFault(line: row.line, column: nil, problem: .nothingSaid)
        }
        if let all = report.deaths, let small = report.underFiveDeaths, small > all {
            throw row.fault(.underFiveDeaths, .outOfRange(String(small.count), 0...all.count))
        }
        return report
    }

    func resourceReport(_ row: FeedRow) throws(RowFault) -> ResourceReport {
        // As playbooks name reserves: in small letters.
        let kind = try row.required(.kind).lowercased()
        guard let region = try region(row, required: true) else { throw row.fault(.region, .missing) }
        let count = try row.requiredCount(.count)
        return ResourceReport(
            kind: kind, region: region, count: count, committed: try row.count(.committed, in: 0...count))
    }

    mutating func incident(_ row: FeedRow) throws(RowFault) -> Incident {
        Incident(
            place: try place(row), kind: try row.requiredWord(.kind, Incident.Kind.self),
            persons: try row.count(.persons).map(Persons.init), text: try row.required(.text))
    }

    /// Cases by disease: `measles=2;cholera=1`, with `;` or `,` between them.
    private func cases(_ row: FeedRow) throws(RowFault) -> [String: Int] {
        guard let text = try row.text(.cases) else { return [:] }
        var cases: [String: Int] = [:]
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            let disease = sides.first.map { $0.trimmed.lowercased() } ?? ""
            guard sides.count == 2, !disease.isEmpty, let count = Int(sides[1].trimmed),
                FeedRow.countRange.contains(count), cases.updateValue(count, forKey: disease) == nil
            else { throw row.fault(.cases, .notCases(text)) }
        }
        guard !cases.isEmpty else { throw row.fault(.cases, .notCases(text)) }
        return cases
    }

    /// A post, a shelter, a region or a border section by any of its names.
    private mutating func place(_ row: FeedRow) throws(RowFault) -> String {
        let name = try row.required(.place)
        if reportedFacilities.contains(ShelterID(name)) { return name }
        // The id of one thing may be the name of another: an id says which is meant.
        if reference.checkpoint(CheckpointID(name)) != nil || reference.shelter(ShelterID(name)) != nil {
            return name
        }
        let found =
            reference.checkpoint(named: name).texts + reference.shelter(named: name).texts
            + reference.region(named: name).texts + reference.section(named: name).texts
        guard let only = found.first else { throw row.fault(.place, .unknownName(name)) }
        guard found.count == 1 else { throw row.fault(.place, .ambiguousName(name, found)) }
        return only
    }
}

extension NameMatch where ID: Identifier {
    /// All ids that are meant.
    fileprivate var texts: [String] {
        switch self {
        case .one(let id): [id.rawValue]
        case .ambiguous(let ids): ids.map(\.rawValue)
        case .none: []
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
