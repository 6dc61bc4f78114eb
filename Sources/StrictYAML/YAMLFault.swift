/// What is wrong with a YAML file, and where.
public struct YAMLFault: Error, Hashable, Sendable {
    /// The file's name as the reader gave it.
    public let file: String
    /// 1 for the first line; `nil` when the fault has no line.
    public let line: Int?
    /// The way to the value, such as `indicators[3].values.2026`; empty at the top.
    public let path: String
    public let problem: Problem

    /// The kinds of fault, with the facts to tell a person.
    public enum Problem: Hashable, Sendable {
        /// The text is no YAML; the parser's own words.
        case syntax(String)
        /// A key nobody reads.
        case unknownKey(String)
        /// A key that must be there.
        case missingKey(String)
        /// A key given twice.
        case repeatedKey(String)
        /// A value of another type or form: what was expected and what was found.
        case expected(String, found: String)
        /// The file is of another kind or version than the reader knows.
        case wrongKind(expected: String, found: String)
    }

    public init(file: String, line: Int?, path: String, problem: Problem) {
        self.file = file
        self.line = line
        self.path = path
        self.problem = problem
    }
}

extension YAMLFault: CustomStringConvertible {
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let key = path.isEmpty ? "" : " \(path):"
        return "\(place):\(key) \(problem)"
    }
}

extension YAMLFault.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .syntax(let words): "not YAML: \(words)"
        case .unknownKey(let key): "unknown key '\(key)'"
        case .missingKey(let key): "key '\(key)' is missing"
        case .repeatedKey(let key): "key '\(key)' is given twice"
        case .expected(let form, let found): "expected \(form), found \(found)"
        case .wrongKind(let expected, let found): "expected kind \(expected), found \(found)"
        }
    }
}
