import Foundation
import StrictYAML
import Testing

@testable import Reference

@Suite("Strict loading")
struct StrictnessTests {
    /// What loading says when `old` is replaced by `new` in a copy of the shipped `file`.
    private func fault(in file: String, replacing old: String, by new: String) throws -> YAMLFault? {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("ahual-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: try Shipped.folder(), to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        let place = copy.appendingPathComponent(file)
        let text = try String(contentsOf: place, encoding: .utf8)
        let range = try #require(text.range(of: old), "the shipped file no longer holds '\(old)'")
        try text.replacingCharacters(in: range, with: new).write(to: place, atomically: true, encoding: .utf8)
        let loader = ReferenceLoader(folder: copy)
        do {
            _ = try loader.core()
            _ = try loader.policy()
            return nil
        } catch let fault as YAMLFault {
            return fault
        }
    }

    /// The line of the first `text` in a shipped file.
    private func line(of text: String, in file: String) throws -> Int {
        let content = try String(
            contentsOf: try Shipped.folder().appendingPathComponent(file), encoding: .utf8)
        let index = content.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
            $0.contains(text)
        }
        return try #require(index) + 1
    }

    @Test func `an unknown key names file, line and key`() throws {
        let fault = try #require(
            try fault(
                in: "checkpoints.yaml", replacing: "    counterpart: 'Маштаково'",
                by: "    counterpost: 'Маштаково'"))
        #expect(fault.file == "checkpoints.yaml")
        #expect(fault.line == (try line(of: "counterpart: 'Маштаково'", in: "checkpoints.yaml")))
        #expect(fault.path == "checkpoints[2].counterpost")
        #expect(fault.problem == .unknownKey("counterpost"))
    }

    @Test func `a wrong type names file, line and key`() throws {
        let fault = try #require(
            try fault(in: "indicators.yaml", replacing: "part6: {2025: 0.9", by: "part6: {2025: many"))
        #expect(fault.file == "indicators.yaml")
        #expect(fault.line == (try line(of: "part6: {2025: 0.9", in: "indicators.yaml")))
        #expect(fault.path == "indicators[0].part6.2025")
        #expect(fault.problem == .expected("a number", found: "'many'"))
    }

    @Test func `a missing key names file, line and key`() throws {
        let fault = try #require(try fault(in: "regions.yaml", replacing: "    macro_region: east\n", by: ""))
        #expect(fault.file == "regions.yaml")
        #expect(fault.line == (try line(of: "- iso: KZ-10", in: "regions.yaml")))
        #expect(fault.path == "regions[0]")
        #expect(fault.problem == .missingKey("macro_region"))
    }

    @Test(arguments: [
        ("checkpoints.yaml", "region: KZ-23, section: ru-west", "region: KZ-99, section: ru-west"),
        ("checkpoints.yaml", "section: ru-west", "section: ru-south"),
        ("checkpoints.yaml", "id: taskala", "id: kurmangazy"),
        ("shelters.yaml", "region: KZ-10", "region: KZ-00"),
        ("measures.yaml", "agency: MIA", "agency: MIAU"),
        ("measures.yaml", "due: \"2026-06-30\"", "due: \"2026-06-31\""),
        ("calendar.yaml", "to: MLSP", "to: NOBODY"),
    ])
    func `a name that leads nowhere is a fault with its line`(file: String, old: String, new: String) throws {
        let fault = try #require(try fault(in: file, replacing: old, by: new))
        #expect(fault.file == file)
        #expect(fault.line != nil)
    }

    @Test func `a source for a value that is not there is a fault`() throws {
        let fault = try #require(
            try fault(
                in: "shelters.yaml", replacing: "        open_beds: 'camp", by: "        open_bed: 'camp"))
        #expect(fault.problem == .unknownKey("open_bed"))
    }

    @Test func `a planned centre cannot be given beds`() throws {
        let fault = try #require(
            try fault(
                in: "shelters.yaml", replacing: "    measure: 22\n", by: "    measure: 22\n    capacity: {}\n"
            ))
        #expect(fault.problem == .unknownKey("capacity"))
    }

    @Test func `a file of another kind is refused`() throws {
        let fault = try #require(try fault(in: "facts.yaml", replacing: "kind: facts", by: "kind: fictions"))
        #expect(fault.problem == .wrongKind(expected: "facts", found: "fictions"))
        #expect(fault.line == 1)
    }
}
