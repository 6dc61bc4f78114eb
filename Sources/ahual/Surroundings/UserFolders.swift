import Foundation

/// The user's folders after the XDG base directory rules.
struct UserFolders {
    private let environment: [String: String]

    init(environment: [String: String]) { self.environment = environment }

    /// Where the live journal is kept.
    var data: String { folder("XDG_DATA_HOME", fallback: ".local/share") }
    /// The station's name, exercises, and what is being typed.
    var state: String { folder("XDG_STATE_HOME", fallback: ".local/state") }

    var journal: String { data + "/journal.ahual" }
    var exercises: String { state + "/exercises" }
    var draft: String { state + "/draft" }

    private func folder(_ variable: String, fallback: String) -> String {
        // The rules: a path that is not absolute is to be ignored.
        if let path = environment[variable], path.hasPrefix("/") { return path + "/ahual" }
        let home = environment["HOME"] ?? NSHomeDirectory()
        return "\(home)/\(fallback)/ahual"
    }
}
