import Language
import Situation
import Terminal
import Watch

/// How a contradiction is settled.
enum SettlementForm: String, CaseIterable, Hashable, Codable, Sendable {
    case first, second, both, ask
}

extension Model {
    func fields(of form: SettlementForm) -> [FormField] {
        form == .ask ? [FormField(.work("whom")), FormField("reason")] : [FormField("reason")]
    }

    func act(of form: Form, _ kind: SettlementForm, _ id: ContradictionID) throws(FormProblem) -> WatchAct {
        guard let finding = watch.contradictions[id]?.finding else { throw .missing("reason") }
        let settlement: ContradictionEvent.Settlement =
            switch kind {
            case .first: .prefer(finding.first.entry)
            case .second: .prefer(finding.second.entry)
            case .both: .bothStand
            case .ask: .ask(try form.required(.work("whom")))
            }
        return .contradiction(id, settlement, reason: try form.required("reason"))
    }
}
