/// Findings of a check of one plan file as they are made.
protocol PlanNotes {
    associatedtype Problem: PlanProblem
    /// Notes a problem with the value at `key`, such as `flows[3].group`.
    mutating func add(_ problem: Problem, at key: String)
}

/// The kinds of finding that every plan file can have.
protocol PlanProblem {
    /// The text lacks this language.
    static func missingLanguage(_ language: PlanText.Language) -> Self
    /// Another of the same list has this name.
    static func repeated(_ name: String) -> Self
}

extension PlanNotes {
    mutating func languages(of text: PlanText, at key: String) {
        for language in text.missing { add(.missingLanguage(language), at: key) }
    }

    /// Notes each name that an earlier one of the list has.
    mutating func unique(_ names: [String], in list: String, key: String = ".id") {
        var seen: Set<String> = []
        for (index, name) in names.enumerated() where !seen.insert(name).inserted {
            add(.repeated(name), at: "\(list)[\(index)]\(key)")
        }
    }
}
