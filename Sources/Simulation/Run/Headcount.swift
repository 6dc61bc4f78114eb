/// Where everyone is who ever appeared in a run: each person in exactly one place.
public struct Headcount: Hashable, Sendable {
    /// Persons who ever appeared: at posts, and in beds at the beginning.
    public var came = 0
    /// On the way to the border or from one post to another.
    public var onTheWay = 0
    /// At posts: in line, at a lane, in the second line.
    public var queueing = 0
    /// In line for registration or at a desk.
    public var registering = 0
    /// Waiting for a vehicle or in one.
    public var inTransport = 0
    /// In a bed.
    public var inShelters = 0
    /// Registered, and no bed for them.
    public var withoutBed = 0
    /// Gone: let through without need of a bed, refused, turned back, travelled on, returned.
    public var left = 0

    /// Nobody anywhere.
    public init() {}

    /// Everyone who is somewhere.
    public var accounted: Int {
        onTheWay + queueing + registering + inTransport + inShelters + withoutBed + left
    }

    /// Whether nobody appeared from nowhere and nobody vanished.
    public var isBalanced: Bool { came == accounted && smallest >= 0 }

    private var smallest: Int {
        [came, onTheWay, queueing, registering, inTransport, inShelters, withoutBed, left].min() ?? 0
    }

    /// The two together.
    public static func + (left: Headcount, right: Headcount) -> Headcount {
        var sum = Headcount()
        sum.came = left.came + right.came
        sum.onTheWay = left.onTheWay + right.onTheWay
        sum.queueing = left.queueing + right.queueing
        sum.registering = left.registering + right.registering
        sum.inTransport = left.inTransport + right.inTransport
        sum.inShelters = left.inShelters + right.inShelters
        sum.withoutBed = left.withoutBed + right.withoutBed
        sum.left = left.left + right.left
        return sum
    }
}

/// People who appeared or vanished: proof of an error in the engine, never of a situation.
public enum ConservationBreach: Error, Hashable, Sendable {
    /// Those who came are not those who are somewhere.
    case headcount(Headcount)
    /// The displacement could not be played on, so nobody knows where those on the way are.
    case displacement(DisplacementFault)
    /// More sleep in a shelter than it has open beds; the shelter's index in the world.
    case overfull(shelter: Int, occupied: Int, open: Int)
}
