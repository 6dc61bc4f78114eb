import Situation
import Support
import Terminal
import Testing

@testable import Console

/// The past over any screen: stepping, typing, and the way back.
struct TimeTravelTests {
    private static let now = Instant(year: 2026, month: 11, day: 23, hour: 3, minute: 14)

    private func moment(_ day: Int, _ hour: Int, _ minute: Int = 0) throws -> PastMoment {
        try #require(
            PastMoment(asKnownAt: Instant(year: 2026, month: 11, day: day, hour: hour, minute: minute)))
    }

    private func quiet() throws -> PictureUpdate { try SampleSituation.quietDay.get().update }

    @Test func `arrows step by hours and pages by days, and nothing waits for what is read`() throws {
        var sitting = try Sitting()
        sitting.press(.character("T"))
        #expect(sitting.takeEffects() == [])
        sitting.press(.left, .left, .pageUp, .right)
        #expect(
            sitting.takeEffects() == [
                .lookAt(try moment(23, 3)), .lookAt(try moment(23, 2)), .lookAt(try moment(22, 2)),
                .lookAt(try moment(22, 3)),
            ])
        #expect(sitting.model.context.past == nil, "the present stays on the screen until the past is there")
    }

    @Test(arguments: ["Т", "E"]) func `the time line opens in other keyboard layouts`(_ key: String) throws {
        var sitting = try Sitting()
        // The key T is Е in both Cyrillic layouts.
        sitting.type(key == "Т" ? "Е" : "T")
        guard case .moment? = sitting.model.input else {
            Issue.record("no line")
            return
        }
    }

    @Test func `in the past nothing can be written, the banner says when, and Esc leads back at once`() throws
    {
        var sitting = try Sitting(language: .en)
        let night = try #require(sitting.model.picture?.picture)
        sitting.press(.character("2"), .character("T"), .left)
        sitting.tell(.pastArrived(try moment(23, 3), try quiet()))
        sitting.press(.enter)
        #expect(sitting.model.input == nil)
        #expect(sitting.text.contains("as known at 2026-11-23 03:00"))
        sitting.press(.character("n"))
        #expect(sitting.model.input == nil)
        #expect(sitting.model.picture?.picture != night)
        _ = sitting.takeEffects()
        sitting.press(.character("T"), .escape)
        #expect(sitting.takeEffects() == [.lookAt(nil)])
        #expect(sitting.model.picture?.picture == night)
        #expect(sitting.model.context.past == nil)
        #expect(sitting.model.view.destination == .tab(.checkpoints))
    }

    @Test func `the present goes on meanwhile, and its grave alarms ring`() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("T"), .left)
        sitting.tell(.pastArrived(try moment(23, 3), try quiet()))
        _ = sitting.takeEffects()
        let flood = try SampleSituation.flood.get().update
        sitting.tell(.pictureArrived(flood))
        #expect(sitting.takeEffects().contains(.ring))
        #expect(sitting.text.contains("NOW:"))
        #expect(sitting.model.picture?.picture == (try quiet()).picture)
        sitting.press(.escape)
        #expect(sitting.model.picture?.picture == flood.picture)
    }

    @Test func `a moment that comes when one is back already is passed over`() throws {
        var sitting = try Sitting()
        let night = try #require(sitting.model.picture?.picture)
        sitting.press(.character("T"), .left, .escape)
        sitting.tell(.pastArrived(try moment(23, 3), try quiet()))
        #expect(sitting.model.picture?.picture == night)
    }

    @Test func `stepping forward to now is the present`() throws {
        var sitting = try Sitting()
        sitting.press(.character("T"), .left, .right, .right)
        #expect(sitting.takeEffects() == [.lookAt(try moment(23, 3)), .lookAt(nil)])
        #expect(sitting.model.keptPresent == nil)
    }

    @Test func `a typed moment is looked at, and what is none keeps the line`() throws {
        var sitting = try Sitting()
        sitting.press(.character("T"))
        sitting.type("tomorrow")
        sitting.press(.enter)
        #expect(sitting.model.input != nil)
        #expect(sitting.takeEffects() == [])
        sitting.press(.control("u"))
        sitting.type("22.11 22:00")
        sitting.press(.enter)
        #expect(sitting.takeEffects() == [.lookAt(try moment(22, 22))])
    }

    @Test(arguments: [
        ("24.09 22:00", [2026, 9, 24, 22, 0]), ("24.12 22:00", [2025, 12, 24, 22, 0]),
        ("24.09.2022 22:05", [2022, 9, 24, 22, 5]), ("2026-11-22 09:30", [2026, 11, 22, 9, 30]),
        ("22:00", [2026, 11, 22, 22, 0]), ("03:00", [2026, 11, 23, 3, 0]), ("01.11", [2026, 11, 1, 0, 0]),
        ("2022-09-24T22:00:00+05:00", [2022, 9, 24, 22, 0]),
    ]) func `a moment is read as officers write it`(_ text: String, _ parts: [Int]) throws {
        let expected = Instant(
            year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4])
        #expect(MomentText.read(text, now: Self.now) == expected)
    }

    @Test(arguments: ["", "31.02 10:00", "25:00", "24.09 22", "22:61", "a.b", "12-11 10:00", "1.2.3.4", "--"])
    func `what is no moment is none`(_ text: String) {
        #expect(MomentText.read(text, now: Self.now) == nil)
    }

    @Test func `what was corrected later is known, through corrections of corrections`() {
        var build = EntryBuilder()
        let first = build.report(10, from: .at(9), to: .at(10))
        let second = build.report(20, from: .at(10), to: .at(11))
        let early = build.correction(of: first, .retract, known: .at(12))
        let late = build.correction(of: second, .retract, known: .at(14))
        let undone = build.correction(of: early, .retract, known: .at(16))
        var amendments = Amendments()
        for entry in [early, late, undone] { amendments.note(entry) }
        #expect(amendments.corrected(knownAfter: .at(13)) == [second.id, early.id, first.id])
        #expect(amendments.corrected(knownAfter: .at(15)) == [early.id, first.id])
        #expect(amendments.corrected(knownAfter: .at(16)) == [])
    }
}
