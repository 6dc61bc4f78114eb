/// Something to say to a person: a key of the catalogs and what fills its placeholders.
///
/// Rooms that find something to say make a phrase; only the edge of the program, which knows the reader's
/// language, turns it into words.
public struct Phrase: Hashable, Sendable {
    /// The catalog's key, such as `feed.problem.not-a-number`.
    public let key: String
    /// What stands for `{name}` in the catalog's text.
    public let arguments: [String: Argument]

    public init(_ key: String, _ arguments: [String: Argument] = [:]) {
        self.key = key
        self.arguments = arguments
    }

    /// A value for a placeholder.
    public enum Argument: Hashable, Sendable {
        case text(String)
        /// A number, which also chooses the plural form where the catalog has several.
        case number(Int)
        /// Another phrase, said in the same language.
        case phrase(Phrase)
    }
}

extension Phrase.Argument: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .number(number) }
}

/// An error that can be told to a person in their own language.
public protocol Sayable: Error {
    /// What happened, where, and what to do about it.
    var phrase: Phrase { get }
}
