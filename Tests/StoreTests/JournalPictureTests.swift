import GRDB
import Situation
import Support
import Testing

@testable import Store

struct JournalPictureTests {
    @Test func `the journal's picture is the fold of its entries, however they came in`() throws {
        for seed in 0..<6 as Range<UInt64> {
            let entries = JournalSample.entries(seed: seed, count: 150)
            let fixture = try StoreFixture()
            var random = Seeded(seed)
            for draft in StoreFixture.drafts(entries).shuffled(using: &random) {
                _ = try fixture.journal.append([draft], at: .at(0) + .days(10))
            }
            let stored = try fixture.journal.entries().map(\.entry)
            #expect(try fixture.journal.picture().picture == Picture.folding(stored))
        }
    }

    @Test func `as known at T is the fold of what was known by T`() throws {
        let fixture = try StoreFixture()
        let entries = JournalSample.entries(seed: 3, count: 150)
        _ = try fixture.journal.append(StoreFixture.drafts(entries), at: .at(0) + .days(10))
        let stored = try fixture.journal.entries().map(\.entry)
        for hours in stride(from: 0, to: 20, by: 3) {
            let moment = Instant.at(0) + .hours(hours)
            let picture = try fixture.journal.picture(at: PictureMoment(asKnownAt: moment)).picture
            #expect(picture == Picture.folding(stored.filter { $0.known.instant <= moment }))
        }
    }

    @Test func `as recorded at T leaves out what the journal did not hold yet`() throws {
        let fixture = try StoreFixture()
        _ = try fixture.journal.append([StoreFixture.report(100, known: .at(12))], at: .at(12))
        _ = try fixture.journal.append([StoreFixture.report(90, hour: 9, known: .at(11))], at: .at(20))
        let held = try fixture.journal.picture(at: PictureMoment(asRecordedAt: .at(15))).picture
        #expect(held.entryCount == 1)
        let known = try fixture.journal.picture(at: PictureMoment(asKnownAt: .at(11))).picture
        #expect(known.entryCount == 1)
        #expect(known.checkpoints["syrym"]?.incoming.statements.first?.body.persons == 90)
    }

    @Test func `a picture at a position is the fold of the entries taken up to there`() throws {
        let fixture = try StoreFixture()
        let entries = JournalSample.entries(seed: 5, count: 120)
        var random = Seeded(5)
        for draft in StoreFixture.drafts(entries).shuffled(using: &random) {
            _ = try fixture.journal.append([draft], at: .at(0) + .days(10))
        }
        var taken: [Entry] = []
        var filter = EntryFilter()
        for count in 1...(try fixture.journal.entryCount()) {
            filter.entries = count
            taken = try fixture.journal.entries(filter).map(\.entry)
            #expect(taken.count == count)
            guard count % 20 == 0 else { continue }
            let picture = try fixture.journal.picture(at: PictureMoment(entries: count)).picture
            #expect(picture == Picture.folding(taken))
        }
        let head = try fixture.journal.head()
        #expect(try fixture.journal.hash(after: head.entries) == head.hash)
        #expect(try fixture.journal.hash(after: 0) == fixture.journal.header.hash)
        #expect(try fixture.journal.hash(after: head.entries + 1) == nil)
        #expect(try fixture.journal.hash(after: -1) == nil)
    }

    @Test func `hindsight takes in what was learnt later of earlier times, and no later times`() throws {
        let fixture = try StoreFixture()
        let first = try fixture.journal.append([StoreFixture.report(100, known: .at(12))], at: .at(12))
        _ = try fixture.journal.append([StoreFixture.report(70, hour: 9, known: .at(20))], at: .at(20))
        _ = try fixture.journal.append([StoreFixture.report(55, hour: 15, known: .at(16))], at: .at(21))
        let target = try #require(first.stored.first)
        let better = CheckpointReport(checkpoint: "syrym", direction: .in, mode: .all, persons: 90)
        _ = try fixture.journal.append(
            [
                Draft(
                    .correction(
                        Correction(
                            target: target, change: .supersede(.checkpointReport(better)), reason: "slip")),
                    about: try #require(try fixture.journal.entry(target)).entry.about,
                    author: .system("test"), source: "desk")
            ], at: .at(22))
        func persons(_ moment: PictureMoment) throws -> [Int] {
            try fixture.journal.picture(at: moment).picture.checkpoints["syrym"]?.incoming.statements.map {
                $0.body.persons.count
            } ?? []
        }
        #expect(try persons(PictureMoment(asKnownAt: .at(12))) == [100])
        #expect(try persons(PictureMoment(inHindsightOf: .at(12))) == [70, 90])
        #expect(try persons(.now) == [70, 90, 55])
    }

    @Test func `a snapshot made after a correction does not carry it into the past`() throws {
        let fixture = try StoreFixture()
        var build = EntryBuilder()
        let reports = (0..<20_001).map { index in
            build.report(index % 50, from: .at(0) + .minutes(index), to: .at(0) + .minutes(index + 1))
        }
        _ = try fixture.journal.append(StoreFixture.drafts(reports), at: .at(0) + .days(20))
        let target = try #require(try fixture.journal.entries().first?.entry)
        _ = try fixture.journal.append(
            [
                Draft(
                    .correction(Correction(target: target.id, change: .retract, reason: "slip")),
                    about: target.about, author: .system("test"), source: "desk")
            ], at: .at(0) + .days(30))
        _ = try fixture.journal.picture()
        let stored = try fixture.journal.entries().map(\.entry)
        let before = stored.filter { $0.known.instant <= .at(0) + .days(20) }
        let past = PictureMoment(asKnownAt: .at(0) + .days(20))
        #expect(try fixture.journal.picture(at: past).picture == Picture.folding(before))
    }

    @Test func `snapshots change nothing but the time it takes`() throws {
        let fixture = try StoreFixture()
        let journal = fixture.journal
        var build = EntryBuilder()
        // 45,000 reports: two snapshots on the way.
        let reports = (0..<45_000).map { index in
            build.report(index % 50, from: .at(0) + .minutes(index), to: .at(0) + .minutes(index + 1))
        }
        for start in stride(from: 0, to: reports.count, by: 5000) {
            let batch = StoreFixture.drafts(Array(reports[start..<start + 5000]))
            _ = try journal.append(batch, at: .at(0) + .days(40))
        }
        let first = try journal.picture()
        #expect(try journal.snapshotCount() == 2)
        let second = try journal.picture()
        #expect(second.picture == first.picture)

        // A late entry voids what it overtakes; a correction is not hidden by a snapshot after its target.
        let late = StoreFixture.drafts([
            build.report(7, from: .at(5), to: .at(6), known: .at(6), source: "late")
        ])
        _ = try journal.append(late, at: .at(0) + .days(40))
        #expect(try journal.snapshotCount() == 0)
        _ = try journal.picture()
        let target = try #require(try journal.entries().first?.entry)
        let correction = Draft(
            .correction(Correction(target: target.id, change: .retract, reason: "slip")), about: target.about,
            author: .system("test"), source: "desk")
        _ = try journal.append([correction], at: .at(0) + .days(41))
        let stored = try journal.entries().map(\.entry)
        #expect(try journal.picture().picture == Picture.folding(stored))
        let before = PictureMoment(asKnownAt: .at(0) + .days(40))
        let uncorrected = stored.filter { $0.known.instant <= .at(0) + .days(40) }
        #expect(try journal.picture(at: before).picture == Picture.folding(uncorrected))
    }

    @Test func `a picture followed from entry to entry is the picture folded at once`() throws {
        for seed in 10..<14 as Range<UInt64> {
            let fixture = try StoreFixture()
            var followed = try fixture.journal.picture()
            var random = Seeded(seed)
            for draft in StoreFixture.drafts(JournalSample.entries(seed: seed, count: 60)).shuffled(
                using: &random)
            {
                _ = try fixture.journal.append([draft], at: .at(0) + .days(10))
                #expect(try fixture.journal.update(&followed))
                #expect(followed.picture == (try fixture.journal.picture(keepingSnapshots: false)).picture)
            }
            #expect(try !fixture.journal.update(&followed))
        }
    }
}

extension Journal {
    fileprivate func snapshotCount() throws -> Int {
        try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM snapshot") ?? 0 }
    }
}
