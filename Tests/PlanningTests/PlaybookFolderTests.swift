import Foundation
import Planning
import StrictYAML
import Testing

@Suite struct PlaybookFolderTests {
    @Test func `a bad file among good ones stops none of them`() throws {
        try withFolder([
            "a.yaml": PlanningFixtures.small.replacing("id: small", with: "id: a"),
            "b.yaml": PlanningFixtures.small.replacing("due: T+4h", with: "due: 1:30"),
            "c.yaml": "kind: [",
            "d.yaml": PlanningFixtures.small.replacing("id: small", with: "id: d"),
            "notes.txt": "not a playbook",
        ]) { folder in
            let loaded = PlaybookFolder.load(folder)
            #expect(loaded.playbooks.map(\.id) == ["a", "d"])
            #expect(loaded.faults.map(\.file) == ["b.yaml", "c.yaml"])
        }
    }

    @Test func `a second playbook of the same id is a fault that names the first`() throws {
        try withFolder(["a.yaml": PlanningFixtures.small, "b.yaml": PlanningFixtures.small]) { folder in
            let loaded = PlaybookFolder.load(folder)
            #expect(loaded.playbooks.map(\.source.file) == ["a.yaml"])
            let fault = try #require(loaded.faults.first)
            #expect(fault.file == "b.yaml")
            #expect(fault.line == PlanningFixtures.line(of: "id: small", in: PlanningFixtures.small))
            #expect(fault.description.contains("a.yaml"))
        }
    }

    @Test func `bytes that are no text, and a folder that is not there, are faults`() throws {
        try withFolder([:]) { folder in
            try Data([0x6B, 0xFF, 0xFE]).write(to: folder.appending(path: "x.yaml"))
            #expect(PlaybookFolder.load(folder).faults.map(\.file) == ["x.yaml"])
            let absent = PlaybookFolder.load(folder.appending(path: "absent"))
            #expect(absent.playbooks.isEmpty)
            #expect(absent.faults.map(\.file) == ["absent"])
        }
    }

    /// Runs `body` on a new folder with `files`, and takes the folder away again.
    private func withFolder(_ files: [String: String], _ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "playbooks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        try body(folder)
    }
}
