import Foundation
import Testing

@testable import Reference

@Suite("Finding resources")
struct ResourceLocatorTests {
    /// An empty folder that is gone after `body`.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("ahual-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func make(_ folder: URL, _ path: String) throws {
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent(path), withIntermediateDirectories: true)
    }

    @Test func `an installed program finds what lies in share`() throws {
        try withFolder { root in
            try make(root, "bin")
            try make(root, "share/ahual/reference")
            try make(root, "share/ahual/Scenarios")
            let locator = ResourceLocator(executable: root.path + "/bin/ahual", environment: [:])
            let found = try locator.folder(named: "reference", bundle: "ahual_Reference")
            #expect(found.path == root.path + "/share/ahual/reference")
            #expect(try locator.scenarios().path == root.path + "/share/ahual/Scenarios")
        }
    }

    @Test func `a built program finds its bundle and the scenarios of its package`() throws {
        try withFolder { root in
            try make(root, ".build/debug/ahual_Language.resources/Resources")
            try make(root, "Scenarios")
            try Data().write(to: root.appendingPathComponent("Package.swift"))
            let locator = ResourceLocator(executable: root.path + "/.build/debug/ahual", environment: [:])
            let found = try locator.folder(named: "language", bundle: "ahual_Language")
            #expect(found.path == root.path + "/.build/debug/ahual_Language.resources/Resources")
            #expect(try locator.scenarios().path == root.path + "/Scenarios")
        }
    }

    @Test func `AHUAL_DATA goes before everything else`() throws {
        try withFolder { root in
            try make(root, "share/ahual/reference")
            try make(root, "own/reference")
            let locator = ResourceLocator(
                executable: root.path + "/bin/ahual", environment: ["AHUAL_DATA": root.path + "/own"])
            let found = try locator.folder(named: "reference", bundle: "ahual_Reference")
            #expect(found.path == root.path + "/own/reference")
        }
    }

    @Test func `a program reached through a link looks where it really stands`() throws {
        try withFolder { root in
            try make(root, "opt/bin")
            try make(root, "opt/share/ahual/reference")
            try Data().write(to: root.appendingPathComponent("opt/bin/ahual"))
            try FileManager.default.createSymbolicLink(
                at: root.appendingPathComponent("ahual"),
                withDestinationURL: root.appendingPathComponent("opt/bin/ahual"))
            let locator = ResourceLocator(executable: root.path + "/ahual", environment: [:])
            let found = try locator.folder(named: "reference", bundle: "ahual_Reference")
            #expect(found.path == root.path + "/opt/share/ahual/reference")
        }
    }

    @Test func `when nothing is found the fault lists where it looked`() throws {
        try withFolder { root in
            let locator = ResourceLocator(
                executable: root.path + "/bin/ahual", environment: ["AHUAL_DATA": "/nowhere"])
            #expect(
                throws: ResourceFault.notFound(
                    name: "reference",
                    lookedIn: [
                        "/nowhere/reference", root.path + "/share/ahual/reference",
                        root.path + "/bin/ahual_Reference.resources/Resources",
                    ])
            ) { try locator.folder(named: "reference", bundle: "ahual_Reference") }
        }
    }

    @Test func `a file that is missing is named`() throws {
        try withFolder { root in
            #expect {
                try ReferenceLoader(folder: root).core()
            } throws: { error in
                guard case .unreadable(let file, _)? = error as? ResourceFault else { return false }
                return file == root.path + "/regions.yaml"
            }
        }
    }

    @Test func `loading takes so long`() throws {
        let loader = ReferenceLoader(folder: try Shipped.folder())
        let core = try ContinuousClock().measure { _ = try loader.core() }
        let policy = try ContinuousClock().measure { _ = try loader.policy() }
        print("reference core \(core), policy tables \(policy)")
        // A build without optimisation is some ten times slower than the program itself.
        #expect(core < .seconds(2))
    }
}
