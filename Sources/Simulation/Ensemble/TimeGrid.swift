import Situation

/// The even steps of time that an ensemble keeps quantiles for.
///
/// A run of days is kept by the hour; a longer one by steps of several hours, so that what is kept does not
/// grow with the length of a run.
public struct TimeGrid: Hashable, Sendable {
    /// The moment the first step begins.
    public let start: Instant
    /// Hours in a step.
    public let stepHours: Int
    /// How many steps; the last may be cut short by the end of the run.
    public let count: Int

    /// More than a chart has columns for, and a week by the hour.
    static let mostSteps = 168

    init(start: Instant, length: Span) {
        let hours = max(0, (length.wholeMinutes + 59) / 60)
        self.start = start
        stepHours = max(1, (hours + Self.mostSteps - 1) / Self.mostSteps)
        count = (hours + stepHours - 1) / stepHours
    }

    /// The moment a step is over.
    public func end(of step: Int) -> Instant { start + .hours((step + 1) * stepHours) }

    /// The step that an interval ending at `moment` belongs to; `nil` for one outside the run.
    func step(endingAt moment: Instant) -> Int? {
        let milliseconds = (moment - start).milliseconds
        guard milliseconds > 0 else { return nil }
        let step = Int((milliseconds - 1) / (Int64(stepHours) * 3_600_000))
        return step < count ? step : nil
    }
}
