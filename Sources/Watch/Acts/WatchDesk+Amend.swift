import Situation

/// A later word on an entry of the journal: what it should have said, or that it does not count.
public struct Amendment: Hashable, Sendable {
    public var target: EntryID
    public var change: Correction.Change
    /// What time the corrected entry speaks of.
    public var about: About
    public var reason: String

    public init(of target: EntryID, _ change: Correction.Change, about: About, reason: String) {
        self.target = target
        self.change = change
        self.about = about
        self.reason = reason
    }
}

extension WatchDesk {
    /// The correction. What somebody decided at the watch is never corrected: a further decision undoes it.
    func drafts(amending amendment: Amendment) throws(ActRefusal) -> [Draft] {
        try require(amendment.reason)
        if case .supersede(let fact) = amendment.change, fact.thread != nil {
            throw .noSuchThing(amendment.target.description)
        }
        let correction = Correction(
            target: amendment.target, change: amendment.change, reason: amendment.reason)
        return [
            Draft(
                .correction(correction), about: amendment.about, author: author,
                source: SourceID(author.person.rawValue))
        ]
    }
}
