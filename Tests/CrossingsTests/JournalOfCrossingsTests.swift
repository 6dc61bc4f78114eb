import Foundation
import Situation
import Store
import Support
import Testing

@testable import Crossings

struct JournalOfCrossingsTests {
    @Test func `the journal is told of each batch once, also by a process that follows a killed one`() throws
    {
        let fixture = try CrossingFixture()
        // Stored, and the process ends before the journal is told.
        _ = try fixture.file.take([CrossingFixture.crossing(1, .in, 10)], from: "border")
        #expect(try fixture.events() == [])
        try fixture.file.close()
        let next = try CrossingFixture.desk(fixture.journal)
        let again = try next.take(
            [CrossingFixture.crossing(1, .in, 10), CrossingFixture.crossing(2, .in, 40)], from: "border",
            at: CrossingFixture.now)
        #expect((again.stored, again.duplicates) == (1, 1))
        try next.tell(at: CrossingFixture.now)
        let counts = try fixture.events().map { if case .taken(let batch) = $0 { batch.count } else { -1 } }
        #expect(counts == [1, 1])
    }

    @Test func `a batch that the journal knows already is not told anew`() throws {
        let fixture = try CrossingFixture()
        _ = try fixture.file.take([CrossingFixture.crossing(1, .in, 10)], from: "border")
        let untold = try fixture.file.pool.read(Untold.all)
        try fixture.desk.tell(at: CrossingFixture.now)
        // As if the process had been killed after the journal had it and before it was forgotten here.
        try fixture.file.pool.write { db in for item in untold { try item.insert(db) } }
        try fixture.desk.tell(at: CrossingFixture.now)
        #expect(try fixture.events().count == 1)
        #expect(try fixture.file.pool.read(Untold.all).isEmpty)
    }

    @Test func `a window closed twice stands once, and anew when a late crossing changed it`() throws {
        let fixture = try CrossingFixture()
        let day = try CrossingFixture.days(0, 1)
        _ = try fixture.desk.take(
            [CrossingFixture.crossing(1, .in, 10)], from: "border", at: CrossingFixture.now)
        try fixture.desk.close(day, at: CrossingFixture.now)
        try fixture.desk.close(day, at: CrossingFixture.now)
        #expect(try CrossingDesk.closedWindows(in: fixture.journal)[day]?.closed.counts["KZ"]?.people == 1)
        #expect(try fixture.events().count == 2)
        _ = try fixture.desk.take(
            [CrossingFixture.crossing(2, .in, 11)], from: "border", at: CrossingFixture.now)
        try fixture.desk.close(day, at: CrossingFixture.now)
        #expect(try CrossingDesk.closedWindows(in: fixture.journal)[day]?.closed.counts["KZ"]?.people == 2)
        #expect(try fixture.events().count == 4)
    }

    @Test func `what the journal says of a batch holds neither pseudonym nor a hash of one`() throws {
        let fixture = try CrossingFixture()
        let crossing = CrossingFixture.crossing(1, .in, 10)
        _ = try fixture.desk.take([crossing], from: "border", at: CrossingFixture.now)
        guard case .taken(let first)? = try fixture.events().first else { return #expect(Bool(false)) }
        // The same crossing in another journal gives another digest: nobody can try a guess against it.
        let other = try CrossingFixture()
        _ = try other.desk.take([crossing], from: "border", at: CrossingFixture.now)
        guard case .taken(let second)? = try other.events().first else { return #expect(Bool(false)) }
        #expect(first.digest.count == 64)
        #expect(first.digest != second.digest)
    }

    @Test func `the files are their owner's alone`() throws {
        let fixture = try CrossingFixture()
        _ = try fixture.desk.take(
            [CrossingFixture.crossing(1, .in, 10)], from: "border", at: CrossingFixture.now)
        func mode(_ path: String) throws -> Int {
            try #require(
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            ).intValue
        }
        #expect(try mode(fixture.file.path) == 0o600)
        #expect(try mode(fixture.file.path + "-wal") == 0o600)
        #expect(try mode(fixture.file.path + "-keys") == 0o700)
        for key in try FileManager.default.contentsOfDirectory(atPath: fixture.file.path + "-keys") {
            #expect(try mode("\(fixture.file.path)-keys/\(key)") == 0o600)
        }
    }
}
