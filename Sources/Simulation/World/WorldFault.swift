import Situation

/// Why no run can be made of a world.
public enum WorldFault: Error, Hashable, Sendable {
    /// A number that is no number, negative, or beyond what a run can bear.
    case outOfRange(Quantity, of: String, value: Double, allowed: ClosedRange<Double>)
    /// Two posts, shelters, intakes or means of travel with one name.
    case duplicate(String)
    /// A surge or disruption at a post that the world does not have.
    case unknownPost(CheckpointID)
    /// A surge or disruption that is over before it began.
    case endsBeforeItBegins(of: String, from: Span, to: Span)
    /// A surge that rises and falls for longer than it lasts.
    case rampsLongerThanSurge(ramps: Span, surge: Span)
    /// A daily profile that has not 24 hours.
    case profileLength(of: String, hours: Int)
    /// Means of travel whose shares do not add up to 1.
    case sharesDoNotAddUp(of: String, sum: Double)
    /// A mix that names ``TravelMode/all``, which is no means of travel.
    case notAMeansOfTravel(of: String)

    /// What was out of range.
    public enum Quantity: String, Hashable, Sendable, CaseIterable {
        case startYear, lengthHours, offsetHours, rampHours
        case personsPerHour, profileMultiplier, profileMean, lanes, personsPerLaneHour
        case modeShare, partySize, peakFactor, peakFactorsTogether, laneShareLeft
        case beds, reserveLeadHours, intakeShare, meanStayHours
    }
}
