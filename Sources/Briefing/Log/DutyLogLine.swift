import Situation

/// A line of the duty log with what was said of it since: a correction never hides what it corrects.
public struct DutyLogLine: Sendable {
    public let entry: Entry
    /// Corrections of the entry, in the order they were taken.
    public let corrections: [Entry]
    /// Of a correction: what it corrects.
    public let original: Entry?
    /// Where its promotion to a significant event stands.
    public let significance: SignificanceRecord?

    public init(
        _ entry: Entry, corrections: [Entry] = [], original: Entry? = nil,
        significance: SignificanceRecord? = nil
    ) {
        self.entry = entry
        self.corrections = corrections
        self.original = original
        self.significance = significance
    }
}
