/// What a column is sorted by. What is missing comes last, whichever way the column is sorted.
enum SortKey: Hashable, Sendable {
    case number(Double)
    case text([UInt32])
    case missing

    /// A word, in the order of the Kazakh alphabet.
    static func word(_ text: String) -> SortKey { .text(Collation.key(text)) }

    /// A number that may not be known.
    static func optional(_ number: Double?) -> SortKey { number.map(SortKey.number) ?? .missing }

    static func count(_ number: Int?) -> SortKey { optional(number.map(Double.init)) }

    /// Whether this comes before `other`; false for equals.
    func comes(before other: SortKey, ascending: Bool) -> Bool {
        switch (self, other) {
        case (.missing, _): false
        case (_, .missing): true
        case (.number(let left), .number(let right)): ascending ? left < right : left > right
        case (.text(let left), .text(let right)):
            ascending ? left.lexicographicallyPrecedes(right) : right.lexicographicallyPrecedes(left)
        case (.number, .text): ascending
        case (.text, .number): !ascending
        }
    }
}
