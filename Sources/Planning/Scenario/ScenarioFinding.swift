import Situation

/// Something for which a scenario cannot be played as it is meant, and where it stands.
public struct ScenarioFinding: Hashable, Sendable {
    /// The name the scenario was read under.
    public let file: String
    /// 1 for the first line.
    public let line: Int?
    /// The way to the value, such as `flows[3].group`.
    public let key: String
    /// What is wrong.
    public let problem: Problem

    /// A finding.
    public init(file: String, line: Int?, key: String, problem: Problem) {
        self.file = file
        self.line = line
        self.key = key
        self.problem = problem
    }

    /// The kinds of finding, with the facts to tell a person.
    public enum Problem: Hashable, Sendable, PlanProblem {
        /// The text lacks this language.
        case missingLanguage(PlanText.Language)
        /// The reference data has nothing of this name.
        case unknown(Thing, String)
        /// A post that exists and does not play.
        case notPlaying(CheckpointID)
        /// Another of the same list has this name.
        case repeated(String)
        /// These shares have to add up to 1.
        case sharesSum(Double)
        /// These multipliers have to have this sum.
        case multipliersSum(Double, expected: Double)
        /// The mean has to be 1, so that the height stays what is written.
        case meanIsNotOne(Double)
        /// Longer than a run may be, or not at all.
        case horizon(longest: Span)
        /// Later than the end of the scenario.
        case afterTheEnd(of: Span)
        /// No post is meant.
        case noPosts
        /// Somebody who needs a bed comes to a region that takes nobody in.
        case nobodyReceives(RegionCode)
        /// The region takes nobody in by this scenario.
        case noReception(RegionCode)
        /// People who register have no bus and no train to a bed.
        case noFleet
        /// From here no way leads to a border post.
        case noWayToABorderPost
        /// Nobody lives there who could leave.
        case notAnOrigin(String)
        /// One end is the other.
        case sameEnds(String)
    }

    /// What a name can be of.
    public enum Thing: String, CaseIterable, Hashable, Sendable {
        case post, section, region, shelter, group, place, playbook
    }
}

extension ScenarioFinding: CustomStringConvertible {
    /// For logs and failing tests; people read it through the catalogs.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? "") \(key): \(problem)"
    }
}
