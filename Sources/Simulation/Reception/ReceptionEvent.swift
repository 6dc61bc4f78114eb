/// What happens in a reception at its time. Regions, shelters, stops and fleets are indices.
enum ReceptionEvent: Sendable {
    /// A household comes to its bed.
    case arrives(Household, shelter: Int32)
    /// A household leaves its bed.
    case leaves(Household, shelter: Int32)
    /// A vehicle is back and ready.
    case vehicleBack(region: Int16, fleet: Int16)
    /// The first at a stop has waited as long as a fleet lets anyone wait.
    case waitedLong(region: Int16, stop: Int16, fleet: Int16)
    /// Vehicles that were ordered are there.
    case vehiclesCome(region: Int16, fleet: Int16, count: Int32)
    /// Reserve that was ordered can be slept in.
    case reserveOpens(shelter: Int32, beds: Int32)
}
