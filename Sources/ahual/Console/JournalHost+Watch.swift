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
    /// The seat of this console.
    nonisolated static let seat: SeatName = "duty-officer"

    /// Who acts: whoever signed on here, else the Unix account.
    var person: PersonName { signedOn ?? surroundings.person }

    /// Whether anything may be written at all.
    private var mayWrite: Bool { !moment.isPast && !maker.isReadOnly }

    /// Reads the plans and begins to look around; the first look comes with them.
    func startWatch() {
        guard mayWrite, watchkeeper == nil else { return }
        let (files, journal) = (surroundings.files, journal)
        Task.detached { [weak self] in
            do {
                let reference = try files.reference()
                let plans = WatchPlans(
                    playbooks: try files.playbooks().playbooks,
                    alarmRules: try files.alarmRules().rules(by: reference))
                let keeper = WatchKeeper(journal, reference: reference, plans: plans)
                await self?.begin(keeper, of: journal)
            } catch {
                await self?.tell(.failed(Phrase("cli.console.rest-refused", ["reason": .text("\(error)")])))
            }
        }
    }

    private func begin(_ keeper: WatchKeeper, of journal: Journal) {
        // Another journal may have been opened meanwhile.
        guard journal === self.journal else { return }
        watchkeeper = keeper
        lookAround()
    }

    private func tell(_ message: Message) { send(message) }

    /// One look at a time; what it writes comes back as a new picture.
    func lookAround() {
        guard let watchkeeper, !isLooking else { return }
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
    private func present() async throws(StoreError) -> Instant {
        if let run = exercise?.run { return await run.state.now }
        return try journal.now(wall: surroundings.now())
    }

    /// Does an act and tells what became of it.
    func perform(_ act: WatchAct, _ id: ActID, _ reply: @escaping @MainActor (Message) -> Void) {
        guard let watchkeeper else {
            reply(.actFailed(id, Phrase("cli.console.watch-not-ready")))
            return
        }
        let author = Author(person: person, seat: Self.seat)
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

    /// Signs a person on at this seat. Without a PIN only the Unix account at the keyboard can.
    func signOn(_ who: SignOn, _ id: ActID, _ reply: @escaping @MainActor (Message) -> Void) {
        guard who.pin == nil, who.person == surroundings.person else {
            reply(
                .actFailed(id, Phrase("cli.console.sign-on-refused", ["person": .text(who.person.rawValue)])))
            return
        }
        let before = signedOn
        signedOn = who.person
        perform(.shift(Self.seat, .signOn(who.person, who.role, .unixAccount)), id) { [weak self] message in
            if case .actDone = message { reply(.signedOn(who.person)) } else { self?.signedOn = before }
            reply(message)
        }
    }
}
