import Language
import Planning
import Situation
import StrictYAML

extension YAMLFault: Sayable {
    /// Where, and what is wrong there.
    public var phrase: Phrase {
        Phrase(
            "planning.fault.at",
            [
                "place": .text(line.map { "\(file):\($0)" } ?? file),
                "key": .text(path.isEmpty ? "" : " \(path):"), "problem": .phrase(problem.phrase),
            ])
    }
}

extension YAMLFault.Problem {
    /// What is wrong.
    var phrase: Phrase {
        switch self {
        case .syntax(let words): Phrase("planning.fault.syntax", ["words": .text(words)])
        case .unknownKey(let key): Phrase("planning.fault.unknown-key", ["key": .text(key)])
        case .missingKey(let key): Phrase("planning.fault.missing-key", ["key": .text(key)])
        case .repeatedKey(let key): Phrase("planning.fault.repeated-key", ["key": .text(key)])
        case .expected(let form, let found):
            Phrase(
                "planning.fault.expected",
                ["form": .phrase(FormWords.phrase(form)), "found": .phrase(FormWords.phrase(found))])
        case .wrongKind(let expected, let found):
            Phrase("planning.fault.wrong-kind", ["expected": .text(expected), "found": .text(found)])
        }
    }
}

extension ScenarioFinding.Problem {
    /// What is wrong.
    var phrase: Phrase {
        switch self {
        case .missingLanguage(let language): Self.say("language", language.rawValue)
        case .unknown(let thing, let name): Self.say("unknown.\(thing.rawValue)", name)
        case .notPlaying(let post): Self.say("not-playing", post.rawValue)
        case .repeated(let name): Self.say("repeated", name)
        case .sharesSum(let sum): Self.say("shares-sum", Self.rounded(sum))
        case .multipliersSum(let sum, let expected):
            Phrase(
                "planning.finding.multipliers-sum",
                ["found": .text(Self.rounded(sum)), "expected": .text(Self.rounded(expected))])
        case .meanIsNotOne(let mean): Self.say("mean-is-not-one", Self.rounded(mean))
        case .horizon(let longest): Self.say("horizon", String(longest.wholeMinutes / 1440))
        case .afterTheEnd(let horizon): Self.say("after-the-end", String(horizon.wholeMinutes / 60))
        case .noPosts: Phrase("planning.finding.no-posts")
        case .nobodyReceives(let region): Self.say("nobody-receives", region.rawValue)
        case .noReception(let region): Self.say("no-reception", region.rawValue)
        case .noFleet: Phrase("planning.finding.no-fleet")
        case .noWayToABorderPost: Phrase("planning.finding.no-way")
        case .notAnOrigin(let name): Self.say("not-an-origin", name)
        case .sameEnds(let name): Self.say("same-ends", name)
        }
    }

    private static func say(_ key: String, _ found: String) -> Phrase {
        Phrase("planning.finding.\(key)", ["found": .text(found)])
    }

    /// Three decimal places are enough to see what is missing.
    private static func rounded(_ number: Double) -> String {
        let thousandths = (number * 1000).rounded()
        guard thousandths.magnitude < 1e12 else { return "\(number)" }
        return "\(thousandths / 1000)"
    }
}

extension PlaybookFinding.Problem {
    /// What is wrong.
    var phrase: Phrase {
        switch self {
        case .unknownAgency(let agency): Self.say("agency", agency.rawValue)
        case .unknownMetric(let metric): Self.say("metric", metric)
        case .missingLanguage(let language):
            Phrase("planning.finding.language", ["found": .text(language.rawValue)])
        case .unknownName(let name): Self.say("name", name)
        case .repeated(let name): Phrase("planning.finding.repeated", ["found": .text(name)])
        case .cycle(let tasks): Self.say("cycle", tasks.map(\.rawValue).joined(separator: " → "))
        case .dueBefore(let task): Self.say("due-before", task.rawValue)
        case .empty: Phrase("planning.playbook.empty")
        case .affectedTooEarly: Phrase("planning.playbook.affected-too-early")
        case .anyEndsNothing: Phrase("planning.playbook.any-ends-nothing")
        case .wrongPlace(let place): Self.say("wrong-place", place)
        case .figureMissing(let metric): Self.say("figure-missing", metric)
        case .neverApplies: Phrase("planning.playbook.never-applies")
        case .unknownPlace(let place): Self.say("unknown-place", place)
        }
    }

    private static func say(_ key: String, _ found: String) -> Phrase {
        Phrase("planning.playbook.\(key)", ["found": .text(found)])
    }
}

extension ExerciseFinding.Problem {
    /// What is wrong.
    var phrase: Phrase {
        switch self {
        case .missingLanguage(let language):
            Phrase("planning.finding.language", ["found": .text(language.rawValue)])
        case .unknown(let thing, let name): Self.say("unknown.\(thing.rawValue)", name)
        case .notPlaying(let post):
            Phrase("planning.finding.not-playing", ["found": .text(post.rawValue)])
        case .noReception(let region):
            Phrase("planning.finding.no-reception", ["found": .text(region.rawValue)])
        case .repeated(let name): Phrase("planning.finding.repeated", ["found": .text(name)])
        case .empty: Phrase("planning.playbook.empty")
        case .beforeStart: Phrase("planning.exercise.before-start")
        case .afterEnd(let end): Self.say("after-end", end.written)
        case .deadlineAfterEnd(let end): Self.say("deadline-after-end", end.written)
        case .beyondScenario(let horizon): Self.say("beyond-scenario", horizon.written)
        case .historyTooLong(let start): Self.say("history-too-long", start.written)
        case .notPositive: Phrase("planning.exercise.not-positive")
        case .cycle(let injects): Self.say("cycle", injects.map(\.rawValue).joined(separator: " → "))
        case .beforeWhatItWaitsFor(let inject): Self.say("before-waits", inject.rawValue)
        case .nothingToMiss(let inject): Self.say("nothing-to-miss", inject.rawValue)
        case .wrongPlace(let place): Phrase("planning.playbook.wrong-place", ["found": .text(place)])
        case .affectedNeedsPlaybook: Phrase("planning.exercise.affected")
        case .untested(let objective): Self.say("untested", objective.rawValue)
        case .nobodyIsTold: Phrase("planning.exercise.nobody-told")
        case .feedWithoutFigure: Phrase("planning.exercise.no-figure")
        case .poorIsNotWorse: Phrase("planning.exercise.poor")
        case .notAShare: Phrase("planning.exercise.not-a-share")
        }
    }

    private static func say(_ key: String, _ found: String) -> Phrase {
        Phrase("planning.exercise.\(key)", ["found": .text(found)])
    }
}

extension AlarmRuleFinding.Problem {
    /// What is wrong.
    var phrase: Phrase {
        switch self {
        case .unknownAgency(let agency): Self.say("agency", agency.rawValue)
        case .unknownMetric(let metric): Self.say("metric", metric)
        case .unknownStandard(let standard): Self.say("standard", standard)
        case .unknownStep(let step): Self.say("step", step)
        case .unknownRule(let rule): Self.say("rule", rule.rawValue)
        case .unknownPlace(let place): Self.say("place", place)
        case .missingLanguage(let language):
            Phrase("planning.finding.language", ["found": .text(language.rawValue)])
        case .repeated(let name): Phrase("planning.finding.repeated", ["found": .text(name)])
        case .badName(let name): Self.say("name", name)
        case .scopeMismatch: Phrase("planning.alarm.scope")
        case .returnsInside: Phrase("planning.alarm.returns")
        case .noValue: Phrase("planning.alarm.novalue")
        case .notWorse: Phrase("planning.alarm.worse")
        case .empty: Phrase("planning.alarm.empty")
        }
    }

    private static func say(_ key: String, _ found: String) -> Phrase {
        Phrase("planning.alarm.\(key)", ["found": .text(found)])
    }
}
