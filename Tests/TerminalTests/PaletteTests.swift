import Glibc
import Terminal
import Testing

@Suite struct PaletteTests {
    @Test func `the depth follows the terminal, the wish and NO_COLOR`() {
        func depth(
            _ colours: Int, _ choice: ColourChoice = .auto, direct: Bool = false,
            environment: [String: String] = [:]
        ) -> ColourDepth {
            .choose(choice, colours: colours, isDirect: direct, environment: environment)
        }
        #expect(depth(256) == .palette)
        #expect(depth(88) == .sixteen)
        #expect(depth(8) == .sixteen)
        #expect(depth(2) == .none)
        #expect(depth(1 << 24, direct: true) == .trueColour)
        #expect(depth(256, environment: ["COLORTERM": "truecolor"]) == .palette)
        #expect(depth(256, environment: ["NO_COLOR": "1"]) == .none)
        #expect(depth(256, environment: ["NO_COLOR": ""]) == .palette)
        #expect(depth(256, .always, environment: ["NO_COLOR": "1"]) == .palette)
        #expect(depth(256, .never) == .none)
    }

    @Test(arguments: ColourDepth.allCases)
    func `the meanings that matter look different from one another`(depth: ColourDepth) {
        let palette = Palette(depth: depth)
        let roles: [StyleRole] = [.normal, .attention, .warning, .critical, .exercise, .selected, .muted]
        #expect(Set(roles.map { palette.attributes(for: Style($0)) }).count == roles.count)
    }

    @Test func `without colours no colour is used`() {
        for role in StyleRole.allCases {
            let look = Palette(depth: .none).attributes(for: Style(role))
            #expect(look.foreground == nil && look.background == nil)
        }
    }

    @Test(arguments: [ColourDepth.sixteen, .palette, .trueColour])
    func `a colour is never the only mark of what is abnormal`(depth: ColourDepth) {
        for role in [StyleRole.attention, .warning, .critical, .exercise, .selected, .selectedMuted] {
            let look = Palette(depth: depth).attributes(for: Style(role))
            #expect(!look.flags.isEmpty || look.background != nil, "\(role)")
        }
    }

    @Test(arguments: [ColourDepth.palette, .trueColour], StyleRole.allCases)
    func `text can be read on black and on white`(depth: ColourDepth, role: StyleRole) {
        let look = Palette(depth: depth).attributes(for: Style(role))
        guard let text = look.foreground.map(luminance) else { return }
        if let ground = look.background.map(luminance) {
            #expect(contrast(text, ground) >= 4.5)  // WCAG 2.1, level AA for text
        } else {
            #expect(contrast(text, 0) >= 3)
            #expect(contrast(text, 1) >= 3)
        }
    }

    @Test func `blue and orange differ for those who confuse red with green`() {
        // Without red and green, blue alone must tell them apart.
        let looks = [Style.chartIn, .chartOut].map { Palette(depth: .palette).attributes(for: $0) }
        let blues = looks.compactMap { $0.foreground.map { channels($0).blue } }
        #expect(abs(blues[0] - blues[1]) > 0.5)
    }

    // WCAG 2.1: relative luminance and contrast.

    private func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    private func luminance(_ colour: Colour) -> Double {
        let (red, green, blue) = channels(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Linear channels, 0 to 1; of xterm's palette the cube (16–231) and the greys (232–255).
    private func channels(_ colour: Colour) -> (red: Double, green: Double, blue: Double) {
        switch colour {
        case .rgb(let red, let green, let blue): (linear(red), linear(green), linear(blue))
        case .indexed(let index) where index >= 232:
            (linear(8 + 10 * (index - 232)), linear(8 + 10 * (index - 232)), linear(8 + 10 * (index - 232)))
        case .indexed(let index), .basic(let index):
            (step((index - 16) / 36), step((index - 16) / 6 % 6), step((index - 16) % 6))
        }
    }

    private func step(_ level: Int) -> Double { linear([0, 95, 135, 175, 215, 255][level]) }

    private func linear(_ value: Int) -> Double {
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }

}
