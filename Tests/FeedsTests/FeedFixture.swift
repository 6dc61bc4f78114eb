import Foundation
import Reference
import Situation
import Store
import Support

@testable import Feeds

/// A fresh live journal and what imports into it.
struct FeedFixture {
    let scratch: Scratch
    let journal: Journal
    let reference: Reference
    /// The imports' now: 5 October 2026, noon.
    let now = Instant(year: 2026, month: 10, day: 5, hour: 12)

    init() throws {
        scratch = try Scratch()
        journal = try Journal.create(
            scratch.file("journal.ahual"),
            header: JournalHeader(id: "feeds", nature: .live, created: Instant(year: 2026, month: 1, day: 1)),
            station: "st-test")
        reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
    }

    /// Imports `text` and gives the outcome and each fault as `line:column problem key`.
    func take(
        _ text: String, name: String = "feed.csv", piece: Int = 1 << 16
    ) throws -> (outcome: FeedImport.Outcome, faults: [String]) {
        var faults: [String] = []
        let feed = FeedImport(
            into: journal, reference: reference, author: Author(person: "test", seat: "import"), now: now)
        let outcome = try feed.run(GivenBytes(text, pieceSize: piece), name: name) { fault in
            let key = fault.phrase.key.replacing("feeds.problem.", with: "")
            faults.append("\(fault.line):\(fault.column ?? "-") \(key)")
        }
        return (outcome, faults)
    }

    /// The picture as it is.
    func picture() throws -> Picture { try journal.picture().picture }
}
