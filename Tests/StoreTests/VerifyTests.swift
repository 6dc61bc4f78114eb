import Foundation
import GRDB
import Situation
import Support
import Testing

@testable import Store

struct VerifyTests {
    /// A journal of some forty entries of many kinds.
    private func filled() throws -> StoreFixture {
        let fixture = try StoreFixture()
        _ = try fixture.journal.append(
            StoreFixture.drafts(JournalSample.entries(seed: 2, count: 40)), at: .at(0) + .days(10))
        return fixture
    }

    @Test func `a sound journal verifies, and its head is the hash of its last entry`() throws {
        let journal = try filled().journal
        let result = try journal.verify()
        #expect(result.fault == nil)
        #expect(result.entryCount == (try journal.entryCount()))
        let hashes = try journal.entries().map(\.hash)
        #expect(hashes.contains(result.head))
        #expect(result.heads.map(\.hash) == [result.head])
    }

    @Test func `a head printed earlier shows that the tail was cut`() throws {
        let fixture = try filled()
        let head = try fixture.journal.verify().head
        #expect(try fixture.journal.verify(expecting: head).fault == nil)
        try fixture.tamper("DELETE FROM statement WHERE seq = (SELECT max(seq) FROM entry)")
        try fixture.tamper("DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
        #expect(try fixture.journal.verify().fault == nil)
        #expect(try fixture.journal.verify(expecting: head).fault?.kind == .missingHash(head))
    }

    @Test func `a flipped byte in any column of any entry is found`() throws {
        let fixture = try filled()
        let journal = fixture.journal
        var random = Seeded(11)
        let count = try journal.entryCount()
        for column in ["station", "envelope", "body", "hash"] {
            for _ in 0..<25 {
                let seq = Int.random(in: 1...count, using: &random)
                let original = try fixture.bytes(column, seq: seq)
                var flipped = original
                let place = Int.random(in: 0..<flipped.count, using: &random)
                flipped[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
                try fixture.store(flipped, column, seq: seq)
                #expect(try journal.verify().fault != nil, "\(column) of \(seq), byte \(place)")
                try fixture.store(original, column, seq: seq)
            }
        }
        #expect(try journal.verify().fault == nil)
    }

    @Test func `a number changed in the derived rows is found and rebuilt from the record`() throws {
        let fixture = try filled()
        let columns = [
            "persons", "about_from", "about_to", "source", "person", "seat", "kind", "subject", "seq", "mode",
            "direction", "occupied", "open_beds", "series", "is_period", "confidence",
        ]
        for column in columns {
            let row = "WHERE seq = (SELECT max(seq) FROM statement WHERE \(column) IS NOT NULL)"
            try fixture.tamper("UPDATE statement SET \(column) = \(column) + 1 \(row)")
            #expect(try fixture.journal.verify().fault?.kind == .derived, "\(column)")
            _ = try fixture.journal.rebuildDerived()
            #expect(try fixture.journal.verify().fault == nil)
        }
    }

    @Test func `a false row among the corrections is found, and one that is missing`() throws {
        let fixture = try filled()
        try fixture.tamper(
            "INSERT INTO amendment (seq, target_station, target_number) VALUES (100000, 'st-test', 1)")
        #expect(try fixture.journal.verify().fault?.kind == .derived)
        _ = try fixture.journal.rebuildDerived()
        try fixture.tamper("DELETE FROM amendment WHERE seq = (SELECT min(seq) FROM amendment)")
        #expect(try fixture.journal.verify().fault?.kind == .derived)
    }

    @Test func `a damaged snapshot is found and passed over`() throws {
        let fixture = try filled()
        let journal = fixture.journal
        var draft = StoreFixture.report(1)
        let reports = (0..<Journal.snapshotInterval).map { index in
            draft.source = SourceID("source \(index % 7)")
            return draft
        }
        _ = try journal.append(reports, at: .at(0) + .days(11))
        let picture = try journal.picture().picture
        try fixture.tamper("UPDATE snapshot SET picture = zeroblob(length(picture))")
        #expect(try journal.verify().fault?.kind == .snapshot)
        #expect(try journal.picture().picture == picture)
        _ = try journal.rebuildDerived()
        #expect(try journal.verify().fault == nil)
    }

    @Test func `the first broken entry is named`() throws {
        let fixture = try filled()
        try fixture.store(Array("{}".utf8), "body", seq: 7)
        try fixture.store(Array("{}".utf8), "body", seq: 9)
        let fault = try fixture.journal.verify().fault
        #expect(fault?.kind == .hash)
        #expect(fault?.entry == EntryID(station: "st-test", number: 7))
    }

    @Test func `a changed header breaks the journal`() throws {
        let fixture = try filled()
        try fixture.tamper("UPDATE journal SET hash = zeroblob(32)")
        #expect(try fixture.journal.verify().fault?.kind == .header)
    }

    @Test func `a copy made while others append is whole and verifies`() throws {
        let fixture = try filled()
        let copy = fixture.scratch.file("copy.ahual")
        let result = try fixture.journal.backUp(to: copy)
        #expect(result.fault == nil)
        #expect(result.head == (try fixture.journal.verify().head))
        let other = try Journal.open(copy, station: "st-other")
        #expect(try other.picture().picture == fixture.journal.picture().picture)
    }

    @Test func `entries cannot be changed or deleted by mistake`() throws {
        let fixture = try filled()
        #expect(throws: DatabaseError.self) {
            try fixture.journal.pool.write { try $0.execute(sql: "DELETE FROM entry") }
        }
        #expect(throws: DatabaseError.self) {
            try fixture.journal.pool.write { try $0.execute(sql: "UPDATE entry SET body = ''") }
        }
    }
}

extension StoreFixture {
    /// Changes the file past the guards that keep the program from it.
    fileprivate func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
        try journal.pool.write { db in
            try db.execute(sql: "DROP TRIGGER IF EXISTS entry_is_never_changed")
            try db.execute(sql: "DROP TRIGGER IF EXISTS entry_is_never_deleted")
            try db.execute(sql: sql, arguments: arguments)
        }
    }

    fileprivate func bytes(_ column: String, seq: Int) throws -> [UInt8] {
        try journal.pool.read { db in
            try Data.fetchOne(db, sql: "SELECT CAST(\(column) AS BLOB) FROM entry WHERE seq = \(seq)").map(
                Array.init)
        } ?? []
    }

    fileprivate func store(_ bytes: [UInt8], _ column: String, seq: Int) throws {
        let value = column == "station" ? "CAST(? AS TEXT)" : "?"
        try tamper("UPDATE entry SET \(column) = \(value) WHERE seq = \(seq)", [Data(bytes)])
    }
}
