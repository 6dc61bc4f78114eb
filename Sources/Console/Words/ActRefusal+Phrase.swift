import Language
import Situation
import Watch

extension ActRefusal {
    /// Why an act was not done, and what would be needed.
    public var phrase: Phrase {
        switch self {
        case .notAllowed(let role, let duty):
            Phrase(
                "watch.refusal.not-allowed",
                [
                    "role": .phrase(Phrase("watch.role.\(role.rawValue)")),
                    "duty": .phrase(Phrase("watch.duty.\(duty.rawValue)")),
                ])
        case .nobodySignedOn: Phrase("watch.refusal.nobody-signed-on")
        case .noSuchThing(let thing): Phrase("watch.refusal.no-such-thing", ["thing": .text(thing)])
        case .notNow(let what): Phrase("watch.refusal.not-now.\(what.rawValue)")
        case .reasonMissing: Phrase("watch.refusal.reason-missing")
        case .needsSecondPerson(let person):
            Phrase("watch.refusal.second-person", ["person": .text(person.rawValue)])
        case .onlyInPerson(let person):
            Phrase("watch.work.only-in-person", ["person": .text(person.rawValue)])
        case .reserveShort(let pool, let left):
            Phrase("watch.refusal.reserve-short", ["pool": .text(pool.description), "left": .number(left)])
        case .reserveUnknown(let pool):
            Phrase("watch.refusal.reserve-unknown", ["pool": .text(pool.description)])
        case .waitsFor(let tasks):
            Phrase(
                "watch.refusal.waits-for",
                [
                    "tasks": .text(
                        tasks.map { $0.rawValue.split(separator: "/").last.map(String.init) ?? "" }
                            .joined(separator: ", "))
                ])
        case .asylumUnanswered: Phrase("watch.refusal.asylum-unanswered")
        case .itemsOpen(let items): Phrase("watch.refusal.items-open", ["count": .number(items.count)])
        case .badTime: Phrase("watch.refusal.bad-time")
        }
    }
}
