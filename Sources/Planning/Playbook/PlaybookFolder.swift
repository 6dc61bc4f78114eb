import Foundation
import StrictYAML

/// The playbooks of a folder: the good ones, and what is wrong with the others. One bad file never stops
/// the rest.
public struct PlaybookFolder: Sendable {
    /// In the order of their file names.
    public let playbooks: [Playbook]
    /// One for each file that is no playbook.
    public let faults: [YAMLFault]

    /// Reads every `.yaml` file of `directory`. A folder that is not there is one fault and no playbook.
    public static func load(_ directory: URL) -> PlaybookFolder {
        let files: [URL]
        do {
            files = try FileManager.default
                .contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "yaml" }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
        } catch {
            return PlaybookFolder(playbooks: [], faults: [.unreadable(directory)])
        }
        var playbooks: [Playbook] = []
        var faults: [YAMLFault] = []
        for file in files {
            do throws(YAMLFault) {
                let playbook = try read(file)
                if let twin = playbooks.first(where: { $0.id == playbook.id }) {
                    throw .idTaken(playbook, by: twin)
                }
                playbooks.append(playbook)
            } catch {
                faults.append(error)
            }
        }
        return PlaybookFolder(playbooks: playbooks, faults: faults)
    }

    private static func read(_ file: URL) throws(YAMLFault) -> Playbook {
        try PlaybookReader.read(text: try PlanFile.text(of: file), file: file.lastPathComponent)
    }
}

/// Gets the text of a plan file.
public enum PlanFile {
    /// The largest a plan file may be, in bytes: a planner writes tens of thousands.
    public static let largest = 4_000_000

    /// - Parameter name: the name that a fault gives; `nil` for the file's last path component.
    /// - Throws: `YAMLFault` when the file is not there, may not be read, is no UTF-8 or too large.
    public static func text(of file: URL, named name: String? = nil) throws(YAMLFault) -> String {
        guard let handle = try? FileHandle(forReadingFrom: file),
            // At the end of an empty file there is nothing to read, which is no failure.
            let data = try? handle.read(upToCount: largest + 1) ?? Data(), data.count <= largest,
            let text = String(data: data, encoding: .utf8)
        else { throw .unreadable(file, named: name) }
        return text
    }

    /// What kind of plan a text says it is; `nil` when it says none.
    ///
    /// - Throws: `YAMLFault` for a text that is no YAML.
    public static func kind(of text: String, named name: String) throws(YAMLFault) -> String? {
        let value = try YAMLValue(parsing: text, file: name)
        return try? value.pairs().first { $0.key == "kind" }?.value.text()
    }
}

extension YAMLFault {
    /// A file or folder that is not there, may not be read, or is no UTF-8.
    fileprivate static func unreadable(_ url: URL, named name: String? = nil) -> YAMLFault {
        YAMLFault(
            file: name ?? url.lastPathComponent, line: nil, path: "",
            problem: .expected("readable UTF-8 text", found: "none"))
    }

    /// A second playbook of the same id: which one an officer starts would be chance.
    fileprivate static func idTaken(_ playbook: Playbook, by twin: Playbook) -> YAMLFault {
        YAMLFault(
            file: playbook.source.file, line: playbook.source.line(of: "id"), path: "id",
            problem: .expected(
                "an id no other playbook has", found: "'\(playbook.id)' of \(twin.source.file)"))
    }
}
