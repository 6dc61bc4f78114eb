/// Which look each role has at each colour depth.
///
/// Blue and orange carry the meanings, since the commonest colour blindness confuses red with green. Text on
/// the terminal's own background uses mid-tones that stand out on black and on white; what must shout brings
/// its own background. Without colours each meaning still has a look of its own.
public struct Palette: Sendable {
    /// How many colours it uses.
    public let depth: ColourDepth

    /// The palette for a depth.
    public init(depth: ColourDepth) { self.depth = depth }

    /// How to show a style.
    public func attributes(for style: Style) -> Attributes {
        var look =
            switch depth {
            case .none: plain(style.role)
            case .sixteen: basic(style.role)
            case .palette: indexed(style.role)
            case .trueColour: direct(style.role)
            }
        look.flags.formUnion(style.flags)
        return look
    }

    /// Marks that a role carries whatever the depth, so that colour is never alone.
    private func marks(_ role: StyleRole) -> StyleFlags {
        switch role {
        case .heading, .warning, .key, .focusedBorder, .accent: .bold
        case .title, .exercise, .critical: .bold
        case .attention, .link, .input: .underline
        default: []
        }
    }

    private func plain(_ role: StyleRole) -> Attributes {
        switch role {
        case .title: Attributes(nil, on: nil, [.bold, .underline])
        case .critical: Attributes(nil, on: nil, [.bold, .reverse])
        case .exercise: Attributes(nil, on: nil, [.bold, .reverse, .underline])
        case .selected: Attributes(nil, on: nil, .reverse)
        case .selectedMuted: Attributes(nil, on: nil, [.reverse, .dim])
        case .muted, .disabled, .chartBand: Attributes(nil, on: nil, .dim)
        default: Attributes(nil, on: nil, marks(role))
        }
    }

    private func basic(_ role: StyleRole) -> Attributes {
        switch role {
        case .attention: Attributes(.black, on: .cyan)
        case .warning: Attributes(.black, on: .yellow)
        case .critical: Attributes(.white, on: .red, .bold)
        case .exercise: Attributes(.white, on: .magenta, .bold)
        case .chartIn: Attributes(.cyan)
        case .chartOut: Attributes(.yellow)
        case .accent, .focusedBorder: Attributes(.magenta, on: nil, .bold)
        case .chartTarget: Attributes(.magenta)
        default: plain(role)
        }
    }

    private func indexed(_ role: StyleRole) -> Attributes {
        colours(role).map { Attributes($0.index.text, on: $0.index.ground, marks(role)) } ?? plain(role)
    }

    private func direct(_ role: StyleRole) -> Attributes {
        colours(role).map { Attributes($0.rgb.text, on: $0.rgb.ground, marks(role)) } ?? plain(role)
    }

    /// The colours of a role; nil where it takes the terminal's own.
    private func colours(_ role: StyleRole) -> Tint? {
        switch role {
        case .normal, .heading, .title, .selected, .input: nil
        case .muted, .disabled, .border, .chartBand: .grey
        case .attention, .link, .key, .accent, .focusedBorder, .chartIn: .blue
        case .warning, .chartOut: .orange
        case .chartTarget, .chartForecast: .purple
        case .critical: .whiteOnRed
        case .exercise: .whiteOnPurple
        case .selectedMuted: .whiteOnGrey
        }
    }
}

/// A colour in both ways of counting, with its own background or the terminal's.
private struct Tint {
    var index: (text: Colour, ground: Colour?)
    var rgb: (text: Colour, ground: Colour?)

    static let grey = Tint(index: (.indexed(244), nil), rgb: (.rgb(0x80, 0x80, 0x80), nil))
    static let blue = Tint(index: (.indexed(33), nil), rgb: (.rgb(0x1E, 0x82, 0xD2), nil))
    static let orange = Tint(index: (.indexed(166), nil), rgb: (.rgb(0xD0, 0x66, 0x10), nil))
    static let purple = Tint(index: (.indexed(134), nil), rgb: (.rgb(0xA8, 0x5E, 0xC8), nil))
    static let whiteOnRed = Tint(
        index: (.indexed(231), .indexed(124)), rgb: (.rgb(0xFF, 0xFF, 0xFF), .rgb(0xB0, 0x10, 0x10)))
    static let whiteOnPurple = Tint(
        index: (.indexed(231), .indexed(55)), rgb: (.rgb(0xFF, 0xFF, 0xFF), .rgb(0x5A, 0x1E, 0xA0)))
    static let whiteOnGrey = Tint(
        index: (.indexed(231), .indexed(240)), rgb: (.rgb(0xFF, 0xFF, 0xFF), .rgb(0x58, 0x58, 0x58)))
}
