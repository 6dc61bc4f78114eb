/// Tells two quick presses on one cell from two presses.
///
/// ncurses could, but only by holding every press back until it knows.
struct DoublePress {
    /// The longest time between the two.
    static let limit = Duration.milliseconds(400)

    private var last: (mouse: Mouse, at: ContinuousClock.Instant)?

    /// The press as it came, or as the second of two.
    mutating func tell(_ mouse: Mouse, at now: ContinuousClock.Instant) -> Mouse {
        guard mouse.kind == .press else { return mouse }
        if let last, last.mouse == mouse, now - last.at <= Self.limit {
            self.last = nil
            return Mouse(x: mouse.x, y: mouse.y, kind: .double, button: mouse.button)
        }
        last = (mouse, now)
        return mouse
    }
}
