import Situation
import Terminal
import Watch
import Wording

/// The seat: who holds it, since when, and what is handed over: the draft, or the handover that goes on.
struct ShiftPage {
    let look: Look

    private var speech: Speech { look.speech }
    private var seat: ShiftRecord? { look.model.seat }

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        let head = head
        let (top, rest) = area.splitTop(min(head.height(width: area.width), area.height / 2))
        for (line, text) in head.lines.enumerated() where line < top.height {
            page.draw(Text(text), in: Rect(x: top.x, y: top.y + line, width: top.width, height: 1))
        }
        let listing = look.handoverListing
        guard area.width >= Self.wideColumns else {
            let (list, bottom) = rest.splitBottom(rest.height >= 12 ? min(3, lineOfItem.count) : 0)
            page.add(.main, listing, in: list)
            for (line, text) in lineOfItem.prefix(bottom.height).enumerated() {
                page.draw(
                    Text(text), in: Rect(x: bottom.x, y: bottom.y + line, width: bottom.width, height: 1))
            }
            return page
        }
        let (left, right) = rest.splitLeft(rest.width * 3 / 5)
        page.add(.main, listing, in: left)
        page.add(aside, in: right.splitLeft(3).rest)
        return page
    }

    private static let wideColumns = 110

    // MARK: Who

    private var head: HeadLines {
        var head = HeadLines()
        let name = StyledText("\(look.model.context.seat)  ", .heading)
        guard let holder = seat?.holder else {
            head.lines.append(name.appending(speech("watch.shift-page.nobody"), .attention))
            return head
        }
        var line = name.appending(
            "\(holder.person), \(speech("watch.role.\(holder.role.rawValue)")), "
                + "\(speech("watch.shift-page.since")) \(speech.brief(holder.since, now: look.model.now))")
        if holder.isEmergency {
            line = line.appending("  \(look.marks.up) \(speech("watch.work.shift.emergency"))", .warning)
        }
        head.lines.append(line)
        if !(seat?.uncountersigned.isEmpty ?? true) {
            let people = seat?.uncountersigned.values.map(\.rawValue).sorted().joined(separator: ", ") ?? ""
            head.lines.append(
                StyledText(
                    "\(look.marks.up) \(speech("watch.work.shift.uncountersigned", ["people": .text(people)]))",
                    .warning))
        }
        // Whose acts the keys are, which in a handover is not always the holder.
        head.lines.append(
            StyledText(
                speech("watch.work.shift.acting", ["person": .text(look.model.author.rawValue)]), .muted))
        head.lines.append(state)
        return head
    }

    /// How far the handover is; that this is only its draft where none goes on.
    private var state: StyledText {
        guard let progress = seat?.handover else {
            let count = look.model.handoverDraft?.items.count ?? 0
            return StyledText(speech("watch.work.shift.draft", ["count": .number(count)]), .heading)
        }
        var text = StyledText(
            speech(
                "watch.work.shift.progress",
                [
                    "person": .text(progress.handover.to.rawValue),
                    "done": .number(progress.accepted.count), "count": .number(progress.handover.items.count),
                ]), .heading)
        if !progress.questions.isEmpty {
            text = text.appending(
                "  \(look.marks.unknown) \(speech("watch.work.shift.questions", ["count": .number(progress.questions.count)]))",
                .attention)
        }
        return text
    }

    // MARK: What is said about the item marked, and the words of the outgoing officer

    private var lineOfItem: [StyledText] {
        guard let progress = seat?.handover else { return [] }
        var lines: [StyledText] = []
        if let item = look.model.chosenItem {
            if let question = progress.questions[item] {
                lines.append(StyledText("\(look.marks.unknown) \(question)", .attention))
            }
            if let answer = progress.answers[item] {
                lines.append(StyledText("\(look.marks.arrow) \(answer)", .normal))
            }
        }
        if lines.isEmpty, !progress.handover.words.isEmpty {
            lines.append(StyledText(progress.handover.words, .muted))
        }
        return lines
    }

    private var aside: Document {
        var document = Document()
        if let progress = seat?.handover {
            if !progress.handover.words.isEmpty {
                document.heading(speech("watch.work.field.own-words"))
                document.text(progress.handover.words, indent: 1)
            }
            for (item, question) in progress.questions.sorted(by: { $0.key < $1.key }) {
                document.heading("\(look.marks.unknown) \(look.words(item))")
                document.text(question, .attention, indent: 1)
            }
            for (item, answer) in progress.answers.sorted(by: { $0.key < $1.key }) {
                document.heading("\(look.marks.arrow) \(look.words(item))")
                document.text(answer, indent: 1)
            }
        }
        guard let draft = look.model.handoverDraft else { return document }
        add(draft, to: &document)
        return document
    }

    /// What is only read: posts, shelters, what changed during the shift.
    private func add(_ draft: HandoverDraft, to document: inout Document) {
        if !draft.posts.isEmpty { document.heading(speech("console.tab.checkpoints")) }
        for post in draft.posts {
            let wait = post.incoming.queue?.wait
            document.line(
                look.mark(Attention(post)).appending(
                    TextWidth.pad(look.names.checkpoint(post.id), to: 24) + " "
                )
                .appending(wait.map { speech.wait($0) } ?? "", .muted))
        }
        if !draft.shelters.isEmpty { document.heading(speech("console.tab.shelters")) }
        for site in draft.shelters {
            document.line(
                look.mark(Attention(site)).appending(TextWidth.pad(look.names.shelter(site.id), to: 24) + " ")
                    .appending(speech.percent(site.occupancy), .muted))
        }
        let changes = draft.changes
        document.heading(speech("watch.work.shift.changes"))
        document.text(
            speech(
                "watch.work.shift.summary",
                [
                    "done": .number(changes.tasksDone), "started": .number(changes.started.count),
                    "ended": .number(changes.ended.count), "significant": .number(changes.significant.count),
                ]), indent: 1)
        for level in changes.levels {
            document.line(
                " \(look.names.section(level.section)): \(speech("watch.level.\(level.level.rawValue)"))  "
                    + speech.brief(level.at, now: look.model.now), .muted)
        }
    }
}

/// The lines over the list.
private struct HeadLines {
    var lines: [StyledText] = []
    func height(width: Int) -> Int { lines.count }
}
