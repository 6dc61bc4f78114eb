/// Why the program's own files could not be had.
public enum ResourceFault: Error, Hashable, Sendable {
    /// The folder `name` is in none of the places where it may be.
    case notFound(name: String, lookedIn: [String])
    /// A file is there and cannot be read; the system's words.
    case unreadable(file: String, reason: String)
}

extension ResourceFault: CustomStringConvertible {
    /// What is missing and where it was looked for, in English, for a log.
    public var description: String {
        switch self {
        case .notFound(let name, let places):
            "the folder '\(name)' was found in none of: " + places.joined(separator: ", ")
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        }
    }
}
