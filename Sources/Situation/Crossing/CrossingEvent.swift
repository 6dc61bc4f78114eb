/// What the journal says about single crossings. The crossings themselves, with their pseudonyms, are kept apart from
/// the journal and erased after a time; these facts are all that stays.
public enum CrossingEvent: Hashable, Codable, Sendable {
    /// A batch was taken in; the entry's period covers its days.
    case taken(Batch)
    /// What a window came to; the entry's period is the window.
    case closed(Closed)
    /// The pseudonyms of the days in the entry's period were erased.
    case erased(Erased)

    /// Crossings taken in by one transaction.
    public struct Batch: Hashable, Codable, Sendable {
        /// Random: the same batch is never told twice.
        public var id: String
        /// How many crossings were new.
        public var count: Int
        /// The SHA-256 of the sealed bytes as they were stored, as 64 hexadecimal digits. It proves what was stored and,
        /// unlike a hash of the rows, confirms no guess of what was in them.
        public var digest: String

        public init(id: String, count: Int, digest: String) {
            self.id = id
            self.count = count
            self.digest = digest
        }
    }

    /// The counts of a window as they were when it was closed.
    public struct Closed: Hashable, Codable, Sendable {
        /// By scope: `KZ`, the id of a border section, or the id of a post. Scopes without a crossing are left out.
        public var counts: [String: CrossingCounts]

        public init(counts: [String: CrossingCounts]) { self.counts = counts }

        /// The scope of the whole country.
        public static let country = "KZ"
    }

    /// Days whose key was destroyed.
    public struct Erased: Hashable, Codable, Sendable {
        /// Random: an erasure is told once.
        public var id: String
        /// How many crossings can no longer be read.
        public var count: Int

        public init(id: String, count: Int) {
            self.id = id
            self.count = count
        }
    }
}

extension CrossingEvent {
    /// Closed windows are statements, stated anew when a late crossing changes them.
    var series: Series? {
        if case .closed = self { Series(subject: Self.subject, name: "closed") } else { nil }
    }

    /// Batches and erasures are told once each.
    var thread: ThreadID? {
        switch self {
        case .taken(let batch): ThreadID("crossings/taken/\(batch.id)")
        case .erased(let erased): ThreadID("crossings/erased/\(erased.id)")
        case .closed: nil
        }
    }

    /// What closed windows are found by in a journal.
    public static let subject = "crossings"
}
