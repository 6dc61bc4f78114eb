import Foundation

/// A folder of its own for one test, gone when the test is over.
public final class Scratch {
    public let path: String

    public init() throws {
        path = NSTemporaryDirectory() + "ahual-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in the folder.
    public func file(_ name: String) -> String { path + "/" + name }
}
