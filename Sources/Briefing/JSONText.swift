import Foundation

/// The one form of JSON that is printed: indented, keys in order, slashes as they are.
enum JSONText {
    /// - Throws: `EncodingError` for a number JSON cannot say.
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
