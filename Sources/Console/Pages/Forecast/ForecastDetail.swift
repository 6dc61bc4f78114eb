import Planning
import Simulation
import Situation
import Terminal
import Wording

/// What many runs of a scenario come to: how far it is, when beds end, key figures, charts.
struct ForecastDetail {
    let look: Look
    let scenario: ForecastScenario

    private var speech: Speech { look.speech }
    private var words: EnsembleWords { look.ensembleWords }
    private var outcome: ForecastDesk.Outcome? { look.model.forecast.outcomes[scenario.id] }

    func laidOut(in area: Rect) -> Page {
        guard let result = outcome?.result else {
            var page = Page()
            page.add(opening, in: area)
            return page
        }
        return look.detailPage(figures(result), ForecastCharts(look: look).document(result), in: area)
    }

    /// Everything under one another, for beside a list.
    var document: Document {
        guard let result = outcome?.result else { return opening }
        var all = figures(result)
        all.append(ForecastCharts(look: look).document(result))
        return all
    }

    // MARK: What it is

    private var opening: Document {
        var document = Document()
        document.text(look.names.text(scenario.name), .heading)
        // The word comes before any figure: nobody may take this for what was reported.
        document.text(words("note.simulated"), .attention)
        if scenario.cause == .armedConflict { document.text(words("note.conflict"), .attention) }
        document.text(look.names.text(scenario.notes), .muted)
        addState(to: &document)
        return document
    }

    private func addState(to document: inout Document) {
        if let running = look.model.forecast.running, running.order.scenario == scenario.id {
            let progress = running.progress
            document.line(
                words.progress(done: progress.done, of: progress.total, left: progress.left), .accent)
            let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
            document.widget(CapacityBar(fraction: share, style: .accent), height: 1)
        } else if let reason = look.model.forecast.refusals[scenario.id] {
            document.text(speech.say(reason), .warning)
        } else if outcome == nil {
            document.line(speech("console.forecast.not-played"), .muted)
        }
    }

    // MARK: What comes of it

    private func figures(_ result: EnsembleResult) -> Document {
        var document = Document()
        document.text(look.names.text(scenario.name), .heading)
        document.text(words("note.simulated"), .attention)
        if scenario.cause == .armedConflict { document.text(words("note.conflict"), .attention) }
        addState(to: &document)
        addBasis(result, to: &document)
        addRegions(result, to: &document)
        addCountry(result, to: &document)
        addPosts(result, to: &document)
        addBreaches(result, to: &document)
        document.heading(speech("console.forecast.notes"))
        document.text(look.names.text(scenario.notes), .muted)
        document.text(words("legend"), .muted)
        return document
    }

    private func addBasis(_ result: EnsembleResult, to document: inout Document) {
        let isRunning = look.model.forecast.isRunning(scenario.id)
        let basis =
            isRunning
            ? speech("console.forecast.so-far", ["count": .number(result.replications)]) : words.basis(result)
        document.text(basis, !result.isComplete && !isRunning ? .warning : .normal)
        let from = words(
            "heading.run",
            [
                "scenario": .text(result.scenario), "start": .text(speech.moment(result.grid.start)),
                "span": .text(speech.span(result.end - result.grid.start)),
            ])
        guard let at = outcome?.at, let now = look.model.now, now >= at else {
            return document.line(from, .muted)
        }
        let age = speech("console.forecast.ago", ["age": .text(speech.span(now - at))])
        document.line("\(from) · \(age)", .muted)
    }

    /// When beds end: the surest and soonest first; where they never end together in one line.
    private func addRegions(_ result: EnsembleResult, to document: inout Document) {
        let regions = result.measures(.hoursToFull, at: .region)
        guard !regions.isEmpty else { return }
        document.heading(speech("console.forecast.beds"))
        let filling = regions.filter { $0.occurred > 0 }.sorted {
            ($1.occurred, $0.fan?.p50 ?? 0) < ($0.occurred, $1.fan?.p50 ?? 0)
        }
        for region in filling {
            let without = result.measure(.peakWithoutBed, region.key.place)
            let text = speech(
                "console.forecast.full",
                [
                    "time": .text(words.middle(region, since: result.grid.start)),
                    "share": .text(words.share(region)),
                    "persons": .text(words.middle(without, since: result.grid.start)),
                ])
            let style: Style = region.share >= 0.5 ? .critical : .warning
            document.field(words.name(region.key.place), text, style, labelWidth: Self.labels)
        }
        let calm = regions.count - filling.count
        if calm > 0 { document.line(speech("console.forecast.lasting", ["count": .number(calm)]), .muted) }
    }

    private func addCountry(_ result: EnsembleResult, to document: inout Document) {
        document.heading(words("heading.figures"))
        for summary in result.measures where summary.key.place == .country {
            document.field(
                words.name(summary.key.measure), words.middle(summary, since: result.grid.start),
                labelWidth: Self.labels)
        }
    }

    /// The posts at which most is waited.
    private func addPosts(_ result: EnsembleResult, to document: inout Document) {
        let waited = result.measures(.personHoursWaited, at: .post).filter { ($0.fan?.p90 ?? 0) >= 1 }
        let worst = waited.sorted { ($0.fan?.p50 ?? 0) > ($1.fan?.p50 ?? 0) }.prefix(Self.postsShown)
        guard !worst.isEmpty else { return }
        document.heading(words("heading.posts"))
        for summary in worst {
            let place = summary.key.place
            let text = speech(
                "console.forecast.post",
                [
                    "queue": .text(words.middle(result.measure(.peakQueue, place), since: result.grid.start)),
                    "wait": .text(words.middle(result.measure(.peakWait, place), since: result.grid.start)),
                ])
            document.field(words.name(place), text, labelWidth: Self.labels)
        }
    }

    private func addBreaches(_ result: EnsembleResult, to document: inout Document) {
        let breaches = result.measures.filter { $0.key.place.scope == .shelter && $0.share >= 0.5 }
        guard !breaches.isEmpty else { return }
        document.heading(words("heading.breaches"))
        for summary in breaches.prefix(Self.breachesShown) {
            guard case .hoursToBreach(let service) = summary.key.measure else { continue }
            let text = "\(words.name(service)): \(words.middle(summary, since: result.grid.start))"
            document.field(words.name(summary.key.place), text, labelWidth: Self.labels)
        }
    }

    private static let labels = 28
    private static let postsShown = 10
    private static let breachesShown = 12
}
