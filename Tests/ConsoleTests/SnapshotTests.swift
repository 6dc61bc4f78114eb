import Foundation
import Language
import Situation
import Terminal
import Testing

@testable import Console

/// Every screen as text, held against what a person read and found right. `SNAPSHOT_UPDATE=1` writes the files anew:
/// read the difference before it is committed.
@Suite struct SnapshotTests {
    @Test("every screen looks as it was read", arguments: ScreenCase.all, Size.sizes)
    func screens(_ screen: ScreenCase, _ size: Size) throws {
        try Self.hold(named: "bad-night/\(screen.name)-\(size.name)") { language in
            var sitting = try Sitting(language: language, size: size)
            try screen.open(&sitting)
            return sitting.lines
        }
    }

    @Test("a quiet day looks quiet", arguments: ["overview", "checkpoints", "shelters"], Size.sizes)
    func quietDay(_ name: String, _ size: Size) throws {
        try Self.hold(named: "quiet-day/\(name)-\(size.name)") { language in
            var sitting = try Sitting(SampleSituation.quietDay, language: language, size: size)
            try ScreenCase.all.first { $0.name == name }?.open(&sitting)
            return sitting.lines
        }
    }

    @Test(
        "the smallest screen still says what matters",
        arguments: ["overview", "checkpoints", "shelters", "log"])
    func smallest(_ name: String) throws {
        try Self.hold(named: "smallest/\(name)-60x16") { language in
            var sitting = try Sitting(nature: .exercise, language: language, size: Areas.minimum)
            try ScreenCase.all.first { $0.name == name }?.open(&sitting)
            return sitting.lines
        }
    }

    @Test("a flood of alarms is grouped by cause, and nothing is dropped", arguments: Size.sizes)
    func flood(_ size: Size) throws {
        try Self.hold(named: "flood/alarms-\(size.name)") { language in
            var sitting = try Sitting(SampleSituation.flood, language: language, size: size)
            sitting.press(.character("D"))
            let group = try #require(sitting.items.first { if case .alarmGroup = $0 { true } else { false } })
            while sitting.selected != group { sitting.press(.down) }
            sitting.press(.enter)
            return sitting.lines
        }
    }

    @Test("a moment of the past marks what was corrected since")
    func correctedSince() throws {
        try Self.hold(named: "past/corrected-80x24") { language in
            var sitting = try Sitting(language: language)
            let update = try #require(sitting.model.picture)
            let corrected = try #require(sitting.model.log.corrections.keys.first)
            let target = try #require(update.recent.first { $0.id == corrected })
            sitting.press(.character("T"), .left, .enter)
            let earlier = update.recent.filter { $0.known.instant <= target.known.instant }
            let moment = try #require(PastMoment(asKnownAt: target.known.instant))
            sitting.tell(
                .pastArrived(
                    moment,
                    PictureUpdate(picture: .folding(earlier), recent: earlier, correctedSince: [corrected])))
            sitting.press(.character("8"))
            return sitting.lines
        }
    }

    @Test("alarms and levels need no colour and no braille", arguments: Glyphs.Repertoire.allCases)
    func watchAlphabets(_ repertoire: Glyphs.Repertoire) throws {
        for (name, key) in [("alarms", Key.character("D")), ("overview", .character("1"))] {
            var sitting = try Sitting(SampleSituation.flood)
            sitting.press(key)
            let frame = view(sitting.model, glyphs: .for(repertoire))
            try Snapshot.hold(frame.styledLines, named: "alphabet/flood-\(name)-\(repertoire.rawValue)")
        }
    }

    @Test("an exercise is framed as one", arguments: ["overview", "checkpoint", "help"])
    func exercise(_ name: String) throws {
        try Self.hold(named: "exercise/\(name)-80x24") { language in
            var sitting = try Sitting(nature: .exercise, language: language)
            try ScreenCase.all.first { $0.name == name }?.open(&sitting)
            return sitting.lines
        }
    }

    @Test("the past says what it is")
    func past() throws {
        try Self.hold(named: "past/overview-80x24") { language in
            let moment = PastMoment(asKnownAt: Instant(year: 2026, month: 11, day: 22, hour: 20))
            return try Sitting(language: language, past: moment).lines
        }
    }

    @Test("the overview needs no colour and no braille", arguments: Glyphs.Repertoire.allCases)
    func alphabets(_ repertoire: Glyphs.Repertoire) throws {
        let sitting = try Sitting()
        let frame = view(sitting.model, glyphs: .for(repertoire))
        try Snapshot.hold(frame.styledLines, named: "alphabet/overview-\(repertoire.rawValue)")
    }

    @Test(
        "what must be seen differs from its surroundings at every colour depth",
        arguments: ColourDepth.allCases)
    func depths(_ depth: ColourDepth) throws {
        let palette = Palette(depth: depth)
        let frame = try Sitting(nature: .exercise).frame
        let styles = Set((0..<frame.size.rows).flatMap { frame.row($0).map(\.style) })
        let plain = palette.attributes(for: .normal)
        for role in [StyleRole.critical, .warning, .exercise, .selected] {
            #expect(styles.contains { $0.role == role }, "the overview shows nothing \(role)")
            #expect(palette.attributes(for: Style(role)) != plain)
        }
    }

    /// One file for the three languages of a screen.
    static func hold(named name: String, _ lines: (Language) throws -> [String]) throws {
        let all = try Language.allCases.flatMap { language in
            ["— \(language.rawValue) " + String(repeating: "—", count: 20)] + (try lines(language))
        }
        try Snapshot.hold(all, named: name)
    }
}

/// A text file that a test's output is held against.
enum Snapshot {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Snapshots")
    private static let isUpdating = ProcessInfo.processInfo.environment["SNAPSHOT_UPDATE"] == "1"

    static func hold(_ lines: [String], named name: String) throws {
        let file = folder.appending(path: "\(name).txt")
        let text = lines.joined(separator: "\n") + "\n"
        if isUpdating {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let kept = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let now = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, (old, new)) in zip(kept, now).enumerated() where old != new {
            Issue.record("\(name).txt:\(number + 1)\n  was: \(old)\n  now: \(new)")
            return
        }
        #expect(kept.count == now.count, "\(name) has another number of lines")
    }
}
