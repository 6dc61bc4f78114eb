import Foundation

/// The files of one exercise, side by side in one folder.
public struct ExerciseFiles: Hashable, Sendable {
    /// The journal, which every station reads and writes.
    public let journal: String

    /// The files beside a journal.
    public init(journal: String) { self.journal = journal }

    /// The director's own: the list of events, what was ordered, the truth. Mode 0600.
    public var record: String { base + ".director" }
    /// What time it is in the exercise, for the stations.
    public var clock: String { base + ".clock" }
    /// Locked by whoever holds the engine.
    public var engine: String { base + ".engine" }

    /// The files of the next branch of which there are none yet.
    public var nextBranch: ExerciseFiles {
        let root = Self.withoutBranch(base)
        var number = 2
        while FileManager.default.fileExists(atPath: "\(root)~\(number).ahual") { number += 1 }
        return ExerciseFiles(journal: "\(root)~\(number).ahual")
    }

    /// The file's name without its folder.
    public var name: String { (journal as NSString).lastPathComponent }

    /// Another journal of the same folder.
    public func beside(_ name: String) -> ExerciseFiles {
        ExerciseFiles(
            journal: ((journal as NSString).deletingLastPathComponent as NSString).appendingPathComponent(
                name))
    }

    private var base: String { journal.hasSuffix(".ahual") ? String(journal.dropLast(6)) : journal }

    private static func withoutBranch(_ base: String) -> String {
        guard let mark = base.lastIndex(of: "~"), Int(base[base.index(after: mark)...]) != nil else {
            return base
        }
        return String(base[..<mark])
    }
}
