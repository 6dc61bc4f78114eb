import Foundation
import Support
import Testing

/// `ahual check` as a planner meets it.
@Suite struct `Checking plan files` {
    private func written(_ text: String, _ program: Program) throws -> String {
        let file = program.scratch.file("plan.yaml")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test func `every shipped scenario is clean`() throws {
        let folder = SourceTree.folder("Scenarios")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }.map { folder.appending(path: $0).path }
        let result = try Program().run(["check"] + files)
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.output == "\(files.count) file(s), 0 errors.\n")
    }

    @Test func `every error of a broken file is named by its line, key and what is expected`() throws {
        let program = try Program()
        let file = try written(ScenarioText.broken, program)
        let result = try program.run("check", file)
        #expect(result.code == 1)
        let lines = result.errors.split(separator: "\n")
        for (line, key) in [(3, "ident"), (8, "horizon"), (16, "needs_bed")] {
            #expect(lines.contains { $0.hasPrefix("\(file):\(line):") && $0.contains(key) }, "\(key)")
        }
        #expect(result.output.hasPrefix("1 file(s), "))
        let json = try program.run("check", "--json", file)
        let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        #expect(json.code == 1 && rows?.count == lines.count)
        #expect(rows?.contains { $0["line"] as? Int == 8 && $0["key"] as? String == "horizon" } == true)
    }

    @Test(arguments: [("kk", "барлық адам саны"), ("ru", "число людей всего"), ("en", "persons in all")])
    func `what only the simulator refuses is told in the language asked for`(
        language: String, words: String
    ) throws {
        let program = try Program()
        let file = try written(ScenarioText.unplayable, program)
        let result = try program.run("check", file, adding: ["AHUAL_LANG": language])
        #expect(result.code == 1)
        #expect(result.errors.hasPrefix("\(file):19: flows[0]: ") && result.errors.contains(words))
        #expect(result.errors.contains("wave") && result.errors.contains("50000000"))
        #expect(!result.errors.contains("⟨") && !result.errors.contains("outOfRange"))
    }

    @Test func `a file that is not there is an error, no file at all is wrong use`() throws {
        let program = try Program()
        let missing = try program.run("check", "/nowhere/plan.yaml")
        #expect(missing.code == 1 && missing.errors.contains("/nowhere/plan.yaml"))
        #expect(try program.run("check").code == 2)
        #expect(try program.run("check", "--no-such-option").code == 2)
    }
}
