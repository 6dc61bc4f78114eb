import Foundation
import Situation

/// The state folder of one console or headquarters machine, which owns one station name.
///
/// All processes that use the folder share the station's chain. A copied journal opened from another state
/// folder gets another station, so two copies can never both write entry number 5 of one chain.
public struct StationFolder: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    private var file: String { path + "/station" }

    /// The folder's station, made on first use from `random`.
    ///
    /// - Parameter random: 64 random bits, used only when the folder has no station yet.
    /// - Throws: ``StoreError/refused(path:reason:)`` when the folder cannot be used.
    public func station(random: () -> UInt64) throws(StoreError) -> StationID {
        if let known = read() { return known }
        let made = "st-" + String(random(), radix: 36)
        return try Journal.translating(path) {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            let draft = file + ".\(getpid())"
            try made.write(toFile: draft, atomically: false, encoding: .utf8)
            defer { unlink(draft) }
            // A link fails when the name is taken, so of two first processes one wins and both read it.
            if link(draft, file) != 0, errno != EEXIST {
                throw StoreError.refused(path: file, reason: String(cString: strerror(errno)))
            }
            guard let station = read() else {
                throw StoreError.refused(path: file, reason: "the station's name cannot be read")
            }
            return station
        }
    }

    private func read() -> StationID? {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return name.isEmpty ? nil : StationID(name)
    }
}
