import Situation
import Terminal
import Wording

/// A line under the head that must not be overlooked while it lasts.
struct Banner: Hashable, Sendable {
    let text: StyledText
    /// The look of the whole line.
    let fill: Style
    /// What everybody has to see from afar stands in the middle.
    var isCentred = false

    /// A line of one look.
    init(_ text: String, _ style: Style, fill: Style = .warning, isCentred: Bool = false) {
        self.text = StyledText(text, style)
        self.fill = fill
        self.isCentred = isCentred
    }
}

extension Look {
    /// What must not be overlooked: something real before what is played, then that the past is shown or the picture is
    /// held still.
    var banners: [Banner] {
        let real = liveAlarmBanners + [realEmergencyBanner].compactMap(\.self)
        // What is played counts no more once something real has stopped it.
        let played = realEmergencyBanner == nil ? [phaseBanner, branchBanner, injectBanner] : []
        return real + pastBanners + played.compactMap(\.self) + [holdBanner].compactMap(\.self)
    }

    private var pastBanners: [Banner] {
        guard let past = model.context.past else { return [] }
        var banners = [Banner(words(past), .warning)]
        // The present is out of sight then, and must not be out of mind.
        if model.keptPresent != nil, let count = model.ringing?.count, count > 0 {
            banners.append(Banner(speech("watch.past.alarms-now", ["count": .number(count)]), .critical))
        }
        return banners
    }

    private var holdBanner: Banner? {
        guard let hold = model.hold else { return nil }
        let age = model.now.flatMap { now in hold.since.map { max(now - $0, .zero) } }
        var text = speech("console.banner.held", ["age": .text(speech.span(age ?? .zero))])
        if let more = waitingEntries, more > 0 {
            text += " " + speech("console.banner.waiting", ["count": .number(more)])
        }
        return Banner(text, .warning)
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
