import Console
import Situation
import Store

/// A look at a moment of the past beside the present, which is followed all the while.
struct PastLook {
    /// The moment that is wanted; of several asked for while one is being read only the last.
    var wanted: PastMoment?
    /// The keeper of the moment that is on the screen.
    var keeper: PictureKeeper?
    var isReading = false
}

extension JournalHost {
    /// Who answers for the entries on the screen: the keeper of the moment looked at, or that of the present.
    var shownKeeper: PictureKeeper { past.keeper ?? keeper }

    /// Goes to a moment, or back. Each moment is read away from the main actor, one at a time; what was passed over
    /// meanwhile is never read.
    func look(at moment: PastMoment?) {
        past.wanted = moment
        guard moment != nil else {
            past.keeper = nil
            return
        }
        guard !past.isReading else { return }
        past.isReading = true
        let journal = journal
        Task {
            while journal === self.journal, let wanted = past.wanted {
                let keeper = PictureKeeper(
                    journal, at: PictureMoment(asKnownAt: wanted.asKnownAt, asRecordedAt: wanted.asRecordedAt)
                )
                do {
                    let update = try await keeper.update()
                    // Back in the present there is nothing to show any more.
                    if journal === self.journal, past.wanted != nil, let update {
                        past.keeper = keeper
                        send(.pastArrived(wanted, update))
                    }
                } catch let error as StoreError {
                    send(.pastRefused(wanted, error.phrase))
                }
                if past.wanted == wanted { break }
            }
            // Another journal that was opened meanwhile has looks of its own.
            if journal === self.journal { past.isReading = false }
        }
    }
}
