/// A colour of the screen, in the way the terminal counts colours.
public enum Colour: Hashable, Sendable {
    /// One of the eight basic colours, as the user's own theme shows it: 0 black to 7 white.
    case basic(Int)
    /// A number of the xterm palette of 256.
    case indexed(Int)
    /// Red, green and blue, 0 to 255 each.
    case rgb(Int, Int, Int)

    public static let black = Colour.basic(0)
    public static let red = Colour.basic(1)
    public static let yellow = Colour.basic(3)
    public static let magenta = Colour.basic(5)
    public static let cyan = Colour.basic(6)
    public static let white = Colour.basic(7)
}

/// How a style is shown: colours (nil is the terminal's own) and marks.
public struct Attributes: Hashable, Sendable {
    public var foreground: Colour?
    public var background: Colour?
    public var flags: StyleFlags

    public init(_ foreground: Colour? = nil, on background: Colour? = nil, _ flags: StyleFlags = []) {
        self.foreground = foreground
        self.background = background
        self.flags = flags
    }
}
