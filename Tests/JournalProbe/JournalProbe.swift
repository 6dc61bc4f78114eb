import Foundation
import Situation
import Store

/// Appends notes to a journal until it is killed, and prints each number only after its append returned: the
/// other end of a pipe then knows what must be there.
///
/// `journal-probe FILE COUNT [BATCH]`
@main
struct JournalProbe {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let count = Int(arguments[2]) else {
            FileHandle.standardError.write(Data("usage: journal-probe FILE COUNT [BATCH]\n".utf8))
            exit(2)
        }
        let batch = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
        let folder = StationFolder(path: (arguments[1] as NSString).deletingLastPathComponent)
        let station = try folder.station { UInt64.random(in: 0...UInt64.max) }
        let journal = try Journal.openOrCreate(
            arguments[1], station: station,
            header: JournalHeader(id: "probe", nature: .live, created: Instant(seconds: 0)))
        say("ready")
        for _ in 0..<count {
            let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            let drafts = (0..<batch).map { _ in
                Draft(
                    .note(Note(text: "process \(getpid())")), about: .moment(now), author: .system("probe"),
                    source: "probe")
            }
            for id in try journal.append(drafts, at: now).stored { say(String(id.number)) }
        }
    }

    /// Writes at once: what is buffered when the process is killed was never said.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
