import Situation
import Support

/// Days of a small country whose figures all agree: posts by hour and means of travel, totals of regions, sections and
/// the country, running totals, sets, shelters with balanced people, resources. One error can be put in on the last day.
struct ConsistentDays {
    /// What is made wrong on the last day, and nothing else.
    enum Slip: CaseIterable {
        case balance, sum, falling, twice, transposed, sets, rate, copied, part, modes, beds, committed
    }

    private var random: Seeded
    private let days: Int
    private let slip: Slip?
    private let first = Instant(year: 2026, month: 3, day: 2)
    private var desk = ContradictionFixture()
    /// Persons of each post and direction, hour by hour of the day before, for the copy.
    private var before: [String: [Int]] = [:]
    private var running = 0
    private var occupied = [300, 450, 120]

    init(seed: UInt64, days: Int, slip: Slip? = nil) {
        random = Seeded(seed)
        self.days = days
        self.slip = slip
    }

    /// Plays the days, looking twice each day.
    ///
    /// - Returns: what was raised, as `rule.variant`.
    mutating func play() -> [String] {
        var names: [String] = []
        var keeper = PictureKeeper()
        for day in 0..<days {
            tell(day, isLast: day == days - 1)
            names += keeper.names(&desk, at: first + .days(day + 1) + .hours(1))
            states(day, isLast: day == days - 1)
            names += keeper.names(&desk, at: first + .days(day + 1) + .hours(9))
        }
        return names
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    // MARK: Posts and shelters

    private var sums: [String: Int] = [:]

    private mutating func tell(_ day: Int, isLast: Bool) {
        sums = [:]
        let start = first + .days(day)
        for hour in 0..<24 {
            for post in ContradictionFixture.posts { count(post, .in, hour, start, isLast: isLast) }
            if hour % 4 == 3 { shelters(start + .hours(hour), isLast: isLast && hour == 23) }
        }
        for post in ContradictionFixture.posts {
            say(number(300...900), post, .out, .all, start, start + .days(1))
        }
    }

    private mutating func count(
        _ post: CheckpointID, _ direction: Direction, _ hour: Int, _ start: Instant, isLast: Bool
    ) {
        let (from, to) = (start + .hours(hour), start + .hours(hour + 1))
        var persons = number(40...180)
        let isWrong = isLast && post == "p1"
        if isWrong, slip == .rate, hour == 15 { persons = 4000 }
        if isWrong, slip == .copied, hour >= 14 { persons = before[post.rawValue]?[hour] ?? persons }
        if before[post.rawValue] == nil { before[post.rawValue] = Array(repeating: 0, count: 24) }
        before[post.rawValue]?[hour] = persons
        guard post == "p1" else { return say(persons, post, direction, .all, from, to) }
        let cars = persons * number(50...70) / 100
        say(cars, post, direction, .car, from, to)
        say(persons - cars, post, direction, .bus, from, to, counted: true)
        if isWrong, slip == .modes, hour == 15 {
            say(persons - 20, post, direction, .all, from, to, source: "border", counted: false)
        } else if hour % 6 == 0 {
            say(persons, post, direction, .all, from, to, source: "border", counted: false)
        }
    }

    private mutating func say(
        _ persons: Int, _ post: CheckpointID, _ direction: Direction, _ mode: TravelMode, _ from: Instant,
        _ to: Instant, source: SourceID = "border", counted: Bool = true
    ) {
        let report = CheckpointReport(
            checkpoint: post, direction: direction, mode: mode, persons: Persons(persons),
            lanesOpen: mode == .all ? 4 : nil)
        desk.say(.checkpointReport(report), about: .between(from, to), source: source)
        if counted {
            let region = post < "p3" ? "KZ-27" : "KZ-15"
            for area in [region, region == "KZ-27" ? "west" : "north", "KZ"] {
                sums["\(area)/\(direction.rawValue)", default: 0] += persons
            }
        }
    }

    private mutating func shelters(_ at: Instant, isLast: Bool) {
        for site in 0..<3 {
            let departed = number(0...min(occupied[site], 40))
            let arrived = number(0...min(1000 - occupied[site] + departed, 40))
            occupied[site] += arrived - departed
            var report = ShelterReport(
                shelter: ShelterID("s\(site + 1)"), openBeds: 1000, reserveBeds: 500,
                occupied: Beds(occupied[site]), arrived: Persons(arrived), departed: Persons(departed))
            if isLast, site == 0, slip == .balance { report.occupied = report.occupied + 60 }
            if isLast, site == 0, slip == .beds {
                report.openBeds = report.occupied - 50
                report.reserveBeds = 20
            }
            desk.say(.shelterReport(report), about: .moment(at), source: "site")
        }
        let inUse = number(10...60)
        let wrong = isLast && slip == .committed
        desk.say(
            .resource(ResourceReport(kind: "buses", region: "KZ-27", count: 60, committed: wrong ? 61 : inUse)),
            about: .moment(at), source: "akimat")
    }

    // MARK: Totals

    private mutating func states(_ day: Int, isLast: Bool) {
        let made = isLast ? slip : nil
        let wrong: (Slip) -> Bool = { made == $0 }
        for direction in Direction.allCases {
            for area in ["KZ-27", "KZ-15", "west", "north"] {
                let right = sums["\(area)/\(direction.rawValue)"] ?? 0
                let isIn = direction == .in && area == "KZ-27"
                total(wrong(.sum) && isIn ? right * 11 / 10 : right, area, direction, day...day)
                guard isIn else { continue }
                if wrong(.twice) { total(right + 1111, area, direction, day...day, source: "newspaper") }
                if wrong(.transposed) {
                    total(Self.transposed(right), area, direction, day...day, source: "newspaper")
                }
                total(right * 7 / 10, area, direction, day...day, category: "RU citizens")
                let road = wrong(.part) ? right * 8 / 10 : right * 6 / 10
                total(road, area, direction, day...day, category: "RU citizens by road")
            }
        }
        country(day, wrong)
        let inNeed = number(4000...9000)
        let sets = [("affected", inNeed * 3), ("in need", inNeed), ("targeted", inNeed / 2), ("reached", inNeed / 3)]
        for (set, persons) in sets {
            let isWrong = wrong(.sets) && set == "reached"
            total(isWrong ? inNeed / 2 + 7 : persons, "KZ-15", .in, day...day, category: set)
        }
    }

    private mutating func country(_ day: Int, _ wrong: (Slip) -> Bool) {
        let right = sums["KZ/in"] ?? 0
        switch number(0...2) {
        case 0: total(right, "KZ", .in, day...day)
        case 1: total((right + 50) / 100 * 100, "KZ", .in, day...day, precision: .rounded)
        default: total(right / 1000 * 1000, "KZ", .in, day...day, precision: .atLeast)
        }
        let before = running
        running += right
        guard day > 0 else { return }
        total(wrong(.falling) ? before - 300 : running, "KZ", .in, 0...day, source: "ministry")
    }

    private mutating func total(
        _ persons: Int, _ area: String, _ direction: Direction, _ days: ClosedRange<Int>,
        precision: Precision = .exact, category: String? = nil, source: SourceID = "ministry"
    ) {
        let (from, to) = (first + .days(days.lowerBound), first + .days(days.upperBound + 1))
        let total = StatedTotal(
            area: Area(code: area), direction: direction, persons: Persons(persons), precision: precision,
            category: category)
        desk.say(.statedTotal(total), about: .between(from, to), known: to + .hours(8), source: source)
    }

    /// The number with two neighbouring digits exchanged.
    private static func transposed(_ number: Int) -> Int {
        var digits = Array(String(number))
        // Behind the first digit, which must not become a zero.
        let place = digits.indices.dropFirst().dropLast().first { digits[$0] != digits[$0 + 1] }
        guard let place else { return number + 1 }
        digits.swapAt(place, place + 1)
        return Int(String(digits)) ?? number
    }
}

/// Folds on from where it was, as the program does, so that a month of days is not folded once a day.
private struct PictureKeeper {
    private var picture = Picture()
    private var taken = 0

    mutating func names(_ desk: inout ContradictionFixture, at now: Instant) -> [String] {
        for entry in desk.entries[taken...].sorted(by: { $0.foldKey < $1.foldKey }) { picture.apply(entry) }
        let reading = SituationReading(picture, places: ContradictionFixture.places, targets: [], now: now)
        let drafts = desk.watch.look(at: picture, reading: reading, now: now)
        var names: [String] = []
        for draft in drafts {
            desk.say(draft.fact, about: draft.about, known: now, source: draft.source)
            guard case .contradiction(let event) = draft.fact, case .raised(let finding) = event.change else {
                continue
            }
            names.append("\(finding.rule).\(finding.variant)")
        }
        taken = desk.entries.count - drafts.count
        return names
    }
}
