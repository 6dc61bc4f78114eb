import Planning
import Situation

/// A figure of a message: what the picture says of a metric at the places affected, and where it comes from.
public struct MessageFigure: Hashable, Sendable {
    public let metric: Metric
    public let value: Value
    /// The places it speaks of: all that were added up, or the one that is worst.
    public let places: [String]
    /// Places of the metric that nothing is known of, and which are therefore not in it.
    public let unknownPlaces: [String]
    /// Who said what it rests on.
    public let sources: [SourceID]
    /// What time the oldest part of it speaks of; `nil` for what is counted in the journal itself.
    public let at: Instant?

    public enum Value: Hashable, Sendable {
        case number(Double)
        /// Hours until full, where nothing fills.
        case lasting
        /// Nobody said: never written as zero.
        case unknown
    }
}

extension WatchFigures {
    /// What a message says of `metric` at the places affected: sums of what can be added up, and otherwise the worst.
    public func messageFigure(_ metric: Metric, for affected: PlaybookEvent.Affected) -> MessageFigure {
        let subjects = subjects(of: metric, .affected, affected: affected)
        let known = subjects.compactMap { subject in measured(metric, for: subject).map { (subject, $0) } }
        let unknown = subjects.filter { subject in !known.contains { $0.0 == subject } }
        let numbers = known.compactMap { subject, measured -> (String, Double)? in
            if case .value(let value) = measured { (subject, value) } else { nil }
        }
        let value: MessageFigure.Value
        var places = known.map(\.0)
        switch metric.joining {
        case .sum where !numbers.isEmpty: value = .number(numbers.reduce(0) { $0 + $1.1 })
        case .highest, .lowest, .sum:
            let worst =
                metric.joining == .lowest
                ? numbers.min { ($0.1, $0.0) < ($1.1, $1.0) } : numbers.max { ($0.1, $1.0) < ($1.1, $0.0) }
            if let worst {
                value = .number(worst.1)
                places = [worst.0]
            } else {
                value = known.isEmpty ? .unknown : .lasting
            }
        }
        let origins = places.map { origin(of: metric, at: $0) }
        return MessageFigure(
            metric: metric, value: value, places: places, unknownPlaces: unknown,
            sources: Set(origins.flatMap(\.sources)).sorted(), at: origins.compactMap(\.oldest).min())
    }

    /// Who said what a figure rests on, and what time the oldest part speaks of.
    func origin(of metric: Metric, at subject: String) -> (sources: [SourceID], oldest: Instant?) {
        switch metric.scope {
        case .post: return origin(ofPosts: reading.checkpoints.filter { $0.id.rawValue == subject })
        case .section: return origin(ofPosts: reading.checkpoints.filter { $0.section.rawValue == subject })
        case .shelter: return origin(ofShelters: reading.shelters.filter { $0.id.rawValue == subject })
        case .region: return origin(ofShelters: reading.shelters.filter { $0.region.rawValue == subject })
        case .country:
            switch metric {
            case .countryBedsFree, .countryWithoutBed: return origin(ofShelters: reading.shelters)
            case .healthCases:
                let reports = picture.health.values.compactMap(\.latest)
                return (reports.map(\.provenance.source), reports.map(\.at).min())
            default: return origin(ofPosts: reading.checkpoints)
            }
        case .indicator:
            let latest = reading.indicators.first { String($0.targets.number.value) == subject }?.latest
            return (latest.map { [$0.provenance.source] } ?? [], latest?.at)
        case .source: return ([SourceID(subject)], picture.sources[SourceID(subject)]?.lastAbout)
        case .station: return ([], nil)
        }
    }

    private func origin(ofPosts posts: [CheckpointReading]) -> ([SourceID], Instant?) {
        let reports = posts.compactMap(\.latest)
        return (reports.map(\.provenance.source), reports.map(\.at).min())
    }

    private func origin(ofShelters shelters: [ShelterReading]) -> ([SourceID], Instant?) {
        let said = shelters.compactMap { shelter -> (SourceID, Instant)? in
            guard case .stated(let at, let provenance) = shelter.occupied?.basis else { return nil }
            return (provenance.source, at)
        }
        return (said.map(\.0), said.map(\.1).min())
    }
}

extension Metric {
    /// Whether the figures of several places add up to one; of the others a message gives the worst.
    public var addsUp: Bool { joining == .sum }

    /// How the figures of several places make one.
    enum Joining {
        case sum, highest, lowest
    }

    var joining: Joining {
        switch self {
        case .regionHoursToFull, .shelterHoursToFull: .lowest
        case .sectionInflowRatio, .postInflowRatio, .countryInflowRatio, .sectionWaitMinutes, .postWaitMinutes,
            .postUtilisation, .postSilenceMinutes, .regionOccupancy, .shelterOccupancy, .indicatorValue,
            .indicatorGap, .sourceSilenceMinutes:
            .highest
        default:
            unit == .persons || unit == .vehicles || unit == .lanes || unit == .beds || unit == .cases
                || unit == .tasks ? .sum : .highest
        }
    }
}
