import Situation
import Terminal
import Wording

extension Look {
    /// The list of alarms under the load of the seat; under or beside it what is known of the one that is marked.
    func alarmsPage(in area: Rect) -> Page {
        let listing = alarmsListing
        let (head, body) = area.splitTop(1)
        var page: Page
        if area.width >= Self.previewColumns || body.height < 14 {
            page = listPage(listing, head: loadLine, in: body, preview: preview)
        } else {
            let (list, below) = body.splitBottom(min(12, body.height * 2 / 5))
            page = listPage(listing, head: loadLine, in: list)
            let selected = model.view.lists[.main]?.selected ?? listing.ids.first
            if let document = selected.flatMap(shortPreview) {
                page.add(document, in: below.splitTop(1).rest)
            }
        }
        page.draw(Text(alarmsHead), in: head)
        return page
    }

    /// How many alarms there are, which are shown, and how many are kept quiet out of sight; in a flood, that it is one.
    private var alarmsHead: StyledText {
        let rows = alarmRows
        let unseen = rows.count { $0.state.wantsAcknowledgement }
        var head = StyledText("")
        if seatLoad.isFlood {
            head = StyledText(
                speech("watch.alarm-page.flood", ["count": .number(seatLoad.tenMinutes)]) + "  ", .critical)
        }
        head = head.appending(
            speech("watch.count.alarms", ["count": .number(rows.count { $0.state.isAnnunciated })]), .heading
        )
        .appending(
            "  " + speech("watch.alarm-page.unseen-count", ["count": .number(unseen)]),
            unseen > 0 ? .warning : .muted)
        let quiet = rows.count { AlarmView.quiet.holds($0.state) }
        head = head.appending(
            "  " + speech("watch.alarm-page.quiet-count", ["count": .number(quiet)]), .muted)
        if model.view.alarmView != .standing {
            head = head.appending("  \(marks.chevron) ", .accent).appending(
                speech("watch.alarm-page.view.\(model.view.alarmView.rawValue)"), .accent)
        }
        guard !model.view.filter.isEmpty else { return head }
        return head.appending("  \(speech("console.list.filter")): ", .muted)
            .appending(model.view.filter.text, .accent)
    }

    /// The load of the seat against what one person can take.
    var loadLine: StyledText {
        let load = seatLoad
        func part(_ key: String, _ count: Int, _ limit: Int) -> StyledText {
            StyledText(
                "   " + speech(key, ["count": .number(count), "limit": .number(limit)]),
                count > limit ? .warning : .muted)
        }
        return loadMeter + part("watch.load.hour", load.hour, SeatLoad.inHour)
            + part("watch.load.day", load.day, SeatLoad.limits.perDay)
    }

    /// Alarms of the last ten minutes as a bar: full is where a flood begins.
    var loadMeter: StyledText {
        let count = seatLoad.tenMinutes
        let full = min(count, SeatLoad.limits.floodBegins)
        let style: Style =
            seatLoad.isFlood ? .critical : count * 2 > SeatLoad.limits.floodBegins ? .warning : .normal
        let bar = String(repeating: glyphs.barSteps.last ?? "#", count: full)
        let rest = String(repeating: glyphs.barEmpty, count: SeatLoad.limits.floodBegins - full)
        return StyledText(speech("watch.load.seat") + " ", .muted).appending(bar, style)
            .appending(rest, .muted).appending(
                " "
                    + speech(
                        "watch.load.ten",
                        ["count": .number(count), "limit": .number(SeatLoad.limits.floodBegins)]), style)
    }

    /// What is shown under the list of a marked line: an alarm without its history, or all of what is proposed.
    private func shortPreview(of item: ItemID) -> Document? {
        if case .destination(.alarm(let id)) = item { return AlarmDetail(look: self, id: id).brief }
        return preview(of: item)
    }
}
