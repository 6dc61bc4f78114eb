import Drill
import Foundation

/// Best plays that were found before, one file each in a folder: searching costs minutes, and the same exercise under
/// the same luck has the same answer. The folder can be deleted at any time.
public struct BestPlayCache: Sendable {
    private let folder: URL

    /// - Parameter folder: made when something is kept.
    public init(folder: URL) { self.folder = folder }

    /// What was kept for exactly this; `nil` when nothing was, or what is there is damaged or of another program.
    public func play(for key: BestPlay.Key) -> BestPlay? {
        guard let data = try? Data(contentsOf: file(key)),
            let play = try? JSONDecoder().decode(BestPlay.self, from: data)
        else { return nil }
        // The name is a digest; the key says what it is really of.
        return play.key == key ? play : nil
    }

    /// Keeps a play. A search that was broken off never takes the place of one that was not.
    ///
    /// - Throws: an error of the file system.
    public func keep(_ play: BestPlay) throws {
        if !play.isComplete, self.play(for: play.key)?.isComplete == true { return }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try encoder.encode(play).write(to: file(play.key), options: .atomic)
    }

    private func file(_ key: BestPlay.Key) -> URL { folder.appendingPathComponent("best-\(key.name).json") }
}
