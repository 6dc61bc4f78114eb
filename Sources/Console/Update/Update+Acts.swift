import Language
import Situation
import Watch

/// Names one act on its way to the journal, so that the answer finds what it is about.
public struct ActID: Hashable, Sendable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

extension Model {
    mutating func nextAct() -> ActID {
        acts += 1
        return ActID(acts)
    }

    /// Sends an act that needs to be told nothing more.
    mutating func act(_ act: WatchAct) -> [Effect] {
        if let reason = reasonNotToWrite {
            notice = Notice(phrase: reason, isFailure: false)
            return []
        }
        tell("console.told.note-on-its-way")
        return [.act(act, nextAct())]
    }

    /// The journal has what was done; the form it came from is given up.
    mutating func actWasDone(_ id: ActID) {
        if case .form(let form) = overlay, form.sending == id { overlay = nil }
        tell("watch.told.done")
    }

    /// It was not done: the form stays as it was filled in.
    mutating func actWasRefused(_ id: ActID, _ reason: Phrase) {
        if case .form(var form) = overlay, form.sending == id {
            form.sending = nil
            form.problem = reason
            overlay = .form(form)
            return
        }
        notice = Notice(phrase: reason, isFailure: true)
    }

    /// Somebody signed on here: acts are theirs from now on.
    mutating func hasSignedOn(_ person: PersonName) { author = person }

    /// Who holds the seat of this console.
    var holder: ShiftRecord.Holder? { picture?.picture.watch.seats[context.seat]?.holder }

    /// What stands of the watch.
    var watch: WatchPicture { picture?.picture.watch ?? WatchPicture() }
}
