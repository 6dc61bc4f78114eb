import Support
import Testing

@testable import Situation

struct PictureTests {
    @Test func `any order of arrival gives the same picture`() {
        for seed in 0..<40 as Range<UInt64> {
            let entries = JournalSample.entries(seed: seed, count: 120)
            let picture = Picture.folding(entries)
            var random = Seeded(seed + 1000)
            for _ in 0..<3 {
                #expect(Picture.folding(entries.shuffled(using: &random)) == picture)
            }
        }
    }

    @Test func `folding on is folding all, unless a correction reaches back`() {
        for seed in 0..<40 as Range<UInt64> {
            let entries = JournalSample.entries(seed: seed, count: 120)
                .filter { if case .correction = $0.fact { false } else { true } }
                .sorted { $0.foldKey < $1.foldKey }
            var picture = Picture.folding(entries.prefix(60))
            for entry in entries.dropFirst(60) { picture.apply(entry) }
            #expect(picture == Picture.folding(entries))
        }
    }

    @Test func `a picture unpacks to what was packed`() throws {
        for seed in 0..<20 as Range<UInt64> {
            let entries = JournalSample.entries(seed: seed, count: 200) + (try Self.oneOfEachRareKind())
            let picture = Picture.folding(entries)
            #expect(Picture(packed: picture.packed()) == picture)
        }
    }

    private static func oneOfEachRareKind() throws -> [Entry] {
        var build = EntryBuilder(station: "c")
        let total = StatedTotal(
            area: .region("KZ-27"), direction: .in, persons: 49_464, category: "RU citizens")
        let facility = Facility(
            facility: "x", region: "KZ-27", name: "Мектеп №4", openBeds: 120, toilets: 6)
        let value = IndicatorValue(
            indicator: try #require(IndicatorNumber(14)), period: try #require(ReportingPeriod("2026-Q3")),
            value: -0.1, region: "KZ-27", document: "№ 5")
        let start = ExerciseTurn(turn: .start, scenario: "demo", seed: .max)
        let days = Period(ordered: .at(0, day: 21), .at(24, day: 29))
        return [
            build.entry(.statedTotal(total), about: .period(days), known: .at(12, day: 30)),
            build.entry(.facility(facility), about: .moment(.at(3)), known: .at(4)),
            build.entry(.indicatorValue(value), about: .moment(.at(3)), known: .at(4)),
            build.entry(.exercise(.turn(start)), about: .moment(.at(3)), known: .at(4)),
        ]
    }

    @Test func `damaged snapshots never crash, and cut ones are refused`() {
        let packed = Picture.folding(JournalSample.entries(seed: 1, count: 200)).packed()
        var random = Seeded(5)
        for _ in 0..<500 {
            var damaged = packed
            let place = Int.random(in: 0..<damaged.count, using: &random)
            damaged[place] = UInt8.random(in: 0...255, using: &random)
            _ = Picture(packed: damaged)
            #expect(Picture(packed: Array(packed.prefix(place))) == nil)
        }
    }

    @Test func `a newer statement about an older time changes nothing about now`() {
        var build = EntryBuilder()
        func state(_ status: CheckpointStatus, at: Instant, known: Instant) -> Entry {
            build.entry(
                .checkpointState(CheckpointState(checkpoint: "syrym", status: status)), about: .moment(at),
                known: known)
        }
        let entries = [state(.closed, at: .at(12), known: .at(12)), state(.open, at: .at(9), known: .at(13))]
        let post = Picture.folding(entries).checkpoints["syrym"]
        #expect(post?.states.latest(\.status)?.value == .closed)
        #expect(post?.states.statement(at: .at(10))?.body.status == .open)
    }
}

/// Later words on earlier entries.
struct AmendmentTests {
    private func persons(_ entries: [Entry]) -> Persons? {
        Picture.folding(entries).checkpoints["syrym"]?.incoming.statements.last?.body.persons
    }

    private func superseding(_ persons: Int) -> Correction.Change {
        .supersede(
            .checkpointReport(
                CheckpointReport(checkpoint: "syrym", direction: .in, mode: .all, persons: Persons(persons))))
    }

    @Test func `a superseded figure gives way, and comes back when the correction is retracted`() {
        var build = EntryBuilder()
        let typo = build.report(15_928, from: .at(10), to: .at(11))
        let correction = build.correction(of: typo, superseding(50_928), known: .at(12))
        let retraction = build.correction(of: correction, .retract, known: .at(13))
        let second = build.correction(of: retraction, .retract, known: .at(14))
        #expect(persons([typo]) == 15_928)
        #expect(persons([typo, correction]) == 50_928)
        #expect(persons([typo, correction, retraction]) == 15_928)
        #expect(persons([typo, correction, retraction, second]) == 50_928)
    }

    @Test func `a retracted repeat brings back what the source said before`() {
        var build = EntryBuilder()
        let first = build.report(100, from: .at(10), to: .at(11))
        let slip = build.report(1000, from: .at(10), to: .at(11), known: .at(12))
        let retraction = build.correction(of: slip, .retract, known: .at(13))
        #expect(persons([first, slip]) == 1000)
        #expect(persons([first, slip, retraction]) == 100)
    }

    @Test func `of two corrections of one entry the later counts and the case is shown`() {
        var build = EntryBuilder()
        let report = build.report(1, from: .at(10), to: .at(11))
        let first = build.correction(of: report, superseding(2), known: .at(12))
        let second = build.correction(of: report, superseding(3), known: .at(13))
        #expect(persons([report, first, second]) == 3)
        var amendments = Amendments()
        for entry in [report, second, first] { amendments.note(entry) }
        #expect(amendments.contested == [report.id])
    }

    @Test func `a correction known before its target does not reach it`() {
        var build = EntryBuilder()
        let report = build.report(5, from: .at(10), to: .at(11), known: .at(20))
        let early = build.correction(of: report, .retract, known: .at(12))
        #expect(persons([report, early]) == 5)
    }
}
