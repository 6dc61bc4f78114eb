import Situation

/// What can go wrong with a journal file, with the facts to tell a person.
public enum StoreError: Error, Hashable, Sendable {
    /// No journal at the path, and none was to be made.
    case missing(path: String)
    /// The file is there but is no journal, or of a newer form than this program knows.
    case notAJournal(path: String, reason: String)
    /// The file, its folder or the disk refused; SQLite's own words.
    case refused(path: String, reason: String)
    /// A live journal was asked for where an exercise's is, or the reverse.
    case wrongNature(path: String, expected: JournalNature, found: JournalNature)
    /// Durability could not be had: after opening, `synchronous` read back as this value.
    case notDurable(path: String, synchronous: Int)
    /// A draft claims to have been known more than five minutes after now.
    case knownInFuture(known: Instant, now: Instant)
    /// A stored entry cannot be read.
    case damaged(EntryID, reason: String)
    /// A correction or promotion names an entry that this journal does not hold.
    case noSuchEntry(EntryID)
    /// Something else was said in the thread a draft was written for; nothing is stored.
    case overtaken(ThreadID, by: EntryID?)
    /// A station name that is not plain ASCII letters, digits, `-`, `_` or `.`.
    case badStationName(String)
}
