import Foundation

/// How words are made alike before they are compared, so that `куйык` finds «Құйық» and `Koken` finds «Köken».
///
/// What is kept for searching and what is searched for go through the same table. Letters lose their case and their
/// marks (Unicode's canonical decomposition without nonspacing marks, which makes `е` of `ё` and `и` of `й`); what
/// remains goes through ``letters``.
public enum SearchFolding {
    /// Letters that marks alone do not explain, and what stands for each. The table is printed in `docs/journal.md`.
    public static let letters: [(from: String, to: String)] = [
        // Kazakh.
        ("ә", "а"), ("ғ", "г"), ("қ", "к"), ("ң", "н"), ("ө", "о"), ("ұү", "у"), ("һ", "х"), ("і", "и"),
        // Neighbours' Cyrillic, as it stands in names.
        ("ґӷҕ", "г"), ("ҳ", "х"), ("ҷ", "ч"), ("җ", "ж"), ("ҙ", "з"), ("ҫ", "с"), ("ҡҝҟ", "к"), ("є", "е"),
        // Latin letters whose marks are part of them; schwa is often typed for ә.
        ("ı", "i"), ("ł", "l"), ("ø", "o"), ("đð", "d"), ("ŋ", "n"), ("ə", "а"),
        ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"),
    ]

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (from, to) in letters {
            for scalar in from.unicodeScalars { table[scalar] = to }
        }
        return table
    }()

    /// `text` in small letters without marks, after the table.
    public static func fold(_ text: String) -> String {
        let lower = text.lowercased()
        if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
        var folded = String.UnicodeScalarView()
        for scalar in lower.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            if let letters = table[scalar] {
                folded.append(contentsOf: letters.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// The words of `text`, folded: runs of letters and digits.
    public static func words(of text: String) -> [String] {
        fold(text).unicodeScalars.split { !isPartOfWord($0) }.map { String($0) }
    }

    static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
