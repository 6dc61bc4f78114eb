import Situation

/// Why an act was not done. The words are in the catalogs under `watch.refusal`.
public enum ActRefusal: Error, Hashable, Sendable {
    /// The role does not allow it; the attempt goes into the journal.
    case notAllowed(Role, Duty)
    /// Nobody signed on at the seat.
    case nobodySignedOn
    /// What it is about is not there any more, or never was.
    case noSuchThing(String)
    /// It was done already, or something that excludes it was.
    case notNow(NotNow)
    /// A reason has to be given.
    case reasonMissing
    /// It needs another person than the one who began it.
    case needsSecondPerson(PersonName)
    /// Nobody signs on, takes a seat or countersigns for somebody else.
    case onlyInPerson(PersonName)
    /// The reserve has less than that left.
    case reserveShort(ReservePool, left: Int)
    /// Nobody knows how much of the reserve there is.
    case reserveUnknown(ReservePool)
    /// Tasks that have to be done before it.
    case waitsFor([TaskRef])
    /// It is not known whether people seeking asylum are among those concerned, or they are.
    case asylumUnanswered
    /// Items that nobody accepted yet, or that a handover leaves out.
    case itemsOpen([HandoverItem.ID])
    /// A time that has passed, or one too far ahead.
    case badTime

    /// What stands against an act.
    public enum NotNow: String, CaseIterable, Sendable {
        case alreadySeen = "already_seen"
        case alreadyShelved = "already_shelved"
        case notShelved = "not_shelved"
        case alreadyOutOfService = "already_out_of_service"
        case notOutOfService = "not_out_of_service"
        case alreadySuchLevel = "already_such_level"
        case nothingProposed = "nothing_proposed"
        case alreadyInForce = "already_in_force"
        case notInForce = "not_in_force"
        case phaseOpen = "phase_open"
        case taskClosed = "task_closed"
        case taskPending = "task_pending"
        case alreadySettled = "already_settled"
        case alreadyPromoted = "already_promoted"
        case notPromoted = "not_promoted"
        case handoverGoesOn = "handover_goes_on"
        case noHandover = "no_handover"
        case seatTaken = "seat_taken"
        case itemAccepted = "item_accepted"
        case noQuestion = "no_question"
        case orderClosed = "order_closed"
        case impossibleOrder = "impossible_order"
    }
}
