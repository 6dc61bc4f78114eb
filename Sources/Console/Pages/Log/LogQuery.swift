import Reference
import Situation

/// What the filter of the duty log asks the whole journal for.
public struct LogQuery: Hashable, Sendable {
    /// Words to find.
    public var text: String
    /// Stored names of kinds; empty for all.
    public var kinds: Set<String>
    /// A place by its id.
    public var place: String?
    public var person: PersonName?
    /// Known from then on, and by then.
    public var from: Instant?
    public var to: Instant?

    public init(
        text: String = "", kinds: Set<String> = [], place: String? = nil, person: PersonName? = nil,
        from: Instant? = nil, to: Instant? = nil
    ) {
        self.text = text
        self.kinds = kinds
        self.place = place
        self.person = person
        self.from = from
        self.to = to
    }
}

/// The words of a filter as they were typed: `kind:note place:"Сырым" by:Сағынов from:22.11 кезек`.
///
/// A word in front of a colon names what is asked for in any of the three languages; everything else is text. What stands
/// between quotation marks is one word.
struct FilterWords: Hashable, Sendable {
    /// What a word can ask for.
    enum Key: String, CaseIterable, Hashable, Sendable {
        case kind, place, by, from, to

        /// As it is typed, in the three languages.
        private var names: [String] {
            switch self {
            case .kind: ["kind", "түрі", "вид"]
            case .place: ["place", "орын", "место"]
            case .by: ["by", "кім", "кто"]
            case .from: ["from", "бастап", "с"]
            case .to: ["to", "дейін", "до"]
            }
        }

        init?(typed: some StringProtocol) {
            let word = typed.lowercased()
            guard let key = Self.allCases.first(where: { $0.names.contains(word) }) else { return nil }
            self = key
        }
    }

    /// In the order typed.
    private(set) var asked: [(key: Key, value: String)] = []
    /// The rest, quotation marks included.
    private(set) var text = ""

    init(_ typed: String) {
        var rest: [String] = []
        for word in Self.words(of: typed) {
            guard let colon = word.firstIndex(of: ":"), let key = Key(typed: word[..<colon]) else {
                rest.append(word)
                continue
            }
            let value = word[word.index(after: colon)...].filter { $0 != "\"" }
            if !value.isEmpty { asked.append((key, String(value))) }
        }
        text = rest.joined(separator: " ")
        // A blank at the end says that the last word is whole.
        if typed.last == " ", !text.isEmpty { text += " " }
    }

    static func == (left: FilterWords, right: FilterWords) -> Bool {
        left.text == right.text && left.asked.elementsEqual(right.asked, by: ==)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        for (key, value) in asked {
            hasher.combine(key)
            hasher.combine(value)
        }
    }

    /// Words set apart by blanks outside quotation marks.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character.isWhitespace, !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

/// A moment as it is typed into a filter: `03:14` today or the day before, `22.11`, `2026-11-22`, `6h` ago.
struct TypedMoment {
    let now: Instant

    func moment(_ text: String) -> Instant? {
        if let ago = hours(text) { return now - ago }
        if let time = numbers(text, separator: ":"), time.count == 2, time[0] < 24, time[1] < 60 {
            let today = now.startOfDay + .minutes(time[0] * 60 + time[1])
            return today <= now ? today : today - .days(1)
        }
        if let date = numbers(text, separator: "."), date.count == 2 {
            return day(CivilTime(now).year, date[1], date[0])
        }
        if let date = numbers(text, separator: "-"), date.count == 3 { return day(date[0], date[1], date[2]) }
        return nil
    }

    private func hours(_ text: String) -> Span? {
        guard let unit = text.last, let count = Int(text.dropLast()), count > 0, count < 10_000 else {
            return nil
        }
        switch unit {
        case "h", "ч", "с": return .hours(count)
        case "m", "м": return .minutes(count)
        case "d", "д", "к": return .days(count)
        default: return nil
        }
    }

    private func numbers(_ text: String, separator: Character) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == parts.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Instant? {
        guard (2000...2999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        return Instant(year: year, month: month, day: day)
    }
}
