import Terminal

/// How many lines each part of the overview gets, heads included. What matters most is served first; parts give way
/// in a fixed order.
struct OverviewPlan: Hashable {
    var sections: Int
    var regions: Int
    /// 1 for a line, more for a list.
    var playbooks = 1
    /// 1 for the row of marks, more for a list.
    var indicators = 1
    var entries: Int
    var legend = 0

    /// How many things there are to list.
    struct Counts: Hashable {
        var sections, regions, playbooks, indicators: Int
    }

    /// One column: everything under one another.
    init(height: Int, _ counts: Counts) {
        sections = 1 + min(3, counts.sections)
        regions = 1 + min(2, counts.regions)
        entries = 2
        var left = height - sections - regions - entries - playbooks - indicators
        func give(_ part: inout Int, upTo most: Int) {
            let more = max(0, min(left, most - part))
            part += more
            left -= more
        }
        give(&sections, upTo: 1 + counts.sections)
        give(&regions, upTo: 1 + min(4, counts.regions))
        give(&entries, upTo: 4)
        give(&legend, upTo: 1)
        give(&regions, upTo: 1 + counts.regions)
        if left >= counts.playbooks + 2 { give(&playbooks, upTo: 1 + counts.playbooks) }
        give(&entries, upTo: height)
    }

    /// The right column of a wide screen: indicators and playbooks as lists, entries under them.
    static func right(height: Int, _ counts: Counts) -> (indicators: Int, playbooks: Int, entries: Int) {
        let indicators = min(counts.indicators + 1, max(0, height - 6))
        let playbooks = min(counts.playbooks + 1, max(0, height - indicators - 4))
        return (indicators, playbooks, max(0, height - indicators - playbooks))
    }

    /// From here on there are two columns.
    static let wideColumns = 150
    /// From here on there is a blank line between the parts.
    static let roomyRows = 34
}
