import Planning
import Simulation
import Situation

extension DirectorOrder.WorldOrder {
    /// What the plan writes as a change of the world, as an order of the director.
    public init(_ change: WorldChange) {
        func minutes(_ span: Span) -> Int { max(1, span.wholeMinutes) }
        self =
            switch change {
            case .closePost(let post, let direction): .closePost(post, direction)
            case .openPost(let post, let direction): .openPost(post, direction)
            case .limitLanes(let post, let direction, let share, let duration):
                .limitLanes(post, direction, share: share, minutes: duration.map(minutes))
            case .breakSystem(let posts, let factor, let duration):
                .breakSystem(posts, factor: factor, minutes: minutes(duration))
            case .epidemic(let region, let disease, let cases, let duration):
                .epidemic(region, disease: disease, casesPerDay: cases, minutes: minutes(duration))
            }
    }
}

extension StagedRun {
    /// Schedules what the director does to the world. An epidemic is told and not simulated: it changes no queue.
    public mutating func schedule(_ order: DirectorOrder.WorldOrder, at moment: Instant) {
        let from = moment - engine.world.start
        switch order {
        case .closePost(let post, let direction):
            for one in direction.map({ [$0] }) ?? Direction.allCases {
                schedule(.closePost(post, one), at: moment)
            }
        case .openPost(let post, let direction):
            for one in direction.map({ [$0] }) ?? Direction.allCases {
                schedule(.openPost(post, one), at: moment)
            }
        case .limitLanes(let post, let direction, let share, let minutes):
            let to = minutes.map { from + .minutes($0) } ?? engine.world.length
            schedule(
                Disruption(
                    post: post, direction: direction, from: from, to: to, effect: .lanesLeft(share: share)),
                at: moment)
        case .breakSystem(let posts, let factor, let minutes):
            for post in posts.isEmpty ? engine.world.posts.map(\.id) : posts {
                schedule(
                    Disruption(
                        post: post, from: from, to: from + .minutes(minutes),
                        effect: .slowService(factor: factor)),
                    at: moment)
            }
        case .epidemic: break
        }
    }
}
