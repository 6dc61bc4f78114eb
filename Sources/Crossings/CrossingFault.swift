import GRDB
import Situation

/// What can go wrong with the file of crossings, with the facts to tell a person.
public enum CrossingFault: Error, Hashable, Sendable {
    /// The file belongs to another journal, or is no file of crossings.
    case foreign(path: String, reason: String)
    /// The file, its folder, a key or the disk refused.
    case refused(path: String, reason: String)
    /// Crossings of a day are there and its key is not, or does not open them.
    case sealedForEver(CrossingDay)
    /// The window reaches into days whose pseudonyms were erased.
    case erased(before: CrossingDay)
    /// Only days whose stays can be judged are erased: two whole days have to have passed.
    case tooYoung(CrossingDay, first: CrossingDay)
    /// Crossings came in while days were being erased; nothing was erased.
    case changedMeanwhile
    /// More posts than a record has room for.
    case tooManyPosts

    /// Runs `work` and gives its errors this room's own words.
    static func translating<Result>(_ path: String, _ work: () throws -> Result) throws(CrossingFault)
        -> Result
    {
        do {
            return try work()
        } catch let fault as CrossingFault {
            throw fault
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw .foreign(path: path, reason: error.message ?? "\(error.resultCode)")
        } catch let error as DatabaseError {
            throw .refused(path: path, reason: error.message ?? "\(error.resultCode)")
        } catch {
            throw .refused(path: path, reason: error.localizedDescription)
        }
    }
}
