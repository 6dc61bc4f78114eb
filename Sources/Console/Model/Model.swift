import Council
import Language
import Reference
import Situation
import Terminal

/// Everything the screens show is computed from this value and nothing else.
public struct Model: Sendable {
    public internal(set) var context: ConsoleContext
    public internal(set) var language: Language
    public internal(set) var size = Size.zero
    /// Counts changes that may be seen, so that nothing is drawn when there was none.
    public internal(set) var revision = 0
    /// What the journal's own clock shows; `nil` before the first reading.
    public internal(set) var now: Instant?
    var exercise: ExerciseClockState?
    /// What this console knows of the exercise beside its journal.
    var drill = DrillDesk()
    /// What is shown: the last update, or the one held still.
    var picture: PictureUpdate?
    /// The picture worked out for the screens.
    var reading: SituationReading?
    /// What the coordination council looks at, worked out with the picture; `nil` until the decree's tables are read.
    var council: CouncilReading?
    var hold: Hold?
    var log = LogBook()
    var policy = PolicyState.notAsked
    var forecast = ForecastDesk()
    var navigation = Navigation()
    var overlay: Overlay?
    var input: LineInput?
    /// Who acts at this console: the Unix account, until somebody signs on.
    var author: PersonName
    /// How many acts were sent.
    var acts = 0
    var note: NoteDraft
    /// How the task board is looked at.
    var board = TaskBoardSettings()
    /// How whoever acts here showed who they are; `nil` until somebody signed on.
    var identity: SignedOn?
    /// A form that was left half filled in, for when it is opened again.
    var keptForm: Form?
    /// What waits until somebody has signed on.
    var afterSignOn: AfterSignOn?
    /// What the journal found for the log's filter.
    var found: LogFound?
    var notice: Notice?
    /// Something outside that takes long.
    var work: Phrase?
    var usesMouse = true
    /// The grave alarms that waited to be seen when it was last looked, to ring for what is new.
    var ringing: Set<Ring>?
    /// The present, kept while a moment of the past is looked at.
    var keptPresent: KeptPresent?

    /// The screens before anything is known.
    public init(context: ConsoleContext) {
        self.context = context
        language = context.language
        author = context.author
        note = NoteDraft(text: context.restoredDraft)
    }

    /// The view shown.
    var view: ViewState {
        get { navigation.current }
        set { navigation.current = newValue }
    }

    /// Whether the journal is an exercise, so that every screen is framed as one.
    var isExercise: Bool { context.journal.nature == .exercise }
}

/// The decree's heavier tables, which are read when they are first needed.
enum PolicyState: Sendable {
    case notAsked, loading
    case loaded(PolicyTables)
    case refused(Phrase)

    var tables: PolicyTables? { if case .loaded(let tables) = self { tables } else { nil } }
}

/// The picture held still while time and the journal go on.
struct Hold: Sendable {
    /// When it was held.
    let since: Instant?
    /// The newest picture that waits.
    var waiting: PictureUpdate?
}

/// What lies over the view.
enum Overlay: Hashable, Sendable {
    case help(SearchList)
    case palette(SearchList)
    /// Whom to call.
    case contacts(SearchList)
    case quitQuestion
    /// A director's order that is asked about once.
    case directorQuestion(DirectorQuestion)
    case form(Form)
}

/// A list searched by typing.
struct SearchList: Hashable, Sendable {
    var field = TextField()
    var list = ListState<Int>()
}

/// A line being typed at the bottom of the screen.
enum LineInput: Hashable, Sendable {
    /// Narrows the list while it is typed.
    case filter
    case note
    case importPath(TextField)
    /// Chooses the moment that is looked at.
    case moment(TimeSlider)
}

/// The note being written; kept when the line is left.
struct NoteDraft: Hashable, Sendable {
    var field: TextField
    /// The place the line is about.
    var place: String?
    /// The note on its way to the journal.
    var sending: DraftID?
    /// The one that was stored last.
    var stored: EntryID?
    var nextNumber = 1

    init(text: String) { field = TextField(text) }
}

/// Something told at the bottom of the screen until the next key.
struct Notice: Hashable, Sendable {
    var phrase: Phrase
    var isFailure: Bool
}
