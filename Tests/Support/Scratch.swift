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

/// The executables that were built beside the tests.
public enum BuiltProgram {
    /// The path of the executable `name` in the build folder of the running tests.
    public static func path(_ name: String) -> String {
        let bundle = (CommandLine.arguments.first.map { URL(fileURLWithPath: $0) } ?? URL(fileURLWithPath: "/"))
        var folder = bundle.deletingLastPathComponent()
        // The test runner may be the toolchain's own; the built bundle is then named among the arguments.
        if let tests = CommandLine.arguments.first(where: { $0.hasSuffix(".xctest") }) {
            folder = URL(fileURLWithPath: tests).deletingLastPathComponent()
        }
        return folder.appendingPathComponent(name).path
    }
}
