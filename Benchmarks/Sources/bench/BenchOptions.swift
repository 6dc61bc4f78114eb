/// What was asked for on the command line.
struct BenchOptions {
    var isQuick = false
    var wantsHelp = false
    /// Only make the large journal, and print its path.
    var journalOnly = false
    /// Where the figures go as JSON.
    var json: String?
    /// Where files are made: on a disk, since what is measured is durability.
    var folder = ".build-bench/work"
    /// The benches to run; all when empty.
    var only: Set<String> = []
    /// Entries in the large journal.
    var entries = 1_000_000
    /// How often each measurement is repeated; the median counts.
    var runs = 5

    struct WrongUse: Error {
        let text: String
    }

    static let usage = """
        usage: bench [--quick] [--only NAME]... [--folder FOLDER] [--json FILE] [--journal]
          --quick    a small run: tens of seconds, figures less sure
          --only     append-1, append-1000, import, picture, search, crossings, watch, national, flee
                     or queue
          --folder   where files are made (.build-bench/work); never a memory file system
          --json     writes the figures there too
          --journal  only makes the large journal and prints its path
        AHUAL_BENCH_ENTRIES says how many entries the large journal has (1000000; with --quick 100000).
        """

    init(arguments: [String], environment: [String: String]) throws {
        var rest = arguments[...]
        func value(of option: String) throws -> String {
            guard let value = rest.popFirst() else { throw WrongUse(text: "\(option) needs a value") }
            return value
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--quick": isQuick = true
            case "--journal": journalOnly = true
            case "--help", "-h": wantsHelp = true
            case "--json": json = try value(of: argument)
            case "--folder": folder = try value(of: argument)
            case "--only": only.insert(try value(of: argument))
            default: throw WrongUse(text: "unknown option \(argument)")
            }
        }
        if isQuick { (entries, runs) = (100_000, 3) }
        if let text = environment["AHUAL_BENCH_ENTRIES"] {
            guard let count = Int(text), count > 0 else {
                throw WrongUse(text: "AHUAL_BENCH_ENTRIES is no number of entries: \(text)")
            }
            entries = count
        }
    }
}
