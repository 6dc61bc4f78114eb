import DelimitedText
import Foundation

/// Turns lines of JSON objects into rows. Values are texts, numbers or null; anything else makes the line a fault.
struct NDJSONFeed {
    private var rest: [UInt8] = []
    private var line = 1
    private var isSkipping = false
    private(set) var unknownColumns: [String] = []

    /// Takes in bytes and gives each row, or what is wrong with it.
    mutating func read(_ piece: [UInt8], _ take: (Result<FeedRow, RowFault>) -> Void) {
        var start = 0
        while let end = piece[start...].firstIndex(of: 0x0A) {
            rest += piece[start..<end]
            endLine(take)
            start = end + 1
        }
        rest += piece[start...]
        if rest.count > CSVRecords.longestRecord, !isSkipping {
            take(.failure(RowFault(line: line, column: nil, problem: .tooLong)))
            isSkipping = true
        }
        if isSkipping { rest.removeAll(keepingCapacity: true) }
    }

    /// Says that no more bytes come.
    mutating func finish(_ take: (Result<FeedRow, RowFault>) -> Void) { endLine(take) }

    private mutating func endLine(_ take: (Result<FeedRow, RowFault>) -> Void) {
        defer {
            rest.removeAll(keepingCapacity: true)
            line += 1
            isSkipping = false
        }
        let isBlank = rest.allSatisfy { [0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        if !isSkipping, !isBlank { take(row()) }
    }

    private mutating func row() -> Result<FeedRow, RowFault> {
        let problem = RowFault(line: line, column: nil, problem: .notJSON)
        let bytes = rest.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(rest.dropFirst(3)) : rest
        guard let object = try? JSONDecoder().decode([String: Scalar].self, from: Data(bytes)) else {
            return .failure(problem)
        }
        var row = FeedRow(line: line)
        for (name, scalar) in object.sorted(by: { $0.key < $1.key }) {
            if let column = FeedColumn.named(name) {
                if let text = scalar.text { row.set(column, Array(text.utf8)) }
            } else if !unknownColumns.contains(name) {
                unknownColumns.append(name)
            }
        }
        return .success(row)
    }

    /// A value of a row; `text` is `nil` for null.
    private struct Scalar: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                text = nil
            } else if let number = try? container.decode(Int.self) {
                text = String(number)
            } else if let number = try? container.decode(Double.self) {
                text = String(number)
            } else {
                text = try container.decode(String.self)
            }
        }
    }
}
