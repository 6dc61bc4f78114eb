import Planning
import Simulation
import Situation

/// How far a search for the best play may go. *Ours*: no act of the state sets any of them; what a simulator would
/// take without them (a thousand lanes from nowhere) is no play.
public struct PlayLimits: Hashable, Codable, Sendable {
    /// Lanes of a side of a post, times the most its roster ever staffs.
    public var lanes = [1.0, 1.5, 2.0]
    /// Desks of a region, times those at STARTEX.
    public var desks = [2.0, 3.0]
    /// Buses ordered for a region.
    public var buses = [5, 10, 20]
    /// Parts of a shelter's reserve.
    public var reserves = [0.5, 1.0]
    /// Parts of those who come that are sent to a sister post.
    public var diversions = [0.25, 0.5]
    /// How many other regions one may ask.
    public var regionsToAsk = 4
    /// At how many moments an act may be done, from the earliest on.
    public var moments = 6

    public init() {}
    /// Those above.
    public static let usual = PlayLimits()
}

/// The decisions that a search chooses among: those the playbooks know and the console can order, where a run in which
/// nobody does anything shows a need, from the earliest moment at which an officer could know of it.
struct PlayChoices: Sendable {
    /// Acts of which one at most is done, at one of some moments.
    struct Slot: Sendable {
        let variants: [Act]
        let moments: [Instant]
    }

    private(set) var slots: [Slot] = []
    private let stage: ExerciseStage
    private let end: Instant
    private let known: Instant
    private let limits: PlayLimits

    /// - Parameters:
    ///   - known: the earliest moment at which an officer could know.
    ///   - nothing: what the run comes to when nobody does anything.
    init(
        _ stage: ExerciseStage, until end: Instant, known: Instant, nothing: OutcomeMeasures,
        limits: PlayLimits
    ) {
        self.stage = stage
        self.end = end
        self.known = known
        self.limits = limits
        addLanes(nothing)
        addReception(nothing)
    }

    private mutating func add(_ variants: [Act]) {
        guard let first = variants.first else { return }
        let earliest = (known + stage.plan.delays.of(first.kind)).roundedUpToMinute
        guard earliest < end else { return }
        let step = Span.minutes(max(15, (end - earliest).wholeMinutes / max(1, limits.moments)))
        var moments: [Instant] = []
        var moment = earliest
        while moment < end, moments.count < limits.moments {
            moments.append(moment)
            moment = moment + step
        }
        slots.append(Slot(variants: variants, moments: moments))
    }

    // MARK: Posts

    /// Lines shorter than this in a whole exercise want nobody's decision.
    private static let noticeableHours = 1.0

    private mutating func addLanes(_ nothing: OutcomeMeasures) {
        for (post, outcome) in zip(stage.world.posts, nothing.posts) {
            for direction in Direction.allCases {
                let line = direction == .in ? outcome.incoming : outcome.outgoing
                guard line.personHoursWaited >= Self.noticeableHours else { continue }
                add(lanes(of: post, direction))
            }
            guard outcome.incoming.personHoursWaited >= Self.noticeableHours else { continue }
            for sister in post.sisters {
                add(limits.diversions.map { .divert(from: post.id, to: sister.post, share: $0) })
            }
        }
    }

    private func lanes(of post: SimulatedPost, _ direction: Direction) -> [Act] {
        let rosters = post.side(direction).channels.map(\.roster.lanesByHour)
        let hours = (0..<24).map { hour in rosters.reduce(0) { $0 + $1[hour].count } }
        guard let most = hours.max(), most > 0 else { return [] }
        let counts = limits.lanes.map { Int((Double(most) * $0).rounded(.up)) }
        // All lanes at all hours is nothing new where the roster has it so.
        return counts.filter { $0 > (hours.min() ?? 0) }.map { .staffLanes(post.id, direction, Lanes($0)) }
    }

    // MARK: Reception

    private mutating func addReception(_ nothing: OutcomeMeasures) {
        for (reception, outcome) in zip(stage.world.receptions, nothing.regions) where outcome.cameInNeed > 0
        {
            let region = reception.region
            let desks = reception.registration.desks
            add(
                limits.desks.map { .staffRegistration(region, desks: Int((Double(desks) * $0).rounded(.up))) }
            )
            add(limits.buses.map { .orderBuses(region, count: $0) })
            for other in regionsToAsk(reception) { add([.askRegion(from: region, to: other)]) }
        }
        for shelter in stage.world.shelters where shelter.reserveBeds.count > 0 {
            let beds = limits.reserves.map { Int((Double(shelter.reserveBeds.count) * $0).rounded(.up)) }
            add(Set(beds).sorted().map { .openReserve(shelter.id, Beds($0)) })
        }
    }

    /// The preferred first, then those with the most beds.
    private func regionsToAsk(_ reception: RegionReception) -> [RegionCode] {
        var beds: [RegionCode: Int] = [:]
        for shelter in stage.world.shelters { beds[shelter.region, default: 0] += shelter.openBeds.count }
        let known = reception.overflow.map(\.region)
        let others = beds.filter { $0.key != reception.region && !known.contains($0.key) }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return Array((known + others).prefix(limits.regionsToAsk))
    }
}
