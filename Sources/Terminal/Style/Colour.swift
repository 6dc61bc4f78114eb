/// A colour of the screen, in the way the terminal counts colours.
public enum Colour: Hashable, Sendable {
    /// One of the eight basic colours, as the user's own theme shows it: 0 black to 7 white.
    case basic(Int)
    /// A number of the xterm palette of 256.
    case indexed(Int)
    /// Red, green and blue, 0 to 255 each.
    case rgb(Int, Int, Int)

    /// Basic colour 0.
    public static let black = Colour.basic(0)
    /// Basic colour 1.
    public static let red = Colour.basic(1)
    /// Basic colour 3.
    public static let yellow = Colour.basic(3)
    /// Basic colour 5.
    public static let magenta = Colour.basic(5)
    /// Basic colour 6.
    public static let cyan = Colour.basic(6)
    /// Basic colour 7.
    public static let white = Colour.basic(7)
}

/// How a style is shown: colours (nil is the terminal's own) and marks.
public struct Attributes: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: Colour?
    /// The colour behind it.
    public var background: Colour?
    /// Marks such as bold.
    public var flags: StyleFlags

    /// A look; the terminal's own colours where none is given.
    public init(_ foreground: Colour? = nil, on background: Colour? = nil, _ flags: StyleFlags = []) {
        self.foreground = foreground
        self.background = background
        self.flags = flags
    }
}
