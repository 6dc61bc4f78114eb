/// A value with one written form, which is also how it is stored: `station#number`, `rule/subject`, `kind/place`.
public protocol TextCoded: LosslessStringConvertible, Codable {}

extension TextCoded {
    /// - Throws: `DecodingError` for a text that is not the written form of any value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is no \(Self.self)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
