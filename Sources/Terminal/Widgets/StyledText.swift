/// Text of several styles on one line.
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A piece of one style.
    public struct Span: Hashable, Sendable {
        /// The piece's text.
        public var text: String
        /// The piece's style.
        public var style: Style

        /// A piece.
        public init(_ text: String, _ style: Style = .normal) {
            self.text = text
            self.style = style
        }
    }

    /// The pieces, from left to right.
    public var spans: [Span]

    /// Text of pieces.
    public init(_ spans: [Span]) { self.spans = spans }
    /// Text of one style.
    public init(_ text: String, _ style: Style = .normal) { spans = [Span(text, style)] }
    /// Ordinary text.
    public init(stringLiteral text: String) { self.init(text) }

    /// The text without its styles.
    public var plain: String { spans.map(\.text).joined() }
    /// Cells it takes.
    public var width: Int { spans.reduce(0) { $0 + TextWidth.of($1.text) } }

    /// One text after the other.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        StyledText(left.spans + right.spans)
    }

    /// The same with one more piece.
    public func appending(_ text: String, _ style: Style = .normal) -> StyledText {
        StyledText(spans + [Span(text, style)])
    }

    /// The beginning that fits into `width` cells, with an ellipsis where something was left out.
    func truncated(to width: Int, ellipsis: String) -> StyledText {
        guard self.width > width else { return self }
        var left = max(0, width - TextWidth.of(ellipsis))
        var kept: [Span] = []
        for span in spans {
            let length = TextWidth.of(span.text)
            if length <= left {
                kept.append(span)
                left -= length
                continue
            }
            let mark = width >= TextWidth.of(ellipsis) ? ellipsis : ""
            kept.append(Span(TextWidth.prefix(span.text, cells: left) + mark, span.style))
            break
        }
        return StyledText(kept)
    }
}
