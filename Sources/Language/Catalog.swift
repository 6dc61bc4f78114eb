import StrictYAML

/// All the words of one language.
public struct Catalog: Sendable {
    public let language: Language
    /// The text of each key; several texts where the key has plural forms.
    public private(set) var entries: [String: Entry]

    /// One key's text or its plural forms.
    public enum Entry: Hashable, Sendable {
        case plain(Template)
        /// Chosen by the number in the placeholder `count`.
        case plural([PluralForm: Template])
    }

    /// Reads a catalog: a mapping of mappings whose leaves are texts. Nested keys are joined by dots; a
    /// mapping whose keys are all plural forms (`one`, `few`, `many`, `other`) is one entry.
    ///
    /// - Throws: ``YAMLFault`` with file, line and key.
    public init(language: Language, yaml: String, file: String) throws(YAMLFault) {
        self.language = language
        var entries: [String: Entry] = [:]
        try Self.read(try YAMLValue(parsing: yaml, file: file), into: &entries)
        self.entries = entries
    }

    /// A catalog of entries at hand.
    public init(language: Language, entries: [String: Entry]) {
        self.language = language
        self.entries = entries
    }

    /// Takes in the entries of another file of the same language.
    mutating func merge(_ other: Catalog) {
        entries.merge(other.entries) { _, new in new }
    }

    private static func read(_ value: YAMLValue, into entries: inout [String: Entry]) throws(YAMLFault) {
        let pairs = try value.pairs()
        let forms = pairs.compactMap { PluralForm(rawValue: $0.key) }
        if !pairs.isEmpty, forms.count == pairs.count {
            var templates: [PluralForm: Template] = [:]
            for (form, pair) in zip(forms, pairs) { templates[form] = Template(try pair.value.text()) }
            guard templates[.other] != nil else { throw value.fault(.missingKey(PluralForm.other.rawValue)) }
            entries[value.path] = .plural(templates)
            return
        }
        for pair in pairs {
            if let text = try? pair.value.text() {
                entries[pair.value.path] = .plain(Template(text))
            } else {
                try read(pair.value, into: &entries)
            }
        }
    }

    /// The words of `phrase`. A key the catalog lacks is shown as itself between marks, so that it is seen
    /// and reported rather than silently empty.
    public func say(_ phrase: Phrase) -> String {
        guard let entry = entries[phrase.key] else { return "⟨\(phrase.key)⟩" }
        let template: Template
        switch entry {
        case .plain(let text): template = text
        case .plural(let forms):
            let form: PluralForm
            if case .number(let count)? = phrase.arguments["count"] {
                form = PluralForm(of: count, in: language)
            } else {
                form = .other
            }
            guard let text = forms[form] ?? forms[.other] else { return "⟨\(phrase.key)⟩" }
            template = text
        }
        return template.filled { name in
            switch phrase.arguments[name] {
            case .text(let text): text
            case .number(let number): Self.grouped(number)
            case .phrase(let phrase): say(phrase)
            case nil: nil
            }
        }
    }

    /// The words of the key with the arguments.
    public func say(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> String {
        say(Phrase(key, arguments))
    }

    /// A number with its thousands set apart by no-break spaces, as the decree prints them: `16 862`.
    public static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0, digits.count > 4 { grouped.append("\u{00A0}") }
            grouped.append(digit)
        }
        return number < 0 ? "−" + grouped : grouped
    }
}

/// A text with named placeholders in braces, such as `{count} beds in {place}`.
public struct Template: Hashable, Sendable {
    private let parts: [Part]

    private enum Part: Hashable, Sendable {
        case words(String)
        case placeholder(String)
    }

    /// Cuts `text` at its placeholders. A brace that is never closed is words.
    public init(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.words(String(rest[..<open])))
            parts.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.words(String(rest)))
        self.parts = parts
    }

    /// The names of the placeholders.
    public var placeholders: Set<String> {
        Set(parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } })
    }

    /// The text with each placeholder replaced; one without a value keeps its braces.
    func filled(_ value: (String) -> String?) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .words(let words): text += words
            case .placeholder(let name): text += value(name) ?? "{\(name)}"
            }
        }
    }
}

/// The plural forms of CLDR that our languages use.
public enum PluralForm: String, CaseIterable, Sendable {
    case one, few, many, other

    /// The form `count` takes in `language`, after the CLDR plural rules for whole numbers.
    public init(of count: Int, in language: Language) {
        let number = count.magnitude
        switch language {
        case .kk, .en: self = number == 1 ? .one : .other
        case .ru:
            let unit = number % 10
            let teen = number % 100
            if unit == 1, teen != 11 {
                self = .one
            } else if (2...4).contains(unit), !(12...14).contains(teen) {
                self = .few
            } else {
                self = .many
            }
        }
    }
}
