/// What the user asked for on the command line (`--color`).
public enum ColourChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

/// How many colours the program uses.
public enum ColourDepth: String, CaseIterable, Comparable, Sendable {
    /// No colours: bold, underline and reverse only.
    case none
    /// The basic colours of the user's theme.
    case sixteen
    /// The xterm palette of 256.
    case palette
    /// Red, green and blue.
    case trueColour

    /// The depth for a terminal.
    ///
    /// `NO_COLOR` (no-color.org) is honoured unless colours were asked for expressly.
    /// `COLORTERM=truecolor` alone does not raise the depth: ncurses sends what terminfo describes, and only
    /// a description with direct colour (COLORS = 2²⁴) can carry red, green and blue.
    ///
    /// - Parameters:
    ///   - colours: what ncurses found in terminfo (`COLORS`).
    ///   - isDirect: whether terminfo says that colour numbers are RGB values (the `RGB` flag).
    public static func choose(
        _ choice: ColourChoice, colours: Int, isDirect: Bool, environment: [String: String]
    ) -> ColourDepth {
        let isUnwanted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        if choice == .never || (choice == .auto && isUnwanted) { return .none }
        if isDirect, colours >= 1 << 24 { return .trueColour }
        if isDirect { return .sixteen }
        return switch colours {
        case 256...: .palette
        case 8...: .sixteen
        default: .none
        }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    /// Fewer colours come first.
    public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rank < right.rank }
}
