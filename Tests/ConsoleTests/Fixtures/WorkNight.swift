import Console
import Language
import Planning
import Situation
import Support
import Terminal
import Watch

/// The bad night with work on it: a playbook in force with a late task, another proposed, figures that disagree, a note
/// proposed as significant, and a handover that goes on.
struct WorkNight {
    static let run: PlaybookRunID = "mass-influx/ru-west/7"
    static let late = TaskRef(run: run, step: "B1")
    static let asking = TaskRef(run: run, step: "B6")
    static let telling = TaskRef(run: run, step: "B8")
    static let lanes = TaskRef(run: run, step: "B3")
    static let done = TaskRef(run: run, step: "B9")
    static let contradiction: ContradictionID = "sum-KZ-27-1"
    static let outgoing: PersonName = "Б. Сағынов"
    static let incoming: PersonName = "А. Қасымова"
    static let seat: SeatName = "duty-officer"

    let now: Instant
    private(set) var entries: [Entry] = []
    private var number: Int64 = 0

    init(now: Instant) { self.now = now }

    /// The console of the night's officer, who has signed on; with a handover going on where it is asked for.
    static func sitting(
        _ size: Size = Size(columns: 80, rows: 24), language: Language = .kk, handover: Bool = false
    ) throws -> Sitting {
        var sitting = try Sitting(language: language, size: size)
        let situation = try SampleSituation.badNight.get()
        var night = WorkNight(now: situation.now)
        night.work(in: situation.update)
        if handover { night.handover() }
        var picture = situation.update.picture
        for entry in night.entries { picture.apply(entry) }
        sitting.tell(.policyLoaded(try Shipped.policy()))
        sitting.tell(
            .pictureArrived(
                PictureUpdate(
                    picture: picture, contested: situation.update.contested,
                    recent: situation.update.recent + night.entries)))
        _ = sitting.takeEffects()
        return sitting
    }

    private mutating func add(_ fact: Fact, ago: Int, by person: PersonName? = nil) {
        number += 1
        let known = now - .minutes(ago)
        let author = person.map { Author(person: $0, seat: Self.seat) } ?? .system("watch")
        entries.append(
            Entry(
                id: EntryID(station: "work", number: number), recorded: HybridTime(known),
                known: HybridTime(known),
                about: .moment(known), author: author, source: SourceID(author.person.rawValue),
                confidence: .reported, fact: fact))
    }

    private mutating func work(in update: PictureUpdate) {
        add(
            .shift(ShiftEvent(Self.seat, .signedOn(Self.outgoing, .dutyOfficer, .pin))), ago: 400,
            by: Self.outgoing)
        playbook()
        tasks()
        let figures = update.recent.filter { if case .checkpointReport = $0.fact { true } else { false } }
        if figures.count > 1 { contradict(figures[0], figures[1]) }
        add(.note(Note(text: "Сырымда екі жолақ жабылды", place: "syrym")), ago: 20, by: Self.outgoing)
        if let note = entries.last?.id {
            add(
                .significance(SignificanceEvent(note, .proposed(reason: "өткізу қабілеті азайды"))), ago: 15,
                by: Self.outgoing)
        }
    }

    private mutating func playbook() {
        let affected = PlaybookEvent.Affected(
            sections: ["ru-west"], regions: ["KZ-27"], checkpoints: ["syrym", "taskala"])
        func event(_ change: PlaybookEvent.Change) -> Fact {
            .playbook(PlaybookEvent(Self.run, of: "mass-influx", change))
        }
        add(
            event(.started(affected, phase: "confirm", reason: "кезек алты сағаттан асты")), ago: 120,
            by: Self.outgoing)
        add(event(.phaseProposed(phase: "receive", trigger: "beds-end")), ago: 5)
        let figures = [LevelEvent.Reason(metric: "health.cases", subject: "KZ", value: 3, limit: 1)]
        add(
            .playbook(
                PlaybookEvent(
                    "epidemic/KZ-27/1", of: "epidemic",
                    .proposed(
                        PlaybookEvent.Proposal(
                            trigger: "cases", affected: PlaybookEvent.Affected(regions: ["KZ-27"]),
                            figures: figures)))),
            ago: 12)
    }

    private mutating func tasks() {
        func open(_ task: TaskRef, _ step: String, _ lead: AgencyKey, due: Int, after: [TaskRef] = []) {
            let opening = TaskEvent.Opening(
                origin: .playbook(Self.run, "mass-influx", phase: "confirm"), step: step, lead: lead,
                support: ["MIA"], due: now + .minutes(due), after: after)
            add(.task(TaskEvent(task, .opened(opening))), ago: 120, by: Self.outgoing)
        }
        open(Self.late, "B1", "NSC", due: -90)
        open(Self.asking, "B6", "NSC", due: -10, after: [Self.late])
        open(Self.telling, "B8", "MLSP", due: 20, after: [Self.late])
        open(Self.lanes, "B3", "NSC", due: 95)
        open(Self.done, "B9", "LEB", due: 300)
        add(.task(TaskEvent(Self.lanes, .accepted)), ago: 60, by: Self.outgoing)
        add(.task(TaskEvent(Self.lanes, .begun)), ago: 50, by: Self.outgoing)
        add(.task(TaskEvent(Self.done, .done(.word("су жеткізілді")))), ago: 30, by: Self.outgoing)
        add(.task(TaskEvent(Self.late, .escalated(to: "MIA"))), ago: 70)
    }

    private mutating func contradict(_ first: Entry, _ second: Entry) {
        let finding = ContradictionEvent.Finding(
            rule: "sum", variant: "posts", subject: "KZ-27",
            first: ContradictionEvent.Figure(value: 49_464, entry: first.id, source: "akimat-wko"),
            second: ContradictionEvent.Figure(value: 16_862, entry: second.id, source: "nsc-border"),
            gap: 32_602)
        add(.contradiction(ContradictionEvent(Self.contradiction, .raised(finding))), ago: 35)
    }

    /// Begun ten minutes ago: the first item is accepted, the second returned with a question.
    private mutating func handover() {
        let items = [
            HandoverItem(.playbook, Self.run.rawValue), HandoverItem(.task, Self.late.rawValue),
            HandoverItem(.task, Self.telling.rawValue),
            HandoverItem(.contradiction, Self.contradiction.rawValue),
        ]
        let document = Handover(
            to: Self.incoming, items: items, words: "Сырымға назар аударыңыз", entryCount: 40, head: nil)
        func shift(_ change: ShiftEvent.Change, _ ago: Int, _ person: PersonName) {
            add(.shift(ShiftEvent(Self.seat, change)), ago: ago, by: person)
        }
        shift(.handoverBegun(document), 10, Self.outgoing)
        shift(.itemAccepted(items[0].id), 8, Self.incoming)
        shift(.itemReturned(items[1].id, question: "Неге кешікті?"), 7, Self.incoming)
    }
}
