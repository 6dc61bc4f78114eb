import Language
import Simulation
import Situation

/// What many runs of a scenario come to, in a reader's words: shared by the command line and the screens.
public struct EnsembleWords: Sendable {
    public let speech: Speech
    public let names: Names

    public init(speech: Speech, names: Names) {
        self.speech = speech
        self.names = names
    }

    /// The words of a key under `simulation.run`.
    public func callAsFunction(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> String {
        speech("simulation.run.\(key)", arguments)
    }

    /// What a measure is called.
    public func name(_ measure: RunMeasure) -> String {
        if case .hoursToBreach(let service) = measure {
            return self("measure.hours-to-breach", ["service": .text(name(service))])
        }
        return self("measure.\(Self.key(measure.name))")
    }

    /// What a measure is called over a column; a moment stands beside the measure it belongs to.
    public func column(_ measure: RunMeasure) -> String {
        measure.unit == .hoursSinceStart ? self("at-that-time") : name(measure)
    }

    /// What a service that shelters are held to is called.
    public func name(_ service: ServiceLimit.Service) -> String { self("service.\(service.rawValue)") }

    /// What a metric over time is called, with its unit.
    public func name(_ metric: Metric) -> String { self("chart.\(Self.key(metric.rawValue))") }

    /// What a place is called.
    public func name(_ place: SimulatedPlace) -> String {
        switch place {
        case .country: self("country")
        case .section(let id): names.section(id)
        case .region(let id): names.region(id)
        case .post(let id): names.checkpoint(id)
        case .shelter(let id): names.shelter(id)
        }
    }

    /// Catalogs part levels by dots and words by hyphens.
    private static func key(_ name: String) -> String {
        String(name.map { $0 == "_" || $0 == "." ? "-" : $0 })
    }
}

// MARK: - Values

extension EnsembleWords {
    /// A measure's value with its unit.
    ///
    /// - Parameter start: what moments are counted from.
    public func value(_ value: Double?, _ unit: RunMeasure.Unit, since start: Instant) -> String {
        guard let value, value.isFinite, abs(value) < 1e15 else { return Speech.none }
        switch unit {
        case .persons, .personHours: return speech.number(Int(value.rounded()))
        case .minutes: return speech.span(.minutes(Int(value.rounded())))
        case .hours: return hours(value)
        case .hoursSinceStart:
            return speech.brief(start + .minutes(Int((value * 60).rounded())), now: start)
        }
    }

    /// A length of time on which decisions hang: whole hours up to ten days, for a day more or less is what it
    /// is about.
    public func hours(_ value: Double) -> String {
        guard value >= 10, value < 240 else { return speech.span(.minutes(Int((value * 60).rounded()))) }
        return speech("words.span.hours", ["count": .number(Int(value.rounded()))])
    }

    /// Runs under which nothing is said of how sure a mean or a difference is.
    public static let fewestForIntervals = 5

    /// The middle of the runs and, behind it, where most of them lie: `480 (310–690)`.
    ///
    /// - Parameter isShort: the middle alone, where there is no room.
    public func middle(_ summary: MeasureSummary?, since start: Instant, isShort: Bool = false) -> String {
        guard let summary, let fan = summary.fan else { return Speech.none }
        let unit = summary.key.measure.unit
        let middle = value(fan.p50, unit, since: start)
        let (low, high) = (value(fan.p10, unit, since: start), value(fan.p90, unit, since: start))
        return low == high || isShort ? middle : "\(middle) (\(low)–\(high))"
    }

    /// The part of runs in which something happens: `83 %`, and never a plain nothing where runs are few.
    public func share(_ summary: MeasureSummary?) -> String {
        guard let summary else { return Speech.none }
        if summary.occurred > 0, summary.share < 0.005 { return "<1\u{00A0}%" }
        if summary.occurred < summary.runs, summary.share > 0.995 { return ">99\u{00A0}%" }
        return speech.percent(summary.share)
    }

    /// How a value of a chart's scale is written.
    public func axis(_ metric: Metric) -> @Sendable (Double) -> String {
        let speech = speech
        switch metric.unit {
        case .minutes: return { speech.span(.minutes(Int($0.rounded()))) }
        case .share: return { speech.percent($0) }
        default: return { speech.number(Int($0.rounded())) }
        }
    }

    /// Words for the foot of a chart over time: about six, at round hours, with their places from 0 to 1.
    public func timeLabels(_ grid: TimeGrid) -> [(place: Double, text: String)] {
        let hours = grid.count * grid.stepHours
        guard hours > 1 else { return [] }
        let step = [3, 6, 12, 24, 48, 96, 240, 480, 960, 1920].first { hours / $0 <= 6 } ?? hours
        return stride(from: 0, to: hours, by: step).map { hour in
            let moment = grid.start + .hours(hour)
            // The first value stands for the end of the first step.
            let place = Double(hour - grid.stepHours) / Double(hours - grid.stepHours)
            let text = step % 24 == 0 ? day(moment) : speech.brief(moment, now: grid.start)
            return (max(0, place), text)
        }
    }

    private func day(_ moment: Instant) -> String {
        let time = CivilTime(moment)
        return "\(Speech.two(time.day)).\(Speech.two(time.month))"
    }
}

// MARK: - What the figures rest on

extension EnsembleWords {
    /// How many replications are complete, of how many, and with which seed.
    public func basis(_ result: EnsembleResult) -> String {
        let key = result.isComplete ? "basis.whole" : "basis.part"
        return self(
            key,
            [
                "count": .number(result.replications), "asked": .number(result.replicationsAsked),
                "seed": .text(String(result.seed)),
            ])
    }

    /// How far a run is from its goal, in words: replications, and the time left when it is known.
    public func progress(done: Int, of total: Int, left: Span?) -> String {
        guard let left else {
            return self("progress.begun", ["count": .number(done), "asked": .number(total)])
        }
        return self(
            "progress.left",
            ["count": .number(done), "asked": .number(total), "left": .text(seconds(left))])
    }

    private func seconds(_ span: Span) -> String {
        let seconds = Int((Double(max(0, span.milliseconds)) / 1000).rounded(.up))
        return seconds < 60 ? self("progress.seconds", ["count": .number(seconds)]) : speech.span(span)
    }
}
