import Console
import Exercise
import Foundation
import Language
import Planning
import Situation
import Store
import Watch

// The watch beside the picture: acts of the person at the keyboard, and looks around whenever the picture or the clock
// has moved.

extension JournalHost {
    /// Who acts: whoever signed on here, else the Unix account.
    var person: PersonName { signedOn ?? surroundings.person }

    /// Whether anything may be written at all.
    private var mayWrite: Bool { !moment.isPast && !maker.isReadOnly }

    /// Begins to look around, once the plans are read.
    func startWatch(_ keeper: WatchKeeper, of journal: Journal) {
        // Another journal may have been opened meanwhile.
        guard mayWrite, journal === self.journal else { return }
        watchkeeper = keeper
        lookAround()
    }

    /// One look at a time; what it writes comes back as a new picture.
    func lookAround() {
        // Whoever plays an exercise keeps its watch as well.
        guard let watchkeeper, !isLooking, drill?.clock?.isFresh(at: surroundings.now()) != true else {
            return
        }
        isLooking = true
        Task {
            do throws(StoreError) {
                _ = try await watchkeeper.look(at: try await present())
            } catch {
                send(.failed(error.phrase))
            }
            isLooking = false
        }
    }

    /// Now, by the clock of the open journal.
    func present() async throws(StoreError) -> Instant {
        if let run = exercise?.run { return await run.state.now }
        if let clock = drill?.clock { return clock.now(at: surroundings.now()) }
        return try journal.now(wall: surroundings.now())
    }

    /// Does an act and tells what became of it.
    func perform(_ act: WatchAct, _ id: ActID, _ reply: @escaping @MainActor (Message) -> Void) {
        guard let watchkeeper else {
            reply(.actFailed(id, Phrase("cli.console.watch-not-ready")))
            return
        }
        let author = Author(person: person, seat: seat)
        Task {
            do throws(StoreError) {
                switch try await watchkeeper.perform(act, by: author, at: try await present()) {
                case .done: reply(.actDone(id))
                case .refused(let refusal): reply(.actRefused(id, refusal))
                }
            } catch {
                reply(.actFailed(id, error.phrase))
            }
        }
    }
}
