import Foundation
import Support
import Testing

/// `ahual simulate SCENARIO` as a planner meets it.
@Suite(.serialized)
struct `Playing a scenario many times` {
    private func written(_ text: String, _ program: Program, _ name: String = "small.yaml") throws -> String {
        let file = program.scratch.file(name)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test func `the demonstration is told as text, marked as simulated`() throws {
        let result = try Program().run(
            "simulate", "demonstration", "--hours", "3", "--replications", "3")
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.output.contains("Demonstration") && result.output.contains("KEY FIGURES"))
        #expect(result.output.contains("Rests on 3 runs, seed 20260921"))
        #expect(result.output.contains("Played by a simulator, observed nowhere."))
        #expect(!result.output.contains("⟨"))
    }

    @Test func `json parses and is the same to the byte on one core and on two`() throws {
        let program = try Program()
        let file = try written(ScenarioText.small, program)
        func json(_ threads: String) throws -> Program.Result {
            try program.run("simulate", file, "--json", "--replications", "4", "--threads", threads)
        }
        let (one, two) = (try json("1"), try json("2"))
        #expect(one.code == 0 && two.code == 0)
        #expect(one.output == two.output)
        let object = try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any]
        #expect(object?.isEmpty == false)
    }

    @Test func `tables go into a folder, and two scenarios are compared`() throws {
        let program = try Program()
        let first = try written(ScenarioText.small, program)
        let second = try written(
            ScenarioText.small.replacing("desks: 4", with: "desks: 1"), program, "other.yaml")
        let folder = program.scratch.file("tables")
        let alone = try program.run("simulate", first, "--replications", "3", "--csv", folder)
        #expect(alone.code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in ["series.csv", "measures.csv", "expected.csv"] {
            #expect(names.contains(name))
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            #expect(text.contains(",") && text.last?.isNewline == true)
        }
        let both = try program.run(
            "simulate", first, "--compare", second, "--replications", "3", "--csv", folder + "-2")
        #expect(both.code == 0 && both.output.contains("Two scenarios under the same luck"))
        #expect(FileManager.default.fileExists(atPath: folder + "-2/differences.csv"))
    }

    @Test func `what cannot be played is refused with words, wrong use with 2`() throws {
        let program = try Program()
        let unknown = try program.run("simulate", "no-such-scenario")
        #expect(unknown.code == 2 && unknown.output.isEmpty)
        #expect(unknown.errors.contains("'no-such-scenario'") && unknown.errors.contains("--list"))
        for wrong in [["--replications", "0"], ["--hours", "0"], ["--threads", "65"]] {
            let result = try program.run(["simulate", "demonstration"] + wrong)
            #expect(result.code == 2 && result.errors.contains("\(wrong[0]) is from 1 to"), "\(wrong)")
        }
        #expect(try program.run("simulate").code == 2)
    }

    @Test func `a truncated scenario is refused with its faults by line`() throws {
        let program = try Program()
        let whole = try String(
            contentsOf: SourceTree.folder("Scenarios").appending(path: "demonstration.yaml"), encoding: .utf8)
        for share in [0.3, 0.6, 0.9] {
            let part = String(whole.prefix(Int(Double(whole.count) * share)))
            let file = try written(part, program, "part.yaml")
            let result = try program.run("simulate", file, "--hours", "1", "--replications", "1")
            guard result.code != 0 else { continue }
            #expect(result.code == 1 && result.output.isEmpty)
            #expect(result.errors.contains("\(file)"), "\(result.errors)")
            #expect(!result.errors.contains("⟨") && !result.errors.contains("Fault"), "\(result.errors)")
        }
        let broken = try program.run("simulate", try written(ScenarioText.broken, program))
        #expect(broken.code == 1 && broken.errors.split(separator: "\n").count >= 3)
        #expect(broken.errors.contains("small.yaml:8"))
    }

    @Test(arguments: ["kk", "ru", "en"])
    func `a scenario that no run can be made of says where, what and what is allowed`(
        language: String
    ) throws {
        let program = try Program()
        func refused(_ text: String) throws -> String {
            let file = try written(text, program)
            let result = try program.run("simulate", file, adding: ["AHUAL_LANG": language])
            #expect(result.code == 1 && result.output.isEmpty)
            #expect(result.errors.hasPrefix("\(file):19: flows[0]"), "\(result.errors)")
            #expect(!result.errors.contains("⟨") && !result.errors.contains("("), "\(result.errors)")
            return result.errors
        }
        let many = try refused(ScenarioText.unplayable)
        #expect(many.contains("wave") && many.contains("50000000"))
        let nobody = ScenarioText.small.replacing("group: people", with: "group: nobody")
        #expect(try refused(nobody).contains("nobody"))
    }

    @Test func `Ctrl-C ends a long run early and shows what is complete`() throws {
        let program = try Program()
        let file = try written(ScenarioText.small, program)
        let result = try program.run(
            ["simulate", file, "--hours", "1", "--replications", "100000"], interruptAfter: 2)
        #expect(result.code == 1)
        #expect(result.output.contains("BROKEN OFF: rests on the first "))
        #expect(result.output.contains("of 100\u{00A0}000, seed 7"))
    }
}
