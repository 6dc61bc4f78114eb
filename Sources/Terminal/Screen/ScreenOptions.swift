/// How a screen is opened.
public struct ScreenOptions: Sendable {
    /// The process's environment: TERM, COLORTERM, NO_COLOR.
    public var environment: [String: String]
    /// What the user asked for on the command line.
    public var colour: ColourChoice
    /// The characters to draw with; chosen by terminal and locale when nil.
    public var repertoire: Glyphs.Repertoire?
    /// Whether clicks and the wheel come to the program; else the terminal selects text without Shift.
    public var usesMouse: Bool

    /// Options; only the environment has to be given.
    public init(
        environment: [String: String], colour: ColourChoice = .auto, repertoire: Glyphs.Repertoire? = nil,
        usesMouse: Bool = true
    ) {
        self.environment = environment
        self.colour = colour
        self.repertoire = repertoire
        self.usesMouse = usesMouse
    }
}
