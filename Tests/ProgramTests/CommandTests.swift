import Foundation
import Support
import Testing

/// The command line as a user meets it.
@Suite(.serialized)
struct CommandTests {
    private let feed = """
        type,source,checkpoint,from,to,direction,mode,persons
        checkpoint,post,Сырым,2026-10-04T10:00+05:00,2026-10-04T11:00+05:00,in,all,120
        """

    @Test func `wrong use ends with 2, what is not there with 1, and what worked with 0`() throws {
        let program = try Program()
        #expect(try program.run("no-such-command").code == 2)
        #expect(try program.run("status", "--as-known-at", "yesterday").code == 2)
        #expect(try program.run("status", "--lang", "de").code == 2)
        let missing = try program.run("status", "--journal", "/nowhere/x.ahual")
        #expect(missing.code == 1)
        #expect(missing.output.isEmpty)
        #expect(missing.errors.contains("/nowhere/x.ahual"))
        let version = try program.run("--version")
        #expect(version.code == 0)
        #expect(version.output == "0.1.0\n")
    }

    @Test(arguments: [("kk", "журнал"), ("ru", "журнал"), ("en", "journal")])
    func `help speaks the language asked for, with examples`(language: String, word: String) throws {
        let help = try Program().run("--help", adding: ["AHUAL_LANG": language])
        #expect(help.code == 0)
        #expect(help.output.contains(word))
        #expect(help.output.contains("ahual status --as-known-at 2022-09-26"))
        #expect(!help.output.contains("⟨"))
        for command in [
            "status", "import", "watch", "note", "log", "handover", "people", "console", "demo", "journal",
            "keys",
            "info",
        ] {
            let page = try Program().run(command, "--help", adding: ["AHUAL_LANG": language])
            #expect(page.code == 0)
            #expect(!page.output.contains("⟨") && !page.output.contains("cli."), "\(command)")
        }
    }

    @Test func `an import says what it did, repeats add nothing, and a bad row ends with 1`() throws {
        let program = try Program()
        let file = program.scratch.file("posts.csv")
        try feed.write(toFile: file, atomically: true, encoding: .utf8)
        let first = try program.run("import", file)
        #expect(first.code == 0)
        #expect(first.output.contains("Stored: 1."))
        #expect(try program.run("import", file).output.contains("Nothing was added"))
        let bad = try program.run("import", "-", input: feed.replacing("120", with: "many"))
        #expect(bad.code == 1)
        #expect(bad.errors == "-:2: persons: 'many' is no whole number\n")
        let status = try program.run("status")
        #expect(status.output.contains("Syrym"))
    }

    @Test func `control characters from a feed are shown and never sent`() throws {
        let program = try Program()
        let evil = feed.replacing("post,Сырым", with: "\u{1B}[31mred\u{07},Сы\u{1B}]0;x\u{07}рым")
        let result = try program.run("import", "-", input: evil)
        #expect(result.code == 1)
        #expect(!(result.errors + result.output).unicodeScalars.contains("\u{1B}"))
        _ = try program.run("import", "-", input: feed.replacing("post", with: "po\u{1B}[31mst"))
        let shown = try program.run("journal", "show")
        #expect(shown.output.contains("po␛[31mst"))
        #expect(!shown.output.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `a line break in a note cannot pass for an entry of its own`() throws {
        let program = try Program()
        _ = try program.run("note", "quiet\nst-x#9  2026-11-23 03:00  note  director  evacuate")
        let lines = try program.run("journal", "show").output.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines.first?.contains("quiet␊st-x#9") == true)
    }

    @Test func `an entry is superseded and retracted by name, and stays in the journal`() throws {
        let program = try Program()
        _ = try program.run("import", "-", input: feed)
        let stored = try program.run("journal", "show", "--json").output
        let object = try JSONSerialization.jsonObject(with: Data(stored.utf8)) as? [String: Any]
        let id = try #require(object?["id"] as? String)
        func persons() throws -> [Int] {
            let status = try program.run("status", "--json", "--as-known-at", "2099-01-01").output
            let object = try JSONSerialization.jsonObject(with: Data(status.utf8)) as? [String: Any]
            let sources = object?["sources"] as? [[String: Any]] ?? []
            return sources.compactMap { $0["id"] as? String == "post" ? $0["entries"] as? Int : nil }
        }
        #expect(
            try program.run("journal", "supersede", id, "{\"persons\": 130}", "--reason", "slip").code == 0)
        #expect(try persons() == [1])
        #expect(try program.run("journal", "supersede", id, "{\"people\": 1}", "--reason", "slip").code == 2)
        #expect(try program.run("journal", "retract", id, "--reason", "said twice").code == 0)
        #expect(try persons() == [])
        #expect(try program.run("journal", "retract", "nobody#7", "--reason", "x").code == 1)
        #expect(try program.run("journal", "retract", "nonsense", "--reason", "x").code == 2)
        #expect(try program.run("journal", "verify").code == 0)
        #expect(try program.run("journal", "show").output.split(separator: "\n").count == 3)
    }

    @Test func `a journal verifies, and a head that is not in it is found missing`() throws {
        let program = try Program()
        let note = try program.run("note", "--place", "Сырым", "кезек", "екі", "шақырым")
        #expect(note.code == 0)
        let sound = try program.run("journal", "verify", "--json")
        #expect(sound.code == 0)
        let object = try JSONSerialization.jsonObject(with: Data(sound.output.utf8)) as? [String: Any]
        let head = try #require(object?["head"] as? String)
        #expect(try program.run("journal", "verify", "--expect", head).code == 0)
        let other = String(head.reversed())
        #expect(try program.run("journal", "verify", "--expect", other).code == 1)
        #expect(try program.run("journal", "verify", "--expect", "abc").code == 2)
        let copy = program.scratch.file("copy.ahual")
        #expect(try program.run("journal", "backup", copy).output.contains(head))
        #expect(try program.run("journal", "show", "--kind", "note").output.contains("кезек екі шақырым"))
        let lines = try program.run("journal", "export").output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.last?.contains(head) == true)
    }

    @Test
    func `without a terminal the demonstration prints the picture, marked as an exercise, and ends with 0`()
        throws
    {
        let program = try Program()
        let result = try program.run("demo", "--hours", "2")
        #expect(result.code == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.first?.contains("EXERCISE") == true)
        #expect(lines.last?.contains("EXERCISE") == true)
        #expect(lines.contains { $0.contains("Syrym") })
        // The live journal was not so much as made.
        #expect(!FileManager.default.fileExists(atPath: program.scratch.file("data/ahual/journal.ahual")))
    }

    @Test func `the console says what it needs where there is no terminal`() throws {
        let program = try Program()
        let result = try program.run("console")
        #expect(result.code == 2)
        #expect(result.errors.contains("ahual status"))
    }

    @Test func `dropped files are taken in and put away`() throws {
        let program = try Program()
        let drop = program.scratch.file("drop")
        try FileManager.default.createDirectory(atPath: drop, withIntermediateDirectories: true)
        try feed.write(toFile: drop + "/good.csv", atomically: true, encoding: .utf8)
        try (feed + "\ncheckpoint,post,?,,,,,\n").write(
            toFile: drop + "/half.csv", atomically: true, encoding: .utf8)
        try "no header at all".write(toFile: drop + "/bad.csv", atomically: true, encoding: .utf8)
        mkfifo(drop + "/pipe.csv", 0o600)
        try "still being written".write(toFile: drop + "/x.csv.part", atomically: true, encoding: .utf8)
        #expect(try program.run("watch", "--once", drop).code == 1)
        func names(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        }
        let (left, done, refused) = (try names(drop), try names(drop + "/done"), try names(drop + "/refused"))
        #expect(left == ["done", "pipe.csv", "refused", "x.csv.part"])
        #expect(done == ["good.csv", "half.csv", "half.csv.faults"])
        #expect(refused == ["bad.csv", "bad.csv.faults"])
    }

    @Test func `a file is left alone while its writer holds it open, whatever else is dropped`() throws {
        let program = try Program()
        let drop = program.scratch.file("drop")
        try FileManager.default.createDirectory(atPath: drop, withIntermediateDirectories: true)
        try feed.write(toFile: drop + "/slow.csv", atomically: false, encoding: .utf8)
        let writer = try #require(FileHandle(forWritingAtPath: drop + "/slow.csv"))
        try feed.write(toFile: drop + "/quick.csv", atomically: true, encoding: .utf8)
        _ = try program.run("watch", "--once", drop)
        #expect(FileManager.default.fileExists(atPath: drop + "/slow.csv"))
        #expect(FileManager.default.fileExists(atPath: drop + "/done/quick.csv"))
        try writer.close()
        _ = try program.run("watch", "--once", drop)
        #expect(FileManager.default.fileExists(atPath: drop + "/done/slow.csv"))
    }

    @Test func `completions come from the argument parser`() throws {
        for shell in ["bash", "zsh", "fish"] {
            let script = try Program().run("--generate-completion-script", shell)
            #expect(script.code == 0)
            #expect(script.output.contains("as-known-at"))
        }
    }
}
