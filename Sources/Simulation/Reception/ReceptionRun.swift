import Situation

/// The reception of all regions in a run: registration, transport, beds.
///
/// Times are minutes since the world's start, negative in the warm-up.
struct ReceptionRun: Sendable {
    init(_ world: World, seed: UInt64, from start: Double) {}

    /// Plays everything before `minute`.
    ///
    /// - Parameter letIn: for each post of the world, those let into the country in the stretch just played, in
    ///   order of time.
    mutating func advance(to minute: Double, letIn: [[LetIn]]) {}

    /// Does what concerns the reception at the moment reached. Acts for posts are passed over.
    ///
    /// - Throws: ``ActFault``; nothing is changed then.
    mutating func perform(_ act: SimulatedAct) throws(ActFault) {}

    /// What happened since this was last asked, and how it stands.
    mutating func takeInterval() -> (regions: [RegionInterval], shelters: [ShelterInterval]) { ([], []) }

    /// What every shelter reports at this moment.
    mutating func reports() -> [ShelterReport] { [] }

    /// Everyone given in by ``advance(to:letIn:)`` or in a bed at the beginning, and where they are. Who needs no
    /// bed has `left`.
    var headcount: Headcount { Headcount() }

    /// The first shelter in which more sleep than there are beds.
    var overfull: ConservationBreach? { nil }
}
