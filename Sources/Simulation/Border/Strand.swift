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
        law = plan.law
        stream = RandomStream(seed: seed, name: plan.name)
        clock = ArrivalClock(plan.rate, scale: scale, from: start, to: end)
        nextTime = clock.next(stream.exponential(mean: 1))
    }

    /// The party that comes at ``nextTime``; goes on to the one after.
    mutating func takeParty() -> Party {
        let seed = stream.next()
        let luck = stream.next()
        nextTime = clock.next(stream.exponential(mean: 1))
        return law.party(seed: seed, luck: luck)
    }
}
