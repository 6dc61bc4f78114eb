import Foundation
import Language
import Situation
import Support
import Testing

@testable import Briefing

/// Exports held against readers that others wrote. They are not in the project, so each test needs to be told where its
/// reader is, and is skipped, and said to be, where it is not.
struct OutsideReaderTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// The OASIS schema of CAP 1.2; `xmllint` has to be installed.
    private static let schema = environment["AHUAL_CAP_XSD"]
    /// A Python with `libhxl`.
    private static let hxlPython = environment["AHUAL_HXL_PYTHON"]
    /// A Python with `jsonschema`.
    private static let jsonPython = environment["AHUAL_JSONSCHEMA_PYTHON"]

    @Test(
        .enabled(if: schema != nil, "AHUAL_CAP_XSD names no schema"),
        arguments: [JournalNature.live, .exercise])
    func `drafts are valid by the OASIS schema`(nature: JournalNature) throws {
        let scratch = try Scratch()
        let draft = try ExchangeCase(nature).draft()
        let alerts = [try #require(draft.alert(ExchangeCase.alarm)), try #require(draft.alert("ru-west"))]
        for alert in alerts {
            try alert.xml.write(toFile: scratch.file("alert.xml"), atomically: false, encoding: .utf8)
            let result = try run(
                ["xmllint", "--noout", "--schema", Self.schema ?? "", scratch.file("alert.xml")])
            #expect(result.status == 0, "\(result.output)\n\(alert.xml)")
        }
        // The check can fail: a message without its sender does.
        let broken = alerts[0].xml.replacing("sender>", with: "sendr>")
        try broken.write(toFile: scratch.file("broken.xml"), atomically: false, encoding: .utf8)
        let result = try run(
            ["xmllint", "--noout", "--schema", Self.schema ?? "", scratch.file("broken.xml")])
        #expect(result.status != 0)
    }

    @Test(
        .enabled(if: hxlPython != nil, "AHUAL_HXL_PYTHON names no Python"), arguments: HXLExport.Kind.allCases
    )
    func `tables are read back by libhxl and pass its own schema without an error`(
        kind: HXLExport.Kind
    ) throws {
        let scratch = try Scratch()
        let table = try ExchangeCase(.exercise).table(kind)
        try table.csv.write(toFile: scratch.file("table.csv"), atomically: false, encoding: .utf8)
        let script = """
            import hxl, sys
            data = lambda: hxl.data(hxl.make_input(sys.argv[1], hxl.InputOptions(allow_local=True)))
            source = data()
            rows = list(source)
            print(len(rows), len(source.columns))
            problems = []
            hxl.schema(None, callback=lambda e: problems.append(e)).validate(data())
            sys.exit(1 if [p for p in problems if p.rule.severity == "error"] else 0)
            """
        let result = try run([Self.hxlPython ?? "", "-c", script, scratch.file("table.csv")])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("\(table.rows.count) \(table.tags.count)"), "\(result.output)")
    }

    @Test(
        .enabled(if: jsonPython != nil, "AHUAL_JSONSCHEMA_PYTHON names no Python"),
        arguments: [JournalNature.live, .exercise])
    func `the JSON is valid by the schema in the documents`(nature: JournalNature) throws {
        let scratch = try Scratch()
        try StatusJSON(ExchangeCase(nature).subject).text()
            .write(toFile: scratch.file("picture.json"), atomically: false, encoding: .utf8)
        let script = """
            import json, jsonschema, sys
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.validate(json.load(open(sys.argv[2])), schema)
            """
        let schema = SourceTree.folder("docs").appendingPathComponent("exchange.schema.json").path
        let result = try run([Self.jsonPython ?? "", "-c", script, schema, scratch.file("picture.json")])
        #expect(result.status == 0, "\(result.output)")
    }

    private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
