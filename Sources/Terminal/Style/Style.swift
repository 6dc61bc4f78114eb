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
    /// The set as bits.
    public let rawValue: UInt8
    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier strokes.
    public static let bold = StyleFlags(rawValue: 1)
    /// Text and background exchanged.
    public static let reverse = StyleFlags(rawValue: 2)
    /// A line under the text.
    public static let underline = StyleFlags(rawValue: 4)
    /// Fainter than usual, where the terminal can.
    public static let dim = StyleFlags(rawValue: 8)
}

/// A role and what is laid over it.
public struct Style: Hashable, Sendable {
    /// What it means.
    public var role: StyleRole
    /// Marks laid over the role's look.
    public var flags: StyleFlags

    /// A role and marks.
    public init(_ role: StyleRole, _ flags: StyleFlags = []) {
        self.role = role
        self.flags = flags
    }

    /// The same role with further marks.
    public func adding(_ more: StyleFlags) -> Style { Style(role, flags.union(more)) }
}

extension Style {
    /// The role `normal` as it is.
    public static let normal = Style(.normal)
    /// The role `muted` as it is.
    public static let muted = Style(.muted)
    /// The role `heading` as it is.
    public static let heading = Style(.heading)
    /// The role `title` as it is.
    public static let title = Style(.title)
    /// The role `attention` as it is.
    public static let attention = Style(.attention)
    /// The role `warning` as it is.
    public static let warning = Style(.warning)
    /// The role `critical` as it is.
    public static let critical = Style(.critical)
    /// The role `exercise` as it is.
    public static let exercise = Style(.exercise)
    /// The role `selected` as it is.
    public static let selected = Style(.selected)
    /// The role `selectedMuted` as it is.
    public static let selectedMuted = Style(.selectedMuted)
    /// The role `key` as it is.
    public static let key = Style(.key)
    /// The role `disabled` as it is.
    public static let disabled = Style(.disabled)
    /// The role `border` as it is.
    public static let border = Style(.border)
    /// The role `focusedBorder` as it is.
    public static let focusedBorder = Style(.focusedBorder)
    /// The role `accent` as it is.
    public static let accent = Style(.accent)
    /// The role `link` as it is.
    public static let link = Style(.link)
    /// The role `input` as it is.
    public static let input = Style(.input)
    /// The role `chartIn` as it is.
    public static let chartIn = Style(.chartIn)
    /// The role `chartOut` as it is.
    public static let chartOut = Style(.chartOut)
    /// The role `chartBand` as it is.
    public static let chartBand = Style(.chartBand)
    /// The role `chartTarget` as it is.
    public static let chartTarget = Style(.chartTarget)
    /// The role `chartForecast` as it is.
    public static let chartForecast = Style(.chartForecast)
}
