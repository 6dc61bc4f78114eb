import Reference
import Situation
import Terminal
import Wording

/// One border section: the level in force and the one proposed, its figures, its posts, and what was decided before.
struct SectionDetail {
    let look: Look
    let section: SectionReading

    private var speech: Speech { look.speech }
    private var record: LevelRecord? { look.watch.levels[section.id] }

    func laidOut(in area: Rect) -> Page { look.detailPage(now, background, in: area) }

    var document: Document {
        var all = now
        all.append(background)
        return all
    }

    // MARK: Now

    private var now: Document {
        var document = Document()
        let attention = Attention(section)
        document.line(
            look.mark(attention).appending(" ").appending(look.names.section(section.id) + "  ", .heading)
                + look.level(section.id))
        addLevel(to: &document)
        addFigures(to: &document)
        addReactions(to: &document)
        look.addOrders(of: .section(section.id), to: &document)
        return document
    }

    private func addLevel(to document: inout Document) {
        let level = record?.level ?? .low
        let word = speech("watch.level.\(level.rawValue)")
        if let confirmed = record?.confirmed {
            document.field(
                speech("watch.levels.in-force"), "\(word) — \(words(confirmed))", look.style(of: level))
        } else {
            document.field(
                speech("watch.levels.in-force"), "\(word) — \(speech("watch.levels.nobody"))", .muted)
        }
        if let proposal = record?.proposal {
            let proposed = speech("watch.level.\(proposal.level.rawValue)")
            document.field(
                speech("watch.levels.proposed"),
                "\(look.marks.diamond) \(proposed), \(speech.moment(proposal.since))", .attention)
            for reason in proposal.because { document.text(look.words(reason), indent: 18) }
        }
        if let declined = record?.declined {
            let until = speech("watch.alarm-page.until", ["time": .text(speech.moment(declined.until))])
            document.field(
                speech("watch.levels.declined"),
                "\(speech("watch.level.\(declined.level.rawValue)")) (\(until)) — \(words(declined.decision))"
            )
        }
    }

    /// Who decided, when, and why.
    private func words(_ decision: LevelRecord.Decision) -> String {
        "\(decision.by.person), \(speech.moment(decision.at)): \(decision.reason)"
    }

    private func addFigures(to document: inout Document) {
        for (key, day) in [("console.post.in", section.inflow), ("console.post.out", section.outflow)] {
            document.field(
                speech(key),
                day.map { StyledText(look.persons($0.persons)) } ?? StyledText(Speech.none, .muted))
        }
        document.field(speech("console.post.times"), look.figure(section.timesUsual) { speech.times($0) })
        document.field(
            speech("console.post.queue-in"),
            section.queue.map { StyledText(look.persons($0)) } ?? StyledText(Speech.none, .muted))
        document.field(speech("watch.levels.longest-wait"), speech.wait(section.wait))
        document.field(
            speech("console.column.posts"), "\(section.postsReporting)/\(section.postsTotal)")
        document.field(
            speech("console.column.age"), speech.age(section.freshness),
            section.freshness.isFresh ? .normal : .attention)
    }

    /// What the level obliges to, as tasks.
    private func addReactions(to document: inout Document) {
        let tasks = look.watch.tasks.values.filter {
            if case .level(section.id, _) = $0.opening.origin { true } else { false }
        }.sorted { ($0.opening.due, $0.id) < ($1.opening.due, $1.id) }
        guard !tasks.isEmpty else { return }
        document.heading(speech("watch.levels.reactions"))
        for task in tasks {
            let isLate = task.isOverdue(at: look.shownMoment)
            document.line(
                StyledText("\(isLate ? look.marks.up : " ") ", .warning)
                    .appending("\(look.name(task.id))  ")
                    .appending(
                        "\(look.agency(task.opening.lead)), \(speech("watch.task-state.\(task.state.rawValue)"))",
                        isLate ? .warning : .muted))
        }
    }

    // MARK: Background

    private var background: Document {
        var document = Document()
        addAlarms(to: &document)
        addPosts(to: &document)
        addHistory(to: &document)
        return document
    }

    private var posts: [CheckpointReading] {
        (look.reading?.checkpoints ?? []).filter { $0.section == section.id }
            .enumerated().sorted { left, right in
                let levels = (Attention(left.element), Attention(right.element))
                return levels.0 == levels.1 ? left.offset < right.offset : levels.0 > levels.1
            }.map(\.element)
    }

    /// Alarms of the section and of its posts.
    private func addAlarms(to document: inout Document) {
        let places = Set(posts.map(\.id.rawValue)).union([section.id.rawValue])
        let rows = look.alarmRows.filter { places.contains($0.record.id.subject) }
        guard !rows.isEmpty else { return }
        document.heading(speech("console.tab.alarms"))
        for row in rows {
            document.line(look.mark(row).appending(" \(look.alarmName(row.record.id))"))
        }
    }

    private func addPosts(to document: inout Document) {
        document.heading(speech("console.column.posts"))
        for post in posts {
            let inflow = speech(
                "console.region.inflow", ["count": .text(speech.number(post.incoming.lastDay?.persons))])
            let wait = post.incoming.queue?.wait.map {
                ", " + speech("console.fact.wait", ["time": .text(speech.wait($0))])
            }
            document.line(
                look.mark(Attention(post))
                    .appending(" " + TextWidth.pad(look.names.checkpoint(post.id), to: 22) + " ")
                    .appending(inflow + (wait ?? ""), .muted))
        }
    }

    private func addHistory(to document: inout Document) {
        let entries = look.model.log.entries.filter {
            if case .level(let event) = $0.fact { event.section == section.id } else { false }
        }.suffix(20)
        guard !entries.isEmpty else { return }
        document.heading(speech("watch.levels.history"))
        for entry in entries.reversed() {
            document.line(
                StyledText(" \(speech.brief(entry.known.instant, now: look.shownMoment)) ", .muted)
                    + look.sentence(entry).appending("  \(entry.author.person)", .muted))
        }
    }
}

extension Look {
    /// The level of a section beside its name: the one in force above low, and a mark with the one that is proposed.
    func level(_ section: SectionID, isShort: Bool = false) -> StyledText {
        let family = isShort ? "level-short" : "level"
        guard let record = watch.levels[section] else { return "" }
        let proposed = record.proposal.map {
            StyledText("\(marks.diamond)\(speech("watch.\(family).\($0.level.rawValue)"))", .attention)
        }
        guard record.level > .low else { return proposed ?? "" }
        let level = StyledText(speech("watch.\(family).\(record.level.rawValue)"), style(of: record.level))
        // Where there is room for one word the question comes before what stands.
        guard let proposed else { return level }
        return isShort ? proposed : level.appending(" ") + proposed
    }

    func style(of level: ImpactLevel) -> Style {
        switch level {
        case .low: .normal
        case .medium: .warning
        case .high, .critical: .critical
        }
    }
}
