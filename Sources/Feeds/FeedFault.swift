import Language
import Situation

/// Why a whole feed could not be read.
public enum FeedFault: Error, Hashable, Sendable {
    case unreadable(file: String, reason: String)
    /// A CSV file whose first line names no `type` and `source` column.
    case noHeader(file: String)
    /// The directory to watch is no directory or cannot be changed.
    case badDirectory(String, reason: String)
}

/// What is wrong with one row. It does not stop the rows after it.
public struct RowFault: Error, Hashable, Sendable {
    /// 1 for the first line of the file; a row of several lines counts from its first.
    public let line: Int
    /// The column at fault; `nil` for the row as a whole.
    public let column: String?
    public let problem: Problem

    public init(line: Int, column: String?, problem: Problem) {
        self.line = line
        self.column = column
        self.problem = problem
    }

    /// The kinds of fault, with what was found.
    public enum Problem: Hashable, Sendable {
        case missing
        case notANumber(String)
        case outOfRange(String, ClosedRange<Int>)
        case notATime(String)
        case notOneOf(String, [String])
        case unknownName(String)
        case ambiguousName(String, [String])
        case notAPeriod(String)
        case emptyPeriod
        /// A moment and a period in one row.
        case momentAndPeriod
        /// No cases by disease.
        case notCases(String)
        case inFuture(String)
        case nothingSaid
        case unknownType(String)
        case tooManyFields(expected: Int, found: Int)
        case openQuote
        case tooLong
        case notUTF8
        case notJSON
        case plannedCentre(String)
        /// A facility that is not known yet, without the name or kind that would introduce it.
        case newWithoutName(String)
        /// A pseudonym that may be the number of a document, or can be guessed. It is never repeated in a message.
        case weakPseudonym(shortest: Int, longest: Int)
        /// A crossing of a day before this one, whose pseudonyms were erased.
        case erasedDay(before: String)
        /// Crossings where there is nowhere to keep them apart from the journal.
        case noPlaceForCrossings
    }
}

extension FeedFault: Sayable {
    public var phrase: Phrase {
        switch self {
        case .unreadable(let file, let reason):
            Phrase("feeds.fault.unreadable", ["file": .text(file), "reason": .text(reason)])
        case .noHeader(let file): Phrase("feeds.fault.no-header", ["file": .text(file)])
        case .badDirectory(let path, let reason):
            Phrase("feeds.fault.bad-directory", ["path": .text(path), "reason": .text(reason)])
        }
    }
}

extension RowFault: Sayable {
    /// What is wrong, without file, line and column, which stand before it.
    public var phrase: Phrase {
        switch problem {
        case .missing: Phrase("feeds.problem.missing")
        case .notANumber(let found): Phrase("feeds.problem.not-a-number", ["found": .text(found)])
        case .outOfRange(let found, let range):
            Phrase(
                "feeds.problem.out-of-range",
                ["found": .text(found), "low": .number(range.lowerBound), "high": .number(range.upperBound)])
        case .notATime(let found): Phrase("feeds.problem.not-a-time", ["found": .text(found)])
        case .notOneOf(let found, let allowed):
            Phrase(
                "feeds.problem.not-one-of",
                ["found": .text(found), "allowed": .text(allowed.joined(separator: ", "))])
        case .unknownName(let found): Phrase("feeds.problem.unknown-name", ["found": .text(found)])
        case .ambiguousName(let found, let names):
            Phrase(
                "feeds.problem.ambiguous-name",
                ["found": .text(found), "names": .text(names.joined(separator: ", "))])
        case .notAPeriod(let found): Phrase("feeds.problem.not-a-period", ["found": .text(found)])
        case .emptyPeriod: Phrase("feeds.problem.empty-period")
        case .momentAndPeriod: Phrase("feeds.problem.moment-and-period")
        case .notCases(let found): Phrase("feeds.problem.not-cases", ["found": .text(found)])
        case .inFuture(let found): Phrase("feeds.problem.in-future", ["found": .text(found)])
        case .nothingSaid: Phrase("feeds.problem.nothing-said")
        case .unknownType(let found):
            Phrase(
                "feeds.problem.unknown-type",
                [
                    "found": .text(found),
                    "allowed": .text(FeedType.allCases.map(\.rawValue).joined(separator: ", ")),
                ])
        case .tooManyFields(let expected, let found):
            Phrase("feeds.problem.too-many-fields", ["expected": .number(expected), "found": .number(found)])
        case .openQuote: Phrase("feeds.problem.open-quote")
        case .tooLong: Phrase("feeds.problem.too-long")
        case .notUTF8: Phrase("feeds.problem.not-utf8")
        case .notJSON: Phrase("feeds.problem.not-json")
        case .newWithoutName(let found): Phrase("feeds.problem.new-without-name", ["found": .text(found)])
        case .weakPseudonym(let shortest, let longest):
            Phrase(
                "feeds.problem.weak-pseudonym", ["shortest": .number(shortest), "longest": .number(longest)])
        case .erasedDay(let day): Phrase("feeds.problem.erased-day", ["day": .text(day)])
        case .noPlaceForCrossings: Phrase("feeds.problem.no-place-for-crossings")
        case .plannedCentre(let found): Phrase("feeds.problem.planned-centre", ["found": .text(found)])
        }
    }
}
