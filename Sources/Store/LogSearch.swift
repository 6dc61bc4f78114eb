import Situation

/// Which lines of the duty log to find.
public struct LogSearch: Hashable, Sendable {
    /// Words to find, as a person types them. All have to be there, the last one perhaps unfinished; words between
    /// quotation marks have to stand together. Capitals, marks and the letters of ``SearchFolding`` make no difference.
    /// Empty for all lines.
    public var text: String
    /// Known from then on.
    public var from: Instant?
    /// Known by then.
    public var to: Instant?
    /// A place by its id.
    public var place: String?
    public var person: PersonName?
    /// Names of kinds; empty for all.
    public var kinds: Set<String>
    /// What the journal knew then.
    public var moment: PictureMoment

    public init(
        _ text: String = "", from: Instant? = nil, to: Instant? = nil, place: String? = nil,
        person: PersonName? = nil, kinds: Set<String> = [], moment: PictureMoment = .now
    ) {
        self.text = text
        self.from = from
        self.to = to
        self.place = place
        self.person = person
        self.kinds = kinds
        self.moment = moment
    }

    /// What is asked of the index, in its own language; `nil` when nothing is.
    ///
    /// Only letters and digits of what was typed get there, each word between quotation marks, so there is nothing in
    /// a text that could be taken for an operator.
    var match: String? {
        var terms = Self.terms(of: text).map { "{words} : \($0)" }
        if !kinds.isEmpty {
            let tokens = kinds.sorted().map { "\"\(LogIndex.token($0))\"" }
            terms.append("{kind} : (\(tokens.joined(separator: " OR ")))")
        }
        if let place { terms.append("{place} : \"\(LogIndex.token(place))\"") }
        if let person { terms.append("{person} : \"\(LogIndex.token(person.rawValue))\"") }
        return terms.isEmpty ? nil : terms.joined(separator: " AND ")
    }

    /// The words and phrases of what was typed.
    private static func terms(of text: String) -> [String] {
        // Every kind of quotation mark opens and closes: «», „“, “”, "".
        let pieces = text.split(omittingEmptySubsequences: false) { "\"«»„“”".contains($0) }
        var terms: [String] = []
        for (index, piece) in pieces.enumerated() {
            let words = SearchFolding.words(of: String(piece))
            let isClosed = index < pieces.count - 1
            if index.isMultiple(of: 2) || !isClosed {
                terms += words.map { "\"\($0)\"" }
            } else if !words.isEmpty {
                terms.append("\"\(words.joined(separator: " "))\"")
            }
        }
        // The word one is still typing has no blank or mark behind it.
        if let last = text.unicodeScalars.last, !isEndOfWord(last), let term = terms.popLast() {
            terms.append(term + "*")
        }
        return terms
    }

    private static func isEndOfWord(_ scalar: Unicode.Scalar) -> Bool {
        SearchFolding.words(of: String(scalar)).isEmpty && scalar.properties.generalCategory != .nonspacingMark
    }

    /// Whether nothing of what was typed can be found, though something was: signs without a letter.
    var isUnanswerable: Bool {
        SearchFolding.words(of: text).isEmpty && text.contains { !$0.isWhitespace }
    }
}
