import Briefing
import Foundation
import Language
import Planning
import Simulation
import Situation
import Terminal
import Wording

/// Prints what many runs came to.
struct EnsemblePrinter {
    private let surroundings: Surroundings
    private let isASCII: Bool

    init(_ surroundings: Surroundings, isASCII: Bool) {
        self.surroundings = surroundings
        self.isASCII = isASCII
    }

    func print(_ scenario: Scenario, _ result: EnsembleResult) {
        guard let reference = try? surroundings.files.reference() else { return }
        let text = EnsembleText(
            reference: reference, catalog: surroundings.catalog, repertoire: repertoire, width: width,
            tableWidth: Output.outputIsTerminal ? width : nil)
        let subject = EnsembleSubject(
            name: scenario.name, notes: scenario.notes, isConflict: scenario.cause == .armedConflict,
            result: result)
        Output.result(text.lines(subject).joined(separator: "\n"))
    }

    func print(_ first: Scenario, _ second: Scenario, _ result: PolicyComparisonResult) {
        guard let reference = try? surroundings.files.reference() else { return }
        let text = ComparisonText(reference: reference, catalog: surroundings.catalog)
        Output.result(text.lines(first.name, second.name, result).joined(separator: "\n"))
    }

    /// Names the scenarios at hand.
    func list() throws {
        let (scenarios, _) = try ScenarioShelf(surroundings).all()
        let names = Names(reference: try surroundings.files.reference(), language: surroundings.language)
        let widest = scenarios.map(\.id.rawValue.count).max() ?? 0
        for scenario in scenarios {
            let id = scenario.id.rawValue
            let blanks = String(repeating: " ", count: widest - id.count + 2)
            Output.result("\(id)\(blanks)\(names.text(scenario.name))")
        }
    }

    /// Writes tables into a folder, which is made where there is none.
    func write(_ tables: [EnsembleCSV.Table], to folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for table in tables {
                try table.text.write(toFile: "\(folder)/\(table.file)", atomically: true, encoding: .utf8)
            }
        } catch {
            throw Failure.found(
                surroundings.catalog.say(
                    "simulation.run.cli.csv-refused",
                    ["folder": .text(folder), "reason": .text(error.localizedDescription)]))
        }
        let files = tables.map { "\(folder)/\($0.file)" }.joined(separator: ", ")
        Output.problem(surroundings.catalog.say("simulation.run.cli.written", ["files": .text(files)]))
    }

    /// Braille where the locale writes UTF-8 and the terminal's font has it; into a pipe goes what the locale
    /// writes.
    private var repertoire: Glyphs.Repertoire {
        guard !isASCII, isUnicode else { return .ascii }
        let isConsole =
            Output.outputIsTerminal && surroundings.environment["TERM"]?.hasPrefix("linux") == true
        return isConsole ? .blocks : .unicode
    }

    /// The first of the locale's variables that is set counts. Without any the words are UTF-8 all the same.
    private var isUnicode: Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { surroundings.environment[$0] }
            .first { !$0.isEmpty }
        guard let locale else { return true }
        return locale.uppercased().replacing("-", with: "").hasSuffix("UTF8")
    }

    /// The terminal's width, or one that fits a printed page.
    private var width: Int {
        var size = winsize()
        guard Output.outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else {
            return 100
        }
        return Int(size.ws_col)
    }
}
