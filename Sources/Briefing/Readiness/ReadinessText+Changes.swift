import Language
import Readiness
import Wording

/// What changed since an earlier table.
extension ReadinessText {
    /// The changes, a line an element.
    public func lines(_ comparison: ReadinessComparison) -> [String] {
        var lines = [say("changes.heading", ["time": .text(comparison.before)])]
        lines += comparison.circumstances.map { "  " + circumstance($0) }
        if !comparison.isSameLuck { lines.append("  " + say("changes.other-luck")) }
        for (key, ids) in [("only-before", comparison.onlyBefore), ("only-now", comparison.onlyNow)]
        where !ids.isEmpty {
            let list = ids.map(name).joined(separator: ", ")
            lines.append("  " + say("changes.\(key)", ["scenarios": .text(list)]))
        }
        if comparison.changes.isEmpty { return lines + ["  " + say("changes.none")] }
        return lines + comparison.changes.flatMap(change)
    }

    private func circumstance(_ circumstance: ReadinessComparison.Circumstance) -> String {
        switch circumstance {
        case .reference: say("changes.reference")
        case .journal: say("changes.journal")
        case .scenario(let id): say("changes.scenario", ["scenario": .text(name(id))])
        case .luck(let id): say("changes.luck", ["scenario": .text(name(id))])
        }
    }

    private func change(_ change: ReadinessComparison.Change) -> [String] {
        switch change {
        case .appeared(let row): [subject(row) + say("changes.appeared")]
        case .gone(let row): [subject(row) + say("changes.gone")]
        case .changed(let old, let new): [subject(new) + differences(old, new)]
        }
    }

    private func subject(_ row: ReadinessRow) -> String {
        "  \(name(row.scenario)) · \(names.place(row.place)) · \(resource(row)): "
    }

    /// Only what differs, old and new.
    private func differences(_ old: ReadinessRow, _ new: ReadinessRow) -> String {
        var parts: [String] = []
        func add(_ key: String, _ old: String, _ new: String) {
            if old != new { parts.append("\(say("column.\(key)")) \(old) → \(new)") }
        }
        add("there-is", amount(old.capacity), amount(new.capacity))
        add("reserve", amount(old.reserve), amount(new.reserve))
        for (key, side) in [("as-it-stands", \ReadinessRow.asItStands), ("with-reserves", \.withReserves)] {
            add(key, state(old[keyPath: side]), state(new[keyPath: side]))
            let (before, now) = (amount(old[keyPath: side].missing), amount(new[keyPath: side].missing))
            if before != now {
                parts.append("\(say("column.\(key)")), \(say("column.missing")) \(before) → \(now)")
            }
        }
        return parts.isEmpty ? say("changes.slight") : parts.joined(separator: "; ")
    }
}
