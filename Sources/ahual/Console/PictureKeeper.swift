import Console
import Situation
import Store

/// Holds the picture of one journal and takes it further as the journal grows, away from the main thread.
actor PictureKeeper {
    private let journal: Journal
    private let moment: PictureMoment
    private var state: JournalPicture?

    /// Entries that come with a picture: more are read when the log is scrolled back.
    private static let recentEntries = 200

    init(_ journal: Journal, at moment: PictureMoment) {
        self.journal = journal
        self.moment = moment
    }

    /// What follows from the journal as it is now; `nil` when nothing has changed since the last call.
    ///
    /// - Throws: `StoreError`.
    func update() throws(StoreError) -> PictureUpdate? {
        let known = try refresh()
        guard known.picture.entryCount != told else { return nil }
        let update = try describe(known)
        told = known.picture.entryCount
        return update
    }

    /// The newest picture, for what is written against it. What is new in it is still told by the next ``update()``.
    ///
    /// - Throws: `StoreError`.
    func newest() throws(StoreError) -> Picture { try refresh().picture }

    /// How many entries the picture had that was told last.
    private var told: Int?
    private var journalCount = 0

    private func refresh() throws(StoreError) -> JournalPicture {
        guard var known = state else {
            if moment.isPast { journalCount = try journal.entryCount() }
            let first = try journal.picture(at: moment)
            state = first
            return first
        }
        // A moment of the past does not change, but for entries that were known then and come late.
        if moment.isPast { try refold(&known) } else { _ = try journal.update(&known) }
        state = known
        return known
    }

    private func refold(_ known: inout JournalPicture) throws(StoreError) {
        let count = try journal.entryCount()
        guard count != journalCount else { return }
        journalCount = count
        known = try journal.picture(at: moment)
    }

    private func describe(_ state: JournalPicture) throws(StoreError) -> PictureUpdate {
        var filter = EntryFilter()
        filter.last = Self.recentEntries
        filter.to = moment.asKnownAt
        let recent = try journal.entries(filter).map(\.entry).filter(isRecorded)
        return PictureUpdate(
            picture: state.picture, contested: state.amendments.contested, recent: recent,
            correctedSince: moment.isPast ? try correctedSince() : [])
    }

    /// The entries that were corrected only after the moment.
    private func correctedSince() throws(StoreError) -> Set<EntryID> {
        try journal.amendments().corrected(knownAfter: moment.asKnownAt, recordedAfter: moment.asRecordedAt)
    }

    private func isRecorded(_ entry: Entry) -> Bool {
        moment.asRecordedAt.map { entry.recorded.instant <= $0 } ?? true
    }

    /// Older entries, for the log.
    ///
    /// - Throws: `StoreError`.
    func entries(before key: FoldKey) throws(StoreError) -> [Entry] {
        var filter = EntryFilter()
        filter.last = Self.recentEntries
        filter.before = key
        return try journal.entries(filter).map(\.entry).filter(isRecorded)
    }
}
