import Situation

/// A post in a run: its two lines, and what last was said of its lanes.
struct PostPlay: Sendable {
    let id: CheckpointID
    let region: RegionCode
    private(set) var incoming: PostLine
    private(set) var outgoing: PostLine
    private let disruptions: [Disruption]
    private var lastSaid: CheckpointState?

    init(_ post: SimulatedPost, world: World, seed: UInt64) {
        id = post.id
        region = post.region
        incoming = PostLine(post, .in, surges: world.surges, seed: seed)
        outgoing = PostLine(post, .out, surges: world.surges, seed: seed)
        disruptions = world.disruptions.filter { $0.post == post.id }
    }

    func line(_ direction: Direction) -> PostLine { direction == .in ? incoming : outgoing }

    mutating func staff(_ lanes: Lanes, _ direction: Direction) {
        switch direction {
        case .in: incoming.staffed = lanes
        case .out: outgoing.staffed = lanes
        }
    }

    /// Plays one minute and returns who was let into the country.
    mutating func playMinute(from moment: Instant, offset: Span) -> Crowd {
        _ = outgoing.playMinute(from: moment, offset: offset)
        return incoming.playMinute(from: moment, offset: offset)
    }

    /// Sets the lanes for the moment `start + offset`.
    ///
    /// - Returns: what the post says of itself, if that is not what it last said.
    mutating func settleLanes(start: Instant, offset: Span) -> CheckpointState? {
        let disruption = disruptions.filter { $0.holds(at: offset) }
            .min { $0.laneShareLeft < $1.laneShareLeft }
        incoming.open = disruption?.lanesLeft(of: incoming.staffed) ?? incoming.staffed
        outgoing.open = disruption?.lanesLeft(of: outgoing.staffed) ?? outgoing.staffed
        let state = CheckpointState(
            checkpoint: id, status: status, reason: disruption?.reason, lanesIn: incoming.open,
            lanesOut: outgoing.open, until: disruption.map { start + $0.to })
        guard state != lastSaid else { return nil }
        lastSaid = state
        return state
    }

    private var status: CheckpointStatus {
        if incoming.open == 0, outgoing.open == 0 { return .closed }
        let whole = incoming.open == incoming.staffed && outgoing.open == outgoing.staffed
        return whole ? .open : .limited
    }

    /// What the post reports of one direction since it last did.
    ///
    /// Every means of travel in one number: the line and the wait are common to all of them, and reporting
    /// parts as well would say the same people twice for the same period.
    mutating func report(_ direction: Direction) -> CheckpointReport {
        switch direction {
        case .in: Self.report(id, &incoming)
        case .out: Self.report(id, &outgoing)
        }
    }

    private static func report(_ id: CheckpointID, _ line: inout PostLine) -> CheckpointReport {
        let served = line.takeServedSinceReport()
        let waiting = line.line.crowd
        return CheckpointReport(
            checkpoint: id, direction: line.direction, mode: .all, persons: Persons(served.persons),
            vehicles: Vehicles(served.vehicles), waitingPersons: Persons(waiting.persons),
            waitingVehicles: Vehicles(waiting.vehicles), wait: line.wait(for: waiting),
            lanesOpen: line.open)
    }
}
