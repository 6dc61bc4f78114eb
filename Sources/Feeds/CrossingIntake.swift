import Crossings
import Situation

/// Gathers single crossings into batches and hands them to the desk that keeps them apart from the journal.
struct CrossingIntake {
    /// The most crossings sealed in one transaction.
    static let batchSize = 50_000

    /// Whether the feed held any.
    private(set) var wasOffered = false
    private let open: (() throws -> CrossingDesk)?
    private var desk: CrossingDesk?
    private var erasedBefore: CrossingDay?
    private var batches: [SourceID: [Crossing]] = [:]
    private var waiting = 0

    /// - Parameter open: asked once there is a crossing.
    init(open: (() throws -> CrossingDesk)?) { self.open = open }

    var isFull: Bool { waiting >= Self.batchSize }

    /// Takes a crossing that `row` tells of, or says why it cannot be kept.
    mutating func offer(_ crossing: Crossing, from source: SourceID, _ row: FeedRow) throws {
        wasOffered = true
        if desk == nil {
            guard let open else { throw row.fault(.type, .noPlaceForCrossings) }
            let opened = try open()
            erasedBefore = try opened.file.erasedBefore()
            desk = opened
        }
        if let erasedBefore, crossing.at < erasedBefore.start {
            throw row.fault(.at, .erasedDay(before: "\(erasedBefore)"))
        }
        batches[source, default: []].append(crossing)
        waiting += 1
    }

    mutating func flush(at now: Instant, _ outcome: inout FeedImport.Outcome) throws {
        guard waiting > 0, let desk else { return }
        for (source, crossings) in batches.sorted(by: { $0.key < $1.key }) {
            let intake = try desk.take(crossings, from: source, at: now)
            outcome.stored += intake.stored
            outcome.crossings += intake.stored
            outcome.duplicates += intake.duplicates
            // Days that another process erased since the rows were read.
            outcome.faults += intake.tooLate
        }
        batches.removeAll(keepingCapacity: true)
        waiting = 0
    }
}
