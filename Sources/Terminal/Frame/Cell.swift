/// One cell of the screen: what stands in it and how it looks.
public struct Cell: Hashable, Sendable {
    /// A base character with its combining marks; empty in the right half of a wide character.
    public let text: String
    /// How it looks.
    public let style: Style
    /// Cells it takes: 1, or 2 for a wide character; 0 in the right half of one.
    public let width: Int

    init(text: String, style: Style, width: Int) {
        self.text = text
        self.style = style
        self.width = width
    }

    static func blank(_ style: Style) -> Cell { Cell(text: " ", style: style, width: 1) }
    static func rightHalf(_ style: Style) -> Cell { Cell(text: "", style: style, width: 0) }
}
