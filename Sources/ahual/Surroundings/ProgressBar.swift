import Foundation

/// A bar on standard error while something takes long; nothing where that is no terminal.
struct ProgressBar {
    private let label: String
    private let isShown: Bool
    private let started = ContinuousClock.now
    private var lastDrawn = ContinuousClock.now

    init(_ label: String) {
        self.label = label
        isShown = Output.errorIsTerminal
    }

    /// Draws the share done, 0 to 1, at most ten times a second, with the time left.
    mutating func show(_ share: Double) {
        let now = ContinuousClock.now
        guard isShown, now - lastDrawn > .milliseconds(100) else { return }
        lastDrawn = now
        let share = min(max(share, 0), 1)
        let filled = Int(share * 30)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        let passed = Double((now - started).components.seconds)
        let left = share > 0.02 ? " \(Int(passed / share - passed)) s" : ""
        Output.progress("\r\(label) \(bar) \(Int(share * 100)) %\(left)\u{1B}[K")
    }

    /// Takes the bar away.
    func clear() { if isShown { Output.progress("\r\u{1B}[K") } }
}
