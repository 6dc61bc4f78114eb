import Simulation
import Situation

/// Watches when the played truth first leaves the usual: more people come to a post than chance explains, or something
/// breaks.
public struct UsualWatch: Sendable {
    private let world: World
    private var reached: Instant?
    /// For each post and direction, in full hours: who came so far in this one, and since when each was beyond.
    private var hours: [Hour]
    /// The first departure found.
    public private(set) var first: Departure?

    /// A place where the truth left the usual.
    public struct Departure: Hashable, Codable, Sendable {
        public let at: Instant
        public let place: String
    }

    private struct Hour {
        var arrived = 0
        var beyondSince: Instant?
    }

    /// *Ours*: half as many again as usual, and two and a half standard deviations above it, in three hours in a row.
    private enum Threshold {
        static let ratio = 1.5
        static let deviations = 2.5
        static let hours = 3
    }

    init(_ world: World) {
        self.world = world
        hours = Array(repeating: Hour(), count: world.posts.count * 2)
        for disruption in world.disruptions {
            note(Departure(at: world.start + disruption.from, place: disruption.post.rawValue))
        }
    }

    /// Something the director's side does to the world.
    mutating func note(_ order: DirectorOrder.WorldOrder, at moment: Instant) {
        switch order {
        case .closePost(let post, _), .limitLanes(let post, _, _, _):
            note(Departure(at: moment, place: post.rawValue))
        case .breakSystem(let posts, _, _):
            note(Departure(at: moment, place: posts.first?.rawValue ?? "KZ"))
        case .epidemic(let region, _, _, _): note(Departure(at: moment, place: region.rawValue))
        case .openPost: break
        }
    }

    mutating func take(_ interval: IntervalRecord) {
        for (index, post) in world.posts.enumerated() {
            take(interval.incoming[index], post.incoming, of: post.id, at: index * 2, interval.end)
            take(interval.outgoing[index], post.outgoing, of: post.id, at: index * 2 + 1, interval.end)
        }
        reached = interval.end
    }

    private mutating func take(
        _ line: PostInterval, _ side: SimulatedPost.Side, of post: CheckpointID, at index: Int, _ end: Instant
    ) {
        // Who was sent from a sister post is a consequence, not a departure.
        hours[index].arrived += line.arrived - line.divertedHere
        guard end.startOfHour == end else { return }
        let hour = end - .hours(1)
        let usual = side.usualPersons(inHourFrom: hour)
        let limit = max(
            usual * Threshold.ratio, usual + Threshold.deviations * (usual * side.clumping).squareRoot())
        let arrived = Double(hours[index].arrived)
        hours[index].arrived = 0
        guard arrived > limit else {
            hours[index].beyondSince = nil
            return
        }
        let since = hours[index].beyondSince ?? hour
        hours[index].beyondSince = since
        if end - since >= .hours(Threshold.hours) { note(Departure(at: since, place: post.rawValue)) }
    }

    private mutating func note(_ departure: Departure) {
        if let first, first.at <= departure.at { return }
        first = departure
    }
}

extension SimulatedPost.Side {
    /// Persons expected in that hour.
    fileprivate func usualPersons(inHourFrom hour: Instant) -> Double {
        let civil = CivilTime(hour)
        return usualPersonsPerDay / 24 * profile.hours[civil.hour] * profile.weekdays[civil.weekday - 1]
    }

    /// How many times as much as single travellers a count varies because people come together: E[S²]/E[S] of the party
    /// size S, one and a Poisson number of others.
    fileprivate var clumping: Double {
        mix.reduce(0) { $0 + $1.share * ($1.partySize * $1.partySize + $1.partySize - 1) / $1.partySize }
    }
}
