/// What runs of one exercise are compared by: one number, in person-hours, less is better.
///
/// The weights are ours and nobody else's: they say how an hour without a bed, an hour below a standard and a person turned
/// away stand to an hour in a line. They are written into every result, so that a reader can disagree with them.
public struct PlayObjective: Hashable, Codable, Sendable {
    /// An hour without a bed is as bad as so many hours in a line.
    public var withoutBed: Double
    /// An hour in which a shelter is below one standard is as bad as so many hours in a line.
    public var breachedHour: Double
    /// A person turned away or who gave up is as bad as so many hours in a line: without it a full waiting room would be
    /// a way to shorten lines.
    public var turnedBack: Double

    public init(withoutBed: Double, breachedHour: Double, turnedBack: Double) {
        self.withoutBed = withoutBed
        self.breachedHour = breachedHour
        self.turnedBack = turnedBack
    }

    /// *Ours*: two, ten and eight.
    public static let usual = PlayObjective(withoutBed: 2, breachedHour: 10, turnedBack: 8)

    /// What a run comes to, in person-hours of waiting.
    public func value(of outcome: OutcomeMeasures) -> Double {
        outcome.personHoursWaited + withoutBed * outcome.personHoursWithoutBed
            + breachedHour * outcome.standardsBreachedHours
            + turnedBack * Double(outcome.refused + outcome.gaveUp)
    }

    /// Where a run's value lies on the way from doing nothing (0) to the best (1); `nil` where these are the same.
    public func gained(_ run: Double, nothing: Double, best: Double) -> Double? {
        nothing > best ? (nothing - run) / (nothing - best) : nil
    }
}
