import Drill
import Language
import Planning
import Reference
import Simulation
import Situation
import Terminal
import Watch
import Wording

/// Something that happened and that the screens may have to answer.
public enum Message: Sendable {
    /// The journal grew, or was folded anew.
    case pictureArrived(PictureUpdate)
    /// What was known at a moment of the past that was asked for.
    case pastArrived(PastMoment, PictureUpdate)
    /// A moment of the past could not be read.
    case pastRefused(PastMoment, Phrase)
    /// The journal's own clock moved: the wall clock of a live journal, the exercise's of an exercise.
    case ticked(Instant)
    case exerciseClockMoved(ExerciseClockState)
    /// Something grave rings in the live journal while this console is in an exercise; `nil` when it was seen there.
    case liveAlarm(LiveAlarm?)
    /// What the director sees; passed over by a console that does not direct.
    case directorBoardArrived(DirectorBoard)
    /// Entries before the oldest at hand, in any order; `reachedStart` when there are none before them.
    case entriesLoaded([Entry], reachedStart: Bool)
    /// The words of further languages.
    case catalogsLoaded([Catalog])
    /// The playbooks, and how many files could not be read.
    case playbooksLoaded([Playbook], faults: Int)
    /// The rules alarms come from.
    case alarmRulesLoaded([AlarmRule])
    /// Whom to call.
    case contactsLoaded(Contacts)
    /// What impact levels go by.
    case levelsLoaded(ImpactLevels)
    case policyLoaded(PolicyTables)
    case policyRefused(Phrase)
    /// The scenarios that can be played, and how many files could not be read.
    case scenariosLoaded([ForecastScenario], faults: Int)
    case scenariosRefused(Phrase)
    case forecastMoved(ForecastID, ForecastProgress)
    /// What a scenario comes to, or has come to so far.
    case forecastArrived(ForecastID, EnsembleResult, isFinal: Bool)
    case forecastRefused(ForecastID, Phrase)
    case noteStored(EntryID, draft: DraftID)
    case noteRefused(Phrase, draft: DraftID)
    case actDone(ActID)
    case actRefused(ActID, ActRefusal)
    /// The journal could not take it.
    case actFailed(ActID, Phrase)
    /// Acts are this person's from now on.
    case signedOn(SignedOn)
    /// Entries that the log's filter finds in the journal, the newest first, after those found before; `isAll` when
    /// there are no more.
    case logFound(LogQuery, [Entry], isAll: Bool)
    /// Something takes long: what, and how far it is; `nil` when it ended.
    case workGoesOn(Phrase?)
    /// Something to tell that is no failure.
    case told(Phrase)
    case failed(Phrase)
    /// Another journal took the place of the one that was open.
    case journalOpened(ConsoleContext)
    case key(Key)
    case resized(Size)
}

/// What follows from the journal as it is now.
public struct PictureUpdate: Sendable {
    public var picture: Picture
    /// Entries that were corrected more than once.
    public var contested: [EntryID]
    /// The last entries in fold order, newest last, as they were written (not as they stand).
    public var recent: [Entry]
    /// Of a moment of the past: the entries that were corrected only after it.
    public var correctedSince: Set<EntryID>

    public init(
        picture: Picture, contested: [EntryID] = [], recent: [Entry] = [], correctedSince: Set<EntryID> = []
    ) {
        self.picture = picture
        self.contested = contested
        self.recent = recent
        self.correctedSince = correctedSince
    }
}

/// Where the clock of an exercise stands.
public struct ExerciseClockState: Hashable, Sendable {
    public var now: Instant
    /// How many times faster than the wall clock it runs.
    public var speed: Int
    public var isPaused: Bool

    public init(now: Instant, speed: Int, isPaused: Bool) {
        self.now = now
        self.speed = speed
        self.isPaused = isPaused
    }

    /// The speeds a key steps through.
    public static let speeds = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1200, 3600]
}

/// Names one note on its way to the journal, so that the answer finds the note it is about.
public struct DraftID: Hashable, Sendable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}
