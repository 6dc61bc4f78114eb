/// Writes XML 1.0 of elements and texts, with everything escaped that has to be. Characters that XML cannot hold at all
/// become the replacement character: they are seen and never lost in silence.
struct XMLText {
    private var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    private var depth = 0

    var document: String { lines.joined(separator: "\n") + "\n" }

    /// An element with elements inside.
    mutating func element(_ name: String, namespace: String? = nil, _ content: (inout XMLText) -> Void) {
        let attribute = namespace.map { " xmlns=\"\(Self.escaped($0))\"" } ?? ""
        add("<\(name)\(attribute)>")
        depth += 1
        content(&self)
        depth -= 1
        add("</\(name)>")
    }

    /// An element with a text inside.
    mutating func text(_ name: String, _ text: String) { add("<\(name)>\(Self.escaped(text))</\(name)>") }

    private mutating func add(_ line: String) { lines.append(String(repeating: "  ", count: depth) + line) }

    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            // A carriage return would be read back as a line's end.
            case "\r": escaped.append(contentsOf: "&#13;".unicodeScalars)
            case "\n", "\t": escaped.append(scalar)
            default: escaped.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(escaped)
    }

    /// The characters of XML 1.0, production 2; surrogates are no scalars.
    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
}
