import GRDB
import Situation
import Store

/// The file of crossings together with the journal it stands beside: what is counted, closed and erased, and what the
/// journal is told of it.
public struct CrossingDesk {
    public let journal: Journal
    public let file: CrossingFile
    /// The country, the border sections and the posts.
    public let scopes: [CrossingScope]
    private let author: Author

    /// Who says what the counting comes to.
    public static let source: SourceID = "crossings"

    public init(journal: Journal, file: CrossingFile, scopes: [CrossingScope], author: Author) {
        self.journal = journal
        self.file = file
        self.scopes = scopes
        self.author = author
    }

    /// Finishes what a process that was killed left undone, and tells the journal what it has not been told.
    ///
    /// - Parameter now: by the journal's clock.
    /// - Throws: ``CrossingFault``, `StoreError`.
    public func tell(at now: Instant) throws {
        try file.finishErasing()
        let untold = try CrossingFault.translating(file.path) { try file.pool.read(Untold.all) }
        for item in untold {
            // Told once even when a process is killed before it could forget: the thread has an entry then.
            try journal.appendUnlessOvertaken([draft(of: item)], at: now)
            try CrossingFault.translating(file.path) {
                try file.pool.write { db in
                    try db.execute(sql: "DELETE FROM untold WHERE id = ?", arguments: [item.id])
                }
            }
        }
    }

    private func draft(of item: Untold) -> Draft {
        let event: CrossingEvent =
            switch item.kind {
            case .taken: .taken(.init(id: item.id, count: item.rows, digest: item.digest))
            case .erased: .erased(.init(id: item.id, count: item.rows))
            }
        return Draft(
            .crossings(event), about: about(item.first.start, item.last.end), author: author,
            source: item.source,
            place: .after(nil))
    }

    private func about(_ from: Instant, _ to: Instant) -> About {
        Period(from: from, to: to).map(About.period) ?? .moment(from)
    }

    /// Takes crossings in and tells the journal of the batch.
    ///
    /// - Throws: ``CrossingFault``, `StoreError`.
    public func take(
        _ crossings: [Crossing], from source: SourceID, at now: Instant
    ) throws -> CrossingFile.Intake {
        let intake = try file.take(crossings, from: source)
        if intake.stored > 0 { try tell(at: now) }
        return intake
    }

    /// Counts `window` in every scope and writes the counts into the journal, unless they stand there already.
    ///
    /// - Returns: the counts by the scope's name; scopes without a crossing are left out.
    /// - Throws: ``CrossingFault``, `StoreError`.
    @discardableResult
    public func close(_ window: Period, at now: Instant) throws -> [String: CrossingCounts] {
        let counts = try file.counts(in: window, scopes: scopes, now: now)
            .filter { $0.value != CrossingCounts() || $0.key == CrossingScope.country.name }
        try journal.takeIn(
            [
                Draft(
                    .crossings(.closed(.init(counts: counts))), about: .period(window), author: author,
                    source: Self.source)
            ], at: now)
        return counts
    }

    /// Closes every day before `day` and then destroys what could tell people apart on them.
    ///
    /// - Parameter progress: called with the share that is done.
    /// - Throws: ``CrossingFault``, `StoreError`. Nothing is destroyed before its counts are in the journal.
    public func erase(
        before day: CrossingDay, at now: Instant, progress: (Double) -> Void = { _ in }
    ) throws -> CrossingFile.Erasure {
        let first = CrossingDay(of: now - CrossingCounts.shortStay)
        guard day <= first else { throw CrossingFault.tooYoung(day, first: first) }
        try tell(at: now)
        let days = try file.days().filter { $0.day < day }
        for (index, item) in days.enumerated() {
            if let window = Period(from: item.day.start, to: item.day.end) { try close(window, at: now) }
            progress(Double(index + 1) / Double(days.count))
        }
        try file.markErased(before: day, expecting: days, scopes: scopes)
        var erasure = CrossingFile.Erasure()
        erasure.isLogEmptied = try file.finishErasing()
        erasure.days = days.count
        erasure.rows = days.reduce(0) { $0 + $1.rows }
        try tell(at: now)
        return erasure
    }

    /// The windows that were closed, as the journal has them now: corrected where they were corrected, the latest word where
    /// they were closed more than once.
    ///
    /// - Throws: `StoreError`.
    public static func closedWindows(
        in journal: Journal
    ) throws -> [Period: (closed: CrossingEvent.Closed, at: Instant)] {
        var filter = EntryFilter()
        filter.kinds = [FactKind.crossings.rawValue]
        filter.subject = CrossingEvent.subject
        let amendments = try journal.amendments()
        var windows: [Period: (closed: CrossingEvent.Closed, at: Instant)] = [:]
        for stored in try journal.entries(filter) {
            guard let entry = amendments.standing(stored.entry), case .period(let window) = entry.about,
                case .crossings(.closed(let closed)) = entry.fact
            else { continue }
            windows[window] = (closed, entry.known.instant)
        }
        return windows
    }
}
