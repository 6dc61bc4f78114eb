import Situation

/// Everything a person at the watch can do, each checked against the picture before it is written.
///
/// Screens and commands make acts; ``WatchDesk`` turns them into drafts or refuses them. Nothing else writes events of
/// the watch in a person's name.
public enum WatchAct: Hashable, Sendable {
    case alarm(AlarmID, AlarmAct)
    case level(SectionID, LevelAct)
    case playbook(PlaybookRunID, PlaybookAct)
    /// Starts a playbook that was not proposed.
    case start(PlaybookID, PlaybookEvent.Affected, reason: String)
    case task(TaskRef, TaskAct)
    case reserve(ReservePool, ReserveAct)
    /// Orders something to be done; the answer on asylum where it turns people away.
    case order(Act, for: TaskRef?, asylum: TaskEvent.AsylumAnswer?, reason: String)
    case onOrder(OrderID, OrderAct)
    case contradiction(ContradictionID, ContradictionEvent.Settlement, reason: String)
    case log(LogAct)
    case shift(SeatName, ShiftAct)
    /// Something reported by telephone, by whom.
    case telephone(Fact, About, from: String)

    /// The kind of act, which a role allows or not.
    public var duty: Duty {
        switch self {
        case .alarm(_, let act):
            switch act {
            case .acknowledge: .acknowledgeAlarm
            case .shelve, .unshelve: .shelveAlarm
            case .takeOutOfService, .putInService: .takeAlarmOutOfService
            }
        case .level: .decideLevel
        case .playbook, .start: .decidePlaybook
        case .task: .workTask
        case .reserve: .commitReserve
        case .order, .onOrder: .giveOrder
        case .contradiction: .settleContradiction
        case .log(let act):
            switch act {
            case .write, .amend: .writeLog
            case .promote, .confirmPromotion, .declinePromotion: .promoteEntry
            }
        case .shift: .handOver
        case .telephone: .reportByTelephone
        }
    }
}

/// What an officer does about an alarm.
public enum AlarmAct: Hashable, Sendable {
    case acknowledge
    case shelve(until: Instant, reason: String)
    case unshelve(reason: String)
    case takeOutOfService(reason: String)
    case putInService(reason: String)
}

/// What an officer decides on the level of a section.
public enum LevelAct: Hashable, Sendable {
    /// Puts a level in force, proposed or not.
    case confirm(ImpactLevel, reason: String)
    case decline(reason: String, until: Instant)
}

/// What an officer decides on a playbook that is proposed or in force.
public enum PlaybookAct: Hashable, Sendable {
    /// Starts it, or asks for the start where the playbook wants a second officer.
    case start(reason: String)
    /// The second officer's word.
    case confirmStart
    case decline(reason: String, until: Instant)
    case openPhase(String, reason: String)
    case declinePhase(String, reason: String, until: Instant)
    case end(reason: String)
    case declineEnd(reason: String, until: Instant)
}

/// What is done about a task, or said of it by the agency that has it.
public enum TaskAct: Hashable, Sendable {
    case assign(owner: String)
    case accept
    case begin
    case done(words: String)
    case cannot(reason: String)
    case reopen(reason: String)
    case answerAsylum(TaskEvent.AsylumAnswer)
    case sendMessage(message: String, to: [AgencyKey], text: String)
}

/// What is done with reserve capacity.
public enum ReserveAct: Hashable, Sendable {
    case commit(amount: Int, to: TaskRef)
    case release(amount: Int, of: TaskRef)
}

/// What becomes of an order, by the word of whoever has it.
public enum OrderAct: Hashable, Sendable {
    case accepted
    case refused(reason: String)
    case done(words: String)
    case cancel(reason: String)
}

/// What is written into the duty log, and about its entries.
public enum LogAct: Hashable, Sendable {
    case write(Note)
    case amend(Amendment)
    case promote(EntryID, reason: String)
    case confirmPromotion(EntryID)
    case declinePromotion(EntryID, reason: String)
}

/// What happens at a seat.
public enum ShiftAct: Hashable, Sendable {
    case signOn(PersonName, Role, ShiftEvent.Credential)
    case signOff
    case beginHandover(Handover)
    case acceptItem(HandoverItem.ID)
    case returnItem(HandoverItem.ID, question: String)
    case answerItem(HandoverItem.ID, words: String)
    /// By the incoming officer, when everything is accepted.
    case closeHandover(Role, ShiftEvent.Credential)
    /// Takes the seat without a handover, in an emergency.
    case relieve(PersonName, Role, ShiftEvent.Credential, reason: String)
    /// Confirms in person what one did by telephone.
    case countersign(EntryID, ShiftEvent.Credential)
}
