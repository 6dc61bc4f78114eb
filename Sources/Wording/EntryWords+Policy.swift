import Language
import Reference
import Situation

// What is said of measures and of questions before the council, in one line each.

extension EntryWords {
    func words(_ state: MeasureState) -> String {
        let number: [String: Phrase.Argument] = ["number": .number(state.measure.value)]
        var parts = [
            speech("council.fact.measure", number)
                + (state.period.map { " (\($0))" } ?? ""),
            words(state.state),
        ]
        if let agency = state.agency { parts.append(names.agency(agency, policy)) }
        parts += [state.words, state.evidence.map(words)].compactMap(\.self)
        return parts.joined(separator: " · ")
    }

    /// How far something has come.
    public func words(_ state: ExecutionState) -> String {
        switch state {
        case .progress: speech("council.execution.progress")
        case .done: speech("council.execution.done")
        case .rescheduled(let day):
            speech("council.execution.rescheduled", ["day": .text(day.description)])
        case .cannot(let reason): speech("council.execution.cannot", ["reason": .text(reason)])
        }
    }

    /// The document that shows something, with its date.
    public func words(_ evidence: Evidence) -> String {
        evidence.document + (evidence.date.map { ", \($0)" } ?? "")
    }

    func words(_ event: DecisionEvent) -> String {
        let question: [String: Phrase.Argument] = ["question": .text(event.question.rawValue)]
        func say(_ key: String, _ more: [String: Phrase.Argument]) -> String {
            speech("council.fact.\(key)", question.merging(more) { $1 })
        }
        switch event.change {
        case .raised(let asked):
            return say(
                "raised",
                ["agency": .text(names.agency(asked.raisedBy, policy)), "words": .text(asked.text)])
        case .position(let position):
            let stance = speech("council.stance.\(position.stance.rawValue)")
            return say(
                "position",
                [
                    "agency": .text(names.agency(position.agency, policy)), "stance": .text(stance),
                    "words": .text(position.words ?? Speech.none),
                ])
        case .decided(let resolution):
            return say(
                "decided",
                [
                    "number": .text(resolution.number), "day": .text(resolution.date.description),
                    "words": .text(resolution.text),
                ])
        case .assignment(let number, let progress):
            let said = [words(progress.state), progress.words, progress.evidence.map(words)]
            return say(
                "assignment",
                [
                    "number": .number(number),
                    "words": .text(said.compactMap(\.self).joined(separator: " · ")),
                ])
        case .withdrawn(let reason): return say("withdrawn", ["reason": .text(reason)])
        case .reopened(let reason): return say("reopened", ["reason": .text(reason)])
        }
    }
}
