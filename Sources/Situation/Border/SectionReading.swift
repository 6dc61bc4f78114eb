/// A border section as a screen shows it: the sum of its posts.
public struct SectionReading: Sendable, Identifiable {
    public let id: SectionID
    /// Persons into the country in the last 24 hours, over the posts that report.
    public let inflow: FlowReading.DaySum?
    /// Persons out of the country in the last 24 hours.
    public let outflow: FlowReading.DaySum?
    /// The last 24 hours in, hour by hour.
    public let hours: [HourCell]
    public let timesUsual: Figure<Double>?
    /// For how long the alarm of an influx has stood without a return, in hours; `nil` when none stands. The sequential
    /// test behind it knows the hour of the week and weighs chance, which ``timesUsual`` does not.
    public let influxHours: Double?
    public let queue: Persons?
    /// The longest wait of its posts.
    public let wait: Minutes?
    /// The oldest word among the posts that report; a sum is as old as its oldest part.
    public let freshness: Freshness
    public let postsReporting: Int
    public let postsTotal: Int
    /// What authorities state for the section as a whole.
    public let stated: [Statement<StatedTotal>]

    /// - Parameter influx: for how long the alarm of an influx has stood.
    public init(
        of id: SectionID, posts: [CheckpointReading], stated: [Statement<StatedTotal>], influx: Span? = nil
    ) {
        self.id = id
        influxHours = influx?.inHours
        self.stated = stated
        let reporting = posts.filter { $0.incoming.lastDay != nil || $0.outgoing.lastDay != nil }
        inflow = Self.sum(reporting.compactMap(\.incoming.lastDay))
        outflow = Self.sum(reporting.compactMap(\.outgoing.lastDay))
        hours = Self.add(reporting.map(\.incoming.hours))
        queue = Self.total(posts.compactMap { $0.incoming.queue?.persons })
        wait = posts.compactMap { $0.incoming.queue?.wait }.max()
        postsReporting = reporting.count
        postsTotal = posts.count
        freshness = reporting.map(\.freshness).max { Self.age($0) < Self.age($1) } ?? .silent
        timesUsual = Self.timesUsual(reporting)
    }

    private static func age(_ freshness: Freshness) -> Span { freshness.age ?? .zero }

    private static func total(_ counts: [Persons]) -> Persons? {
        counts.isEmpty ? nil : counts.reduce(.zero, +)
    }

    private static func sum(_ days: [FlowReading.DaySum]) -> FlowReading.DaySum? {
        guard !days.isEmpty else { return nil }
        return FlowReading.DaySum(
            persons: days.reduce(.zero) { $0 + $1.persons },
            coveredMinutes: days.reduce(0) { $0 + $1.coveredMinutes } / days.count)
    }

    /// The posts' hours, hour by hour; posts whose day ended earlier leave the last hours to the others.
    private static func add(_ series: [HourSeries]) -> [HourCell] {
        guard let end = series.map(\.end).max() else { return Array(repeating: .unknown, count: 24) }
        return (0..<24).map { index in
            let hour = end - .hours(24 - index)
            return series.map { $0[hour] }.filter(\.isKnown).reduce(into: HourCell.unknown) { sum, cell in
                sum.persons += cell.persons
                sum.coveredMinutes = max(sum.coveredMinutes, cell.coveredMinutes)
                sum.isSpread = sum.isSpread || cell.isSpread
            }
        }
    }

    /// The posts' flow over what they usually have together. Posts without a usual are left out of both.
    private static func timesUsual(_ posts: [CheckpointReading]) -> Figure<Double>? {
        var flow = 0.0
        var usual = 0.0
        var basis = Basis.reference
        for post in posts {
            guard let times = post.timesUsual, let day = post.incoming.lastDay, times.value > 0 else {
                continue
            }
            flow += Double(day.persons.count)
            usual += Double(day.persons.count) / times.value
            if times.isIllustrative || basis != .illustrative { basis = times.basis }
        }
        return usual > 0 ? Figure(flow / usual, basis) : nil
    }
}
