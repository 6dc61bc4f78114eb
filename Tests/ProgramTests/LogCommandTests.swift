import Foundation
import Support
import Testing

/// The duty log, the people and the papers of a shift, from the command line.
@Suite(.serialized)
struct LogCommandTests {
    @Test func `a line is found by folded words, and a corrected one shows both`() throws {
        let program = try Program()
        _ = try program.run("note", "--place", "Сырым", "Құйық жолы жабық")
        let id = try program.run("note", "Автобусы отправлены").output.trimmingCharacters(
            in: .whitespacesAndNewlines)
        _ = try program.run("journal", "supersede", id, #"{"text":"Шесть автобусов"}"#, "--reason", "count")
        let found = try program.run("log", "--search", "куиык жол")
        #expect(found.code == 0)
        #expect(found.output.split(separator: "\n").count == 1)
        #expect(found.output.contains("Syrym: Құйық жолы жабық"))
        let all = try program.run("log").output
        #expect(all.contains("in place of \(id): Автобусы отправлены"))
        #expect(all.contains("count): Шесть автобусов"))
        #expect(try program.run("log", "--place", "Сырым").output.split(separator: "\n").count == 1)
        let json = try program.run("log", "--format", "json", "--last", "1").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["corrects"] as? String == id)
        #expect(try program.run("log", "--kind", "ufo").code == 2)
        #expect(try program.run("log", "--form", "ics-214").code == 2)
        #expect(try program.run("log", "--search", "\"*(").code == 0)
    }

    @Test func `ICS-214 prints in three languages, as text and HTML`() throws {
        let program = try Program()
        _ = try program.run("note", "Line <one>")
        for language in ["kk", "ru", "en"] {
            let period = ["--from", "2020-01-01", "--to", "2099-01-01", "--lang", language]
            let text = try program.run(["log", "--form", "ics-214"] + period)
            #expect(text.code == 0)
            #expect(text.output.contains("ICS-214") && text.output.contains("Line <one>"))
            #expect(!text.output.contains("⟨"))
            let html = try program.run(["log", "--form", "ics-214", "--format", "html"] + period)
            #expect(html.output.contains("Line &lt;one&gt;"))
        }
    }

    @Test func `people are kept with PINs that nobody else can read`() throws {
        let program = try Program()
        #expect(try program.run("people", "add", "Әлия", "--role", "shift_lead", input: "4711\n").code == 0)
        let list = try program.run("people").output
        #expect(list.contains("Әлия  shift lead  PIN"))
        #expect(try program.run("people", "pin", "Әлия", input: "1\n").code == 2)
        #expect(try program.run("people", "pin", "Nobody", input: "4711\n").code == 1)
        #expect(try program.run("people", "remove", "Әлия").code == 0)
        #expect(try program.run("people", "remove", "Әлия").code == 1)
    }

    @Test func `a handover's draft carries the head that verify prints`() throws {
        let program = try Program()
        _ = try program.run("note", "x")
        let verified = try program.run("journal", "verify").output
        let head = try #require(
            verified.split(separator: "\n").first { $0.hasPrefix("Head: ") }?.dropFirst(6))
        let document = try program.run("handover").output
        #expect(document.contains("entries: 1, head \(head)"))
        let file = program.scratch.file("handover.html")
        #expect(try program.run("handover", "--format", "html", "--out", file).code == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains(head))
    }
}
