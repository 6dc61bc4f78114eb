import Situation
import Terminal
import Wording

/// The first screen: what is wrong, how long is left, how far the figures can be believed.
struct OverviewPage {
    let look: Look
    let reading: SituationReading

    func laidOut(in area: Rect) -> Page {
        area.width >= OverviewPlan.wideColumns ? twoColumns(area) : oneColumn(area)
    }

    private var counts: OverviewPlan.Counts {
        OverviewPlan.Counts(
            sections: reading.sections.count, regions: reading.regions.count,
            playbooks: look.model.context.playbooks.count, indicators: reading.indicators.count,
            alarms: look.overviewAlarmLines.count, runs: look.runsInForce.count)
    }

    private func oneColumn(_ area: Rect) -> Page {
        let gap = area.height >= OverviewPlan.roomyRows ? 1 : 0
        let plan = OverviewPlan(height: area.height - 5 * gap, counts)
        var page = Page()
        var rest = area
        func cut(_ rows: Int) -> Rect {
            let (top, below) = rest.splitTop(rows)
            rest = below.splitTop(gap).rest
            return top
        }
        page.add(.sections, look.sectionsListing(reading), in: cut(plan.sections))
        addRegions(to: &page, in: cut(plan.regions))
        addAlarms(to: &page, in: cut(plan.alarms))
        addPlaybooks(to: &page, in: cut(plan.playbooks))
        page.draw(Text(look.indicatorMarks(width: area.width)), in: cut(plan.indicators))
        page.add(.entries, look.entriesPanelListing, in: cut(plan.entries))
        if plan.legend > 0 { page.draw(Text(legend), in: area.splitBottom(1).bottom) }
        return page
    }

    private func twoColumns(_ area: Rect) -> Page {
        let (body, bottom) = area.splitBottom(1)
        let (left, right) = body.splitLeft(body.width * 11 / 20)
        let (top, below) = left.splitTop(counts.sections + 1)
        let lower = below.splitTop(1).rest
        let heights = OverviewPlan.Right(height: max(0, body.height - 3), counts)
        var page = Page()
        page.add(.sections, look.sectionsListing(reading), in: top)
        let (regions, under) = lower.splitTop(counts.regions + 1)
        addRegions(to: &page, in: regions)
        addChart(to: &page, in: under.splitTop(1).rest)
        var rest = right.splitLeft(3).rest
        func cut(_ rows: Int) -> Rect {
            let (top, below) = rest.splitTop(rows)
            rest = below.splitTop(1).rest
            return top
        }
        addAlarms(to: &page, in: cut(heights.alarms))
        page.add(.indicators, look.indicatorsPanelListing, in: cut(heights.indicators))
        page.add(.playbooks, look.playbooksPanelListing, in: cut(heights.playbooks))
        page.add(.entries, look.entriesPanelListing, in: cut(heights.entries))
        page.draw(Text(legend), in: bottom)
        return page
    }

    /// The regions, and under them what those out of view add up to.
    private func addRegions(to page: inout Page, in place: Rect) {
        let listing = look.regionsListing(reading)
        guard listing.ids.count + 1 > place.height, place.height >= 3 else {
            page.add(.regions, listing, in: place)
            return
        }
        let (table, last) = place.splitBottom(1)
        page.add(.regions, listing, in: table)
        let offset = look.model.view.lists[.regions]?.offset ?? 0
        let shown = offset..<offset + Listing.visibleRows(height: table.height)
        page.draw(Text(look.otherRegions(reading, shown: shown)), in: last.splitLeft(3).rest)
    }

    /// The whole border's last 24 hours, where there is room to see anything in it.
    private func addChart(to page: inout Page, in place: Rect) {
        guard place.height >= 8 else { return }
        let (title, rest) = place.splitTop(1)
        let (plot, legend) = rest.splitTop(min(18, rest.height - 1))
        page.draw(Text(look.speech("console.overview.chart"), .heading), in: title)
        page.draw(look.borderChart(reading), in: plot)
        page.draw(Text(look.flowLegend), in: legend.splitTop(1).top)
    }

    /// The alarms under one line that says how many there are and how busy the seat is.
    private func addAlarms(to page: inout Page, in place: Rect) {
        guard place.height > 0 else { return }
        if place.height > 1 { page.add(.alarms, look.alarmsPanelListing, in: place) }
        let line = place.splitTop(1).top
        let (head, meter) = (look.alarmsPanelHead, look.loadMeter)
        let room = line.width - head.width - 2
        page.draw(Text(head), in: line)
        if meter.width <= room {
            page.draw(Text(meter, alignment: .right), in: line.splitRight(meter.width).right)
        }
    }

    private func addPlaybooks(to page: inout Page, in place: Rect) {
        let lines = look.playbookLines
        if place.height > max(1, lines.count) {
            page.add(.playbooks, look.playbooksPanelListing, in: place)
        } else {
            page.draw(Lines(lines), in: place)
        }
    }

    private var legend: StyledText {
        let marks = look.marks
        let items = [
            (Speech.illustrativeMark, "console.legend.illustrative"),
            (marks.unknown, "console.legend.silent"),
            (marks.none, "console.legend.none"), (marks.diamond, "console.legend.two"),
        ]
        return StyledText(
            items.flatMap {
                [StyledText.Span($0.0, .attention), StyledText.Span(" \(look.speech($0.1))   ", .muted)]
            })
    }
}
