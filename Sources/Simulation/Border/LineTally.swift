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

    static func + (left: LineTally, right: LineTally) -> LineTally { left.combined(with: right, +) }

    static func - (left: LineTally, right: LineTally) -> LineTally { left.combined(with: right, -) }

    @inline(__always)
    private func combined(with other: LineTally, _ combine: (Int, Int) -> Int) -> LineTally {
        LineTally(
            came: combine(came, other.came), fromSisters: combine(fromSisters, other.fromSisters),
            fromNetwork: combine(fromNetwork, other.fromNetwork),
            toSisters: combine(toSisters, other.toSisters), refused: combine(refused, other.refused),
            gaveUp: combine(gaveUp, other.gaveUp), served: combine(served, other.served),
            letIn: combine(letIn, other.letIn), vehiclesServed: combine(vehiclesServed, other.vehiclesServed),
            vehiclesHere: combine(vehiclesHere, other.vehiclesHere),
            displacedGone: combine(displacedGone, other.displacedGone))
    }
}
