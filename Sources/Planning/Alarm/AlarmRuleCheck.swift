import Situation

/// What can be said about alarm rules only from the whole of them, or from the world around them: metrics, agencies,
/// standards and playbook steps exist, scopes fit, hysteresis lies on the right side, names are given once, and every text
/// is there in all three languages.
public struct AlarmRuleCheck: Sendable {
    private let surroundings: Surroundings

    /// The names rules may use.
    public struct Surroundings: Sendable {
        /// The keys of the decree's agencies.
        public var agencies: Set<AgencyKey>
        /// The tasks of each playbook.
        public var playbooks: [PlaybookID: Set<PlaybookTask.ID>]
        /// The figures of the service standards: by the standard, its phases.
        public var standards: [String: Set<AlarmLimit.StandardPhase>]
        /// The identifiers of each kind of place.
        public var places: [Metric.Scope: Set<String>]
        /// Rules of other files, which may keep one of this file quiet.
        public var rules: Set<AlarmRuleID>

        public init(
            agencies: Set<AgencyKey>, playbooks: [Playbook],
            standards: [String: Set<AlarmLimit.StandardPhase>], places: [Metric.Scope: Set<String>],
            rules: Set<AlarmRuleID> = []
        ) {
            self.agencies = agencies
            self.playbooks = Dictionary(
                playbooks.map { ($0.id, Set($0.tasks.map(\.id))) }, uniquingKeysWith: { $0.union($1) })
            self.standards = standards
            self.places = places
            self.rules = rules
        }
    }

    public init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Everything found in `file`, by line. For files without a fault of form: of others rules were left out, and the
    /// keys would name the wrong ones.
    public func findings(in file: AlarmRuleFile) -> [AlarmRuleFinding] {
        var notes = AlarmFindingNotes(source: file.source)
        if file.rules.isEmpty { notes.add(.empty, at: "rules") }
        let ids = surroundings.rules.union(file.rules.map(\.id))
        var seen: Set<AlarmRuleID> = []
        for (index, rule) in file.rules.enumerated() {
            let key = "rules[\(index)]"
            if !seen.insert(rule.id).inserted { notes.add(.repeated(rule.id.rawValue), at: "\(key).id") }
            checkWords(of: rule, at: key, &notes)
            checkNames(of: rule, ids, at: key, &notes)
            checkTest(of: rule, at: key, &notes)
            checkValues(of: rule, at: key, &notes)
        }
        return notes.findings.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
    }

    private func checkWords(of rule: AlarmRule, at key: String, _ notes: inout AlarmFindingNotes) {
        notes.languages(of: rule.name, at: "\(key).name")
        notes.languages(of: rule.cause.text, at: "\(key).cause.text")
        notes.languages(of: rule.consequence, at: "\(key).consequence")
        notes.languages(of: rule.nextStep.text, at: "\(key).next_step.text")
    }

    private func checkNames(
        of rule: AlarmRule, _ ids: Set<AlarmRuleID>, at key: String, _ notes: inout AlarmFindingNotes
    ) {
        // The journal writes an alarm as `rule/subject`.
        if rule.id.rawValue.isEmpty || rule.id.rawValue.contains("/") {
            notes.add(.badName(rule.id.rawValue), at: "\(key).id")
        }
        if rule.cause.key.isEmpty || rule.cause.key.contains("/") {
            notes.add(.badName(rule.cause.key), at: "\(key).cause.key")
        }
        if !surroundings.agencies.contains(rule.owner) {
            notes.add(.unknownAgency(rule.owner), at: "\(key).owner")
        }
        if let step = rule.nextStep.step, surroundings.playbooks[step.playbook]?.contains(step.task) != true {
            notes.add(.unknownStep(step.description), at: "\(key).next_step.playbook")
        }
        for (index, suppression) in rule.suppressions.enumerated() {
            switch suppression {
            case .alarm(let other) where !ids.contains(other) || other == rule.id:
                notes.add(.unknownRule(other), at: "\(key).suppressed_when[\(index)].alarm")
            case .post where rule.subjects != .post && !rule.hasUnknownMetric:
                notes.add(.scopeMismatch, at: "\(key).suppressed_when[\(index)].post")
            default: break
            }
        }
    }

    private func checkTest(of rule: AlarmRule, at key: String, _ notes: inout AlarmFindingNotes) {
        switch rule.test {
        case .metric(let name, let scope, let comparison, let limit):
            guard let metric = Metric(rawValue: name) else {
                notes.add(.unknownMetric(name), at: "\(key).when.metric")
                return
            }
            check(scope, of: metric.scope, at: "\(key).when.scope", &notes)
            if case .standard(let id, let phase) = limit,
                surroundings.standards[id]?.contains(phase) != true
            {
                notes.add(.unknownStandard(id), at: "\(key).when.value")
            }
            if let value = rule.returning.value, case .value(let limit) = limit,
                comparison.holds(value, against: limit)
            {
                notes.add(.returnsInside, at: "\(key).returns.at")
            }
        case .closure(_, let scope): check(scope, of: .post, at: "\(key).when.scope", &notes)
        case .silence, .ownHistory, .influx, .clock:
            if rule.returning.value != nil { notes.add(.noValue, at: "\(key).returns.at") }
        }
        if case .ownHistory(let test) = rule.test, let above = test.above, let below = test.below,
            below >= above
        {
            notes.add(.returnsInside, at: "\(key).when.below")
        }
    }

    private func check(
        _ scope: PlanScope, of kind: Metric.Scope, at key: String, _ notes: inout AlarmFindingNotes
    ) {
        switch scope {
        case .any: break
        case .affected: notes.add(.scopeMismatch, at: key)
        case .one(let id):
            if let known = surroundings.places[kind], !known.contains(id) {
                notes.add(.unknownPlace(id), at: key)
            }
        }
    }

    /// Each step has to be reached later than the one before, and be worse.
    private func checkValues(of rule: AlarmRule, at key: String, _ notes: inout AlarmFindingNotes) {
        var last: Double?
        if case .metric(_, _, _, .value(let value)) = rule.test { last = value }
        var priority = rule.priority
        let comparison = rule.comparison
        for (index, step) in rule.worse.enumerated() {
            if let last, !(comparison.isUpward ? step.value > last : step.value < last) {
                notes.add(.notWorse, at: "\(key).worse[\(index)].value")
            }
            if step.priority <= priority { notes.add(.notWorse, at: "\(key).worse[\(index)].priority") }
            last = step.value
            priority = step.priority
        }
        if case .closure = rule.test, !rule.worse.isEmpty { notes.add(.noValue, at: "\(key).worse") }
    }
}

extension Comparison {
    /// Whether more is worse.
    public var isUpward: Bool { self == .above || self == .atLeast }
}

extension AlarmRule {
    fileprivate var hasUnknownMetric: Bool {
        if case .metric(let name, _, _, _) = test { Metric(rawValue: name) == nil } else { false }
    }

    /// What kind of thing its alarms are about; `nil` for the country as a whole.
    public var subjects: Metric.Scope? {
        switch test {
        case .metric(let name, _, _, _): Metric(rawValue: name)?.scope
        case .silence(let silence):
            switch silence.of {
            case .posts: .post
            case .shelters: .shelter
            case .sources: .source
            }
        case .closure, .ownHistory: .post
        case .influx(let influx): influx.of == .sections ? .section : .region
        case .clock: nil
        }
    }
}

/// Something alarm rules must not go into service with, and where it stands.
public struct AlarmRuleFinding: Hashable, Sendable {
    /// The name the rules were read under.
    public let file: String
    /// 1 for the first line.
    public let line: Int?
    /// The way to the value, such as `rules[3].when.metric`.
    public let key: String
    public let problem: Problem

    /// The kinds of finding, with the facts to tell a person.
    public enum Problem: Hashable, Sendable, PlanProblem {
        case unknownAgency(AgencyKey)
        case unknownMetric(String)
        case unknownStandard(String)
        case unknownStep(String)
        case unknownRule(AlarmRuleID)
        case unknownPlace(String)
        case missingLanguage(PlanText.Language)
        case repeated(String)
        /// The name is empty or has a slash in it.
        case badName(String)
        /// The rule is about other things than that.
        case scopeMismatch
        /// The value at which the alarm returns would itself raise it.
        case returnsInside
        /// The test has no value that could be compared.
        case noValue
        /// A worse step that is not worse, or does not come later.
        case notWorse
        case empty
    }
}

extension AlarmRuleFinding: CustomStringConvertible {
    /// For logs and failing tests; people read it through the catalogs.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? "") \(key): \(problem)"
    }
}

/// Collects findings with the lines they belong to.
private struct AlarmFindingNotes: PlanNotes {
    let source: PlanSource
    private(set) var findings: [AlarmRuleFinding] = []

    init(source: PlanSource) { self.source = source }

    mutating func add(_ problem: AlarmRuleFinding.Problem, at key: String) {
        findings.append(
            AlarmRuleFinding(file: source.file, line: source.line(of: key), key: key, problem: problem))
    }
}
