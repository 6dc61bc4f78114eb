/// What can be known of a terminal before it is taken.
public struct TerminalCapability: Hashable, Sendable {
    /// The terminal's name (TERM).
    public let name: String

    /// Checks whether a screen can be opened at all.
    /// - Throws: `TerminalError` with the reason when it cannot.
    public static func probe(
        environment: [String: String], inputIsTerminal: Bool, outputIsTerminal: Bool
    ) throws(TerminalError) -> TerminalCapability {
        guard outputIsTerminal else { throw .notATerminal(.output) }
        guard inputIsTerminal else { throw .notATerminal(.input) }
        guard let name = environment["TERM"], !name.isEmpty else { throw .noTerminalName }
        guard !["dumb", "unknown", "emacs"].contains(name) else { throw .tooSimple(name: name) }
        return TerminalCapability(name: name)
    }

    /// Which characters can be relied on. ncurses sends any to any terminal, so it must be known here.
    ///
    /// - Parameter isUnicode: whether the locale in force writes UTF-8.
    public func repertoire(isUnicode: Bool) -> Glyphs.Repertoire {
        guard isUnicode, !isNamed(["vt1", "vt2", "vt3", "ansi", "wy", "cons25"]) else { return .ascii }
        return isNamed(["linux"]) ? .blocks : .unicode
    }

    /// Whether it knows xterm's sequences for titles and pasted text. The others might show them as text.
    public var isLikeXterm: Bool {
        isNamed([
            "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "konsole", "vte", "gnome", "kitty", "st-",
            "wezterm", "ghostty", "contour", "putty", "mintty",
        ])
    }

    private func isNamed(_ families: [String]) -> Bool {
        families.contains { name.hasPrefix($0) }
    }
}
