/// The languages of the screens, Kazakh first.
public enum Language: String, CaseIterable, Codable, Sendable {
    case kk, ru, en

    /// The next language in the order kk, ru, en, kk.
    public var next: Language {
        switch self {
        case .kk: .ru
        case .ru: .en
        case .en: .kk
        }
    }
}
