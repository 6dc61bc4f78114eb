import Situation

/// Turns the intervals of one run into a ``ReplicationRecord``.
struct ReplicationRecorder {
    let layout: EnsembleLayout
    private(set) var record: ReplicationRecord
    let end: Instant

    init(_ layout: EnsembleLayout, end: Instant) {
        self.layout = layout
        self.end = end
        record = ReplicationRecord(layout)
        for (index, key) in layout.measures.enumerated() where key.measure.startsAtZero {
            record.measures[index] = 0
        }
    }

    /// Takes in an interval. One that ended before the world's start is history and passed over.
    mutating func take(_ interval: IntervalRecord) {
        guard let step = layout.grid.step(endingAt: interval.end) else { return }
        let moment = Moment(step: step, hours: (interval.end - layout.grid.start).inHours)
        takePosts(interval, moment)
        if layout.hasReception { takeReception(interval, moment) }
    }

    /// The record of the whole run.
    consuming func finished(work: RunWork) -> ReplicationRecord {
        turnSumsIntoRates()
        record.work = work
        return record
    }

    /// Where an interval's end stands.
    struct Moment {
        let step: Int
        /// Hours since the start.
        let hours: Double
    }
}

extension RunMeasure {
    /// Whether a run in which nothing happens has the value 0 and not none.
    var startsAtZero: Bool {
        switch self {
        // At a post that is shut all the time nobody can say how long one waits.
        case .peakWait, .peakQueueAt, .peakWaitAt, .peakWithoutBedAt: false
        case _ where isEvent: false
        default: true
        }
    }
}

// MARK: - Writing values

extension ReplicationRecorder {
    /// The value of a metric at the end of a step.
    mutating func set(_ metric: Metric, at place: Int = 0, _ moment: Moment, to value: Double) {
        guard let index = seriesIndex(metric, place, moment) else { return }
        record.series[index] = value
    }

    /// Adds to what is summed up over a step.
    mutating func count(_ metric: Metric, at place: Int = 0, _ moment: Moment, _ value: Double) {
        guard let index = seriesIndex(metric, place, moment) else { return }
        let before = record.series[index]
        record.series[index] = before.isNaN ? value : before + value
    }

    /// Adds to a measure.
    mutating func add(_ value: Double, to measure: RunMeasure, _ scope: Metric.Scope, at place: Int = 0) {
        guard let index = measureIndex(measure, scope, place) else { return }
        record.measures[index] += value
    }

    /// Raises a peak and remembers when it was reached first.
    mutating func raise(
        _ measure: RunMeasure, _ moment: RunMeasure, _ scope: Metric.Scope, at place: Int = 0,
        to value: Double, after hours: Double
    ) {
        guard let index = measureIndex(measure, scope, place) else { return }
        let before = record.measures[index]
        guard before.isNaN || value > before else { return }
        record.measures[index] = value
        // A peak of nothing has no moment.
        if value > 0, let time = measureIndex(moment, scope, place) { record.measures[time] = hours }
    }

    /// Raises a peak whose moment nobody asks for.
    mutating func raise(_ measure: RunMeasure, _ scope: Metric.Scope, at place: Int, to value: Double) {
        guard let index = measureIndex(measure, scope, place) else { return }
        record.measures[index] = max(record.measures[index], value)
    }

    /// Remembers when something happened for the first time.
    mutating func note(_ measure: RunMeasure, _ scope: Metric.Scope, at place: Int, after hours: Double) {
        guard let index = measureIndex(measure, scope, place), record.measures[index].isNaN else { return }
        record.measures[index] = hours
    }

    private func seriesIndex(_ metric: Metric, _ place: Int, _ moment: Moment) -> Int? {
        layout.seriesStart(metric).map { ($0 + place) * layout.grid.count + moment.step }
    }

    private func measureIndex(_ measure: RunMeasure, _ scope: Metric.Scope, _ place: Int) -> Int? {
        layout.measureStart(measure, scope).map { $0 + place }
    }

    /// Arrivals were summed over each step; they are shown by the hour.
    private mutating func turnSumsIntoRates() {
        let grid = layout.grid
        let places = [(Metric.countryArrivalsHour, 1), (.sectionArrivalsHour, layout.sections.count)]
        for (metric, count) in places {
            guard let start = layout.seriesStart(metric) else { continue }
            for step in 0..<grid.count {
                let hours = (min(grid.end(of: step), end) - grid.end(of: step - 1)).inHours
                for place in start..<(start + count) where hours > 0 {
                    record.series[place * grid.count + step] /= hours
                }
            }
        }
    }
}
