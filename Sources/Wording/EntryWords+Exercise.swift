import Language
import Situation

// Orders, and what only an exercise's journal says.

extension EntryWords {
    func words(_ event: OrderEvent) -> String {
        var arguments: [String: Phrase.Argument] = ["order": .text(event.order.rawValue)]
        switch event.change {
        case .ordered(let act, let reason, _, _):
            arguments["act"] = .text(words(act))
            arguments["reason"] = .text(reason)
            return speech("exercise.order.ordered", arguments)
        case .accepted: return speech("exercise.order.accepted", arguments)
        case .refused(let reason):
            arguments["reason"] = .text(reason)
            return speech("exercise.order.refused", arguments)
        case .done(let words):
            arguments["words"] = .text(words)
            return speech("exercise.order.done", arguments)
        case .cancelled(let reason):
            arguments["reason"] = .text(reason)
            return speech("exercise.order.cancelled", arguments)
        }
    }

    /// What a headquarters orders, in one line.
    public func words(_ act: Act) -> String {
        var arguments: [String: Phrase.Argument] = ["place": .text(names.place(act.place))]
        switch act {
        case .staffLanes(_, let direction, let lanes):
            arguments["direction"] = .text(speech("words.direction.\(direction.rawValue)"))
            arguments["count"] = .number(lanes.count)
        case .followRoster(_, let direction), .closePost(_, let direction), .openPost(_, let direction):
            arguments["direction"] = .text(speech("words.direction.\(direction.rawValue)"))
        case .divert(_, let to, let share):
            arguments["to"] = .text(names.checkpoint(to))
            arguments["percent"] = .number(Int((share * 100).rounded()))
        case .staffRegistration(_, let count), .orderBuses(_, let count): arguments["count"] = .number(count)
        case .openReserve(_, let beds): arguments["count"] = .number(beds.count)
        case .askRegion(_, let to): arguments["to"] = .text(names.place(to.rawValue))
        }
        return speech("exercise.act.\(act.kind.rawValue)", arguments)
    }

    func words(_ event: ExerciseEvent) -> String {
        switch event {
        case .turn(let turn):
            speech("console.exercise-turn.\(turn.turn.rawValue)", ["scenario": .text(turn.scenario)])
        case .inject(let inject): words(inject)
        case .effect(let effect):
            if effect.acts.isEmpty {
                speech("exercise.effect.none")
            } else {
                speech(
                    "exercise.effect.at",
                    [
                        "time": .text(speech.shortClock(effect.at)),
                        "acts": .text(effect.acts.map(words).joined(separator: "; ")),
                    ])
            }
        case .branch(let branch):
            speech(
                branch.isOrigin ? "exercise.branch.from" : "exercise.branch.to",
                ["file": .text(branch.file), "time": .text(speech.shortClock(branch.at))])
        case .record(let line): speech("exercise.record", ["line": .text(line)])
        }
    }

    /// An inject begins and ends with the exercise word, as every message of an exercise does.
    public func words(_ inject: InjectMessage) -> String {
        let language = speech.language.rawValue
        return speech(
            "exercise.inject",
            [
                "number": .number(inject.number),
                "from": .text(inject.from[language] ?? inject.from["en"] ?? ""),
                "means": .text(speech("exercise.means.\(inject.means)")),
                "text": .text(inject.text[language] ?? inject.text["en"] ?? ""),
            ])
    }
}
