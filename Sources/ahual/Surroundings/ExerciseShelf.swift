import Foundation
import Language
import Planning
import StrictYAML

/// The exercises the program is shipped with, and exercise files anywhere.
struct ExerciseShelf: Sendable {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Every shipped exercise that can be read, by id, and what is wrong with the others.
    func all() throws -> (exercises: [ExercisePlan], faults: [YAMLFault]) {
        let folder = try folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var exercises: [ExercisePlan] = []
        var faults: [YAMLFault] = []
        for name in names.sorted() where name.hasSuffix(".yaml") {
            do throws(YAMLFault) {
                exercises.append(try ExerciseReader.load(folder.appendingPathComponent(name)))
            } catch {
                faults.append(error)
            }
        }
        return (exercises.sorted { $0.id < $1.id }, faults)
    }

    /// The exercise that a file path or the id of a shipped exercise names, and the text it was read from.
    ///
    /// - Throws: a ``Failure`` that says everything that is wrong with the file's form.
    func load(_ name: String) throws -> (text: String, exercise: ExercisePlan) {
        let shipped = try folder.appendingPathComponent("\(name).yaml")
        let isID = !name.contains("/") && !FileManager.default.fileExists(atPath: name)
        let file = isID ? shipped : URL(fileURLWithPath: name)
        let text = try PlanFile.text(of: file, named: name)
        let outcome = ExerciseReader.read(text: text, file: name)
        if let exercise = outcome.exercise { return (text, exercise) }
        throw Failure.found(
            outcome.faults.map { PlanFinding($0).line(surroundings.catalog) }.joined(separator: "\n"))
    }

    private var folder: URL {
        get throws { try surroundings.files.scenarios().appendingPathComponent("exercises") }
    }
}
