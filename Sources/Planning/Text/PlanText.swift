import StrictYAML

/// Words a planner wrote in the three languages of the program.
///
/// A language that is missing is no reason to hide a playbook on a bad night: the reader keeps what there
/// is, ``subscript(_:)`` falls back, and ``PlaybookCheck`` lists what is still to be translated.
public struct PlanText: Hashable, Sendable {
    private let written: [Language: String]

    /// The languages of the program, the first one first.
    public enum Language: String, CaseIterable, Hashable, Sendable {
        case kk, ru, en
    }

    /// Blank texts count as not written.
    public init(_ written: [Language: String]) {
        self.written = written.filter { !$0.value.allSatisfy(\.isWhitespace) }
    }

    /// The words in `language`, or else in the first language that has them; empty when none has.
    public subscript(_ language: Language) -> String {
        written[language] ?? Language.allCases.lazy.compactMap { written[$0] }.first ?? ""
    }

    /// The languages nothing is written in.
    public var missing: [Language] { Language.allCases.filter { written[$0] == nil } }

    /// What is written, without falling back.
    public func exactly(in language: Language) -> String? { written[language] }
}

extension YAMLValue {
    /// A mapping of `kk`, `ru` and `en` to text. An absent language is left to the check; any other key is
    /// a fault.
    func planText() throws(YAMLFault) -> PlanText {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PlanText in
            var written: [PlanText.Language: String] = [:]
            for language in PlanText.Language.allCases {
                if let value = fields.take(language.rawValue) { written[language] = try value.text() }
            }
            return PlanText(written)
        }
    }
}
