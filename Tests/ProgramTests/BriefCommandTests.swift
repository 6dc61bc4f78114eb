import Foundation
import Support
import Testing

/// Packs from the command line, and their proof.
@Suite(.serialized)
struct BriefCommandTests {
    @Test(arguments: ["html", "text", "csv", "json"])
    func `a pack is proved, also after the journal went on, and not after it was changed`(format: String)
        throws
    {
        let program = try Program()
        _ = try program.run("note", "before")
        let file = program.scratch.file("pack")
        for audience in [["council"], ["region", "KZ-27"]] {
            let made = try program.run(
                ["brief", "--for"] + audience + ["--format", format, "--lang", "kk", "--out", file])
            #expect(made.code == 0, "\(made.errors)")
            #expect(try program.run("brief", "--verify", file).code == 0)
            _ = try program.run("note", "after")
            let proof = try program.run("brief", "--verify", file)
            #expect(proof.code == 0 && proof.output.contains("byte for byte"), "\(proof.errors)")

            let text = try String(contentsOfFile: file, encoding: .utf8)
            try (text.replacing("Ahual", with: "Ahuql")).write(
                toFile: file, atomically: true, encoding: .utf8)
            let changed = try program.run("brief", "--verify", file)
            #expect(changed.code == 1 && changed.errors.contains("the pack differs"))
            let entries = text.replacing("entries=", with: "entries=9")
            try entries.write(toFile: file, atomically: true, encoding: .utf8)
            let missing = try program.run("brief", "--verify", file)
            #expect(missing.code == 1 && missing.errors.contains("never held"))
        }
    }

    @Test func `a pack of another journal is not proved`() throws {
        let (one, two) = (try Program(), try Program())
        for program in [one, two] { _ = try program.run("note", "the same") }
        let pack = try one.run("brief", "--format", "json").output
        let file = two.scratch.file("pack.json")
        try pack.write(toFile: file, atomically: true, encoding: .utf8)
        let proof = try two.run("brief", "--verify", file)
        #expect(proof.code == 1 && proof.errors.contains("was made from journal"))
    }

    @Test func `a use that cannot be meant is told so`() throws {
        let program = try Program()
        _ = try program.run("note", "one")
        for arguments in [
            ["--for", "ministers"], ["--for", "agency", "NOBODY"], ["--for", "region", "KZ-99"],
            ["--compare-with", "2999-01-01"],
        ] { #expect(try program.run(["brief"] + arguments).code == 2, "\(arguments)") }
        let file = program.scratch.file("none")
        try "no pack".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try program.run("brief", "--verify", file).code == 1)
    }
}
