import Language
import Situation
import Watch

extension Model {
    /// Which level, proposed first, and why.
    func levelFields(_ section: SectionID) -> [FormField] {
        let record = watch.levels[section]
        let levels = ImpactLevel.allCases.map {
            FormField.Choice(name: $0.rawValue, label: Phrase("watch.level.\($0.rawValue)"))
        }
        let first = record?.proposal?.level ?? record?.level ?? .low
        return [FormField("level", .choice(levels), value: first.rawValue), FormField("reason")]
    }

    /// Why not, and for how long the proposal keeps quiet.
    var declineFields: [FormField] { [FormField("reason"), FormField("span", .span, value: "2h")] }

    func levelOrder(of form: Form, for section: SectionID) throws(FormProblem) -> FormOrder {
        guard let level = ImpactLevel(rawValue: form.text("level")) else {
            throw .notKnown("level", form.text("level"))
        }
        return .act(.level(section, .confirm(level, reason: try form.required("reason"))))
    }

    func declineOrder(of form: Form, for section: SectionID) throws(FormProblem) -> FormOrder {
        let reason = try form.required("reason")
        let until = (now ?? Instant(milliseconds: 0)) + (try form.span("span"))
        return .act(.level(section, .decline(reason: reason, until: until)))
    }
}
