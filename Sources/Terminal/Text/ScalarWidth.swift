import CTerminalGuard

/// How many cells one Unicode scalar takes, by the same rule ncurses uses: the C library's `wcwidth`.
enum ScalarWidth {
    /// 0 for a mark that joins the cell before it, 1 or 2 for a printable one, nil for what must not be sent.
    static func of(_ scalar: Unicode.Scalar) -> Int? {
        if let known = common(scalar.value) { return known }
        if isUnsafe(scalar) { return nil }
        let width = Int(terminal_scalar_width(scalar.value))
        return width < 0 ? nil : width
    }

    /// Whether the scalar is one of those nearly all text here consists of: one cell wide, never a mark.
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool { common(scalar.value) != nil }

    /// The scalars that nearly all text here consists of, without asking the C library.
    private static func common(_ value: UInt32) -> Int? {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: 1  // ASCII, Latin; U+00AD is a format control
        case 0x400...0x482, 0x48A...0x52F: 1  // Cyrillic with the Kazakh letters, less its combining marks
        case 0x2190...0x21FF, 0x2500...0x25FC, 0x2800...0x28FF: 1  // arrows, boxes, blocks, braille
        default: nil
        }
    }

    /// Controls of any kind: C0, C1, DEL, bidirectional and other format controls, line separators.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: false
        }
    }
}
