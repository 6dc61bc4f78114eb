/// Who comes to a ``ServiceStation`` and what becomes of them: the part of a queueing system that is not the
/// queue.
///
/// The station asks and tells in order of time. Everything is resolved at compile time, so a model costs no
/// more than if it were written into the station.
public protocol StationModel {
    /// One who is served: a vehicle with its people, a party on foot, a household.
    associatedtype Customer: Sendable

    /// When the next customer arrives, never earlier than the last; infinity when none is to come.
    var nextArrivalTime: Double { get }

    /// Whether the customer who arrives at ``nextArrivalTime`` goes elsewhere at once, having seen so many of the
    /// servers busy; the model has then gone on to the one after.
    mutating func turnsAway(busy: Int, servers: Int) -> Bool

    /// The customer who arrives at ``nextArrivalTime``; the model goes on to the one after.
    mutating func takeArrival() -> Customer

    /// The class of the line the customer joins: 0 is served first, and no service is broken off for it.
    func priority(of customer: Customer) -> Int

    /// When the customer, joining at `time`, gives up waiting; infinity for one who never does.
    func givesUp(_ customer: Customer, joinedAt time: Double) -> Double

    /// How long the service that begins at `time` takes.
    mutating func serviceTime(of customer: Customer, at time: Double) -> Double

    /// The waiting room was full at `time`.
    mutating func refused(_ customer: Customer, at time: Double)

    /// Service began at `time`, after a wait since `since`. Told once to a customer, even when the service is
    /// interrupted and taken up again.
    mutating func serviceBegan(_ customer: Customer, since: Double, at time: Double)

    /// Service ended at `time`.
    mutating func serviceEnded(_ customer: Customer, at time: Double)

    /// The customer, waiting since `since`, gave up at `time`.
    mutating func gaveUp(_ customer: Customer, since: Double, at time: Double)
}

extension StationModel {
    /// Everybody stays.
    @inline(__always)
    public mutating func turnsAway(busy: Int, servers: Int) -> Bool { false }
    /// One class for all.
    public func priority(of customer: Customer) -> Int { 0 }
    /// Nobody gives up.
    public func givesUp(_ customer: Customer, joinedAt time: Double) -> Double { .infinity }
    /// Nobody is told.
    public mutating func refused(_ customer: Customer, at time: Double) {}
    /// Nobody is told.
    public mutating func gaveUp(_ customer: Customer, since: Double, at time: Double) {}
}
