import CNcurses

/// Control sequences that are sent past ncurses.
enum ControlSequence {
    /// Pasted text comes between marks (xterm's mode 2004).
    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"
    static let pasteBegin = "\u{1B}[200~"
    static let pasteEnd = "\u{1B}[201~"
    /// The window's title is put on the terminal's own stack, and taken from there (XTWINOPS 22 and 23).
    static let titlePush = "\u{1B}[22;2t"
    static let titlePop = "\u{1B}[23;2t"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

    /// What undoes all that the screen may have set, for the crash guard. Call after `setupterm`.
    static func undoingAll(_ capability: TerminalCapability) -> String {
        var undo = ""
        if nc_capability("kmous") != nil { undo += mouseOff }
        if capability.isLikeXterm { undo += pasteOff }
        if keepsTitle(capability) { undo += titlePop }
        // Keypad, attributes, colours, cursor, and last the other screen.
        for name in ["rmkx", "sgr0", "op", "cnorm", "rmcup"] { undo += string(name) }
        return undo
    }

    /// Whether we must keep the title ourselves; xterm's description does it together with the other screen.
    static func keepsTitle(_ capability: TerminalCapability) -> Bool {
        capability.isLikeXterm && !string("smcup").contains("[22;")
    }

    /// A capability without the delays (`$<5>`) that only real paper and glass needed.
    private static func string(_ name: String) -> String {
        guard let found = nc_capability(name) else { return "" }
        return String(cString: found).replacing(/\$<[^>]*>/, with: "")
    }
}
