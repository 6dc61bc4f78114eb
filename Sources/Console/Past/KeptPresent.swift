import Language
import Situation

/// What is put aside while a moment of the past is on the screen, so that the way back takes no time.
struct KeptPresent: Sendable {
    /// The present itself, which goes on growing.
    var update: PictureUpdate?
    var log: LogBook
    /// The moment the console was opened at; `nil` for the present.
    let home: PastMoment?
    /// The moment that was asked for last; what comes of others is passed over once it is another's.
    var wanted: PastMoment
}

extension Model {
    /// What follows from the journal now, whatever is on the screen.
    var presentUpdate: PictureUpdate? { keptPresent?.update ?? hold?.waiting ?? picture }

    /// The entries on the screen that were corrected only after the moment shown.
    var correctedSince: Set<EntryID> { picture?.correctedSince ?? [] }

    // MARK: There

    /// Asks for a moment; what is on the screen stays until it comes.
    mutating func look(at moment: PastMoment) -> [Effect] {
        if keptPresent == nil {
            log.isLoading = false
            keptPresent = KeptPresent(
                update: hold?.waiting ?? picture, log: log, home: context.past, wanted: moment)
            hold = nil
        }
        keptPresent?.wanted = moment
        return [.lookAt(moment)]
    }

    /// Shows a moment that was asked for. One that was passed meanwhile is shown on the way to the last.
    mutating func take(_ update: PictureUpdate, of moment: PastMoment) -> [Effect] {
        guard keptPresent != nil else { return [] }
        context.past = moment
        log = LogBook()
        show(update)
        let needed = neededEffects()
        if !needed.isEmpty { settle() }
        return needed
    }

    /// Stays where it is when a moment could not be read.
    mutating func refuse(_ moment: PastMoment, _ reason: Phrase) {
        guard keptPresent?.wanted == moment else { return }
        notice = Notice(phrase: reason, isFailure: true)
    }

    // MARK: Back

    /// Takes in what happens in the present while the past is on the screen.
    mutating func keep(_ update: PictureUpdate) {
        keptPresent?.update = update
        keptPresent?.log.take(update.recent)
    }

    /// Shows the moment the console was opened at again.
    mutating func returnToPresent() -> [Effect] {
        guard let kept = keptPresent else { return [] }
        keptPresent = nil
        context.past = kept.home
        log = kept.log
        if let update = kept.update { show(update) }
        return [.lookAt(nil)]
    }
}
