/// The characters pictures are made of, for terminals that can show much, some or only ASCII.
public struct Glyphs: Hashable, Sendable {
    /// What the terminal's font can show.
    public enum Repertoire: String, CaseIterable, Sendable {
        /// Braille, eighth blocks, all marks.
        case unicode
        /// The console of Linux: lines, half blocks and arrows, no braille.
        case blocks
        case ascii
    }

    /// What the set was made for.
    public let repertoire: Repertoire
    /// The lines of frames.
    public let box: Box
    /// A horizontal bar's last cell, from almost empty to full. The last entry is the full cell.
    public let barSteps: [String]
    /// A column's height in one cell, from lowest to full.
    public let levels: [String]
    /// What is not filled of a bar.
    public let barEmpty: String
    /// Signs that stand beside words.
    public let marks: Marks
    /// Where text was cut.
    public let ellipsis: String
    /// A horizontal line inside a chart.
    public let dash: String

    /// The lines of frames.
    public struct Box: Hashable, Sendable {
        public let horizontal, vertical: String
        public let topLeft, topRight, bottomLeft, bottomRight: String
        public let teeLeft, teeRight: String

        init(_ set: [Character]) {
            func at(_ index: Int) -> String { index < set.count ? String(set[index]) : "+" }
            horizontal = at(0)
            vertical = at(1)
            (topLeft, topRight, bottomLeft, bottomRight) = (at(2), at(3), at(4), at(5))
            (teeLeft, teeRight) = (at(6), at(7))
        }
    }

    /// Signs of one cell that stand beside words.
    public struct Marks: Hashable, Sendable {
        /// ▲: something is wrong, or the order is ascending.
        public let up: String
        /// ▼: falling, or the order is descending.
        public let down: String
        /// ●: there, in order.
        public let dot: String
        /// ○: not there.
        public let circle: String
        /// ◆: two things contradict, or a point in time.
        public let diamond: String
        /// ?: silent, unknown.
        public let unknown: String
        /// –: no value.
        public let none: String
        /// →: what follows.
        public let arrow: String
        /// ▌: a separator that is seen from afar.
        public let block: String
        /// ×: times.
        public let times: String
        /// ✓: done.
        public let done: String
        /// ↑ and ↓, ← and →: keys.
        public let keyUp, keyDown, keyLeft, keyRight: String
        /// ›: one step deeper.
        public let chevron: String
        /// ±: give or take.
        public let plusMinus: String
    }

    /// How control characters in data are shown.
    public var symbols: ControlSymbols { repertoire == .ascii ? .questionMarks : .pictures }
}

extension Glyphs {
    /// Everything a modern terminal shows.
    public static let unicode = Glyphs(
        repertoire: .unicode, box: Box(Array("─│┌┐└┘├┤")),
        barSteps: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
        levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], barEmpty: "·",
        marks: Marks(
            up: "▲", down: "▼", dot: "●", circle: "○", diamond: "◆", unknown: "?", none: "–", arrow: "→",
            block: "▌", times: "×", done: "✓", keyUp: "↑", keyDown: "↓", keyLeft: "←", keyRight: "→",
            chevron: "›", plusMinus: "±"),
        ellipsis: "…", dash: "─")

    /// What the fonts of the Linux console have.
    public static let blocks = Glyphs(
        repertoire: .blocks, box: Box(Array("─│┌┐└┘├┤")), barSteps: ["▌", "█"], levels: ["▄", "█"],
        barEmpty: "░",
        marks: Marks(
            up: "▲", down: "▼", dot: "•", circle: "o", diamond: "♦", unknown: "?", none: "-", arrow: "→",
            block: "▌", times: "x", done: "√", keyUp: "↑", keyDown: "↓", keyLeft: "←", keyRight: "→",
            chevron: ">", plusMinus: "±"),
        ellipsis: ">", dash: "─")

    /// Seven-bit characters only.
    public static let ascii = Glyphs(
        repertoire: .ascii, box: Box(Array("-|++++++")), barSteps: ["#"], levels: [".", ":", "-", "=", "#"],
        barEmpty: ".",
        marks: Marks(
            up: "^", down: "v", dot: "*", circle: "o", diamond: "&", unknown: "?", none: "-", arrow: ">",
            block: "|", times: "x", done: "+", keyUp: "^", keyDown: "v", keyLeft: "<", keyRight: ">",
            chevron: ">", plusMinus: "~"),
        ellipsis: ">", dash: "-")

    /// The set for what a terminal can show.
    public static func `for`(_ repertoire: Repertoire) -> Glyphs {
        switch repertoire {
        case .unicode: .unicode
        case .blocks: .blocks
        case .ascii: .ascii
        }
    }
}
