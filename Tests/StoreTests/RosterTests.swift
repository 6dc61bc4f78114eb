import Foundation
import Situation
import Support
import Testing

@testable import Store

struct RosterTests {
    private func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// RFC 7914, section 12: the vectors for N = 1024 and N = 16384.
    @Test func `PINs are hashed as the standard's vectors say`() throws {
        let first = try PINHash.derive(
            Array("password".utf8), salt: Array("NaCl".utf8), rounds: 1024, blockSize: 8, parallelism: 16,
            count: 64)
        #expect(
            first
                == bytes(
                    "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"))
        let second = try PINHash.derive(
            Array("pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), rounds: 16_384, blockSize: 8,
            parallelism: 1, count: 64)
        #expect(
            second
                == bytes(
                    "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                        + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"))
    }

    private func roster() throws -> (Scratch, Roster) {
        let scratch = try Scratch()
        return (scratch, Roster(of: StationFolder(path: scratch.file("state"))))
    }

    @Test func `the file is its owner's alone, and one that others can read is refused`() throws {
        let (scratch, roster) = try roster()
        #expect(try roster.people().isEmpty)
        try roster.add("Әлия", roles: [.shiftLead, .dutyOfficer], account: "aliya")
        var status = stat()
        #expect(stat(roster.path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let text = try String(contentsOfFile: roster.path, encoding: .utf8)
        #expect(try roster.setPIN("4711", of: "Әлия"))
        #expect(try !String(contentsOfFile: roster.path, encoding: .utf8).contains("4711"))
        #expect(!text.contains("salt"))
        #expect(try roster.person(account: "aliya")?.roles == [.dutyOfficer, .shiftLead])
        #expect(chmod(roster.path, 0o644) == 0)
        #expect(throws: StoreError.self) { try roster.people() }
        _ = scratch
    }

    @Test func `five wrong PINs lock for a quarter of an hour, a right one forgets them`() throws {
        let (scratch, roster) = try roster()
        try roster.add("Dina", roles: [.dutyOfficer])
        #expect(try roster.check("Dina", pin: "4711", at: .at(1)) == .unknown)
        #expect(try !roster.setPIN("4711", of: "Nobody"))
        #expect(try roster.setPIN("4711", of: "Dina"))
        #expect(try roster.check("Dina", pin: "0000", at: .at(1)) == .wrong(triesLeft: 4))
        let person = try #require(try roster.person("Dina"))
        #expect(try roster.check("Dina", pin: "4711", at: .at(1)) == .right(person))
        for left in [4, 3, 2, 1] {
            #expect(try roster.check("Dina", pin: "x", at: .at(1)) == .wrong(triesLeft: left))
        }
        #expect(try roster.check("Dina", pin: "x", at: .at(1)) == .locked(until: .at(1, 15)))
        // Not even the right one, and another process knows it too.
        let other = Roster(of: StationFolder(path: scratch.file("state")))
        #expect(try other.check("Dina", pin: "4711", at: .at(1, 14)) == .locked(until: .at(1, 15)))
        #expect(try other.check("Dina", pin: "x", at: .at(1, 15)) == .locked(until: .at(1, 30)))
        #expect(try other.check("Dina", pin: "4711", at: .at(1, 30)) == .right(person))
        #expect(try roster.remove("Dina"))
        #expect(try !roster.remove("Dina"))
    }
}
