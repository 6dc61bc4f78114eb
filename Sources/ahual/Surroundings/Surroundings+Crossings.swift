import Crossings
import Reference
import Situation
import Store

extension Surroundings {
    /// What counts single crossings beside `journal`; the file is made when there is none.
    func crossings(of journal: Journal, seat: SeatName) throws -> CrossingDesk {
        let reference = try files.reference()
        return CrossingDesk(
            journal: journal,
            file: try CrossingFile(
                path: CrossingFile.path(besideJournal: journal.path), journal: journal.header.id),
            scopes: reference.crossingScopes, author: Author(person: person, seat: seat))
    }
}

extension Reference {
    /// The country, every border section and every post.
    var crossingScopes: [CrossingScope] {
        [.country]
            + sections.map { .section($0.id, posts: checkpoints(of: $0.id).map(\.id)) }
            + checkpoints.map { .post($0.id) }
    }
}
