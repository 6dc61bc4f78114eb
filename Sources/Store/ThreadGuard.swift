import GRDB
import Situation

/// Tells, within one transaction, whether something was said in a draft's thread that its writer did not know of.
struct ThreadGuard {
    private let latest: SQLStatement

    init(_ db: Database) throws {
        latest = try SQLStatement(
            db,
            sql: """
                SELECT station, number FROM statement
                WHERE typed = 0 AND kind = (SELECT id FROM label WHERE text = ?) AND subject = ?
                ORDER BY known DESC, recorded DESC, station DESC, number DESC LIMIT 1
                """)
    }

    /// The thread of `draft` and its last entry, when that is another one than the draft was written after.
    func overtaking(_ draft: Draft) throws -> (ThreadID, EntryID?)? {
        guard case .after(let expected) = draft.place, let thread = draft.fact.thread else { return nil }
        latest.bind(1, draft.fact.kindName)
        latest.bind(2, thread.rawValue)
        defer { latest.reset() }
        let last =
            try latest.step()
            ? EntryID(station: StationID(latest.text(0)), number: latest.integer(1)) : nil
        return last == expected ? nil : (thread, last)
    }
}
