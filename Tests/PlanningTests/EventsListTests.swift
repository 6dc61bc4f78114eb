import Foundation
import Situation
import StrictYAML
import Testing

@testable import Planning

@Suite struct EventsListTests {
    private static func small() throws -> ExercisePlan { try #require(ExerciseFixtures.read().exercise) }

    private static func taken(_ csv: String, into exercise: ExercisePlan) -> EventsListImport {
        EventsListImport(Array(csv.utf8), file: "list.csv", into: exercise)
    }

    private static func shipped() throws -> [(text: String, plan: ExercisePlan)] {
        let folder = PlanningFixtures.scenarios.appending(path: "exercises")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return (text, try #require(ExerciseReader.read(text: text, file: name).exercise))
        }
    }

    @Test func `a row holds the columns planners use, quoted where RFC 4180 asks for it`() throws {
        let rows = EventsListText.csv([try Self.small().injects[0]])
        // By hand: the list of columns, then the first inject; only the sender and the act have commas in them.
        #expect(
            rows == "\u{FEFF}number,id,time,from,to,means,text_kk,text_ru,text_en,expected,within,objective,"
                + "contingency,after,change,report,notes_kk,notes_ru,notes_en\r\n"
                + "1,call,T+5m,\"{kk: \"\"Пост\"\", ru: \"\"Пост\"\", en: Post}\",hq,telephone,Кезек,Очередь,Queue,"
                + "\"acknowledge_alarm: {rule: post-wait, place: syrym}\",10m,see,,,,,,,\r\n")
    }

    @Test func `every shipped list comes back from CSV as it went`() throws {
        let all = try Self.shipped()
        #expect(all.count >= 5)
        for (_, plan) in all {
            let back = Self.taken(EventsListText.csv(plan.injects), into: plan)
            #expect(back.faults.isEmpty, "\(back.faults)")
            #expect(back.injects == plan.injects)
            #expect((back.same, back.changed, back.added) == (plan.injects.count, 0, 0))
        }
    }

    @Test func `a list written into a file with an empty list is the same list`() throws {
        for (text, plan) in try Self.shipped() {
            let start = try #require(text.range(of: "\ninjects:\n"))
            let end = try #require(
                text.range(of: "\n# Illustrative", range: start.upperBound..<text.endIndex))
            let bare = text[..<start.lowerBound] + "\ninjects: []\n" + text[end.lowerBound...]
            let empty = try #require(ExerciseReader.read(text: String(bare), file: "x").exercise)
            #expect(empty.injects.isEmpty)
            let back = Self.taken(EventsListText.csv(plan.injects), into: empty)
            #expect(back.added == plan.injects.count)
            let written = back.text(replacingListIn: String(bare))
            let again = ExerciseReader.read(text: written, file: "x")
            #expect(again.faults.isEmpty, "\(again.faults)")
            // Notes on single actions have no column, so a list made of a CSV alone has none.
            #expect(again.exercise?.injects == plan.injects.map(Self.withoutActionNotes))
            #expect(written.hasPrefix(String(text[..<start.lowerBound])))
            #expect(written.hasSuffix(String(text[end.lowerBound...])))
        }
    }

    private static func withoutActionNotes(_ inject: Inject) -> Inject {
        Inject(
            number: inject.number, id: inject.id, when: inject.when, after: inject.after, from: inject.from,
            to: inject.to, means: inject.means, text: inject.text, change: inject.change,
            report: inject.report,
            expects: inject.expects.map {
                ExpectedAction(act: $0.act, within: $0.within, objective: $0.objective, note: nil)
            }, notes: inject.notes)
    }

    @Test func `a row changes only the columns the file has`() throws {
        let exercise = try Self.small()
        let back = Self.taken("id,time,text_en\r\nbeds,T+1h,\"Beds, again\"\r\n", into: exercise)
        #expect(back.faults.isEmpty, "\(back.faults)")
        #expect((back.changed, back.added, back.same) == (1, 0, 0))
        let changed = try #require(back.injects.first { $0.id == "beds" })
        #expect(changed.when == .at(.hours(1)))
        #expect(changed.text.exactly(in: .en) == "Beds, again")
        #expect(changed.text.exactly(in: .kk) == "Төсек")
        #expect(changed.report == exercise.injects[1].report)
        #expect(changed.expects == exercise.injects[1].expects)
        #expect(back.injects.map(\.id) == exercise.injects.map(\.id))
    }

    @Test func `a bad row is named by row and column and stops no good one`() throws {
        let exercise = try Self.small()
        let csv = """
            number,id,time,from,to,means,text_kk,text_ru,text_en,expected,within,objective
            10,new,T+30m,MIA,all,radio,а,б,c,order: {what: divert},15m,see
            11,bad-time,half past,MIA,all,radio,а,б,c,,,
            12,bad-act,T+30m,MIA,all,pigeon,а,б,c,sing: {},15m,see
            13,two,T+30m,MIA,all,radio,а,б,c,order: {what: divert},"15m
            20m",see
            14,new,T+31m,MIA,all,radio,а,б,c,,,
            15,short
            16,last,by_hand,MIA,hq,telephone,а,б,c,,,
            """
        let back = Self.taken(csv, into: exercise)
        #expect(back.added == 2)
        #expect(back.injects.map(\.id) == ["call", "beds", "push", "new", "last"])
        let found = back.faults.map { "\($0.line ?? 0) \($0.path)" }
        #expect(found == ["3 time", "4 means", "4 expected", "5 within", "7 id", "8 "])
    }

    @Test func `a file without ids, without rows or not in UTF-8 is said to be so`() throws {
        let exercise = try Self.small()
        #expect(
            Self.taken("number,time\r\n1,T+5m\r\n", into: exercise).faults.map(\.problem) == [
                .missingKey("id")
            ])
        #expect(Self.taken("", into: exercise).faults.count == 1)
        let bytes: [UInt8] = Array("id,text_en\ncall,".utf8) + [0xFF, 0xFE, 0x0A]
        let back = EventsListImport(bytes, file: "list.csv", into: exercise)
        #expect(back.faults.map(\.line) == [2])
        #expect(back.injects == exercise.injects)
    }

    @Test func `an unknown column is named and passed over`() throws {
        let back = Self.taken("id,colour,time\ncall,red,T+6m\n", into: try Self.small())
        #expect(back.faults.map(\.problem) == [.unknownKey("colour")])
        #expect(back.changed == 1)
    }

    /// Seeded: text of any kind survives the way through CSV and through YAML.
    @Test func `texts with quotes, commas, line breaks and colons come back`() throws {
        var state: UInt64 = 20_221_081
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(below))
        }
        let pieces = [
            "\"", ",", "\n", ": ", "#", "'", "\\", "{", "}", "ә", "я", "x", " ", "- ", "true", "12",
        ]
        let exercise = try Self.small()
        for _ in 0..<60 {
            let words = (0..<3).map { _ in
                "w" + (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
            }
            let old = exercise.injects[0]
            let inject = Inject(
                number: 1, id: "call", when: old.when, after: [],
                from: .words(PlanText([.kk: words[0], .ru: words[1], .en: words[2]])), to: .all,
                means: .radio,
                text: PlanText([.kk: words[2], .ru: words[0], .en: words[1]]), change: nil, report: nil,
                expects: [
                    ExpectedAction(
                        act: .writeLog(
                            nil, place: nil, mentions: words.map { $0.replacing("\n", with: " ") }),
                        within: .minutes(5), objective: "see", note: nil)
                ], notes: nil)
            let csv = Self.taken(EventsListText.csv([inject]), into: exercise)
            #expect(csv.faults.isEmpty, "\(csv.faults)")
            #expect(csv.injects.first == inject)
            let text = csv.text(replacingListIn: ExerciseFixtures.small)
            let read = ExerciseReader.read(text: text, file: "x")
            #expect(read.exercise?.injects.first == inject, "\(read.faults) \(text)")
        }
    }

    @Test(arguments: [
        (0, "0m"), (5, "5m"), (60, "1h"), (90, "1h30m"), (1440, "1d"), (1560, "26h"), (2880, "2d"),
    ])
    func `a length of time is written as plans write it`(minutes: Int, written: String) {
        #expect(Span.minutes(minutes).written == written)
        #expect(Span(text: written) == .minutes(minutes))
    }
}
