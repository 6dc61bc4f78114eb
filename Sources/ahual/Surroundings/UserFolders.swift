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
    /// Scenarios of the user's own.
    var scenarios: String { data + "/scenarios" }
    var exercises: String { state + "/exercises" }
    /// The best plays found of exercises; a cache that can be deleted at any time.
    var bestPlays: String { state + "/best" }
    /// What is being typed into one journal: a line meant for an exercise is never offered to the live watch.
    func draft(for journal: String) -> String {
        "\(state)/draft-\(journal.filter { $0.isLetter || $0.isNumber || $0 == "-" })"
    }

    /// Likewise a form that is being filled in.
    func form(for journal: String) -> String {
        "\(state)/form-\(journal.filter { $0.isLetter || $0.isNumber || $0 == "-" })"
    }

    private func folder(_ variable: String, fallback: String) -> String {
        // The rules: a path that is not absolute is to be ignored.
        if let path = environment[variable], path.hasPrefix("/") { return path + "/ahual" }
        let home = environment["HOME"] ?? NSHomeDirectory()
        return "\(home)/\(fallback)/ahual"
    }
}
