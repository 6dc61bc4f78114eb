import StrictYAML

/// Where the values of one plan file stand in it, so that a check made after reading can still name the line.
public struct PlanSource: Hashable, Sendable {
    /// The file's name as the reader gave it.
    public let file: String
    private let lines: [String: Int]

    /// Notes the line of every value below `value`.
    init(of value: YAMLValue, file: String) {
        self.file = file
        var lines: [String: Int] = [:]
        Self.note(value, into: &lines)
        self.lines = lines
    }

    /// The line of the value at `key` (such as `tasks[3].support[1]`), or of the nearest value above it.
    public func line(of key: String) -> Int? {
        var key = key[...]
        while !key.isEmpty {
            if let line = lines[String(key)] { return line }
            let end = key.lastIndex { $0 == "." || $0 == "[" } ?? key.startIndex
            key = key[..<end]
        }
        return lines[""]
    }

    /// Whether the file has a value at `key`.
    public func has(_ key: String) -> Bool { lines[key] != nil }

    private static func note(_ value: YAMLValue, into lines: inout [String: Int]) {
        lines[value.path] = value.line
        if let pairs = try? value.pairs() {
            for pair in pairs { note(pair.value, into: &lines) }
        } else if let elements = try? value.list() {
            for element in elements { note(element, into: &lines) }
        }
    }
}
