import Situation

/// The way of those who need a bed in one region: from its posts into its shelters.
///
/// Who finds no bed waits for one and is counted; beds go to those who have waited before those who come.
struct RegionReception: Sendable {
    let region: RegionCode
    /// Everyone who ever needed a bed here.
    private(set) var seekers = 0
    /// Those who need one now and have none.
    private(set) var withoutBed = 0
    private let intake: Intake
    private let chanceToLeave: Double
    private var needs: RandomStream

    init(_ intake: Intake, seed: UInt64) {
        region = intake.region
        self.intake = intake
        chanceToLeave = 1 - Elementary.exp(-Span.minutes(1).inHours / intake.meanStay.inHours)
        needs = RandomStream(seed: seed, name: "region/\(intake.region.rawValue)/intake")
    }

    /// Plays one minute.
    ///
    /// - Parameters:
    ///   - crowd: who was let into the country at the region's posts in this minute.
    ///   - shelters: all shelters of the world; those of the region are filled in the world's order.
    mutating func playMinute(_ crowd: Crowd, into shelters: inout [ShelterPlay]) {
        let newcomers =
            needs.binomial(crowd.usual, chance: intake.shareOfUsual)
            + needs.binomial(crowd.surging, chance: intake.shareOfSurge)
        seekers += newcomers
        withoutBed += newcomers
        for index in shelters.indices where shelters[index].region == region {
            shelters[index].letLeave(chance: chanceToLeave)
            withoutBed -= shelters[index].admit(withoutBed)
        }
    }
}
