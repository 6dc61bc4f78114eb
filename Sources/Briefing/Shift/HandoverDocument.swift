import Language
import Situation
import Watch
import Wording

/// The document of a handover: what stands open and who accepted it, what happened in the shift, and where the journal
/// stood, to print and sign.
public struct HandoverDocument: Sendable {
    /// What the picture says at the moment of the handover.
    public let draft: HandoverDraft
    public let picture: Picture
    public let reading: SituationReading
    /// How far it is; `nil` before it was begun.
    public let progress: ShiftRecord.HandoverProgress?
    /// Who took the seat over; `nil` while it goes on.
    public let closing: Closing?
    public let position: JournalPosition

    /// How a seat passed on.
    public struct Closing: Hashable, Sendable {
        public let holder: ShiftRecord.Holder
        /// Whether one who took it by telephone has yet to confirm it in person.
        public let isUncountersigned: Bool

        public init(holder: ShiftRecord.Holder, isUncountersigned: Bool) {
            self.holder = holder
            self.isUncountersigned = isUncountersigned
        }
    }

    public init(
        draft: HandoverDraft, picture: Picture, reading: SituationReading,
        progress: ShiftRecord.HandoverProgress?, closing: Closing?, position: JournalPosition
    ) {
        self.draft = draft
        self.picture = picture
        self.reading = reading
        self.progress = progress
        self.closing = closing
        self.position = position
    }

    /// As plain text.
    public func text(_ words: EntryWords) -> String { document(words).text }

    /// As one HTML file that prints on A4.
    public func html(_ words: EntryWords) -> String {
        document(words).html(language: words.speech.language.rawValue)
    }
}

extension HandoverDocument {
    private func document(_ words: EntryWords) -> PrintedDocument {
        let speech = words.speech
        let sections = [
            outgoingWords(speech), items(words), posts(words), shelters(words), changes(words),
            countersignatures(speech),
        ]
        return PrintedDocument(
            title: title(speech), mark: position.mark(speech), facts: facts(speech),
            sections: sections.compactMap(\.self),
            signatures: ["outgoing", "incoming"].map { speech("watch.handover.\($0)") },
            foot: position.foot(speech))
    }

    private func title(_ speech: Speech) -> String {
        if closing?.holder.isEmergency == true { return speech("watch.handover.title-emergency") }
        return speech(progress == nil ? "watch.handover.title-draft" : "watch.handover.title")
    }

    private func facts(_ speech: Speech) -> [PrintedDocument.Fact] {
        func fact(_ key: String, _ value: String) -> PrintedDocument.Fact {
            PrintedDocument.Fact(label: speech("watch.handover.\(key)"), value: value)
        }
        var facts = [
            fact("seat", draft.seat.rawValue),
            fact("outgoing", draft.holder.map { person($0, speech) } ?? Speech.none),
            fact("since", draft.holder.map { speech.moment($0.since) } ?? Speech.none),
            fact("incoming", progress?.handover.to.rawValue ?? Speech.none),
            fact("time", speech.moment(draft.now)),
        ]
        if let closing {
            facts.append(
                fact("taken", "\(person(closing.holder, speech)), \(speech.moment(closing.holder.since))"))
            if closing.isUncountersigned {
                facts.append(fact("note", speech("watch.handover.uncountersigned")))
            }
        }
        return facts
    }

    private func person(_ holder: ShiftRecord.Holder, _ speech: Speech) -> String {
        "\(holder.person), \(speech("watch.role.\(holder.role.rawValue)")), "
            + speech("watch.credential.\(holder.credential.rawValue)")
    }

    private func outgoingWords(_ speech: Speech) -> PrintedDocument.Section? {
        guard let text = progress?.handover.words, !text.isEmpty else { return nil }
        return PrintedDocument.Section(
            heading: speech("watch.handover.words"), body: .lines(text.split(separator: "\n").map(String.init)))
    }

    /// The open things of what was handed over, or of what would be.
    private func items(_ words: EntryWords) -> PrintedDocument.Section {
        let speech = words.speech
        let items = progress?.handover.items ?? draft.items
        let details = HandoverItemWords(words: words, picture: picture, reading: reading, now: draft.now)
        let heading = speech("watch.handover.items", ["count": .number(items.count)])
        guard !items.isEmpty else {
            return PrintedDocument.Section(heading: heading, body: .lines([speech("watch.handover.no-items")]))
        }
        let rows = items.map { item in
            [speech("watch.handover.kind.\(item.kind.rawValue)"), details.text(item), state(of: item.id, speech)]
        }
        return PrintedDocument.Section(
            heading: heading,
            body: .table(
                ["kind-column", "item-column", "state-column"].map { speech("watch.handover.\($0)") }, rows: rows))
    }

    private func state(of item: HandoverItem.ID, _ speech: Speech) -> String {
        guard let progress else { return Speech.none }
        var parts: [String] = []
        if let answer = progress.answers[item] {
            parts.append(speech("watch.handover.answered", ["words": .text(answer)]))
        }
        if let question = progress.questions[item] {
            parts.append(speech("watch.handover.asked", ["words": .text(question)]))
        }
        parts.append(speech(progress.accepted.contains(item) ? "watch.handover.accepted" : "watch.handover.open"))
        return parts.joined(separator: "; ")
    }
}

// MARK: - What stands and what happened

extension HandoverDocument {
    private func posts(_ words: EntryWords) -> PrintedDocument.Section? {
        let speech = words.speech
        let columns = ["checkpoint", "status", "times", "queue", "wait", "age"]
        return section("watch.handover.posts", columns, speech) {
            draft.posts.map { post in
                [
                    words.names.checkpoint(post.id),
                    post.status.map { speech("words.status.\($0.value.rawValue)") } ?? Speech.none,
                    speech.figure(post.timesUsual, speech.times), speech.number(post.incoming.queue?.persons),
                    speech.wait(post.incoming.queue?.wait), speech.age(post.freshness),
                ]
            }
        }
    }

    private func shelters(_ words: EntryWords) -> PrintedDocument.Section? {
        let speech = words.speech
        let columns = ["shelter", "occupied", "open", "free", "runway", "age"]
        return section("watch.handover.shelters", columns, speech) {
            draft.shelters.map { shelter in
                [
                    words.names.shelter(shelter.id), speech.count(shelter.occupied),
                    speech.count(shelter.openBeds), speech.number(shelter.free), speech.runway(shelter.runway),
                    speech.age(shelter.freshness),
                ]
            }
        }
    }

    private func section(
        _ heading: String, _ columns: [String], _ speech: Speech, rows: () -> [[String]]
    ) -> PrintedDocument.Section? {
        let rows = rows()
        guard !rows.isEmpty else { return nil }
        return PrintedDocument.Section(
            heading: speech(heading),
            body: .table(columns.map { speech("watch.handover.column.\($0)") }, rows: rows))
    }

    private func changes(_ words: EntryWords) -> PrintedDocument.Section? {
        let speech = words.speech
        let changes = draft.changes
        guard changes.since != nil else { return nil }
        var lines: [String] = []
        let counts = changes.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { name, count in
            "\(FactKind(rawValue: name).map { speech("console.kind.\($0.rawValue)") } ?? name) \(speech.number(count))"
        }
        if !counts.isEmpty {
            lines.append(
                speech("watch.handover.entries", ["list": .text(counts.joined(separator: ", "))]))
        }
        lines += changes.levels.map {
            speech(
                "watch.handover.level-now",
                [
                    "section": .text(words.names.section($0.section)),
                    "level": .text(speech("watch.level.\($0.level.rawValue)")),
                    "time": .text(speech.moment($0.at)),
                ])
        }
        lines += changes.started.map { speech("watch.playbook.started", ["playbook": .text(words.name($0))]) }
        lines += changes.ended.map { speech("watch.handover.ended", ["playbook": .text(words.name($0))]) }
        if changes.tasksDone > 0 {
            lines.append(speech("watch.handover.tasks-done", ["count": .number(changes.tasksDone)]))
        }
        lines += changes.significant.map {
            speech(
                "watch.handover.significant",
                [
                    "entry": .text($0.description),
                    "reason": .text(picture.watch.significance[$0]?.proposed?.reason ?? ""),
                ])
        }
        guard !lines.isEmpty else { return nil }
        return PrintedDocument.Section(heading: speech("watch.handover.changes"), body: .lines(lines))
    }

    /// Who took a seat by telephone and has not confirmed it in person.
    private func countersignatures(_ speech: Speech) -> PrintedDocument.Section? {
        let waiting = picture.watch.seats.values.flatMap(\.uncountersigned).sorted { $0.key < $1.key }
        guard !waiting.isEmpty else { return nil }
        return PrintedDocument.Section(
            heading: speech("watch.handover.countersignatures"),
            body: .lines(waiting.map { "\($0.value): \($0.key)" }))
    }
}
