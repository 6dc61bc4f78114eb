import Language
import Planning
import Reference
import Situation
import Wording

/// Drafts CAP messages from what stands in the picture: an alarm, or a section's level. A person sends them, not the
/// program.
public struct CAPDraft {
    private let subject: StatusSubject
    private let reference: Reference
    private let rules: [AlarmRule]
    private let levels: ImpactLevels
    private let catalogs: [Catalog]
    private let sender: String
    private let isPublic: Bool

    /// - Parameters:
    ///   - catalogs: one for each language the message is to be in.
    ///   - sender: a name for the sender that is unique in the world, such as an address of the headquarters.
    public init(
        _ subject: StatusSubject, reference: Reference, rules: [AlarmRule], levels: ImpactLevels,
        catalogs: [Catalog], sender: String, isPublic: Bool
    ) {
        self.subject = subject
        self.reference = reference
        self.rules = rules
        self.levels = levels
        self.catalogs = catalogs
        self.sender = sender
        self.isPublic = isPublic
    }

    /// A message about an alarm that stands; `nil` when none does or its rule is not known.
    public func alert(_ id: AlarmID) -> CAPAlert? {
        guard let record = subject.picture.watch.alarms[id], record.isActive, let finding = record.finding,
            let rule = rules.first(where: { $0.id == id.rule })
        else { return nil }
        let infos = catalogs.map { catalog in
            let words = words(catalog)
            let what = words.names.text(rule.name)
            let place = place(id.subject, words)
            return CAPAlert.Info(
                language: Self.code(catalog.language), category: Self.category(rule.cause.key), event: what,
                urgency: Self.urgency(finding.priority), severity: Self.severity(finding.priority),
                certainty: finding.basis == .illustrative ? .likely : .observed, onset: record.activeSince,
                headline: marked("\(what): \(place)", catalog),
                description: marked(
                    [words.names.text(rule.cause.text), words.names.text(rule.consequence)]
                        .filter { !$0.isEmpty }.joined(separator: ". "), catalog),
                instruction: words.names.text(rule.nextStep.text), parameters: Self.parameters(rule, finding),
                area: area(id.subject, described: place))
        }
        return alert(record.lastEntry, infos)
    }

    /// A message about the level in force in a section; `nil` when nobody ever confirmed one.
    public func alert(_ section: SectionID) -> CAPAlert? {
        guard let record = subject.picture.watch.levels[section], let confirmed = record.confirmed,
            let step = levels.step(record.level)
        else { return nil }
        let infos = catalogs.map { catalog in
            let words = words(catalog)
            let place = words.names.section(section)
            let what = catalog.say("exchange.cap.level", ["level": .text(words.names.text(step.name))])
            return CAPAlert.Info(
                language: Self.code(catalog.language), category: .security, event: what,
                urgency: record.level >= .high ? .immediate : .expected,
                severity: Self.severity(record.level), certainty: .observed, onset: confirmed.at,
                headline: marked("\(what): \(place)", catalog),
                description: marked(confirmed.reason, catalog),
                instruction: words.names.text(step.reaction),
                parameters: [CAPAlert.Named(name: "level", value: record.level.rawValue)],
                area: area(section.rawValue, described: place))
        }
        return alert(record.lastEntry, infos)
    }

    private func alert(_ entry: EntryID, _ infos: [CAPAlert.Info]) -> CAPAlert {
        let isExercise = subject.journal.nature == .exercise
        let first = catalogs.first
        return CAPAlert(
            identifier: CAPAlert.name("ahual.\(subject.journal.id).\(entry)"), sender: CAPAlert.name(sender),
            sent: subject.reading.now, status: isExercise ? .exercise : .draft, source: "Ahual",
            restriction: isPublic ? nil : first?.say("exchange.cap.restriction"),
            note: isExercise
                ? catalogs.map { $0.say("program.exercise") }.joined(separator: " · ") : nil, infos: infos)
    }

    /// A text of an exercise begins and ends with the word for it.
    private func marked(_ text: String, _ catalog: Catalog) -> String {
        guard subject.journal.nature == .exercise else { return text }
        let word = catalog.say("program.exercise")
        return "\(word) · \(text) · \(word)"
    }
}

// MARK: - Words and codes

extension CAPDraft {
    private func words(_ catalog: Catalog) -> EntryWords {
        EntryWords(
            speech: Speech(catalog), names: Names(reference: reference, language: catalog.language),
            alarmRules: rules, levels: levels)
    }

    private func place(_ id: String, _ words: EntryWords) -> String {
        id == Situation.Area.country.code ? words.speech("console.word.country") : words.names.place(id)
    }

    private func area(_ id: String, described description: String) -> CAPAlert.Area {
        let post = reference.checkpoint(CheckpointID(id))
        let shelter = reference.shelter(ShelterID(id))
        let place = post?.coordinates ?? shelter?.coordinates
        let region = post?.region ?? shelter?.region ?? reference.region(RegionCode(id))?.id
        var codes = [CAPAlert.Named(name: "ahual", value: id)]
        if let region { codes.append(CAPAlert.Named(name: "ISO 3166-2", value: region.rawValue)) }
        return CAPAlert.Area(
            description: description,
            circle: place.map { "\($0.latitude),\($0.longitude) \($0.withinKilometres)" }, geocodes: codes)
    }

    private static func parameters(_ rule: AlarmRule, _ finding: AlarmEvent.Finding) -> [CAPAlert.Named] {
        var parameters = [CAPAlert.Named(name: "rule", value: rule.id.rawValue)]
        if let metric = rule.metric { parameters.append(.init(name: "metric", value: metric.rawValue)) }
        if let value = finding.value { parameters.append(.init(name: "value", value: "\(value)")) }
        if let limit = finding.limit { parameters.append(.init(name: "limit", value: "\(limit)")) }
        if let basis = finding.basis { parameters.append(.init(name: "basis", value: basis.rawValue)) }
        return parameters
    }

    /// RFC 3066, as CAP wants it.
    private static func code(_ language: Language) -> String {
        switch language {
        case .kk: "kk-KZ"
        case .ru: "ru-KZ"
        case .en: "en"
        }
    }

    /// By what alarms are grouped by in the rule files.
    private static func category(_ cause: String) -> CAPAlert.Category {
        switch cause {
        case "influx": .security
        case "beds": .rescue
        case "health": .health
        case "closure", "flow-low": .transport
        case "standards": .infrastructure
        default: .other
        }
    }

    private static func urgency(_ priority: AlarmPriority) -> CAPAlert.Urgency {
        switch priority {
        case .critical: .immediate
        case .high, .medium: .expected
        case .low: .future
        }
    }

    private static func severity(_ priority: AlarmPriority) -> CAPAlert.Severity {
        switch priority {
        case .critical: .extreme
        case .high: .severe
        case .medium: .moderate
        case .low: .minor
        }
    }

    private static func severity(_ level: ImpactLevel) -> CAPAlert.Severity {
        switch level {
        case .critical: .extreme
        case .high: .severe
        case .medium: .moderate
        case .low: .minor
        }
    }
}
