import Situation

/// A busy border made up by rule: every post reports both directions every ten minutes. The figures are
/// invented and stand for nothing.
struct SampleTraffic {
    /// As many as there are road posts; any names will do for a picture.
    static let posts = (1...52).map { CheckpointID("post-\($0)") }
    static let interval = Span.minutes(10)
    static let author = Author.system("bench")
    static let source: SourceID = "bench"
    static let reportsARound = posts.count * 2

    /// What all of `posts` say at the end of round `round`, counted from `start`.
    static func round(_ round: Int, from start: Instant, posts: [CheckpointID] = posts) -> [Draft] {
        let from = start + .minutes(10 * round)
        guard let period = Period(from: from, to: from + interval) else { return [] }
        return posts.indices.flatMap { post in
            [Direction.in, .out].map { direction in
                Draft(
                    .checkpointReport(report(of: posts[post], index: post, direction, round: round)),
                    about: .period(period), author: author, source: source)
            }
        }
    }

    private static func report(
        of post: CheckpointID, index: Int, _ direction: Direction, round: Int
    ) -> CheckpointReport {
        let luck = scrambled(round * 1000 + index * 2 + (direction == .in ? 0 : 1))
        let waiting = Int(luck >> 20 % 300)
        return CheckpointReport(
            checkpoint: post, direction: direction, mode: .all, persons: Persons(Int(luck % 200)),
            vehicles: Vehicles(Int(luck >> 10 % 70)), waitingPersons: Persons(waiting),
            wait: Minutes(waiting / 4), lanesOpen: Lanes(2 + Int(luck >> 30 % 5)))
    }

    /// A number that looks like luck and is always the same for the same `number` (SplitMix64's last step).
    static func scrambled(_ number: Int) -> UInt64 {
        var mixed = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
