import Situation

/// A single number that a whole run comes down to, at one place of it.
///
/// Beds, queues and arrivals over time are ``Metric``s of the registry; these are what is left of a run when
/// it is over.
public enum RunMeasure: Hashable, Sendable {
    /// Persons who came to the posts from outside, into the country.
    case arrivals
    /// Persons let into the country.
    case letIn
    /// Persons let out of the country.
    case letOut
    /// Persons turned away because the waiting room was full.
    case refused
    /// Persons who went on to a sister post instead of joining the line.
    case diverted
    /// Persons who gave up waiting and turned back.
    case gaveUp
    /// The longest queue in persons, by its standing at the hours' ends.
    case peakQueue
    /// When that was, in hours since the start; has no value in a run without a queue.
    case peakQueueAt
    /// The longest wait one who joins could expect, in minutes, by the hours' ends.
    case peakWait
    /// When that was, in hours since the start; has no value in a run without a wait.
    case peakWaitAt
    /// Hours spent in lines, summed over persons.
    case personHoursWaited
    /// Persons let in who need a bed.
    case needBed
    /// Hours until no open bed was free or somebody registered had none; has no value in a run in which that
    /// does not happen.
    case hoursToFull
    /// The most persons registered who had no bed.
    case peakWithoutBed
    /// When that was, in hours since the start; has no value in a run without such persons.
    case peakWithoutBedAt
    /// Hours spent registered and without a bed, summed over persons.
    case personHoursWithoutBed
    /// The most persons who came to a post in one hour, those from sister posts included.
    case peakArrivals
    /// Hours until one who joins the line could first expect to wait longer than ``longWaitMinutes``; has no value
    /// in a run without such a wait.
    case hoursToLongWait
    /// The most persons let in within one hour who need a bed.
    case peakNeedBed
    /// Hours until more came in one hour who need a bed than the region's desks can register; has no value in a run
    /// in which that does not happen.
    case hoursToDesksShort
    /// Hours until more came in one hour who need a bed than the region's vehicles can take to shelters; has no
    /// value in a run in which that does not happen.
    case hoursToTransportShort
    /// The most persons who slept in a shelter, by the hours' ends.
    case peakSheltered
    /// Hours until a standing service first fell short of its standard; has no value where it never does.
    case hoursToBreach(ServiceLimit.Service)

    /// What its number counts.
    public enum Unit: String, Hashable, Sendable {
        case persons, minutes, hours
        /// Hours, summed over persons.
        case personHours = "person_hours"
        /// Hours since the start of the run: a moment.
        case hoursSinceStart = "hours_since_start"
    }

    /// What its number counts.
    public var unit: Unit {
        switch self {
        case .arrivals, .letIn, .letOut, .refused, .diverted, .gaveUp, .peakQueue, .needBed, .peakWithoutBed,
            .peakArrivals, .peakNeedBed, .peakSheltered:
            .persons
        case .peakWait: .minutes
        case .hoursToFull, .hoursToBreach, .hoursToLongWait, .hoursToDesksShort, .hoursToTransportShort:
            .hours
        case .personHoursWaited, .personHoursWithoutBed: .personHours
        case .peakQueueAt, .peakWaitAt, .peakWithoutBedAt: .hoursSinceStart
        }
    }

    /// Whether it is something that may not happen in a run, so that the share of runs matters as well.
    public var isEvent: Bool {
        switch self {
        case .hoursToFull, .hoursToBreach, .hoursToLongWait, .hoursToDesksShort, .hoursToTransportShort: true
        default: false
        }
    }

    /// The name files and catalogs give it, such as `peak_queue` or `hours_to_breach.water`.
    public var name: String {
        switch self {
        case .arrivals: "arrivals"
        case .letIn: "let_in"
        case .letOut: "let_out"
        case .refused: "refused"
        case .diverted: "diverted"
        case .gaveUp: "gave_up"
        case .peakQueue: "peak_queue"
        case .peakQueueAt: "peak_queue_at"
        case .peakWait: "peak_wait"
        case .peakWaitAt: "peak_wait_at"
        case .personHoursWaited: "person_hours_waited"
        case .needBed: "need_bed"
        case .hoursToFull: "hours_to_full"
        case .peakWithoutBed: "peak_without_bed"
        case .peakWithoutBedAt: "peak_without_bed_at"
        case .personHoursWithoutBed: "person_hours_without_bed"
        case .peakArrivals: "peak_arrivals"
        case .hoursToLongWait: "hours_to_long_wait"
        case .peakNeedBed: "peak_need_bed"
        case .hoursToDesksShort: "hours_to_desks_short"
        case .hoursToTransportShort: "hours_to_transport_short"
        case .peakSheltered: "peak_sheltered"
        case .hoursToBreach(let service): "hours_to_breach.\(service.rawValue)"
        }
    }
}

extension RunMeasure {
    /// From which expected wait on a post no longer holds, in minutes: the figure to which the shipped playbook's step
    /// B-3 brings a wait back. A planning value.
    public static let longWaitMinutes = 240.0

    /// A number for tables.
    var ordinal: Int {
        switch self {
        case .arrivals: 0
        case .letIn: 1
        case .letOut: 2
        case .refused: 3
        case .diverted: 4
        case .gaveUp: 5
        case .peakQueue: 6
        case .peakQueueAt: 7
        case .peakWait: 8
        case .peakWaitAt: 9
        case .personHoursWaited: 10
        case .needBed: 11
        case .hoursToFull: 12
        case .peakWithoutBed: 13
        case .peakWithoutBedAt: 14
        case .personHoursWithoutBed: 15
        case .peakArrivals: 16
        case .hoursToLongWait: 17
        case .peakNeedBed: 18
        case .hoursToDesksShort: 19
        case .hoursToTransportShort: 20
        case .peakSheltered: 21
        case .hoursToBreach(let service):
            22 + (ServiceLimit.Service.allCases.firstIndex(of: service) ?? 0)
        }
    }

    /// How many there are.
    static let ordinals = 22 + ServiceLimit.Service.allCases.count
}

/// A measure at a place.
public struct MeasureKey: Hashable, Sendable {
    /// What is measured.
    public var measure: RunMeasure
    /// Where.
    public var place: SimulatedPlace

    /// A measure at a place.
    public init(_ measure: RunMeasure, _ place: SimulatedPlace) {
        self.measure = measure
        self.place = place
    }
}
