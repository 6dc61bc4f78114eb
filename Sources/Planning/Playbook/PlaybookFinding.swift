import Situation

/// Something a playbook must not go into service with, and where it stands.
public struct PlaybookFinding: Hashable, Sendable {
    /// The name the playbook was read under.
    public let file: String
    /// 1 for the first line.
    public let line: Int?
    /// The way to the value, such as `tasks[3].support[1]`.
    public let key: String
    /// What is wrong.
    public let problem: Problem

    /// The kinds of finding, with the facts to tell a person.
    public enum Problem: Hashable, Sendable, PlanProblem {
        /// No agency has this key.
        case unknownAgency(AgencyKey)
        /// The registry has no such metric.
        case unknownMetric(String)
        /// The text lacks this language.
        case missingLanguage(PlanText.Language)
        /// The playbook has no phase, task or message of this name.
        case unknownName(String)
        /// Another of the same list has this name.
        case repeated(String)
        /// Each of these tasks waits for the next, and the last for the first.
        case cycle([PlaybookTask.ID])
        /// Due before a task it must wait for.
        case dueBefore(PlaybookTask.ID)
        /// The list, or the phase, has to have something in it.
        case empty
        /// Speaks of what is affected before anything can be.
        case affectedTooEarly
        /// A condition that ends something holds anywhere: one good place in the country would end it.
        case anyEndsNothing
        /// The metric or reserve has nothing to do with this place.
        case wrongPlace(String)
        /// Another language of the same text has this figure and this one has not.
        case figureMissing(String)
        /// Holds for the lowest level, which needs no reason.
        case neverApplies
        /// No region, section or post has this id.
        case unknownPlace(String)
    }
}

extension PlaybookFinding: CustomStringConvertible {
    /// For logs and failing tests; people read it through the catalogs.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? "") \(key): \(problem)"
    }
}
