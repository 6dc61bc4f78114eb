/// People who come to one side of a post by one means for one reason: the usual ones, or those of one flow.
///
/// Its luck is a stream of its own, so the usual people are the same with and without a flow, and under any
/// policy. Parties are made one at a time, as the run gets to them.
struct Strand: Sendable {
    private let law: PartyLaw
    private var clock: ArrivalClock
    private var stream: RandomStream
    /// When the next party comes; infinity when none is to come.
    private(set) var nextTime: Double

    init(_ plan: StrandPlan, scale: Double, seed: UInt64, from start: Double, to end: Double) {
        stream = RandomStream(seed: seed, name: plan.name)
        law = plan.law
        clock = ArrivalClock(plan.rate, scale: scale, from: start, to: end)
        nextTime = clock.next(stream.exponential())
    }

    /// The party that comes at ``nextTime``; goes on to the one after.
    @inline(__always)
    mutating func takeParty() -> Party {
        let seed = stream.next()
        let luck = stream.next()
        nextTime = clock.next(stream.exponential())
        return law.party(seed: seed, luck: luck)
    }
}
