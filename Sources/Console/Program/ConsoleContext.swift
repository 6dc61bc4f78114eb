import Language
import Planning
import Reference
import Situation

/// What the screens know beside the picture: reference data, words, and which journal is open.
public struct ConsoleContext: Sendable {
    public var reference: Reference
    public var places: Places
    public var targets: [IndicatorTargets]
    public var playbooks: [Playbook]
    /// Playbook files that could not be read.
    public var playbookFaults: Int
    /// What the alarms of the journal mean: cause, consequence, next step and owner.
    public var alarmRules: [AlarmRule]
    /// The words, one catalog a language.
    public var catalogs: [Catalog]
    /// The language the screens begin in.
    public var language: Language
    /// Who is at the keyboard when the console begins.
    public var author: PersonName
    /// The seat of this console.
    public var seat: SeatName
    public var journal: JournalFacts
    /// The moment that is looked at; `nil` for the present.
    public var past: PastMoment?
    /// Whether what turns critical sounds the terminal's bell.
    public var usesBell: Bool
    /// Whether the window is named after the journal.
    public var usesTitle: Bool
    /// A note that was being typed when the program last ended.
    public var restoredDraft: String
    /// Likewise a form.
    public var restoredForm: SavedForm?
    /// Whom to call, once that is read.
    public var contacts: Contacts?
    /// What impact levels go by, and what they oblige to; read after the first screen.
    public var levels: ImpactLevels?
    /// The exercise's name of this console's station, by which injects are addressed; `nil` where it has none.
    public var station: String?
    /// Whether this console directs the exercise. Only it shows a ``DirectorBoard``.
    public var directs: Bool

    public init(
        reference: Reference, places: Places, targets: [IndicatorTargets], playbooks: [Playbook],
        playbookFaults: Int = 0, alarmRules: [AlarmRule] = [], catalogs: [Catalog], language: Language,
        author: PersonName,
        seat: SeatName = "duty-officer", journal: JournalFacts, past: PastMoment? = nil,
        usesBell: Bool = true, usesTitle: Bool = true,
        restoredDraft: String = "", restoredForm: SavedForm? = nil,
        station: String? = nil, directs: Bool = false
    ) {
        self.reference = reference
        self.places = places
        self.targets = targets
        self.playbooks = playbooks
        self.playbookFaults = playbookFaults
        self.alarmRules = alarmRules
        self.catalogs = catalogs
        self.language = language
        self.author = author
        self.seat = seat
        self.journal = journal
        self.past = past
        self.usesBell = usesBell
        self.usesTitle = usesTitle
        self.restoredDraft = restoredDraft
        self.restoredForm = restoredForm
        self.station = station
        self.directs = directs
    }

    /// The words of a language; an empty catalog, which shows keys, where it is missing.
    func catalog(_ language: Language) -> Catalog {
        catalogs.first { $0.language == language } ?? Catalog(language: language, entries: [:])
    }
}

/// Which journal is open.
public struct JournalFacts: Hashable, Sendable {
    /// Live or exercise: an exercise is framed as one on every screen.
    public var nature: JournalNature
    public var path: String
    /// The scenario of an exercise, in words or by its id.
    public var scenario: String?
    /// The journal's own id.
    public var id: String
    /// Whether nothing may be written, whatever the moment looked at.
    public var isReadOnly: Bool

    public init(
        nature: JournalNature, path: String, scenario: String? = nil, id: String, isReadOnly: Bool = false
    ) {
        self.nature = nature
        self.path = path
        self.scenario = scenario
        self.id = id
        self.isReadOnly = isReadOnly
    }
}

/// A moment of the past that the screens show, so that acting is off.
public struct PastMoment: Hashable, Sendable {
    /// What was known by then.
    public var asKnownAt: Instant?
    /// What this journal held by then.
    public var asRecordedAt: Instant?

    /// `nil` unless at least one moment is given.
    public init?(asKnownAt: Instant? = nil, asRecordedAt: Instant? = nil) {
        guard asKnownAt != nil || asRecordedAt != nil else { return nil }
        self.asKnownAt = asKnownAt
        self.asRecordedAt = asRecordedAt
    }

    /// The moment whose ages and sums are shown: the earlier of the two.
    public var moment: Instant? { [asKnownAt, asRecordedAt].compactMap(\.self).min() }
}
