/// A name that stands for one thing of the domain and never mixes with names of other things.
///
/// Identifiers are stored and exchanged as their raw text, so a journal written today can be read by any
/// program that knows the same names.
public protocol Identifier: RawRepresentable, Hashable, Comparable, Codable, Sendable,
    CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String {
    init(rawValue: String)
}

extension Identifier {
    /// The identifier that `text` spells; nothing is checked.
    public init(_ text: String) { self.init(rawValue: text) }

    public init(stringLiteral text: String) { self.init(rawValue: text) }

    public var description: String { rawValue }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
