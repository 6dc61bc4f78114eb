/// A standard that was broken in a shelter in a run.
public struct ServiceBreach: Hashable, Sendable {
    /// An index into the world's shelters.
    public var shelter: Int
    /// Which standard.
    public var service: ServiceLimit.Service
    /// When it was broken first: minutes since the world's start.
    public var first: Double
    /// For how long it was broken in all, up to the moment reached.
    public var minutes: Double
}

/// Watches the standards of one shelter: each holds up to a number of people, and whoever comes beyond it
/// breaks it at that moment.
struct ServiceWatch: Sendable {
    private struct Held: Sendable {
        let service: ServiceLimit.Service
        let capacity: Int
        var brokenSince: Double?
        var first: Double?
        var minutes = 0.0
    }

    private var held: [Held]
    /// The standards that do not hold now.
    private(set) var broken: Set<ServiceLimit.Service> = []

    init(_ limits: [ServiceLimit], _ services: SimulatedShelter.Services) {
        held = limits.compactMap { limit in
            ServiceNeed(limit, persons: 0, services: services).capacity.map {
                Held(service: limit.service, capacity: $0)
            }
        }
    }

    /// So many sleep there from `time` on.
    mutating func note(_ occupied: Int, at time: Double) {
        for index in held.indices {
            let isBroken = occupied > held[index].capacity
            if isBroken, held[index].brokenSince == nil {
                held[index].brokenSince = time
                held[index].first = held[index].first ?? time
                broken.insert(held[index].service)
            } else if !isBroken, let since = held[index].brokenSince {
                held[index].minutes += time - since
                held[index].brokenSince = nil
                broken.remove(held[index].service)
            }
        }
    }

    /// The standards that were ever broken, up to `time`, in the order of the limits.
    func breaches(inShelter shelter: Int, upTo time: Double) -> [ServiceBreach] {
        held.compactMap { held in
            held.first.map { first in
                let running = held.brokenSince.map { time - $0 } ?? 0
                return ServiceBreach(
                    shelter: shelter, service: held.service, first: first, minutes: held.minutes + running)
            }
        }
    }
}
