import Planning
import Simulation
import Situation
import Watch

/// An exercise as it goes on: the played world, the director's list, what trainees did and what follows from it.
///
/// A value without files or clocks. Whoever holds it hands it every entry of the journal and every line of the
/// director's record in the order in which they came, plays it forward, and appends what it gives.
public struct ExerciseGame: Sendable {
    public let stage: ExerciseStage
    public private(set) var run: StagedRun
    public private(set) var state: DirectorState
    /// What was expected of the trainees, and what they did.
    public private(set) var ledger: ActionLedger
    /// Numbers of the injects that reached their stations.
    public private(set) var sent: Set<Int> = []
    /// Entries that may change the world and have no minute yet.
    private var pending: [Entry] = []
    private var memory = HoldMemory()
    /// How often each epidemic was told of.
    private var told: [SourceID: Int] = [:]

    public init(_ stage: ExerciseStage) {
        self.stage = stage
        run = stage.run()
        state = DirectorState(stage)
        ledger = ActionLedger(stage.plan)
    }

    /// What a look around gives.
    public struct Look: Sendable {
        /// For the journal.
        public var drafts: [Draft] = []
        /// For the director's record.
        public var lines: [DirectorEntry] = []
    }
}

// MARK: - Taking in

extension ExerciseGame {
    /// Takes in an entry of the journal.
    ///
    /// - Parameter picture: with the entry taken in.
    public mutating func take(_ entry: Entry, _ picture: Picture) {
        ledger.note(entry, picture)
        switch entry.fact {
        case .exercise(.effect(let effect)):
            pending.removeAll { $0.id == effect.cause }
            run.schedule(effect)
        case .exercise(.inject(let inject)): sent.insert(inject.number)
        case .act, .reserve: pending.append(entry)
        case .healthReport: told[entry.source, default: 0] += 1
        default: break
        }
    }

    /// Takes in a line of the director's record.
    public mutating func take(_ line: DirectorEntry) {
        state.apply(line)
        if case .world(let order) = line.order, let moment = line.effective {
            run.schedule(order, at: moment)
        }
    }

    /// Plays to `moment`; what posts and shelters report on the way.
    ///
    /// - Throws: `ConservationBreach`, an error of the engine.
    public mutating func advance(to moment: Instant) throws(ConservationBreach) -> [Draft] {
        try run.advance(to: moment)
    }

    /// For one who takes over: everything that was ordered before is done already.
    public mutating func forgetToDo() { state.forgetToDo() }
}

// MARK: - Looking around

extension ExerciseGame {
    /// What happens at `reading.now` besides the played world: injects, answers of agencies, the minutes at which what
    /// was ordered takes effect.
    public mutating func look(
        _ picture: Picture, _ reading: SituationReading, playbooks: [Playbook]
    ) -> Look {
        var look = Look()
        let now = reading.now
        giveMinutes(picture, now, &look)
        changeWorld(now, &look)
        speakForAgencies(picture, playbooks, now, &look)
        send(WatchFigures(picture, reading), &look)
        tellOfEpidemics(now, &look)
        return look
    }

    /// The next whole minute at which something can change the world.
    private func minute(from moment: Instant) -> Instant { max(run.now, moment.roundedUpToMinute) }

    private mutating func giveMinutes(_ picture: Picture, _ now: Instant, _ look: inout Look) {
        let consequences = Consequences(stage: stage, run: run, picture: picture)
        for entry in pending {
            guard let outcome = consequences.outcome(of: entry) else { continue }
            let effect = ExerciseEffect(
                cause: entry.id, order: outcome.order, acts: outcome.acts,
                at: minute(from: entry.known.instant + outcome.delay))
            look.drafts.append(
                Draft(
                    .exercise(.effect(effect)), about: .moment(now), author: .system("exercise"),
                    source: "exercise"))
        }
        pending = []
    }

    private mutating func changeWorld(_ now: Instant, _ look: inout Look) {
        for line in state.takeWorldToDo() {
            var done = line
            done.effective = minute(from: line.at)
            look.lines.append(done)
        }
    }

    private mutating func speakForAgencies(
        _ picture: Picture, _ playbooks: [Playbook], _ now: Instant, _ look: inout Look
    ) {
        let player = AgencyPlayer(stage: stage)
        var byHand: Set<ThreadID> = []
        for line in state.takeAgencyToDo() {
            guard case .agency(let order) = line.order, let draft = player.said(order, picture, now) else {
                continue
            }
            if let thread = draft.fact.thread { byHand.insert(thread) }
            look.drafts.append(draft)
        }
        let played =
            player.onTasks(picture, playbooks: playbooks, now: now) + player.onOrders(picture, now: now)
        look.drafts += played.filter { draft in draft.fact.thread.map { !byHand.contains($0) } ?? true }
    }
}

// MARK: - Injects

extension ExerciseGame {
    private mutating func send(_ figures: WatchFigures, _ look: inout Look) {
        let script = InjectScript(state: state, sent: sent, ledger: ledger)
        for ready in script.ready(figures, &memory) { send(ready, figures, &look) }
    }

    private func send(_ ready: InjectScript.Ready, _ figures: WatchFigures, _ look: inout Look) {
        let now = figures.now
        if let planned = ready.planned {
            if let change = planned.change {
                look.lines.append(
                    DirectorEntry(
                        at: now, by: Self.name, .world(DirectorOrder.WorldOrder(change)),
                        effective: minute(from: now)))
            }
            if let draft = planned.report?.draft(figures.reading, now: now) { look.drafts.append(draft) }
            if case .agency = planned.to {
                look.lines.append(
                    DirectorEntry(at: now, by: Self.name, .inject(.delivered(number: planned.number))))
                return
            }
        }
        guard let message = message(ready) else { return }
        look.drafts.append(
            Draft(
                .exercise(.inject(message)), about: .moment(now), author: .system("exercise"),
                source: "exercise"))
    }

    /// Who writes the program's own lines into the record.
    public static let name = "exercise"

    private func message(_ ready: InjectScript.Ready) -> InjectMessage? {
        let reworded = state.changes[ready.number]?.text
        if let inject = ready.planned {
            return InjectMessage(
                number: inject.number, from: words(inject.from), to: stations(inject.to),
                means: inject.means.rawValue, text: reworded ?? inject.text.byLanguage)
        }
        return ready.invented.map { inject in
            InjectMessage(
                number: inject.number,
                from: PlanText(all: inject.from).byLanguage,
                to: inject.to, means: inject.means, text: reworded ?? inject.text)
        }
    }

    private func words(_ sender: InjectSender) -> [String: String] {
        switch sender {
        case .words(let text): text.byLanguage
        case .agency(let agency):
            stage.words.names[agency] ?? PlanText(all: agency.rawValue).byLanguage
        }
    }

    private func stations(_ receiver: InjectReceiver) -> [String] {
        switch receiver {
        case .all, .agency: []
        case .station(let station): [station.rawValue]
        }
    }
}

// MARK: - Epidemics

extension ExerciseGame {
    /// Cases are told every six hours; how many follows from the seed.
    private static let rhythm = Span.hours(6)

    private func tellOfEpidemics(_ now: Instant, _ look: inout Look) {
        for entry in state.entries {
            guard case .world(.epidemic(let region, let disease, let perDay, let minutes)) = entry.order,
                let begin = entry.effective
            else { continue }
            let source = SourceID("epidemic:\(region)/\(disease)/\(begin.milliseconds)")
            let passed = min(now, begin + .minutes(minutes)) - begin
            let due = Int(passed.milliseconds / Self.rhythm.milliseconds)
            for number in (told[source] ?? 0)..<max(due, told[source] ?? 0) {
                var stream = RandomStream(seed: stage.seed, name: "\(source)/\(number)")
                let cases = PoissonLaw(mean: perDay * Self.rhythm.inHours / 24).draw(from: &stream)
                let report = HealthReport(place: region.rawValue, cases: [disease: cases])
                let from = begin + Span(milliseconds: Self.rhythm.milliseconds * Int64(number))
                guard let period = Period(from: from, to: from + Self.rhythm) else { continue }
                look.drafts.append(
                    Draft(
                        .healthReport(report), about: .period(period),
                        author: Author(person: "inject", seat: AgencyPlayer.seat), source: source))
            }
        }
    }
}

extension PlanText {
    /// The texts by the names of their languages.
    var byLanguage: [String: String] {
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, self[$0]) })
    }
}
