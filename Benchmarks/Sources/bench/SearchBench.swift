import Foundation
import Situation
import Store

/// How long until the first lines of the duty log are found, in a log as long as years of watches make it.
struct SearchBench: Measuring {
    let workshop: Workshop
    let entries: Int
    let runs: Int

    let name = "search"

    /// Words of which some are in nearly every line, some in few, and one in none; in the three languages.
    private static let queries = [
        ("a word of every third line", "кезек"), ("two words and a beginning", "орал автобус жол"),
        ("a word of one line in a thousand", "қызылша"), ("a word nobody wrote", "жоқсөз"),
    ]

    func run(_ say: (String) -> Void) throws -> [BenchLine] {
        let path = try log(say)
        let journal = try Journal.open(path, station: "bench")
        defer { try? journal.close() }
        var lines: [BenchLine] = []
        for (what, words) in Self.queries {
            let times = try (0..<runs * 4).map { _ in
                try ContinuousClock().measure { _ = try journal.search(LogSearch(words), limit: 50) }
                    .inMilliseconds
            }
            lines.append(
                BenchLine(
                    "search \(entries) lines: \(what)", ours: times.median, .milliseconds, goal: .atMost(50),
                    note: "first 50, newest first"))
        }
        return lines
    }

    /// A journal of notes, made once and kept.
    private func log(_ say: (String) -> Void) throws -> String {
        let made = workshop.path("log-\(entries).ahual")
        if FileManager.default.fileExists(atPath: made) { return made }
        say("making a log of \(entries) lines, once")
        let draft = "making-log-\(entries).ahual"
        let journal = try workshop.freshJournal(draft)
        let start = workshop.now - .minutes(entries)
        for first in stride(from: 0, to: entries, by: 5000) {
            let drafts = (first..<min(entries, first + 5000)).map { number in
                Draft(
                    .note(Note(text: Self.text(number))), about: .moment(start + .minutes(number)),
                    author: SampleTraffic.author, source: SampleTraffic.source)
            }
            try journal.append(drafts, at: start + .minutes(first + 5000))
        }
        try journal.close()
        try workshop.settle(workshop.path(draft))
        try FileManager.default.moveItem(atPath: workshop.path(draft), toPath: made)
        return made
    }

    private static let words = [
        "Сырым", "Орал", "кезек", "автобус", "жолда", "күту", "пункт", "смена", "принял", "звонок", "bus",
        "queue", "shelter", "төсек", "ашылды", "доклад", "акимат", "қабылдадым",
    ]

    /// A line of six words that looks like luck and is always the same for the same number.
    private static func text(_ number: Int) -> String {
        var text = (0..<6).map { place in
            words[Int(SampleTraffic.scrambled(number * 8 + place) % UInt64(words.count))]
        }
        if number % 1000 == 17 { text.append("қызылша") }
        return text.joined(separator: " ")
    }
}
