import Situation

/// How many persons usually enter at the posts of a section or region, by hour of the week.
///
/// Level, daily course and weekday are worked out apart, because a picture keeps eight days by the hour and sixty by the
/// day: the level is each post's median day, the course that of all posts together, the weekday's factor drawn towards 1
/// the fewer such days were seen. A median, so that last month's wave is not this month's usual.
struct InfluxBaseline: Hashable, Sendable {
    /// Persons on a usual day, by post; posts nothing is known of are missing.
    let perDay: [CheckpointID: Double]
    /// 24 factors from midnight, 1 on average.
    let hours: [Double]
    /// Seven factors from Monday, about 1 on average.
    let weekdays: [Double]
    /// Variance of an hour's count over its mean, by post: 1 for a Poisson law, more where people come in buses, a
    /// hundred where they come by train. Weighed by it, a train says no more than the cars of a quiet hour.
    private let dispersions: [CheckpointID: Double]
    /// How far whole days differ from the usual beyond what the hours explain, as a share of it.
    let dayVariation: Double
    let basis: AlarmEvent.Finding.Basis

    /// One hour of one post.
    struct Sample {
        let hour: Instant
        let cell: HourCell

        /// Whether the hour was counted by itself and nearly whole.
        var isCounted: Bool { !cell.isSpread && cell.coveredMinutes >= 50 }
    }

    /// How much of the past the hours come from, and how much directly before the day in question is left out, so that
    /// a wave that grows slowly does not become its own usual.
    static let window = Span.days(9)
    static let lag = Span.days(1)

    /// What stands in for a dispersion that was never seen: buses bring forty at once.
    private static let usualDispersion = 8.0
    /// Until that many persons were counted at an hour of the day, the course is drawn towards an even one.
    private static let evenPersons = 20.0

    /// - Parameters:
    ///   - posts: the posts with their reference values.
    ///   - day: the beginning of the day the baseline is for.
    init?(of posts: [(id: CheckpointID, usual: Figure<Persons>)], in picture: Picture, for day: Instant) {
        let histories = posts.map { PostHistory(of: $0.id, in: picture, before: day - Self.lag) }
        var perDay: [CheckpointID: Double] = [:]
        // Of those that report: a post nobody ever heard of says nothing of how sure the rest is.
        var heard = (own: 0.0, planned: 0.0)
        var fewestDays = Int.max
        var isIllustrative = false
        for (post, history) in zip(posts, histories) {
            let planned = Double(post.usual.value.count)
            if let usual = history.usualDay {
                perDay[post.id] = usual
                heard.own += usual
                if usual > 0 { fewestDays = min(fewestDays, history.days.count) }
            } else if planned > 0 {
                perDay[post.id] = planned
                isIllustrative = isIllustrative || post.usual.isIllustrative
                if !history.hours.isEmpty { heard.planned += planned }
            }
        }
        guard perDay.values.contains(where: { $0 > 0 }) else { return nil }
        self.perDay = perDay
        if heard.own > 0, heard.own >= 4 * heard.planned {
            basis = fewestDays >= 7 ? .ownWeeks : .ownDays
        } else {
            basis = isIllustrative ? .illustrative : .reference
        }
        let weekdays = Self.weekdays(histories)
        self.weekdays = weekdays
        let hours = Self.hours(histories)
        self.hours = hours
        var dispersions: [CheckpointID: Double] = [:]
        var all = HourSums()
        for (post, history) in zip(posts, histories) {
            guard let usual = history.usualDay else { continue }
            var sums = HourSums()
            for sample in history.hours where sample.isCounted {
                let time = CivilTime(sample.hour)
                let expected = usual / 24 * hours[time.hour] * weekdays[time.weekday - 1]
                sums.add(sample, expected: expected)
                all.add(sample, expected: expected)
            }
            dispersions[post.id] = sums.dispersion
        }
        self.dispersions = dispersions
        let dispersion = all.dispersion ?? Self.usualDispersion
        dayVariation = DaySums(histories, weekdays: weekdays).variation(beyond: dispersion)
    }

    /// How much more than by a Poisson law the hours of `post` vary.
    func dispersion(at post: CheckpointID) -> Double { dispersions[post] ?? Self.usualDispersion }

    /// Persons who usually enter at `post` in the hour that begins at `hour`.
    ///
    /// - Parameter isSpread: whether the count it is held against was spread evenly over a longer time.
    func expected(at post: CheckpointID, _ hour: Instant, isSpread: Bool) -> Double? {
        guard let usual = perDay[post] else { return nil }
        let time = CivilTime(hour)
        return usual / 24 * (isSpread ? 1 : hours[time.hour]) * weekdays[time.weekday - 1]
    }

    private static func hours(_ histories: [PostHistory]) -> [Double] {
        var persons = Array(repeating: 0.0, count: 24)
        var usual = Array(repeating: 0.0, count: 24)
        for history in histories {
            guard let day = history.usualDay, day > 0 else { continue }
            for sample in history.hours where sample.isCounted {
                let hour = CivilTime(sample.hour).hour
                persons[hour] += Double(sample.cell.persons)
                usual[hour] += day / 24
            }
        }
        let raw = (0..<24).map { (persons[$0] + evenPersons) / (usual[$0] + evenPersons) }
        let smooth = (0..<24).map { (hour: Int) -> Double in
            let neighbours = raw[(hour + 23) % 24] + raw[(hour + 1) % 24]
            return raw[hour] / 2 + neighbours / 4
        }
        let mean = smooth.reduce(0, +) / 24
        return mean > 0 ? smooth.map { $0 / mean } : Array(repeating: 1, count: 24)
    }

    private static func weekdays(_ histories: [PostHistory]) -> [Double] {
        var persons = Array(repeating: 0.0, count: 7)
        var usual = Array(repeating: 0.0, count: 7)
        var seen = Array(repeating: Set<Instant>(), count: 7)
        for history in histories {
            guard let day = history.usualDay, day > 0 else { continue }
            for total in history.days {
                let weekday = CivilTime(total.day).weekday - 1
                persons[weekday] += Double(total.persons)
                usual[weekday] += day
                seen[weekday].insert(total.day)
            }
        }
        return (0..<7).map { weekday in
            guard usual[weekday] > 0 else { return 1 }
            let count = Double(seen[weekday].count)
            return 1 + (persons[weekday] / usual[weekday] - 1) * count / (count + 2)
        }
    }
}

/// What a picture keeps of the crossings into the country at one post.
struct PostHistory {
    /// Known hours of the last days.
    let hours: [InfluxBaseline.Sample]
    /// Whole days, oldest first, at most four weeks.
    let days: [(day: Instant, persons: Int)]

    private static let longest = 28
    private static let fewest = 3

    init(of post: CheckpointID, in picture: Picture, before end: Instant) {
        guard let ledger = picture.checkpoints[post]?.incoming else {
            hours = []
            days = []
            return
        }
        let start = (end - InfluxBaseline.window).startOfDay
        let series = ledger.hourly(from: start, count: Int((end - start).inHours))
        hours = series.cells.indices.compactMap { index in
            series.cells[index].isKnown
                ? InfluxBaseline.Sample(hour: series.start + .hours(index), cell: series.cells[index]) : nil
        }
        let rolled = ledger.days.filter { $0.day < end }.map { ($0.day, $0.persons) }
        let kept = Dictionary(grouping: hours) { $0.hour.startOfDay }
        let recent = kept.keys.sorted().filter { day in !rolled.contains { $0.0 == day } }
            .compactMap { day -> (Instant, Int)? in
                let cells = kept[day] ?? []
                let minutes = cells.reduce(0) { $0 + $1.cell.coveredMinutes }
                guard minutes >= 20 * 60 else { return nil }
                return (day, cells.reduce(0) { $0 + $1.cell.persons } * 1440 / minutes)
            }
        days = (rolled + recent).suffix(Self.longest).map { (day: $0.0, persons: $0.1) }
    }

    /// The median day; `nil` with fewer than three.
    var usualDay: Double? {
        guard days.count >= Self.fewest else { return nil }
        return Self.median(days.map { Double($0.persons) })
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

/// Hours beside what was to be expected.
private struct HourSums {
    private var sums: [Instant: (persons: Double, expected: Double)] = [:]

    mutating func add(_ sample: InfluxBaseline.Sample, expected: Double) {
        let sum = sums[sample.hour] ?? (0, 0)
        sums[sample.hour] = (sum.persons + Double(sample.cell.persons), sum.expected + expected)
    }

    /// Never below 1; `nil` with less than two days. Single wild hours count only so far.
    var dispersion: Double? {
        let known = sums.values.filter { $0.expected > 0.05 }
        guard known.count >= 48, known.reduce(0, { $0 + $1.expected }) >= 100 else { return nil }
        let squares = known.map { sum in
            (sum.persons - sum.expected) * (sum.persons - sum.expected) / sum.expected
        }
        let wildest = squares.sorted()[squares.count * 99 / 100]
        let mean = squares.reduce(0) { $0 + min($1, wildest) } / Double(squares.count)
        // 24 factors were fitted to the same hours.
        return max(1, mean * Double(squares.count) / Double(squares.count - 24))
    }
}

/// Whole days of all posts together.
private struct DaySums {
    private var ratios: [Double] = []
    private var usual = 0.0

    init(_ histories: [PostHistory], weekdays: [Double]) {
        var persons: [Instant: Double] = [:]
        var expected: [Instant: Double] = [:]
        for history in histories {
            guard let day = history.usualDay, day > 0 else { continue }
            usual += day
            for total in history.days {
                persons[total.day, default: 0] += Double(total.persons)
                expected[total.day, default: 0] += day * weekdays[CivilTime(total.day).weekday - 1]
            }
        }
        // Days on which most posts are missing say little of the whole.
        ratios = persons.compactMap { day, count in
            expected[day].flatMap { $0 > 0.5 * usual ? count / $0 : nil }
        }
    }

    /// A robust standard deviation of the days, less what the dispersion of hours explains.
    func variation(beyond dispersion: Double) -> Double {
        guard ratios.count >= 7, usual > 0 else { return 0 }
        let middle = PostHistory.median(ratios)
        let deviation = 1.4826 * PostHistory.median(ratios.map { abs($0 - middle) })
        return max(0, deviation * deviation - dispersion / usual).squareRoot()
    }
}
