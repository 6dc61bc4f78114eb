import Foundation

/// Finds the folders of files the program is shipped with, wherever the program stands.
///
/// SwiftPM's generated `Bundle.module` has the build path written into the program and traps when that is
/// gone, so the program looks for itself: in `$AHUAL_DATA`, then in `share/ahual` of the place it is
/// installed in, then beside itself in the build folder.
public struct ResourceLocator: Sendable {
    private let executableFolder: URL
    private let override: URL?

    /// A locator for the program at the path `executable`.
    ///
    /// - Parameter environment: the process's environment; `AHUAL_DATA` names a folder laid out as
    /// `share/ahual`.
    public init(executable: String, environment: [String: String]) {
        executableFolder = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
            .deletingLastPathComponent()
        override = environment["AHUAL_DATA"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
    }

    /// A locator for the running program.
    public init(environment: [String: String]) {
        self.init(executable: "/proc/self/exe", environment: environment)
    }

    /// The folder of resources `name`, such as `reference`, which in a build folder is the resource bundle
    /// `bundle`, such as `ahual_Reference`.
    ///
    /// - Throws: ``ResourceFault`` with every place looked in.
    public func folder(named name: String, bundle: String) throws(ResourceFault) -> URL {
        let built = executableFolder.appendingPathComponent("\(bundle).resources/Resources")
        return try first(of: shippedPlaces(name) + [built], name: name)
    }

    /// The folder of scenarios, exercises and playbooks: `share/ahual/Scenarios` of an installed program, or
    /// the one beside the `Package.swift` the program was built from.
    ///
    /// - Throws: ``ResourceFault`` with every place looked in.
    public func scenarios() throws(ResourceFault) -> URL {
        var places = shippedPlaces("Scenarios")
        var folder = executableFolder
        while folder.path != "/" {
            if Self.exists(folder.appendingPathComponent("Package.swift")) {
                places.append(folder.appendingPathComponent("Scenarios"))
            }
            folder = folder.deletingLastPathComponent()
        }
        return try first(of: places, name: "Scenarios")
    }

    private func shippedPlaces(_ name: String) -> [URL] {
        let installed = executableFolder.deletingLastPathComponent().appendingPathComponent("share/ahual")
        return ([override, installed].compactMap { $0 }).map { $0.appendingPathComponent(name) }
    }

    private func first(of places: [URL], name: String) throws(ResourceFault) -> URL {
        guard let found = places.first(where: Self.exists) else {
            throw ResourceFault.notFound(name: name, lookedIn: places.map(\.path))
        }
        return found
    }

    private static func exists(_ place: URL) -> Bool {
        FileManager.default.fileExists(atPath: place.path)
    }
}
