import Crossings
import Foundation
import Language
import Reference
import Situation
import Store
import Wording

/// What is known of a window of crossings, for a person: people and crossings side by side.
struct CrossingText {
    private let speech: Speech
    private let names: Names

    init(_ speech: Speech, reference: Reference) {
        self.speech = speech
        names = Names(reference: reference, language: speech.language)
    }

    func lines(_ answer: CrossingAnswer) -> [String] {
        let place =
            answer.scope == CrossingScope.country.name
            ? speech("console.word.country") : names.place(answer.scope)
        var lines = ["\(place), \(speech.about(.period(answer.window)))"]
        switch answer.basis {
        case .exact(let counts):
            lines += self.lines(counts)
            lines.append(speech("crossings.basis.exact"))
        case .closed(let counts, let at):
            lines += self.lines(counts)
            lines.append(speech("crossings.basis.closed", ["time": .text(speech.moment(at))]))
        case .about(let estimate): lines += self.lines(estimate)
        }
        if answer.daysSilent > 0 {
            lines.append(speech("crossings.silent-days", ["count": .number(answer.daysSilent)]))
        }
        return lines
    }

    func closed(_ window: Period, _ counts: CrossingCounts) -> String {
        ([speech.about(.period(window))] + lines(counts)).joined(separator: "\n")
    }

    private func lines(_ counts: CrossingCounts) -> [String] {
        [
            crossings(counts.crossingsIn, counts.crossingsOut),
            speech("crossings.people", ["count": .text(speech.number(counts.people))]),
            speech(
                "crossings.people-in",
                [
                    "people": .text(speech.number(counts.peopleIn)),
                    "reentries": .text(speech.number(counts.reentries)),
                ]),
            speech(
                "crossings.stays",
                [
                    "share": .text(speech.percent(counts.shortShare)),
                    "short": .text(speech.number(counts.staysShort)),
                    "judged": .text(speech.number(counts.staysJudged)),
                    "unjudged": .text(speech.number(counts.staysUnjudged)),
                ]),
            speech("crossings.inside", ["count": .text(speech.number(counts.inside))]),
        ]
    }

    private func crossings(_ entries: Int?, _ exits: Int?) -> String {
        speech(
            "crossings.crossings",
            ["in": .text(speech.number(entries)), "out": .text(speech.number(exits))])
    }

    private func lines(_ estimate: CrossingAnswer.Estimate) -> [String] {
        var lines = [crossings(estimate.crossingsIn, estimate.crossingsOut)]
        switch estimate.people {
        case nil: lines.append(speech("crossings.people", ["count": .text(Speech.none)]))
        case let people? where estimate.isOneEstimate:
            lines.append(
                speech(
                    "crossings.people-about",
                    [
                        "count": .text(speech.number(Int(people.lowerBound.rounded()))),
                        "error": .text(speech.decimal(200 * PeopleSketch.standardError, digits: 1)),
                    ]))
        case let people?:
            lines.append(
                speech(
                    "crossings.people-between",
                    [
                        "from": .text(speech.number(Int(people.lowerBound.rounded()))),
                        "to": .text(speech.number(Int(people.upperBound.rounded()))),
                        "error": .text(speech.decimal(200 * PeopleSketch.standardError, digits: 1)),
                    ]))
        }
        lines.append(speech(estimate.crossingsIn == nil ? "crossings.basis.cut" : "crossings.basis.about"))
        return lines
    }
}

/// The same for programs.
struct CrossingJSON: Encodable {
    private let journal: String
    private let nature: String
    private let scope: String
    private let from: String
    private let to: String
    /// `exact`, `closed` or `about`.
    private let basis: String
    private var closedAt: String?
    private var crossingsIn: Int?
    private var crossingsOut: Int?
    private var people: Int?
    private var peopleIn: Int?
    private var reentries: Int?
    private var staysShort: Int?
    private var staysJudged: Int?
    private var staysUnjudged: Int?
    private var inside: Int?
    private var peopleAtLeast: Int?
    private var peopleAtMost: Int?
    private var standardError: Double?
    private let daysKept: Int
    private let daysErased: Int
    private let daysSilent: Int

    init(_ answer: CrossingAnswer, journal: JournalHeader) {
        self.journal = journal.id
        nature = journal.nature.rawValue
        scope = answer.scope
        from = answer.window.from.iso8601
        to = answer.window.to.iso8601
        daysKept = answer.daysKept
        daysErased = answer.daysErased
        daysSilent = answer.daysSilent
        switch answer.basis {
        case .exact(let counts):
            basis = "exact"
            take(counts)
        case .closed(let counts, let at):
            basis = "closed"
            closedAt = at.iso8601
            take(counts)
        case .about(let estimate):
            basis = "about"
            (crossingsIn, crossingsOut) = (estimate.crossingsIn, estimate.crossingsOut)
            guard let range = estimate.people else { return }
            standardError = PeopleSketch.standardError
            peopleAtLeast = Int(range.lowerBound.rounded())
            peopleAtMost = Int(range.upperBound.rounded())
        }
    }

    private mutating func take(_ counts: CrossingCounts) {
        (crossingsIn, crossingsOut) = (counts.crossingsIn, counts.crossingsOut)
        (people, peopleIn, reentries) = (counts.people, counts.peopleIn, counts.reentries)
        (staysShort, staysJudged) = (counts.staysShort, counts.staysJudged)
        (staysUnjudged, inside) = (counts.staysUnjudged, counts.inside)
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
