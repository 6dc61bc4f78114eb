import Situation

/// One direction of a post: people come, wait in one line and are let through by the open lanes.
struct PostLine: Sendable {
    let direction: Direction
    /// Lanes with officers at them.
    var staffed: Lanes
    /// Lanes that work now: those staffed, less what a disruption takes.
    var open: Lanes
    private(set) var arrived = Crowd()
    private(set) var served = Crowd()
    /// Served up to the last report.
    private var reported = Crowd()
    private(set) var line = WaitingLine()
    /// The part of a person's service that was done in earlier minutes.
    private var begun = 0.0

    private let side: SimulatedPost.Side
    private let personsPerLaneHour: Double
    private let surges: [Surge]
    private var source: ArrivalSource

    init(_ post: SimulatedPost, _ direction: Direction, surges: [Surge], seed: UInt64) {
        self.direction = direction
        side = post.side(direction)
        staffed = side.lanes
        open = side.lanes
        personsPerLaneHour = post.personsPerLaneHour
        self.surges = surges.filter { $0.direction == direction && $0.posts.contains(post.id) }
        let name = "post/\(post.id.rawValue)/\(direction.rawValue)"
        source = ArrivalSource(mix: post.mix, name: name, seed: seed)
    }

    /// Persons the open lanes can pass in an hour.
    var capacityPerHour: Double { Double(open.count) * personsPerLaneHour }

    /// Plays one minute.
    ///
    /// - Parameter offset: the beginning of the minute since the world's start.
    /// - Returns: who was let through.
    mutating func playMinute(from moment: Instant, offset: Span) -> Crowd {
        let usual = side.usualPersonsPerHour * side.profile.multiplier(at: moment)
        let excess = surges.reduce(0) { $0 + $1.excess(at: offset) }
        let crowd = source.draw(usual: usual / 60, surging: usual * excess / 60)
        arrived += crowd
        line.join(crowd, slot: offset.milliseconds / Self.slot.milliseconds)
        return serve()
    }

    /// How much people's places in the line may be mixed.
    private static let slot = Span.minutes(10)

    private mutating func serve() -> Crowd {
        guard !line.isEmpty else { return Crowd() }
        begun += capacityPerHour / 60
        let whole = begun.rounded(.down)
        let through = line.release(Int(whole))
        // Lanes that stood idle cannot do tomorrow's work: what was not used is kept only while people wait.
        begun = line.isEmpty ? 0 : begun - whole
        served += through
        return through
    }

    /// Who was let through since this was last asked.
    mutating func takeServedSinceReport() -> Crowd {
        defer { reported = served }
        return served - reported
    }

    /// How long one who joins now waits, whole minutes rounded up; `nil` when nobody can say, because no lane
    /// works or the wait is beyond any run.
    func wait(for crowd: Crowd) -> Minutes? {
        guard capacityPerHour > 0 else { return nil }
        let minutes = (Double(crowd.persons) / capacityPerHour * 60).rounded(.up)
        return minutes < 1_000_000 ? Minutes(Int(minutes)) : nil
    }
}
