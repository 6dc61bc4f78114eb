import Situation

/// The rules of the contradiction desk, by the names they have in entries and catalogs (`watch.rule`).
public enum ContradictionRule: String, CaseIterable, Sendable {
    case balance, sum, falling, twice, slip, sets, rate, stale, whole

    /// Of which comparisons the rule knows; each has an explanation in the catalogs.
    public var variants: [String] {
        switch self {
        case .balance: ["shelter", "area"]
        case .sum: ["posts", "regions", "sections"]
        case .falling: ["total"]
        case .twice: ["sources", "restated"]
        case .slip: DigitSlip.allCases.map(\.rawValue)
        case .sets: ["sets"]
        case .rate: ["lanes"]
        case .stale: ["copy", "late"]
        case .whole: ["part", "modes", "beds", "committed"]
        }
    }

    /// Which cases explain which: a case that rests on an entry that one of a smaller number speaks against waits
    /// until that is settled. What is said of single entries comes first, what is worked out from many last.
    var rank: Int {
        switch self {
        case .twice, .slip, .stale: 0
        case .falling: 1
        case .balance, .sum, .sets, .rate, .whole: 2
        }
    }
}

/// What makes a case the same one on every console and after every start: the rule, the place, and the series and
/// times compared. Never the numbers, which corrections change.
struct CaseKey {
    let rule: ContradictionRule
    let subject: String
    let parts: [String]

    init(_ rule: ContradictionRule, _ subject: String, _ parts: String...) {
        // A pair that is found to be a slip later on is still the same pair.
        self.rule = rule == .slip ? .twice : rule
        self.subject = subject
        self.parts = parts
    }

    var id: ContradictionID {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
        for part in [rule.rawValue, subject] + parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        let zeros = String(repeating: "0", count: 16 - digits.count)
        return ContradictionID("\(rule.rawValue)-\(subject)-\(zeros)\(digits)")
    }
}

/// A case as a rule finds it.
struct FoundCase: Sendable {
    let id: ContradictionID
    let rule: ContradictionRule
    var finding: ContradictionEvent.Finding
    /// Every entry the case rests on, as far as it is known.
    var rests: Set<EntryID>
    /// The entries it speaks against: other cases that rest on them wait until this one is settled.
    var blames: Set<EntryID> = []
}

/// What the rules found of one place, and which of its open cases they now find in order.
struct Casebook: Sendable {
    private(set) var found: [FoundCase] = []
    private(set) var agreed: Set<ContradictionID> = []
    /// The open cases of the place: only of these it matters that their figures agree now.
    let open: Set<ContradictionID>

    init(open: Set<ContradictionID> = []) { self.open = open }

    mutating func raise(_ found: FoundCase) { self.found.append(found) }

    /// Notes that a comparison was made and its figures agree.
    mutating func agree(_ key: @autoclosure () -> CaseKey) {
        guard !open.isEmpty else { return }
        let id = key().id
        if open.contains(id) { agreed.insert(id) }
    }

    /// Notes a case between two claims unless they agree.
    mutating func compare(
        _ key: @autoclosure () -> CaseKey, variant: String, _ first: Claim, _ second: Claim,
        disagree: Bool
    ) {
        guard disagree else {
            agree(key())
            return
        }
        let key = key()
        let finding = ContradictionEvent.Finding(
            rule: key.rule.rawValue, variant: variant, subject: key.subject, first: first.figure,
            second: second.figure, gap: abs(first.value - second.value), unit: first.series.unit)
        raise(
            FoundCase(
                id: key.id, rule: key.rule, finding: finding, rests: Set(finding.sides),
                blames: key.rule == .falling ? Set(finding.sides) : []))
    }
}

extension Instant {
    /// Its part of a case's name.
    var key: String { String(milliseconds) }
}
