import Foundation
import Testing

/// `ahual simulate queue` as a planner meets it.
@Suite struct `Serving a list of arrivals` {
    /// Two servers, worked out by hand; the columns stand in another order, with one more.
    @Test func `starts and departures are written beside what was given, in the order of the list`() throws {
        let list = "service,id,arrival\n2,a,4\n5,b,0\n1,c,1\n9,d,1\n"
        let result = try Program().run("simulate", "queue", "-", "--servers", "2", input: list)
        #expect(result.code == 0)
        #expect(
            result.output == """
                arrival,service,start,departure
                4.0,2.0,5.0,7.0
                0.0,5.0,0.0,5.0
                1.0,1.0,1.0,2.0
                1.0,9.0,2.0,11.0

                """)
        // Waits 1, 0, 0, 1; work 17 of 2 · 11.
        #expect(
            result.errors == "4 customers. Mean wait 0.5, longest 1; servers busy 77\u{00A0}% of the time.\n")
    }

    @Test func `two columns need no header, and the result can go to a file`() throws {
        let program = try Program()
        let file = program.scratch.file("served.csv")
        let result = try program.run(
            "simulate", "queue", "-", "--servers", "1", "--out", file, input: "0.1,\"0.2\"\r\n0.2 , 1e-1")
        #expect(result.code == 0 && result.output.isEmpty)
        let written = try String(contentsOfFile: file, encoding: .utf8)
        let start = 0.1 + 0.2
        #expect(written.hasSuffix("0.1,0.2,0.1,\(start)\n0.2,0.1,\(start),\(start + 0.1)\n"))
    }

    @Test func `bad rows are named by line and column and stop no good one`() throws {
        let list = """
            arrival,service
            0,5
            x,1
            1,-2
            2

            3,inf
            4,0x10
            5,1e300
            6,1
            """
        let result = try Program().run("simulate", "queue", "-", "--servers", "1", input: list)
        #expect(result.code == 1)
        #expect(result.output.hasSuffix("departure\n0.0,5.0,0.0,5.0\n6.0,1.0,6.0,7.0\n"))
        #expect(
            result.errors.split(separator: "\n").dropLast() == [
                "-:3: arrival: 'x' is no decimal number",
                "-:4: service: '-2' is below 0; service takes 0 or more",
                "-:5: service: a decimal number is required",
                "-:7: service: 'inf' is no decimal number",
                "-:8: service: '0x10' is no decimal number",
                "-:9: service: '1e300' is beyond 10¹²",
            ])
    }

    @Test func `quotation marks are read as in any table, and one left open is named by its line`() throws {
        let list = "\u{FEFF}note,\"arrival\", \"service\"\n\"a, b\",0,\"5\"\n\"c\nd\",1,2\n\"e,2,1\n"
        let result = try Program().run("simulate", "queue", "-", "--servers", "1", input: list)
        #expect(result.code == 1)
        #expect(result.output.hasSuffix("departure\n0.0,5.0,0.0,5.0\n1.0,2.0,5.0,7.0\n"))
        #expect(result.errors.hasPrefix("-:5: a quotation mark is opened and never closed\n"))
    }

    @Test func `a list that is none is refused with what was expected`() throws {
        let program = try Program()
        func refused(_ list: String) throws -> String {
            let result = try program.run("simulate", "queue", "-", "--servers", "1", input: list)
            #expect(result.code == 1 && result.output.isEmpty)
            return result.errors
        }
        #expect(try refused("").contains("expected the columns arrival and service"))
        #expect(try refused("a,b\n1,2\n").hasPrefix("-:1: the first line must name"))
        #expect(try refused("arrival,service\n").contains("no row to serve"))
        let missing = try program.run("simulate", "queue", "/nowhere/x.csv", "--servers", "1")
        #expect(missing.code == 1 && missing.errors.contains("/nowhere/x.csv"))
        for servers in ["0", "-1", "two"] {
            let result = try program.run("simulate", "queue", "-", "--servers=\(servers)", input: "0,1\n")
            #expect(result.code == 2 && result.output.isEmpty)
        }
    }

    @Test(arguments: ["kk", "ru", "en"])
    func `help and summary speak the language asked for`(language: String) throws {
        let program = try Program()
        let help = try program.run("simulate", "queue", "--help", adding: ["AHUAL_LANG": language])
        #expect(help.code == 0 && help.output.contains("ahual simulate queue arrivals.csv --servers 4"))
        #expect(!help.output.contains("⟨") && !help.output.contains("simulation."))
        let result = try program.run(
            "simulate", "queue", "-", "--servers", "1", input: "0,1\n", adding: ["AHUAL_LANG": language])
        #expect(result.code == 0 && !result.errors.contains("⟨") && result.errors.contains("100"))
    }
}
