import Situation

/// Findings as they are made, each with its line.
struct FindingNotes: PlanNotes {
    let source: PlanSource
    private(set) var findings: [PlaybookFinding] = []

    init(source: PlanSource) { self.source = source }

    /// What was found, by line.
    var inOrder: [PlaybookFinding] { findings.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) } }

    mutating func add(_ problem: PlaybookFinding.Problem, at key: String) {
        findings.append(
            PlaybookFinding(file: source.file, line: source.line(of: key), key: key, problem: problem))
    }
}

/// The names of the world around plan files: agencies and metrics.
struct PlanNames: Sendable {
    let agencies: Set<AgencyKey>
    let metrics: Set<String>

    func check(_ keys: [AgencyKey], at key: String, _ notes: inout FindingNotes) {
        for (index, agency) in keys.enumerated() { check(agency: agency, at: "\(key)[\(index)]", &notes) }
    }

    func check(agency: AgencyKey, at key: String, _ notes: inout FindingNotes) {
        if !agencies.contains(agency) { notes.add(.unknownAgency(agency), at: key) }
    }

    func check(metric: String, at key: String, _ notes: inout FindingNotes) {
        if !metrics.contains(metric) { notes.add(.unknownMetric(metric), at: key) }
    }
}
