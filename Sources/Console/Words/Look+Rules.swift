import Wording

extension Look {
    /// What a rule of the contradiction desk is called; its stored name where it has no other.
    func ruleName(_ rule: String) -> String {
        let key = "watch.rule.\(rule)"
        return speech.catalog.entries[key] == nil ? rule : speech(key)
    }

    /// What the rule compares and why that cannot be.
    func ruleExplanation(_ rule: String) -> String? {
        let key = "watch.rule-explained.\(rule)"
        return speech.catalog.entries[key] == nil ? nil : speech(key)
    }
}
