import Situation

/// Why no run can be made of a world.
public enum WorldFault: Error, Hashable, Sendable {
    /// A number that is no number, negative, or beyond what a run can bear. `of` names the place it belongs to.
    case outOfRange(Quantity, of: String, value: Double, allowed: ClosedRange<Double>)
    /// Two posts, shelters, regions, groups or means of travel with one name.
    case duplicate(String)
    /// A post that the world does not have.
    case unknownPost(CheckpointID, of: String)
    /// A region that the world does not receive people in.
    case unknownRegion(RegionCode, of: String)
    /// A shelter that the world does not have.
    case unknownShelter(ShelterID, of: String)
    /// A group that the world does not have.
    case unknownGroup(PeopleGroup.ID, of: String)
    /// Something that is over before it began.
    case endsBeforeItBegins(of: String, from: Span, to: Span)
    /// A curve whose moments are not in order.
    case outOfOrder(of: String)
    /// A list that must have `expected` values.
    case wrongLength(of: String, expected: Int, found: Int)
    /// Shares that do not add up to 1.
    case sharesDoNotAddUp(of: String, sum: Double)
    /// A mix that names ``TravelMode/all``, which is no means of travel.
    case notAMeansOfTravel(of: String)
    /// Somebody comes by a means of travel for which a side has no lanes.
    case noChannel(of: String, TravelMode)
    /// A random quantity whose law cannot be made.
    case noLaw(Quantity, of: String, DistributionFault)
    /// A displacement whose network no run can be made of.
    case unplayableNetwork(DisplacementNetworkFault)
    /// A displacement whose gates are not the network's, or whose ways are too many to list.
    case unplayableDisplacement
    /// People who may need a bed come to a region that takes nobody in.
    case nobodyReceives(RegionCode, of: String)

    /// What was out of range.
    public enum Quantity: String, Hashable, Sendable, CaseIterable {
        case startYear, lengthHours, offsetHours
        case personsPerDay, personsPerHour, profileMultiplier, profileMean, lanes, officers, groups, share,
            partySize
        case serviceMinutes, meanFactor, laneShareLeft, slowFactor, weight, travelMinutes, room
        case beds, leadHours, stayHours, desks, vehicles, seats, turnRoundHours, waitMinutes, service, limit
        /// Everyone who is expected in a run, and everyone expected at one place.
        case personsInAll
    }
}
