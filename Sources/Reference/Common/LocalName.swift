/// The name of one thing in the three languages of the screens.
///
/// This room does not know the room of languages; a language is its code, `kk`, `ru` or `en`.
public struct LocalName: Hashable, Sendable {
    /// In Kazakh.
    public let kk: String
    /// In Russian.
    public let ru: String
    /// In English.
    public let en: String

    /// The same thing named in three languages.
    public init(kk: String, ru: String, en: String) {
        self.kk = kk
        self.ru = ru
        self.en = en
    }

    /// The name in the language with that code; Kazakh, the first language of the screens, for any other
    /// code.
    public func text(for code: String) -> String {
        switch code {
        case "ru": ru
        case "en": en
        default: kk
        }
    }

    /// The three names, Kazakh first. Two of them may be equal.
    public var all: [String] { [kk, ru, en] }
}
