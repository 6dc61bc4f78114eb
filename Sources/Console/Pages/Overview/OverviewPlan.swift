import Terminal

/// How many lines each part of the overview gets, heads included. What matters most is served first; parts give way
/// in a fixed order.
struct OverviewPlan: Hashable {
    var sections: Int
    var regions: Int
    /// 1 for a line, more for a list.
    var alarms = 1
    /// 1 for a line, more for a list; as many lines as are in force come before a list of those at hand.
    var playbooks: Int
    /// 1 for the row of marks, more for a list.
    var indicators = 1
    var entries: Int
    var legend = 0

    /// How many things there are to list.
    struct Counts: Hashable {
        var sections, regions, playbooks, indicators: Int
        /// Alarms that stand, and proposals that wait for a decision.
        var alarms = 0
        /// Playbooks in force.
        var runs = 0
    }

    /// One column: everything under one another.
    init(height: Int, _ counts: Counts) {
        sections = 1 + min(3, counts.sections)
        regions = 1 + min(2, counts.regions)
        playbooks = 1
        entries = 2
        var left = height - sections - regions - entries - playbooks - indicators - alarms
        func give(_ part: inout Int, upTo most: Int) {
            let more = max(0, min(left, most - part))
            part += more
            left -= more
        }
        give(&alarms, upTo: 1 + min(4, counts.alarms))
        give(&playbooks, upTo: min(2, counts.runs))
        give(&sections, upTo: 1 + counts.sections)
        give(&regions, upTo: 1 + min(4, counts.regions))
        give(&alarms, upTo: 1 + min(5, counts.alarms))
        give(&entries, upTo: 4)
        give(&legend, upTo: 1)
        give(&regions, upTo: 1 + counts.regions)
        give(&alarms, upTo: 1 + min(10, counts.alarms))
        let rows = counts.runs > 0 ? counts.runs : counts.playbooks
        if left >= rows + 2 { give(&playbooks, upTo: 1 + rows) }
        give(&entries, upTo: height)
    }

    /// The right column of a wide screen: alarms, indicators and playbooks as lists, entries under them.
    struct Right: Hashable {
        var alarms, indicators, playbooks, entries: Int

        init(height: Int, _ counts: Counts) {
            alarms = 1 + min(counts.alarms, max(2, height / 3))
            let rest = max(0, height - alarms)
            indicators = min(counts.indicators + 1, max(0, rest - 6))
            let rows = counts.runs > 0 ? counts.runs : counts.playbooks
            playbooks = min(rows + 1, max(0, rest - indicators - 4))
            entries = max(0, rest - indicators - playbooks)
        }
    }

    /// From here on there are two columns.
    static let wideColumns = 150
    /// From here on there is a blank line between the parts.
    static let roomyRows = 34
}
