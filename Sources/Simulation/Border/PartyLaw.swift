import Situation

/// Who comes in a strand: what a party's own luck is drawn from.
struct PartyLaw: Hashable, Sendable {
    let mode: TravelMode
    /// Which of the world's groups.
    let group: UInt16
    let sizes: PartySizes
    let vulnerableShare: Double
    let informedShare: Double
    let service: ServiceTime
    /// The part that is picked for the second line; 0 where there is none.
    let pickedShare: Double
    let inspection: Distribution
    /// `nil`: a party waits as long as it takes.
    let patience: Distribution?

    /// The party whose attributes come from `seed`.
    ///
    /// Each party has a stream of its own, so that what one of them draws moves nobody else's luck, even when a
    /// scenario's laws are changed.
    @inline(__always)
    func party(seed: UInt64, luck: UInt64) -> Party {
        var mixer = SplitMix(state: seed)
        var own = RandomStream(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next() | 1))
        let persons = sizes.draw(from: &own)
        let isVulnerable = own.uniform() < vulnerableShare
        let isInformed = own.uniform() < informedShare
        let isPicked = own.uniform() < pickedShare
        let plain = service.minutesPerParty + Double(persons) * service.minutesPerPerson
        let minutes = plain * service.factor.draw(from: &own)
        return Party(
            persons: persons, group: group, mode: mode, isVulnerable: isVulnerable, isInformed: isInformed,
            serviceMinutes: min(minutes, Self.longest),
            inspectionMinutes: isPicked ? min(inspection.draw(from: &own), Self.longest) : 0,
            patienceMinutes: patience?.draw(from: &own) ?? .infinity, luck: luck)
    }

    /// Longer than any run, so that a cut here is never seen, and sums of millions of parties stay exact.
    static let longest = 1_000_000.0

    /// Minutes at a lane that are expected of a party.
    func meanServiceMinutes(partySize: Double) -> Double {
        (service.minutesPerParty + partySize * service.minutesPerPerson) * service.factor.mean
    }
}
