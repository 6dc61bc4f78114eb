import Foundation
import StrictYAML

/// The catalogs on the disk: one folder a language, one file a room of the program.
public struct CatalogFolder: Sendable {
    /// The folder that holds `kk`, `ru` and `en`.
    public let path: String

    public init(path: String) { self.path = path }

    /// Reads all files of one language.
    ///
    /// - Throws: ``YAMLFault`` with file, line and key; a file that cannot be read is a fault too.
    public func catalog(_ language: Language) throws(YAMLFault) -> Catalog {
        let folder = "\(path)/\(language.rawValue)"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".yaml") }.sorted()
        guard !names.isEmpty else {
            throw YAMLFault(file: folder, line: nil, path: "", problem: .missingKey("*.yaml"))
        }
        var catalog = Catalog(language: language, entries: [:])
        for name in names {
            let file = "\(folder)/\(name)"
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw YAMLFault(file: file, line: nil, path: "", problem: .syntax("not UTF-8 text"))
            }
            catalog.merge(try Catalog(language: language, yaml: text, file: file))
        }
        return catalog
    }
}
