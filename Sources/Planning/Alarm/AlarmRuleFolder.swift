import Foundation
import Situation
import StrictYAML

/// The alarm rules of a folder: the good ones, and what is wrong with the others. One bad rule never stops the rest.
public struct AlarmRuleFolder: Sendable {
    /// In the order of the file names, and within a file in its order.
    public let rules: [AlarmRule]
    public let faults: [YAMLFault]

    /// Reads every `.yaml` file of `directory`. A folder that is not there is one fault and no rules.
    public static func load(_ directory: URL) -> AlarmRuleFolder {
        let files: [URL]
        do {
            files = try FileManager.default
                .contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "yaml" }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
        } catch {
            return AlarmRuleFolder(
                rules: [],
                faults: [
                    YAMLFault(
                        file: directory.lastPathComponent, line: nil, path: "",
                        problem: .expected("readable UTF-8 text", found: "none"))
                ])
        }
        var rules: [AlarmRule] = []
        var faults: [YAMLFault] = []
        for file in files {
            let (read, found) = Self.read(file)
            faults += found
            for (index, rule) in (read?.rules ?? []).enumerated() {
                // Two rules of one name would be one alarm with two minds.
                guard !rules.contains(where: { $0.id == rule.id }) else {
                    faults.append(
                        YAMLFault(
                            file: file.lastPathComponent, line: read?.source.line(of: "rules[\(index)].id"),
                            path: "rules[\(index)].id",
                            problem: .expected("an id no other rule has", found: "'\(rule.id)'")))
                    continue
                }
                rules.append(rule)
            }
        }
        return AlarmRuleFolder(rules: rules, faults: faults)
    }

    private static func read(_ file: URL) -> (AlarmRuleFile?, [YAMLFault]) {
        do throws(YAMLFault) {
            let (rules, faults) = AlarmRuleReader.read(
                text: try PlanFile.text(of: file), file: file.lastPathComponent)
            return (rules, faults)
        } catch {
            return (nil, [error])
        }
    }
}
