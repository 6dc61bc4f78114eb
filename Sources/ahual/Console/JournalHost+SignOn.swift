import Console
import Foundation
import Language
import Situation
import Store
import Watch

// Who acts at this console: checked against the roster of the station, and said to the journal.

extension JournalHost {
    /// Signs a person on at this seat, takes the seat in an emergency, or only finds out who is at the keyboard where the
    /// seat is theirs already or is being handed over to them.
    func signOn(_ who: SignOn, _ id: ActID, _ reply: @escaping @MainActor (Message) -> Void) {
        let (roster, account) = (surroundings.roster, surroundings.person)
        Task {
            do throws(StoreError) {
                let now = try await present()
                let wall = surroundings.now()
                let credential: ShiftEvent.Credential
                switch try await Task.detached(operation: {
                    Result { () throws(StoreError) in
                        try roster.credential(of: who, account: account, at: wall)
                    }
                }).value.get() {
                case .shown(let shown): credential = shown
                case .refused(let reason, let isWrongPIN):
                    if isWrongPIN { try await recordWrongPIN(of: who.person, at: now) }
                    reply(.actFailed(id, reason))
                    return
                }
                signOn(who, credential, id, reply)
            } catch {
                reply(.actFailed(id, error.phrase))
            }
        }
    }

    private func signOn(
        _ who: SignOn, _ credential: ShiftEvent.Credential, _ id: ActID,
        _ reply: @escaping @MainActor (Message) -> Void
    ) {
        let signed = SignedOn(person: who.person, role: who.role, credential: credential)
        let record = seatRecord
        let isAtHome = record?.holder?.person == who.person || record?.handover?.handover.to == who.person
        if who.emergency == nil, isAtHome {
            signedOn = who.person
            // Whoever holds the seat keeps the role they signed on with.
            let role = record?.holder.flatMap { $0.person == who.person ? $0.role : nil } ?? who.role
            reply(.signedOn(SignedOn(person: who.person, role: role, credential: credential)))
            reply(.actDone(id))
            return
        }
        let act: ShiftAct =
            who.emergency.map { .relieve(who.person, who.role, credential, reason: $0) }
            ?? .signOn(who.person, who.role, credential)
        let before = signedOn
        signedOn = who.person
        perform(.shift(seat, act), id) { [weak self] message in
            if case .actDone = message { reply(.signedOn(signed)) } else { self?.signedOn = before }
            reply(message)
        }
    }

    /// A wrong PIN goes into the journal, whoever tried it.
    private func recordWrongPIN(of person: PersonName, at now: Instant) async throws(StoreError) {
        try await watchkeeper?.recordWrongPIN(of: person, at: seat, now)
    }
}

extension Roster {
    /// What somebody's word on who they are is worth.
    enum Answer: Sendable {
        case shown(ShiftEvent.Credential)
        case refused(Phrase, isWrongPIN: Bool)
    }

    /// Checks who wants to sign on. Without a roster the Unix account at the keyboard stands for itself alone.
    fileprivate func credential(
        of who: SignOn, account: PersonName, at now: Instant
    ) throws(StoreError) -> Answer {
        func refused(_ key: String) -> Answer {
            .refused(Phrase("cli.console.\(key)", ["person": .text(who.person.rawValue)]), isWrongPIN: false)
        }
        guard let person = try person(who.person) else {
            let isAlone = try people().isEmpty && who.person == account && who.pin == nil
            return isAlone && !who.isByTelephone ? .shown(.unixAccount) : refused("sign-on-refused")
        }
        guard person.roles.contains(who.role) else { return refused("sign-on-role") }
        if who.isByTelephone { return .shown(.telephone) }
        guard let pin = who.pin else {
            return person.account == account.rawValue ? .shown(.unixAccount) : refused("sign-on-refused")
        }
        switch try check(who.person, pin: pin, at: now) {
        case .right: return .shown(.pin)
        case .wrong(let left):
            return .refused(
                Phrase("cli.console.sign-on-wrong-pin", ["count": .number(left)]), isWrongPIN: true)
        case .locked(let until):
            let minutes = max(1, (until - now).wholeMinutes)
            return .refused(
                Phrase("cli.console.sign-on-locked", ["minutes": .number(minutes)]), isWrongPIN: true)
        case .unknown: return refused("sign-on-refused")
        }
    }
}
