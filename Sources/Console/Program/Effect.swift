import Drill
import Situation
import Watch

/// Something the screens want done outside them. Whoever does it answers with messages.
public enum Effect: Hashable, Sendable {
    /// Answered by `noteStored` or `noteRefused`. `place` is a checkpoint, shelter or region id.
    case appendNote(text: String, place: String?, draft: DraftID)
    /// Does something at the watch; answered by `actDone`, `actRefused` or `actFailed`.
    case act(WatchAct, ActID)
    /// Likewise; answered by `signedOn` before.
    case signOn(SignOn, ActID)
    /// Keeps what is being typed, so that it outlives a lost connection; empty when there is nothing to keep.
    case saveDraft(String)
    /// Likewise for a form; `nil` when there is nothing to keep.
    case saveForm(SavedForm?)
    /// Looks for entries in the whole journal, before a place in fold order; answered by `logFound`.
    case searchLog(LogQuery, before: FoldKey?)
    /// Entries that come before a place in fold order; answered by `entriesLoaded`.
    case loadOlderEntries(before: FoldKey)
    /// Answered by `policyLoaded` or `policyRefused`.
    case loadPolicy
    /// Answered by `scenariosLoaded` or `scenariosRefused`.
    case loadScenarios
    /// Plays a scenario many times in place of any that is being played; answered by `forecastMoved` on the way and
    /// by `forecastArrived` or `forecastRefused` in the end.
    case startForecast(ForecastOrder)
    /// Ends it early; what is complete comes as its result.
    case stopForecast(ForecastID)
    case exercise(ExerciseOrder)
    /// What the director of the exercise orders; answered by `actDone` when it is in the director's record, or by
    /// `actFailed`. Asked for only where the context says that the console directs.
    case direct(DirectorOrder, ActID)
    /// Shows what was known at a moment, or again the present with `nil`. Of several that are asked for one after the
    /// other only the last has to be answered: by `pastArrived` or `pastRefused`.
    case lookAt(PastMoment?)
    /// Opens the demonstration exercise; answered by `journalOpened`.
    case startDemonstration
    /// Takes a feed file into the open journal.
    case importFile(path: String)
    /// Goes on with a journal that has nothing in it yet.
    case openEmptyWatch
    /// Writes the screen's text to a file; answered by `told` with the file's name.
    case saveScreen([String])

    // What the program itself does at the terminal; a host never sees these.
    case copyToClipboard(String)
    case suspend
    case redraw
    case ring
    case setMouse(Bool)
    case quit
}

/// What an exercise's clock is told.
public enum ExerciseOrder: Hashable, Sendable {
    case pause, resume
    /// How many times faster than the wall clock.
    case setSpeed(Int)
}
