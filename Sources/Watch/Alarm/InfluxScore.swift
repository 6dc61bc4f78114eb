import Foundation
import Planning
import Situation

/// The running score of a CUSUM on hourly counts: Page's test with the log-likelihood ratio of a Poisson law, divided by
/// the dispersion, which makes it a quasi-likelihood ratio for counts that vary more.
struct InfluxScore: Hashable, Sendable {
    /// 0 as long as nothing speaks for an influx.
    private(set) var value = 0.0
    /// The last hours since the score last left zero, a day at most.
    private var recent: [Count] = []

    /// What came at one post, or at all, in an hour.
    struct Count: Hashable {
        var observed: Double
        var expected: Double
        /// Variance over mean of such counts.
        var dispersion = 1.0
    }

    private static let kept = 24

    /// Takes in the next hour of all posts.
    ///
    /// - Parameters:
    ///   - times: the multiple of the usual that is tested for.
    ///   - limit: the score that rings. One hour adds less than half of it, so that one train, or one slip of a digit,
    ///     rings nothing; and the score grows to twice of it at most, so that it is back in hours after a wave of weeks.
    mutating func take(_ counts: [Count], times: Double, limit: Double) {
        var sum = Count(observed: 0, expected: 0)
        var step = 0.0
        for count in counts {
            sum.observed += count.observed
            sum.expected += count.expected
            // Where hardly anybody comes, the first car is no proof of anything.
            let expected = max(count.expected, 0.1)
            step +=
                (count.observed * Foundation.log(times) - expected * (times - 1)) / max(count.dispersion, 1)
        }
        value = min(max(0, value + min(step, 0.4 * limit)), 2 * limit)
        if value == 0 {
            recent.removeAll(keepingCapacity: true)
        } else {
            recent.append(sum)
            if recent.count > Self.kept { recent.removeFirst() }
        }
    }

    /// How many times the usual came since the score left zero, over a day at most; `nil` while it is zero.
    var ratio: Double? {
        let expected = recent.reduce(0) { $0 + $1.expected }
        return expected > 0 ? recent.reduce(0) { $0 + $1.observed } / expected : nil
    }
}

/// Watches the arrivals at the posts of one section or region, hour by hour.
struct InfluxGroup: Sendable {
    let id: String
    /// The section most of its usual arrivals come through.
    let section: SectionID
    /// Where its posts stand in the reading.
    private let posts: [Int]
    private(set) var score = InfluxScore()
    private(set) var baseline: InfluxBaseline?
    /// The first hour that was not tested yet; `nil` before the first look.
    private(set) var nextHour: Instant?
    /// How many hours were tested.
    private(set) var tested = 0
    private var baselineDay: Instant?
    /// Until then nothing is to be tested unless a post says something.
    private var restsUntil: Instant?

    /// How long an hour waits for posts that report late.
    private static let patience = Span.hours(2)
    /// How long an hour waits that nobody reported on yet: some report each morning on the day before.
    private static let longestPatience = Span.hours(36)
    /// How far back a watch begins that has just been started.
    private static let lookBack = Span.hours(72)
    /// How long the usual stays as it was before a wave, however long the wave is.
    private static let longestFreeze = Span.days(21)

    init(id: String, posts: [Int], in reading: SituationReading) {
        self.id = id
        self.posts = posts
        var usual: [SectionID: Int] = [:]
        for post in posts {
            usual[reading.checkpoints[post].section, default: 0] +=
                reading.checkpoints[post].usualIn.value.count
        }
        section = usual.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? SectionID(id)
    }

    /// Whether an hour may have become ready since the last look: its time has come, or a post said something.
    func wantsToAdvance(_ now: Instant, _ table: SignalTable) -> Bool {
        guard let restsUntil, now < restsUntil else { return true }
        return posts.contains(where: table.hasChanged)
    }

    /// Tests the hours that are over and reported on.
    mutating func advance(_ test: InfluxTest, picture: Picture, reading: SituationReading, now: Instant) {
        var hour = nextHour ?? now.startOfHour - Self.lookBack
        guard hour + .hours(1) <= now else {
            nextHour = hour
            restsUntil = hour + .hours(1)
            return
        }
        // Nobody looked for days: what is further back is kept by the day only.
        hour = max(hour, now.startOfHour - Self.lookBack)
        let ledgers = Ledgers(posts.map { reading.checkpoints[$0] }, picture: picture, from: hour)
        while hour + .hours(1) <= now, ledgers.isComplete(hour) || isLate(hour, ledgers, now) {
            renewBaseline(for: hour, test, picture, reading)
            take(ledgers.cells(hour), of: hour, test)
            hour = hour + .hours(1)
            tested += 1
        }
        nextHour = hour
        restsUntil = rest(before: hour, ledgers, now)
    }

    /// When the clock alone makes an hour ready that is not; `nil` when nobody can say.
    private func rest(before hour: Instant, _ ledgers: Ledgers, _ now: Instant) -> Instant? {
        guard hour + .hours(1) <= now else { return hour + .hours(1) }
        // What is said of hours before those that the reading shows is seen nowhere else.
        guard ledgers.show(hour) else { return nil }
        return hour + .hours(1) + (ledgers.isHeard(hour) ? Self.patience : Self.longestPatience)
    }

    private func isLate(_ hour: Instant, _ ledgers: Ledgers, _ now: Instant) -> Bool {
        let patience = ledgers.isHeard(hour) ? Self.patience : Self.longestPatience
        return hour + .hours(1) + patience <= now
    }

    private mutating func renewBaseline(
        for hour: Instant, _ test: InfluxTest, _ picture: Picture, _ reading: SituationReading
    ) {
        let day = hour.startOfDay
        guard day != baselineDay else { return }
        let isFrozen =
            score.value > test.score / 3 && baselineDay.map { day - $0 < Self.longestFreeze } ?? false
        guard !isFrozen || baseline == nil else { return }
        baselineDay = day
        baseline = InfluxBaseline(
            of: posts.map { (reading.checkpoints[$0].id, reading.checkpoints[$0].usualIn) }, in: picture,
            for: day)
    }

    private mutating func take(_ cells: [(CheckpointID, HourCell)], of hour: Instant, _ test: InfluxTest) {
        guard let baseline else { return }
        let counts = cells.compactMap { post, cell -> InfluxScore.Count? in
            guard cell.isKnown, let usual = baseline.expected(at: post, hour, isSpread: cell.isSpread) else {
                return nil
            }
            return InfluxScore.Count(
                observed: Double(cell.persons), expected: usual * Double(min(cell.coveredMinutes, 60)) / 60,
                dispersion: baseline.dispersion(at: post))
        }
        // An hour nobody reported on says nothing either way.
        guard counts.contains(where: { $0.expected > 0 }) else { return }
        score.take(counts, times: times(test, baseline), limit: test.score)
    }

    /// Where whole days differ much by themselves, only a larger multiple is out of the usual.
    private func times(_ test: InfluxTest, _ baseline: InfluxBaseline) -> Double {
        switch baseline.basis {
        case .ownWeeks, .ownDays: max(test.times, 1 + 3 * baseline.dayVariation)
        case .reference, .illustrative: max(test.times, test.timesWithoutHistory)
        }
    }

    /// The multiple of the usual that is tested for now.
    func times(_ test: InfluxTest) -> Double? { baseline.map { times(test, $0) } }

    /// The counts of some posts by hour, from the reading where it reaches back far enough.
    private struct Ledgers {
        private var series: [(id: CheckpointID, reports: Bool, hours: HourSeries)] = []
        /// From when on the reading of every post shows its hours.
        private var shown = Instant.never

        init(_ posts: [CheckpointReading], picture: Picture, from hour: Instant) {
            shown = posts.map(\.incoming.hours.start).max() ?? .never
            series = posts.map { post in
                let recent = post.incoming.hours
                let hours =
                    recent.start <= hour
                    ? recent
                    : picture.checkpoints[post.id]?.incoming.hourly(
                        from: hour, count: max(0, Int((recent.end - hour).inHours))) ?? recent
                return (post.id, post.incoming.lastDay != nil, hours)
            }
        }

        /// Whether every post that reports at all has reported on the hour.
        func isComplete(_ hour: Instant) -> Bool {
            series.allSatisfy { !$0.reports || $0.hours[hour].coveredMinutes >= 60 }
        }

        /// Whether the reading of every post shows the hour.
        func show(_ hour: Instant) -> Bool { shown <= hour }

        /// Whether any post has reported on the hour.
        func isHeard(_ hour: Instant) -> Bool { series.contains { $0.hours[hour].isKnown } }

        func cells(_ hour: Instant) -> [(CheckpointID, HourCell)] { series.map { ($0.id, $0.hours[hour]) } }
    }
}
