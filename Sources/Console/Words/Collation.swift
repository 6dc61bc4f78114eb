/// The order of words as a Kazakh or Russian reader expects it: by the Kazakh alphabet, which holds the Russian
/// one in its order. Latin letters come first.
enum Collation {
    /// A key whose order is the order of the words.
    static func key(_ text: String) -> [UInt32] {
        text.lowercased().unicodeScalars.map { scalar in
            places[scalar].map { 0x400 + UInt32($0) } ?? scalar.value
        }
    }

    private static let alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

    private static let places: [Unicode.Scalar: Int] = Dictionary(
        uniqueKeysWithValues: alphabet.unicodeScalars.enumerated().map { ($0.element, $0.offset) })
}
