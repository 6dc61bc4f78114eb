import Foundation
import Support
import Testing

@testable import Language

/// The words the program ships with.
struct ShippedCatalogTests {
    private static func shipped() throws -> [Catalog] {
        let folder = CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path)
        return try Language.allCases.map { try folder.catalog($0) }
    }

    private static func placeholders(_ entry: Catalog.Entry) -> Set<String> {
        switch entry {
        case .plain(let template): template.placeholders
        case .plural(let forms): forms.values.reduce(into: []) { $0.formUnion($1.placeholders) }
        }
    }

    @Test func `all three languages have the same keys`() throws {
        let keys = try Self.shipped().map { Set($0.entries.keys) }
        let all = keys.reduce(into: Set()) { $0.formUnion($1) }
        for (language, known) in zip(Language.allCases, keys) {
            #expect(all.subtracting(known).sorted() == [], "missing in \(language)")
        }
    }

    @Test func `all three languages fill the same placeholders`() throws {
        let catalogs = try Self.shipped()
        for key in catalogs[0].entries.keys.sorted() {
            let sets = catalogs.compactMap { $0.entries[key].map(Self.placeholders) }
            #expect(Set(sets).count == 1, "\(key)")
        }
    }

    @Test func `plural entries have every form their language uses`() throws {
        for catalog in try Self.shipped() {
            let needed: Set<PluralForm> =
                catalog.language == .ru ? [.one, .few, .many, .other] : [.one, .other]
            for (key, entry) in catalog.entries {
                guard case .plural(let forms) = entry else { continue }
                #expect(needed.isSubset(of: forms.keys), "\(key) in \(catalog.language)")
            }
        }
    }

    @Test func `no text is empty`() throws {
        for catalog in try Self.shipped() {
            for key in catalog.entries.keys {
                let isBlank = catalog.say(key).allSatisfy { $0.isWhitespace }
                #expect(!isBlank, "\(key) in \(catalog.language)")
            }
        }
    }

    /// Keys are written in the sources as plain texts; what looks like one must be one.
    @Test func `every key in the sources is in the catalogs`() throws {
        let catalog = try #require(try Self.shipped().first)
        let rooms = Set(catalog.entries.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
        let pattern = try Regex(#""((?:[a-z0-9]+)(?:\.[a-z0-9-]+)+)""#, as: (Substring, Substring).self)
        var checked = 0
        for file in try Self.swiftFiles() {
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: pattern) {
                let key = String(match.output.1)
                guard let room = key.split(separator: ".").first, rooms.contains(String(room)) else {
                    continue
                }
                checked += 1
                #expect(catalog.entries[key] != nil, "\(key) in \(file.lastPathComponent)")
            }
        }
        #expect(checked > 100)
    }

    private static func swiftFiles() throws -> [URL] {
        let sources = SourceTree.folder("Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }
}
