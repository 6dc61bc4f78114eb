import Foundation

/// The checkout the tests were built from.
public enum SourceTree {
    /// A folder of the checkout.
    public static func folder(_ path: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(path)
    }
}
