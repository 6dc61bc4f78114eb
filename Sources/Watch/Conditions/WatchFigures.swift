import Planning
import Situation

/// The figures that conditions of plans are held against: the picture and its reading at one moment.
public struct WatchFigures: Sendable {
    public let picture: Picture
    public let reading: SituationReading

    /// Where each place stands in the reading, since plans name places again and again.
    let index: PlaceIndex

    public init(_ picture: Picture, _ reading: SituationReading) {
        self.picture = picture
        self.reading = reading
        index = PlaceIndex(reading)
    }

    public var now: Instant { reading.now }

    /// What the picture says of a metric.
    public enum Measured: Hashable, Sendable {
        case value(Double)
        /// Hours until something is full, where nothing fills: longer than any number. Free beds, where known.
        case lasting(free: Double?)
    }

    /// What is known of `metric` for `subject`; `nil` when nothing is.
    public func measured(_ metric: Metric, for subject: String) -> Measured? {
        switch metric {
        case .tasksOverdue:
            return .value(Double(picture.watch.tasks.values.count { $0.isOverdue(at: now) }))
        case .regionHoursToFull:
            if let place = index.regions[subject], case .lasting = reading.regions[place].runway {
                return .lasting(free: known(.regionBedsFree, for: subject))
            }
        case .shelterHoursToFull:
            if let place = index.shelters[subject], case .lasting = reading.shelters[place].runway {
                return .lasting(free: known(.shelterBedsFree, for: subject))
            }
        case .regionWithoutBed:
            // Where every bed is taken, those who found none are in no report: "nobody" would be a guess.
            guard let value = known(metric, for: subject) else { return nil }
            if value == 0, known(.regionBedsFree, for: subject) == 0 { return nil }
            return .value(value)
        default: break
        }
        return known(metric, for: subject).map(Measured.value)
    }

    /// What the reading says, found by the index.
    private func known(_ metric: Metric, for subject: String) -> Double? {
        switch metric.scope {
        case .post: index.posts[subject].flatMap { reading.checkpoints[$0].value(of: metric) }
        case .section: index.sections[subject].flatMap { reading.sections[$0].value(of: metric) }
        case .region: index.regions[subject].flatMap { reading.regions[$0].value(of: metric) }
        case .shelter: index.shelters[subject].flatMap { reading.shelters[$0].value(of: metric) }
        case .country, .indicator, .source, .station: reading.value(of: metric, for: subject)
        }
    }

    /// The number of `metric` for `subject`; `nil` when it is not known or has no end.
    public func value(of metric: Metric, for subject: String) -> Double? {
        if case .value(let value) = measured(metric, for: subject) { value } else { nil }
    }
}

extension WatchFigures.Measured {
    /// Whether the condition's comparison holds now.
    func fulfils(_ condition: Condition) -> Bool {
        switch self {
        case .value(let value): condition.comparison.holds(value, against: condition.value)
        case .lasting: condition.comparison == .above || condition.comparison == .atLeast
        }
    }

    /// The figure as a reason that can be written down: for what lasts, the beds that are free.
    func reason(for metric: Metric, subject: String, limit: Double) -> LevelEvent.Reason? {
        switch self {
        case .value(let value):
            return LevelEvent.Reason(metric: metric.rawValue, subject: subject, value: value, limit: limit)
        case .lasting(let free):
            let beds: Metric = metric == .shelterHoursToFull ? .shelterBedsFree : .regionBedsFree
            return free.map {
                LevelEvent.Reason(metric: beds.rawValue, subject: subject, value: $0, limit: 0)
            }
        }
    }
}
