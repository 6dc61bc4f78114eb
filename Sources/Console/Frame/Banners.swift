import Situation
import Terminal
import Wording

extension Look {
    /// What must not be overlooked while it lasts: that the past is shown, or that the picture is held still.
    var banners: [StyledText] {
        var banners: [StyledText] = []
        if let past = model.context.past { banners.append(StyledText(words(past), .warning)) }
        // The present is out of sight then, and must not be out of mind.
        if model.keptPresent != nil, model.context.past != nil, let count = model.ringing?.count, count > 0 {
            banners.append(
                StyledText(speech("watch.past.alarms-now", ["count": .number(count)]), .critical))
        }
        if let hold = model.hold {
            let age = model.now.flatMap { now in hold.since.map { max(now - $0, .zero) } }
            var text = speech("console.banner.held", ["age": .text(speech.span(age ?? .zero))])
            if let more = waitingEntries, more > 0 {
                text += " " + speech("console.banner.waiting", ["count": .number(more)])
            }
            banners.append(StyledText(text, .warning))
        }
        return banners
    }

    private func words(_ past: PastMoment) -> String {
        var parts: [String] = []
        if let known = past.asKnownAt {
            parts.append(speech("console.banner.known", ["time": .text(speech.moment(known))]))
        }
        if let recorded = past.asRecordedAt {
            parts.append(speech("console.banner.recorded", ["time": .text(speech.moment(recorded))]))
        }
        parts.append(speech("console.banner.acting-off"))
        if model.keptPresent != nil { parts.append(speech("watch.past.way-back")) }
        return parts.joined(separator: " · ")
    }

    /// How many entries came since the picture was held.
    private var waitingEntries: Int? {
        model.hold?.waiting.map { $0.picture.entryCount - (model.picture?.picture.entryCount ?? 0) }
    }
}
