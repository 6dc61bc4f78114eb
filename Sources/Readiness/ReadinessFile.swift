import Foundation

/// A table as a file.
public enum ReadinessFile {
    /// The bytes: indented, keys in order, a line break at the end. The same table gives the same bytes.
    ///
    /// - Throws: `EncodingError` for a number JSON cannot say.
    public static func data(_ table: ReadinessTable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(table) + Data("\n".utf8)
    }

    /// The table in a file's bytes.
    public static func table(_ data: Data) throws(ReadinessFileFault) -> ReadinessTable {
        let decoder = JSONDecoder()
        guard let head = try? decoder.decode(Head.self, from: data), head.kind == ReadinessTable.kind else {
            throw .noReadiness
        }
        guard (1...ReadinessTable.form).contains(head.version) else {
            throw .otherVersion(head.version, known: ReadinessTable.form)
        }
        do {
            return try decoder.decode(ReadinessTable.self, from: data)
        } catch let DecodingError.keyNotFound(key, context) {
            throw .damaged(path: Self.path(context.codingPath + [key]))
        } catch let DecodingError.typeMismatch(_, context) {
            throw .damaged(path: Self.path(context.codingPath))
        } catch let DecodingError.valueNotFound(_, context) {
            throw .damaged(path: Self.path(context.codingPath))
        } catch let DecodingError.dataCorrupted(context) {
            throw .damaged(path: Self.path(context.codingPath))
        } catch {
            throw .damaged(path: "")
        }
    }

    private struct Head: Decodable {
        let kind: String
        let version: Int
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}

/// Why a file is no table to compare with.
public enum ReadinessFileFault: Error, Hashable, Sendable {
    /// No JSON, or of another kind.
    case noReadiness
    /// A form this program does not read.
    case otherVersion(Int, known: Int)
    /// What should stand at the path, such as `rows.3.share`, is missing or of another type.
    case damaged(path: String)
}
