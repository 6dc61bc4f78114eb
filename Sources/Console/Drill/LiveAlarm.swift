import Situation

/// What a console in an exercise is told of an alarm of the live watch: how grave, where, since when, and nothing else,
/// so that nothing real stands among what is played.
public struct LiveAlarm: Hashable, Sendable {
    public let priority: AlarmPriority
    /// The id of the post, section, region or shelter.
    public let place: String
    /// By the clock on the wall.
    public let since: Instant

    public init(priority: AlarmPriority, place: String, since: Instant) {
        self.priority = priority
        self.place = place
        self.since = since
    }
}
