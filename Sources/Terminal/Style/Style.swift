/// What a piece of the screen means. How it looks is the palette's business.
public enum StyleRole: String, CaseIterable, Hashable, Sendable {
    /// Ordinary text, in the terminal's own colours.
    case normal
    /// Of less weight: ages, units, explanations.
    case muted
    /// The head of a column or a section.
    case heading
    /// The name of the screen.
    case title
    /// Worth a look; nothing is wrong yet.
    case attention
    /// Abnormal: somebody should act.
    case warning
    /// The worst: act now.
    case critical
    /// The frame of an exercise, which must never be taken for the real thing.
    case exercise
    /// The row or entry that keys act on.
    case selected
    /// The selected row of a list that keys do not go to now.
    case selectedMuted
    /// A key in the hints.
    case key
    /// A key or an entry that cannot be used now.
    case disabled
    /// Lines and frames.
    case border
    /// The frame of the pane that keys go to.
    case focusedBorder
    /// A thing to notice that is no judgement: a match, a mark.
    case accent
    /// What can be followed.
    case link
    /// Where the user types.
    case input
    /// The first series of a chart, or what comes in.
    case chartIn
    /// The second series of a chart, or what goes out.
    case chartOut
    /// The usual range behind a series.
    case chartBand
    /// A line to be reached.
    case chartTarget
    /// What is expected, not measured.
    case chartForecast
}

/// Marks laid over a role's own look.
public struct StyleFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = StyleFlags(rawValue: 1)
    public static let reverse = StyleFlags(rawValue: 2)
    public static let underline = StyleFlags(rawValue: 4)
    public static let dim = StyleFlags(rawValue: 8)
}

/// A role and what is laid over it.
public struct Style: Hashable, Sendable {
    public var role: StyleRole
    public var flags: StyleFlags

    public init(_ role: StyleRole, _ flags: StyleFlags = []) {
        self.role = role
        self.flags = flags
    }

    /// The same role with further marks.
    public func adding(_ more: StyleFlags) -> Style { Style(role, flags.union(more)) }
}

extension Style {
    public static let normal = Style(.normal)
    public static let muted = Style(.muted)
    public static let heading = Style(.heading)
    public static let title = Style(.title)
    public static let attention = Style(.attention)
    public static let warning = Style(.warning)
    public static let critical = Style(.critical)
    public static let exercise = Style(.exercise)
    public static let selected = Style(.selected)
    public static let selectedMuted = Style(.selectedMuted)
    public static let key = Style(.key)
    public static let disabled = Style(.disabled)
    public static let border = Style(.border)
    public static let focusedBorder = Style(.focusedBorder)
    public static let accent = Style(.accent)
    public static let link = Style(.link)
    public static let input = Style(.input)
    public static let chartIn = Style(.chartIn)
    public static let chartOut = Style(.chartOut)
    public static let chartBand = Style(.chartBand)
    public static let chartTarget = Style(.chartTarget)
    public static let chartForecast = Style(.chartForecast)
}
