import Situation

/// People who travel together and stay together: a vehicle with everyone in it, or a group on foot.
///
/// All its luck is drawn when it first appears, from the stream of the place it appears at: how long it will
/// take at a lane, whether it is picked for the second line, whether it gives up. So under two policies the
/// same party meets different lines, but is the same party (common random numbers).
struct Party: Hashable, Sendable {
    /// Everyone in it.
    var persons: Int32
    /// Which of the world's groups.
    var group: UInt16
    /// By what means.
    var mode: TravelMode
    /// Led past the line.
    var isVulnerable: Bool
    /// Knows the waits at the sister posts and would go there.
    var isInformed: Bool
    /// Came over a displacement network, which is told when it is gone.
    var isDisplaced = false
    /// How many posts it has turned away from; one who has come to a sister stays there.
    var diversions: UInt8 = 0
    /// Minutes at a lane, with the information system in order.
    var serviceMinutes: Double
    /// Minutes in the second line; 0 for a party that is not picked.
    var inspectionMinutes: Double
    /// Minutes it waits in one line before it turns back; infinity for one that does not.
    var patienceMinutes: Double
    /// A number for what is drawn about it later, in the reception.
    var luck: UInt64

    /// Fills unused memory; never plays.
    static let filler = Party(
        persons: 0, group: 0, mode: .all, isVulnerable: false, isInformed: false, serviceMinutes: 0,
        inspectionMinutes: 0, patienceMinutes: .infinity, luck: 0)

    /// Whether it is counted as a vehicle.
    var hasVehicle: Bool {
        // Written out: comparing enums with raw values compares their strings.
        switch mode {
        case .foot: false
        default: true
        }
    }
}

/// A party that was let into the country, and when.
struct LetIn: Sendable {
    var party: Party
    /// Minutes since the world's start.
    var at: Double
}

/// A party on its way from one post to another.
struct Underway: Sendable {
    var party: Party
    /// Where it goes: an index into the world's posts.
    var post: Int
    var direction: Direction
    /// When it gets there: minutes since the world's start.
    var arrives: Double
}
