import Situation

/// Something for which an exercise cannot be run as it is meant, and where it stands.
public struct ExerciseFinding: Hashable, Sendable {
    /// The name the exercise was read under.
    public let file: String
    /// 1 for the first line.
    public let line: Int?
    /// The way to the value, such as `injects[3].expects[0].act`.
    public let key: String
    /// What is wrong.
    public let problem: Problem

    /// The kinds of finding, with the facts to tell a person.
    public enum Problem: Hashable, Sendable, PlanProblem {
        /// The text lacks this language.
        case missingLanguage(PlanText.Language)
        /// Nothing has this name.
        case unknown(Thing, String)
        /// A post that exists and does not play in the scenario.
        case notPlaying(CheckpointID)
        /// The region takes nobody in by the scenario.
        case noReception(RegionCode)
        /// Another of the same list has this name or number.
        case repeated(String)
        /// The list has to have something in it.
        case empty
        /// Before STARTEX.
        case beforeStart
        /// After ENDEX, which comes this long after STARTEX.
        case afterEnd(Span)
        /// An action could still be in time when the exercise is over.
        case deadlineAfterEnd(Span)
        /// The scenario ends this long after its own start, and the exercise goes on.
        case beyondScenario(Span)
        /// More history than the scenario has before STARTEX.
        case historyTooLong(Span)
        /// Longer than nothing is wanted.
        case notPositive
        /// Each of these injects waits for the next, and the last for the first.
        case cycle([Inject.ID])
        /// Sent before the inject it waits for can be.
        case beforeWhatItWaitsFor(Inject.ID)
        /// There to push what was missed after an inject that expects nothing.
        case nothingToMiss(Inject.ID)
        /// The metric, alarm or figure has nothing to do with this place.
        case wrongPlace(String)
        /// Nothing is affected outside a playbook.
        case affectedNeedsPlaybook
        /// No expected action and no criterion speaks for the objective.
        case untested(ExerciseObjective.ID)
        /// Something is expected of trainees who are not told.
        case nobodyIsTold
        /// Sent as figures, and has none.
        case feedWithoutFigure
        /// What counts as poor is not worse than what counts as good.
        case poorIsNotWorse
        /// The measure is a part of a whole, 0 to 1.
        case notAShare
    }

    /// What a name can be of.
    public enum Thing: String, CaseIterable, Hashable, Sendable {
        case scenario, station, objective, inject, agency, metric, place, post, section, region, shelter
        case rule, playbook, phase, step, message, disease
    }
}

extension ExerciseFinding: CustomStringConvertible {
    /// For logs and failing tests; people read it through the catalogs.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? "") \(key): \(problem)"
    }
}
