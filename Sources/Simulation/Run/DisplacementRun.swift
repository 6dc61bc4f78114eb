import Situation

/// The displacement of a run, played a day at a time before the day the posts then play.
///
/// People reach a gate on one day and stand in its line from then on; the network learns at the next day's
/// beginning how many are through. The people of each place in the network and those in the posts' lines are
/// so never the same people twice: the network holds who has not reached a gate, the posts everyone else.
struct DisplacementRun: Sendable {
    /// Minutes in a day.
    static let day = 1440.0

    private var displacement: Displacement
    /// The posts behind the gates, as indices into the world's posts.
    private let gates: [Int]
    private let atHomeFirst: Int
    /// Persons of each gate who were through or turned back when the network was last told.
    private var told: [Int]

    /// `nil` for a world without one.
    init?(_ world: World, seed: UInt64) {
        guard let plan = world.displacement else { return nil }
        displacement = Displacement(network: plan.network, seed: seed)
        gates = plan.gates.compactMap { gate in world.posts.firstIndex { $0.id == gate } }
        atHomeFirst = displacement.atHome
        told = Array(repeating: 0, count: gates.count)
    }

    /// When the next day begins: minutes since the world's start.
    var nextDay: Double { Double(displacement.day) * Self.day }

    /// Plays the day that begins now and sends those who come to the posts.
    mutating func playDay(_ posts: inout [PostRun], seed: UInt64) throws(ConservationBreach) {
        let (day, minute) = (displacement.day, nextDay)
        let gone = gates.map { posts[$0].displacedGone }
        let coming: [Int]
        do {
            coming = try displacement.advanceDay(
                releasedAtGates: zip(gone, told).map { $0 - $1 })
        } catch {
            throw .displacement(error)
        }
        told = gone
        for (gate, persons) in zip(gates, coming) {
            posts[gate].expect(persons, day: day, from: minute, seed: seed)
        }
    }

    /// Who set out, and who of them is still on the way to a gate. The others are in the posts' books.
    var headcount: Headcount {
        var count = Headcount()
        count.came = atHomeFirst - displacement.atHome
        count.onTheWay = displacement.moving
        return count
    }
}
