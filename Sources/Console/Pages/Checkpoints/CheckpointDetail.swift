import Reference
import Situation
import Terminal
import Wording

/// One post: what it is now, its last day, what was said of it, and what is known of it beforehand.
struct CheckpointDetail {
    let look: Look
    let post: CheckpointReading

    private var speech: Speech { look.speech }

    func laidOut(in area: Rect) -> Page { look.detailPage(now, background, in: area) }

    /// Everything under one another, for beside a list.
    var document: Document {
        var all = now
        all.append(background)
        return all
    }

    // MARK: Now

    private var now: Document {
        var document = Document()
        var title = StyledText(look.names.checkpoint(post.id) + "  ", .heading)
        title = title + look.word(Attention(post))
        document.line(title)
        addState(to: &document)
        addFlow(to: &document)
        look.addOrders(of: .post(post.id), to: &document)
        document.heading(speech("console.post.chart"))
        document.widget(look.flowChart(post), height: 11)
        document.line(look.flowLegend)
        return document
    }

    private func addState(to document: inout Document) {
        document.field(speech("console.column.status"), statusLine)
        document.field(
            speech("console.post.lanes-open"), look.figure(post.lanesOpen) { speech.number($0) })
        document.field(speech("console.post.lanes-all"), look.figure(post.lanes) { speech.number($0) })
        document.field(speech("console.post.load"), look.figure(post.utilisation) { speech.percent($0) })
    }

    private var statusLine: StyledText {
        guard let figure = post.status else { return StyledText(Speech.none, .muted) }
        let status = look.status(post)
        return look.value(status.plain, status.spans.first?.style ?? .normal, basis: look.basis(figure.basis))
    }

    private func addFlow(to document: inout Document) {
        for (key, flow) in [("console.post.in", post.incoming), ("console.post.out", post.outgoing)] {
            document.field(speech(key), daySum(flow))
        }
        document.field(speech("console.post.times"), look.figure(post.timesUsual) { speech.times($0) })
        for (key, flow) in [
            ("console.post.queue-in", post.incoming), ("console.post.queue-out", post.outgoing),
        ] {
            guard let queue = flow.queue else {
                if key == "console.post.queue-in" { document.field(speech(key), Speech.none, .muted) }
                continue
            }
            document.field(speech(key), self.queue(queue))
        }
    }

    private func daySum(_ flow: FlowReading) -> StyledText {
        guard let day = flow.lastDay else { return StyledText(Speech.none, .muted) }
        let hours = speech(
            "console.post.covered", ["hours": .text(speech.decimal(Double(day.coveredMinutes) / 60))])
        return look.value(
            look.persons(day.persons),
            basis: StyledText(hours, day.coveredMinutes < 1200 ? .attention : .muted))
    }

    private func queue(_ queue: QueueReading) -> StyledText {
        var parts: [String] = []
        if let persons = queue.persons { parts.append(look.persons(persons)) }
        if let vehicles = queue.vehicles {
            parts.append(speech("console.fact.vehicles", ["count": .number(vehicles.count)]))
        }
        if let wait = queue.wait {
            parts.append(speech("console.fact.wait", ["time": .text(speech.wait(wait))]))
        }
        return look.value(
            parts.joined(separator: ", "), (queue.wait ?? .zero) >= Minutes(120) ? .warning : .normal,
            basis: look.source(queue.provenance, at: queue.at))
    }

    // MARK: Background

    private var background: Document {
        var document = Document()
        addLongStatements(to: &document)
        addEntries(to: &document)
        if let known = look.reference.checkpoint(post.id) { add(known, to: &document) }
        return document
    }

    private func addLongStatements(to document: inout Document) {
        let picture = look.model.picture?.picture.checkpoints[post.id]
        let long = (picture?.incoming.longStatements ?? []) + (picture?.outgoing.longStatements ?? [])
        guard !long.isEmpty else { return }
        document.heading(speech("console.post.long"))
        for statement in long.sorted(by: { $0.at > $1.at }).prefix(8) {
            document.text(look.words(statement), indent: 1)
        }
    }

    private func addEntries(to document: inout Document) {
        let entries = look.model.log.entries.filter { $0.fact.checkpoint == post.id }.suffix(8).reversed()
        guard !entries.isEmpty else { return }
        document.heading(speech("console.overview.entries"))
        for entry in entries {
            document.line(
                StyledText(" \(speech.brief(entry.known.instant, now: look.model.now)) ", .muted)
                    + look.sentence(entry))
        }
    }

    private func add(_ known: Checkpoint, to document: inout Document) {
        document.heading(speech("console.post.about"))
        document.field(speech("console.post.kind"), speech("console.post-kind.\(known.kind.rawValue)"))
        document.field(speech("console.column.section"), look.names.section(known.section))
        document.field(speech("console.column.region"), look.names.region(known.region))
        if let neighbour = known.neighbour {
            document.field(
                speech("console.post.neighbour"), speech("console.neighbour.\(neighbour.rawValue)"))
        }
        if let counterpart = known.counterpart {
            document.field(speech("console.post.counterpart"), counterpart)
        }
        document.field(speech("console.post.place"), look.coordinates(known.coordinates))
        document.field(speech("console.post.hours"), speech("console.opening.\(known.opening.rawValue)"))
        document.field(
            speech("console.post.traffic"), speech("console.traffic.\(known.traffic2016.rawValue)"))
        document.field(speech("console.post.modernisation"), look.modernisation(known.modernisation))
        for closure in known.closures {
            document.field(
                speech("console.post.closure"),
                "\(closure.from)–\(closure.until.map { "\($0)" } ?? ""): \(closure.reason)")
        }
        document.field(speech("console.post.certainty"), certainty(known.certainty))
        if let note = known.note { document.field(speech("console.post.remark"), note) }
    }

    private func certainty(_ certainty: Checkpoint.Certainty) -> String {
        [
            speech("console.existence.\(certainty.existence.rawValue)"),
            speech("console.region-origin.\(certainty.region.rawValue)"),
            speech("console.name-origin.\(certainty.nameKk.rawValue)"),
        ].joined(separator: "; ")
    }
}
