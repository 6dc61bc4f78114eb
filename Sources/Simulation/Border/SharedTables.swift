import Situation

/// Tables that many strands of a world have in common, each kept once.
///
/// There are hundreds of strands, but few mean sizes and few profiles; with tables of their own the strands would
/// fill the processor's caches many times over.
struct SharedTables: Sendable {
    private var sizes: [Double: PartySizes] = [:]
    private var weeks: [TrafficProfile: ContiguousArray<Double>] = [:]

    init(_ world: World) {
        let sides = world.posts.flatMap { [$0.incoming, $0.outgoing] }
        let mixes = sides.map(\.mix) + world.flows.compactMap(\.mix) + [world.displacement?.mix ?? []]
        for share in mixes.joined() where sizes[share.partySize] == nil {
            sizes[share.partySize] = PartySizes(mean: share.partySize)
        }
        for profile in sides.map(\.profile) + [.flat] where weeks[profile] == nil {
            weeks[profile] = profile.week
        }
    }

    /// The sizes of parties with that mean.
    func sizes(mean: Double) -> PartySizes { sizes[mean] ?? PartySizes(mean: mean) }

    /// How many times the mean come in each hour of the week.
    func week(_ profile: TrafficProfile) -> ContiguousArray<Double> { weeks[profile] ?? profile.week }
}

extension TrafficProfile {
    fileprivate var week: ContiguousArray<Double> {
        ContiguousArray(weekdays.flatMap { day in hours.map { $0 * day } })
    }
}
