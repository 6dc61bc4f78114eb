import Foundation
import StrictYAML

/// What came of reading a plan file to its end: a plan, or everything that is wrong with its form.
public struct PlanReading<Plan: Sendable>: Sendable {
    /// `nil` when there is any fault.
    public let plan: Plan?
    /// By line.
    public let faults: [YAMLFault]

    /// Reads everything in a text: a value of the wrong form is noted, and the others are still read.
    ///
    /// - Parameters:
    ///   - file: the name that faults and findings give.
    ///   - kind: what the file has to say it is, with the version.
    ///   - read: the plan from the file's keys; those it leaves are faults.
    init(
        text: String, file: String, kind: String, version: Int,
        _ read: (inout YAMLForm, YAMLFaults, PlanSource) -> Plan
    ) {
        let value: YAMLValue
        do throws(YAMLFault) {
            value = try YAMLValue(parsing: text, file: file)
        } catch {
            (plan, faults) = (nil, [error])
            return
        }
        let noted = YAMLFaults()
        var form = YAMLForm(value, noted)
        guard form.hasHead(kind: kind, version: version) else {
            (plan, faults) = (nil, noted.all)
            return
        }
        let read = read(&form, noted, PlanSource(of: value, file: file))
        form.finish()
        faults = noted.all.sorted { ($0.line ?? 0, $0.path) < ($1.line ?? 0, $1.path) }
        plan = faults.isEmpty ? read : nil
    }

    /// The plan.
    ///
    /// - Throws: the first fault.
    func whole(of file: URL) throws(YAMLFault) -> Plan {
        if let plan { return plan }
        throw faults.first
            ?? YAMLFault(file: file.lastPathComponent, line: nil, path: "", problem: .syntax("?"))
    }
}
