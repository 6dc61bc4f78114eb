import Situation

/// Whom a count covers, in the source's own words.
struct Category: Hashable, Sendable {
    /// Empty for everyone.
    let text: String
    let role: Role

    /// What the words make of the number.
    enum Role: Hashable, Sendable {
        /// Persons who crossed in the period.
        case flow
        /// A number a day or an hour, which a period's total cannot be held against.
        case rate
        /// How many more stayed than left, of the same persons as the category of this name.
        case stay(of: String)
        /// One of the nested sets of humanitarian reporting.
        case set(PeopleSet)
    }

    static let everyone = Category(nil)

    init(_ words: String?) {
        text = words ?? ""
        guard let words else {
            role = .flow
            return
        }
        let plain = words.lowercased()
        if let set = PeopleSet(words: plain) {
            role = .set(set)
        } else if Self.rateWords.contains(where: plain.contains) {
            role = .rate
        } else if let word = Self.stayWords.first(where: { plain == $0 || plain.hasSuffix(" " + $0) }) {
            var base = words.dropLast(word.count)
            while base.last == " " || base.last == "," { base.removeLast() }
            role = .stay(of: String(base))
        } else {
            role = .flow
        }
    }

    private static let rateWords = [
        "per day", "a day", "daily", "per hour", "an hour", "в сутки", "в день", "в час", "тәулігіне",
        "күніне", "сағатына",
    ]
    private static let stayWords = ["stayed", "remained", "net", "остались", "осталось", "қалды", "қалғандар"]

    /// Whether everyone in it is also in `other`: the same words with more behind them (`RU citizens by road` of
    /// `RU citizens`), or anyone of everyone. Other words tell nothing of one another.
    func isPart(of other: Category) -> Bool {
        guard role == .flow, other.role == .flow else { return false }
        return other.text.isEmpty || text == other.text || text.hasPrefix(other.text + " ")
    }
}

/// The nested sets of humanitarian reporting, the smallest first. Each is a part of the next (HXL: `#population`,
/// `#affected`, `#inneed`, `#targeted`, `#reached`).
enum PeopleSet: Int, CaseIterable, Comparable, Sendable {
    case reached, targeted, inNeed, affected, population

    init?(words: String) {
        let plain = words.filter { $0.isLetter }
        guard let set = Self.allCases.first(where: { $0.names.contains(plain) }) else { return nil }
        self = set
    }

    private var names: [String] {
        switch self {
        case .reached: ["reached", "peoplereached", "охвачено", "қамтылды"]
        case .targeted: ["targeted", "peopletargeted", "кохвату", "қамтуға"]
        case .inNeed: ["inneed", "peopleinneed", "нуждаются", "мұқтаж"]
        case .affected: ["affected", "peopleaffected", "пострадали", "зардапшеккен"]
        case .population: ["population", "население", "халық"]
        }
    }

    static func < (left: PeopleSet, right: PeopleSet) -> Bool { left.rawValue < right.rawValue }
}
