/// A post as a screen shows it at a moment.
public struct CheckpointReading: Sendable, Identifiable {
    public let id: CheckpointID
    public let section: SectionID
    public let region: RegionCode
    public let status: Figure<CheckpointStatus>?
    public let incoming: FlowReading
    public let outgoing: FlowReading
    public let lanesOpen: Figure<Lanes>?
    /// All lanes into the country.
    public let lanes: Figure<Lanes>
    /// All lanes out of the country.
    public let lanesOut: Figure<Lanes>
    /// Persons one open lane passes in an hour.
    public let personsPerLaneHour: Figure<Persons>
    /// Share of what the open lanes can pass that the last whole hour used, where both are known; the capacity
    /// may be illustrative, and then so is this.
    public let utilisation: Figure<Double>?
    /// How many times its usual the last day was.
    public let timesUsual: Figure<Double>?
    /// Persons who enter on a usual day by the post's own history, as far as it has one and its last day is known.
    public let ownUsual: Double?
    /// Persons who enter on a usual day by the reference data, which stands in until there is a history.
    public let usualIn: Figure<Persons>
    public let freshness: Freshness
    /// What was last said of it, over however long a period.
    public let latest: Statement<CheckpointReport>?

    /// - Parameter picture: what is known of the post; `nil` when nothing was ever said.
    public init(of post: Places.Post, in picture: CheckpointPicture?, now: Instant) {
        let picture = picture ?? CheckpointPicture()
        id = post.id
        section = post.section
        region = post.region
        // Both directions over the same hours, so that they can be drawn one above the other.
        let end = DayWindow.end([picture.incoming, picture.outgoing], now: now)
        incoming = FlowReading(of: picture.incoming, dayEnding: end, now: now)
        outgoing = FlowReading(of: picture.outgoing, dayEnding: end, now: now)
        status = picture.states.latest(\.status)
        let saidOpen = picture.lanesOpen
        let stated = picture.states.latest(\.lanesIn)
        lanesOpen = [saidOpen, stated].compactMap(\.self).max {
            ($0.basis.at ?? .distantPast) < ($1.basis.at ?? .distantPast)
        }
        lanes = stated ?? post.lanesIn
        lanesOut = picture.states.latest(\.lanesOut) ?? post.lanesOut
        personsPerLaneHour = post.personsPerLaneHour
        utilisation = Self.utilisation(
            incoming, lanes: lanesOpen ?? post.lanesIn, rate: post.personsPerLaneHour, now: now)
        let ownUsual = incoming.lastDay.flatMap { _ in picture.incoming.usualADay(before: now - .days(1)) }
        self.ownUsual = ownUsual
        timesUsual = Self.timesUsual(incoming, own: ownUsual, post: post, now: now)
        usualIn = post.usualIn
        let reports = picture.incoming.statements.suffix(6) + picture.outgoing.statements.suffix(6)
        freshness = Freshness(
            lastHeard: picture.lastHeard,
            rhythm: reports.compactMap { $0.about.length }.max(), now: now)
        latest = [picture.incoming.newest, picture.outgoing.newest].compactMap(\.self).max { $0.at < $1.at }
    }

    private static func utilisation(
        _ flow: FlowReading, lanes: Figure<Lanes>, rate: Figure<Persons>, now: Instant
    ) -> Figure<Double>? {
        let hour = now.startOfHour - .hours(1)
        let cell = flow.hours[hour]
        let capacity = lanes.value.count * rate.value.count
        guard cell.coveredMinutes >= 50, capacity > 0 else { return nil }
        let illustrative = lanes.isIllustrative || rate.isIllustrative
        return Figure(
            Double(cell.persons) / Double(capacity), illustrative ? .illustrative : .computed(oldest: hour))
    }

    private static func timesUsual(
        _ flow: FlowReading, own usual: Double?, post: Places.Post, now: Instant
    ) -> Figure<Double>? {
        guard let day = flow.lastDay else { return nil }
        // An unfinished day is held against the same share of a usual day.
        let share = Double(day.coveredMinutes) / 1440
        guard share > 0.1 else { return nil }
        if let usual, usual > 0 {
            return Figure(Double(day.persons.count) / (usual * share), .computed(oldest: now - .days(1)))
        }
        guard post.usualIn.value > 0 else { return nil }
        return Figure(
            Double(day.persons.count) / (Double(post.usualIn.value.count) * share),
            post.usualIn.isIllustrative ? .illustrative : .reference)
    }
}

/// One direction of a post.
public struct FlowReading: Sendable {
    /// The last 24 hours that reports reach to; see ``DayWindow``.
    public let hours: HourSeries
    /// The sum of those hours; `nil` when nothing is known of any.
    public let lastDay: DaySum?
    public let queue: QueueReading?
    /// The newest statement about more than a day.
    public let latestLong: Statement<CheckpointReport>?

    /// Persons in a day, and how much of the day reports cover.
    public struct DaySum: Hashable, Sendable {
        public let persons: Persons
        /// 0 to 1440.
        public let coveredMinutes: Int

        public init(persons: Persons, coveredMinutes: Int) {
            self.persons = persons
            self.coveredMinutes = coveredMinutes
        }
    }

    /// The reading of one ledger by itself.
    public init(of ledger: FlowLedger, now: Instant) {
        self.init(of: ledger, dayEnding: DayWindow.end([ledger], now: now), now: now)
    }

    init(of ledger: FlowLedger, dayEnding end: Instant, now: Instant) {
        hours = ledger.hourly(from: end - .hours(24), count: 24)
        let covered = hours.cells.reduce(0) { $0 + $1.coveredMinutes }
        lastDay =
            covered == 0
            ? nil
            : DaySum(persons: Persons(hours.cells.reduce(0) { $0 + $1.persons }), coveredMinutes: covered)
        queue = ledger.queue.flatMap { now - $0.at <= .days(1) ? $0 : nil }
        latestLong = ledger.longStatements.last
    }
}

/// Which 24 hours "the last day" means.
///
/// They end with the last hour that a report reaches to, not with the clock: a post that reports each morning on
/// the day before shows that whole day, with its age beside it. When nothing was heard for a day and a half the
/// last day is simply not known.
enum DayWindow {
    private static let longestWait = Span.hours(36)

    static func end(_ ledgers: [FlowLedger], now: Instant) -> Instant {
        let present = now.endOfHour
        guard let heard = ledgers.compactMap(\.lastCovered).max(), present - heard <= longestWait else {
            return present
        }
        return min(heard.endOfHour, present)
    }
}

extension About {
    /// How long the time spoken of is; `nil` for a moment.
    fileprivate var length: Span? { if case .period(let period) = self { period.length } else { nil } }
}

extension Instant {
    /// The end of the hour that holds the moments just before this one.
    fileprivate var endOfHour: Instant { self == startOfHour ? self : startOfHour + .hours(1) }

    /// Before anything this program knows of.
    static let distantPast = Instant(milliseconds: .min)
}
