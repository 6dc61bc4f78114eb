import Foundation
import Situation
import Store
import Support
import Testing

/// An exercise in real terminals: its director and two stations.
@Suite(.serialized)
struct DrillTerminalTests {
    private static let patience = 60.0

    private func terminal(_ program: Program, as person: String, _ arguments: String) throws -> TerminalTmux {
        let terminal = try TerminalTmux(
            columns: 120, rows: 40,
            environment: program.environment.merging(["AHUAL_PERSON": person]) { $1 })
        try terminal.run("\(program.path) drill \(arguments)")
        return terminal
    }

    /// An exercise file and its scenario where the program finds them.
    private func write(in program: Program) throws -> (exercise: String, journal: String) {
        let folder = "\(program.scratch.path)/exercise"
        let scenarios = "\(program.environment["XDG_DATA_HOME"] ?? program.scratch.path)/ahual/scenarios"
        for path in [folder, scenarios] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        try SmallExercise.scenario.write(
            toFile: "\(scenarios)/three-posts.yaml", atomically: true, encoding: .utf8)
        try SmallExercise.exercise.write(toFile: "\(folder)/small.yaml", atomically: true, encoding: .utf8)
        return ("\(folder)/small.yaml", "\(folder)/small.ahual")
    }

    @Test(.timeLimit(.minutes(8)))
    func `an exercise with a director and two stations, from STARTEX over a branch to its replay`() throws {
        let program = try Program()
        let files = try write(in: program)
        let director = try terminal(program, as: "director", "\(files.exercise) --journal \(files.journal)")
        try director.wait(for: "Russia, west", seconds: Self.patience)
        try director.press("X")
        try director.wait(for: "NOT STARTED", seconds: Self.patience)
        let first = try terminal(program, as: "amanova", "--join \(files.journal) --station hq")
        let second = try terminal(program, as: "serik", "--join \(files.journal) --station west")
        try first.wait(for: "Russia, west", seconds: Self.patience)
        try second.wait(for: "Russia, west", seconds: Self.patience)

        // STARTEX; an inject by time reaches the station it is for.
        try director.press("e")
        try director.wait(for: "RUNNING", seconds: Self.patience)
        try first.wait(for: "new inject No. 1", seconds: Self.patience)
        // One by state, for all; one by hand.
        try second.wait(for: "new inject No. 2", seconds: Self.patience)
        try director.press("e")
        try director.wait(for: "PAUSED", seconds: Self.patience)
        try director.press("G", "s")
        try first.wait(for: "new inject No. 4", seconds: Self.patience)

        // A trainee signs on and orders lanes.
        try first.press("w")
        try first.wait(for: "Nobody has signed on", seconds: Self.patience)
        try first.press("i")
        try first.wait(for: "Sign on")
        try first.press("Enter")
        try first.wait(for: "amanova, duty officer", seconds: Self.patience)
        try first.press("2", "/")
        try first.type("Syrym")
        try first.press("Enter")
        try first.wait(for: "1 match", seconds: Self.patience)
        try first.press("o")
        try first.wait(for: "Order: Syrym", seconds: Self.patience)
        try first.press("Enter")
        try first.wait(for: "Open lanes: Syrym", seconds: Self.patience)
        try first.press("Down", "BSpace")
        try first.type("5")
        try first.press("Down")
        try first.type("crowd")
        try first.press("Enter")
        try first.wait(for: "done, it is in the journal", seconds: Self.patience)

        // The director's console is lost, with the engine in it; a station takes it over, and the director comes back.
        if let child = try director.child() { kill(child, SIGKILL) }
        let again = try terminal(program, as: "director", "--join \(files.journal)")
        try again.wait(for: "Russia, west", seconds: Self.patience)
        try again.press("X")
        try again.wait(for: "PAUSED", seconds: Self.patience)

        // Back to an earlier time, in another file that everybody follows.
        try again.press("U")
        try again.wait(for: "Go on from an earlier time", seconds: Self.patience)
        try again.type("20:08")
        try again.press("Enter")
        try again.wait(for: "Both are kept", seconds: Self.patience)
        try again.press("y")
        let branch = files.journal.replacingOccurrences(of: ".ahual", with: "~2.ahual")
        try again.wait(for: "stood still since 20:08", seconds: Self.patience)
        try first.wait(for: "stood still since 20:08", seconds: Self.patience)

        // On to the end.
        try again.press("X")
        try again.wait(for: "PAUSED", seconds: Self.patience)
        try again.press("e")
        try again.wait(for: "RUNNING", seconds: Self.patience)
        try again.press("Z")
        try again.wait(for: "ENDEX", seconds: Self.patience)
        try again.press("y")
        try again.wait(for: "OVER", seconds: Self.patience)
        try first.wait(for: "The exercise ended", seconds: Self.patience)
        try second.wait(for: "The exercise ended", seconds: Self.patience)

        let replay = try program.run("drill", "--replay", branch)
        #expect(replay.code == 0)
        #expect(replay.output.contains("came out the same"))
        let review = try program.run("review", branch)
        #expect(review.code == 0)
        #expect(review.output.contains("EXERCISE"))
        // The file the branch came from is whole, and its replay too.
        #expect(try program.run("drill", "--replay", files.journal).code == 0)
    }
}
