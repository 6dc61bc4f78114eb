import Situation
import Wording

extension Look {
    /// What a rule of the contradiction desk is called; its stored name where it has no other.
    func ruleName(_ rule: String) -> String { word("watch.rule.\(rule).name") ?? rule }

    /// What the rule compares and why that cannot be.
    func ruleExplanation(_ finding: ContradictionEvent.Finding) -> String? {
        word("watch.rule.\(finding.rule).\(finding.variant)")
    }

    private func word(_ key: String) -> String? { speech.catalog.entries[key] == nil ? nil : speech(key) }
}
