import Situation

/// A post in a run.
///
/// Times are minutes since the world's start, negative in the warm-up. A post plays by itself up to a moment;
/// what leaves it for another post is taken from it and handed on by the engine between steps of at most
/// ``World/tick``.
struct PostRun: Sendable {
    init(_ world: World, post index: Int, seed: UInt64, from start: Double) {}

    /// Plays everything before `minute`. Parties let into the country are appended in order of time.
    mutating func advance(to minute: Double, letIn: inout [LetIn]) {}

    /// A party from a sister post comes at `party.arrives`, which is not before the moment reached.
    mutating func receive(_ party: Underway) {}

    /// Parties that went on to sister posts since this was last asked, in order of the time they left.
    mutating func takeUnderway() -> [Underway] { [] }

    /// How long one who joins now can expect to wait, by the channel's queue and its lanes; infinity while shut.
    func expectedWait(_ direction: Direction, _ mode: TravelMode) -> Double { 0 }

    /// Tells the post what its sisters' waits are, by the world's order of its sisters; used until told anew.
    mutating func publish(sisterWaits: [(Direction, TravelMode, Int) -> Double]) {}

    /// Does what concerns this post at the moment reached. Acts for others are passed over.
    mutating func perform(_ act: SimulatedAct) {}

    /// What it says of itself: lanes, status, reason.
    func state(at now: Instant) -> CheckpointState { CheckpointState(checkpoint: "") }

    /// What happened since this was last asked, and how it stands.
    mutating func takeInterval() -> (incoming: PostInterval, outgoing: PostInterval) {
        (PostInterval(), PostInterval())
    }

    /// Everyone who ever came to the post itself (parties from sisters not counted again), and where they are.
    /// Those let into the country count as `left` here unless `LetIn` gave them out; see ``letInPersons``.
    var headcount: Headcount { Headcount() }

    /// Persons given out as ``LetIn`` since the beginning.
    var letInPersons: Int { 0 }
}
