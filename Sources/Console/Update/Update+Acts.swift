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
    mutating func actWasDone(_ id: ActID) -> [Effect] {
        guard case .form(let form) = overlay, form.sending == id else {
            tell("watch.told.done")
            return []
        }
        overlay = nil
        if form.purpose.isAboutWho { return goOnAfterSignOn() }
        tell("watch.told.done")
        keptForm = nil
        return form.purpose.isDirectors ? [] : [.saveForm(nil)]
    }

    /// It was not done: the form stays as it was filled in. Whoever has not signed on yet can do so at once.
    mutating func actWasRefused(_ id: ActID, _ refusal: ActRefusal) {
        guard refusal == .nobodySignedOn, !isFormAboutWho else { return actFailed(id, refusal.phrase) }
        var waiting: Form?
        if case .form(var form) = overlay {
            // Something else is being typed: it is not torn away.
            guard form.sending == id else { return actFailed(id, refusal.phrase) }
            form.sending = nil
            waiting = form
        }
        var form = form(for: .signOn)
        form.problem = Phrase("watch.work.sign-on.first")
        overlay = .form(form)
        afterSignOn = AfterSignOn(form: waiting)
    }

    mutating func actFailed(_ id: ActID, _ reason: Phrase) {
        if case .form(var form) = overlay, form.sending == id {
            form.sending = nil
            form.problem = reason
            overlay = .form(form)
            return
        }
        notice = Notice(phrase: reason, isFailure: true)
    }

    private var isFormAboutWho: Bool {
        if case .form(let form) = overlay { form.purpose.isAboutWho } else { false }
    }

    /// Says what has to be repeated; a form that was refused comes back as it was.
    private mutating func goOnAfterSignOn() -> [Effect] {
        let person = Phrase.Argument.text(author.rawValue)
        guard let after = afterSignOn else {
            notice = Notice(
                phrase: Phrase("watch.work.sign-on.done", ["person": person]), isFailure: false)
            return []
        }
        afterSignOn = nil
        if let form = after.form { overlay = .form(form) }
        notice = Notice(
            phrase: Phrase("watch.work.sign-on.repeat", ["person": person]), isFailure: false)
        return []
    }

    /// Somebody signed on here: acts are theirs from now on.
    mutating func hasSignedOn(_ who: SignedOn) {
        author = who.person
        identity = who
    }

    /// Who holds the seat of this console.
    var holder: ShiftRecord.Holder? { picture?.picture.watch.seats[context.seat]?.holder }

    /// What stands of the watch.
    var watch: WatchPicture { picture?.picture.watch ?? WatchPicture() }
}

/// What was refused because nobody had signed on, and waits to be repeated.
struct AfterSignOn: Hashable, Sendable {
    /// The form it came from; `nil` for an act of one key.
    let form: Form?
}

extension FormPurpose {
    /// Whether it says who one is.
    var isAboutWho: Bool { self == .signOn || self == .relieve }
}
