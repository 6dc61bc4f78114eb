/// Persons counted at a line since the beginning of a run.
struct LineTally: Hashable, Sendable {
    /// Who came for the first time, not from a sister.
    var came = 0
    var fromSisters = 0
    /// Who came over a displacement network; the network counted them as come.
    var fromNetwork = 0
    var toSisters = 0
    var refused = 0
    var gaveUp = 0
    var served = 0
    /// Of the served, those given out as ``LetIn``.
    var letIn = 0
    var vehiclesServed = 0
    /// Vehicles that came and are not gone.
    var vehiclesHere = 0
    /// Of those from a network, who is through or turned back.
    var displacedGone = 0

    var arrived: Int { came + fromSisters + fromNetwork }

    /// Who is at the post.
    var here: Int { arrived - toSisters - refused - gaveUp - served }

    static func + (left: LineTally, right: LineTally) -> LineTally {
        LineTally(
            came: left.came + right.came, fromSisters: left.fromSisters + right.fromSisters,
            fromNetwork: left.fromNetwork + right.fromNetwork, toSisters: left.toSisters + right.toSisters,
            refused: left.refused + right.refused,
            gaveUp: left.gaveUp + right.gaveUp, served: left.served + right.served,
            letIn: left.letIn + right.letIn, vehiclesServed: left.vehiclesServed + right.vehiclesServed,
            vehiclesHere: left.vehiclesHere + right.vehiclesHere,
            displacedGone: left.displacedGone + right.displacedGone)
    }
}
