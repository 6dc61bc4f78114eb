import Language
import Simulation

/// What is wrong with a case folder, and where.
public struct FleeCaseFault: Error, Hashable, Sendable {
    /// The file, from the case folder on.
    public let file: String
    /// 1 for the first line; `nil` for the file as a whole.
    public let line: Int?
    /// The column by its name in Flee's description; `nil` for the row as a whole.
    public let column: String?
    public let problem: Problem

    public init(file: String, line: Int? = nil, column: String? = nil, _ problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }

    /// The kinds of fault, with what was found.
    public enum Problem: Hashable, Sendable {
        case unreadable(reason: String)
        case openQuote
        case tooLong
        case notUTF8
        case missing
        case notANumber(String)
        case notAWholeNumber(String)
        case outOfRange(String, low: String, high: String)
        case notADate(String)
        case unknownKind(String)
        case unknownPlace(String)
        case unknownCountry(String)
        case repeatedPlace(String)
        case unknownClosure(String)
        case wayToItself(String)
        case noRows
        /// Too few days of conflict for the period.
        case tooFewDays(found: Int, needed: Int)
        /// A correction at a date that the counts do not have, or with nothing before it to correct.
        case nothingToCorrect(String)
        case campWithoutCounts(String)
        /// A switch of Flee's that this program does not follow.
        case unsupported(String)
        case unknownSetting(String)
        /// A switch that is neither on nor off.
        case notOneOf(String)
    }
}

extension FleeCaseFault: Sayable {
    public var phrase: Phrase {
        var place = file
        if let line { place += ":\(line)" }
        if let column { place += ": \(column)" }
        return Phrase("simulation.flee.fault", ["place": .text(place), "problem": .phrase(problem.phrase)])
    }
}

extension FleeCaseFault.Problem {
    fileprivate var phrase: Phrase {
        switch self {
        case .unreadable(let reason):
            Phrase("simulation.flee.problem.unreadable", ["reason": .text(reason)])
        case .openQuote: Phrase("simulation.flee.problem.open-quote")
        case .tooLong: Phrase("simulation.flee.problem.too-long")
        case .notUTF8: Phrase("simulation.flee.problem.not-utf8")
        case .missing: Phrase("simulation.flee.problem.missing")
        case .noRows: Phrase("simulation.flee.problem.no-rows")
        case .outOfRange(let found, let low, let high):
            Phrase(
                "simulation.flee.problem.out-of-range",
                ["found": .text(found), "low": .text(low), "high": .text(high)])
        case .tooFewDays(let found, let needed):
            Phrase(
                "simulation.flee.problem.too-few-days", ["found": .number(found), "needed": .number(needed)])
        default: quoting
        }
    }

    /// The problems that quote one text.
    private var quoting: Phrase {
        switch self {
        case .notANumber(let found): Self.phrase("simulation.flee.problem.not-a-number", found)
        case .notAWholeNumber(let found): Self.phrase("simulation.flee.problem.not-a-whole-number", found)
        case .notADate(let found): Self.phrase("simulation.flee.problem.not-a-date", found)
        case .unknownKind(let found): Self.phrase("simulation.flee.problem.unknown-kind", found)
        case .unknownPlace(let found): Self.phrase("simulation.flee.problem.unknown-place", found)
        case .unknownCountry(let found): Self.phrase("simulation.flee.problem.unknown-country", found)
        case .repeatedPlace(let found): Self.phrase("simulation.flee.problem.repeated-place", found)
        case .unknownClosure(let found): Self.phrase("simulation.flee.problem.unknown-closure", found)
        case .wayToItself(let found): Self.phrase("simulation.flee.problem.way-to-itself", found)
        case .nothingToCorrect(let found): Self.phrase("simulation.flee.problem.nothing-to-correct", found)
        case .campWithoutCounts(let found): Self.phrase("simulation.flee.problem.camp-without-counts", found)
        case .unsupported(let found): Self.phrase("simulation.flee.problem.unsupported", found)
        case .unknownSetting(let found): Self.phrase("simulation.flee.problem.unknown-setting", found)
        case .notOneOf(let found): Self.phrase("simulation.flee.problem.not-one-of", found)
        default: Phrase("simulation.flee.problem.missing")
        }
    }

    private static func phrase(_ key: String, _ found: String) -> Phrase {
        Phrase(key, ["found": .text(found)])
    }
}

/// A run that cannot go on, in words.
public struct DisplacementProblem: Error, Hashable, Sendable, Sayable {
    let fault: DisplacementFault

    public init(_ fault: DisplacementFault) { self.fault = fault }

    public var phrase: Phrase {
        switch fault {
        case .nobodyToSetOut(let day, let people):
            Phrase(
                "simulation.flee.run.nobody-to-set-out", ["day": .number(day), "people": .number(people)])
        case .tooManyForAgents(let people, let most):
            Phrase(
                "simulation.flee.run.too-many-for-agents", ["people": .number(people), "most": .number(most)])
        case .tooManyRoutes(let most):
            Phrase("simulation.flee.run.too-many-routes", ["most": .number(most)])
        case .campWithoutCounts(let name):
            Phrase("simulation.flee.problem.camp-without-counts", ["found": .text(name)])
        }
    }
}
