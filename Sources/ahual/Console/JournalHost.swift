import Console
import Dispatch
import Exercise
import Foundation
import Language
import Situation
import Store
import Watch

/// Does for the screens what they want done outside them. Disk and simulator work happens elsewhere; the main
/// actor only passes messages.
@MainActor
final class JournalHost: ConsoleHost {
    let surroundings: Surroundings
    let maker: ContextMaker
    let moment: PictureMoment
    var journal: Journal
    var exercise: Demonstration?
    /// How this console takes part in an exercise that is more than the demonstration.
    var drill: DrillSeat?
    /// The seat of this console.
    let seat: SeatName
    var live: LiveAlarmWatch?
    private(set) var keeper: PictureKeeper
    var past = PastLook()
    /// Who acts at this console, once somebody signed on.
    var signedOn: PersonName?
    /// What stood of the seat when the journal was last looked at.
    var seatRecord: ShiftRecord?
    var watchkeeper: WatchKeeper?
    var isLooking = false
    private let forecasts: ForecastRunner
    private var watch: JournalWatch?
    private var clock: (any DispatchSourceTimer)?
    var playing: Task<Void, Never>?
    var send: @MainActor (Message) -> Void = { _ in }
    private var isUpdating = false
    private var isUpdateDue = false
    private var hasWarnedOfJump = false

    init(
        _ surroundings: Surroundings, maker: ContextMaker, journal: Journal, moment: PictureMoment,
        exercise: Demonstration?, drill: DrillSeat? = nil, seat: SeatName = "duty-officer"
    ) {
        self.drill = drill
        self.seat = seat
        self.surroundings = surroundings
        self.maker = maker
        self.journal = journal
        self.moment = moment
        self.exercise = exercise
        keeper = PictureKeeper(journal, at: moment)
        forecasts = ForecastRunner(surroundings)
    }

    /// Begins to tell `send` what happens.
    func start(_ send: @escaping @MainActor (Message) -> Void) {
        self.send = send
        follow()
        loadRest()
    }

    /// Loads what the first screen did without.
    private func loadRest() {
        let (maker, keeper, journal) = (maker, keeper, journal)
        Task.detached { [weak self] in
            do {
                // In the order in which it is missed.
                let playbooks = try maker.playbooks()
                await self?.send(.playbooksLoaded(playbooks.playbooks, faults: playbooks.faults.count))
                let (levels, rules) = (try maker.levels(), try maker.alarmRules())
                await self?.send(.levelsLoaded(levels))
                await self?.send(.alarmRulesLoaded(rules.rules))
                let plans = WatchPlans(
                    playbooks: playbooks.playbooks, alarmRules: rules.rules(by: maker.reference),
                    levels: levels)
                await self?.startWatch(
                    WatchKeeper(journal, pictures: keeper, reference: maker.reference, plans: plans),
                    of: journal)
                await self?.send(.contactsLoaded(try maker.contacts()))
                await self?.send(.catalogsLoaded(try maker.otherCatalogs()))
            } catch {
                await self?.send(.failed(Phrase("cli.console.rest-refused", ["reason": .text("\(error)")])))
            }
        }
    }

    /// Ends all work; what was being written is written first.
    func stop() async {
        watch = nil
        live = nil
        clock?.cancel()
        playing?.cancel()
        await playing?.value
        await forecasts.stop()
    }

    // MARK: Following the journal

    private func follow() {
        look()
        watch = JournalWatch(journal.path, queue: .main) { [weak self] in
            MainActor.assumeIsolated { self?.look() }
        }
        startClock()
        if let drill, playing == nil { takePart(in: drill) }
        guard let run = exercise?.run else { return }
        playing = Task { [weak self] in
            await run.resume()
            do throws(ExerciseFault) {
                try await run.playOn()
            } catch {
                self?.send(.failed(error.phrase))
            }
        }
    }

    /// Asks for the picture, one question at a time: what changes meanwhile is asked for afterwards.
    private func look() {
        guard !isUpdating else {
            isUpdateDue = true
            return
        }
        isUpdating = true
        let keeper = keeper
        Task {
            do {
                if let update = try await keeper.update() {
                    seatRecord = update.picture.watch.seats[seat]
                    send(.pictureArrived(update))
                    followBranch(update.picture.exercise.branch)
                    // The clock of an exercise that nobody plays here is the time of its last entry.
                    if exercise == nil, drill == nil, journal.header.nature == .exercise { tick() }
                    lookAround()
                }
            } catch let error as StoreError {
                send(.failed(error.phrase))
            }
            isUpdating = false
            if isUpdateDue {
                isUpdateDue = false
                look()
            }
        }
    }

    /// The wall clock moves by minutes on the screen; an exercise's runs faster and is shown twice a second.
    private func startClock() {
        clock?.cancel()
        clock = nil
        tick()
        guard !moment.isPast else { return }
        let timer = DispatchSource.makeTimerSource(queue: .main)
        if exercise != nil || drill != nil {
            timer.schedule(deadline: .now() + 0.5, repeating: 0.5, leeway: .milliseconds(50))
        } else {
            let second = 60 - Double(surroundings.now().milliseconds % 60_000) / 1000
            timer.schedule(deadline: .now() + second, repeating: 60, leeway: .milliseconds(100))
        }
        timer.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.tick() } }
        timer.activate()
        clock = timer
    }

    private func tick() {
        lookAround()
        if let drill { return tellTime(of: drill) }
        guard let run = exercise?.run else {
            warnOfJump()
            let wall = surroundings.now()
            let now = (try? journal.now(wall: wall)) ?? wall
            send(.ticked(moment.now(now)))
            return
        }
        Task {
            let state = await run.state
            send(
                .exerciseClockMoved(
                    ExerciseClockState(now: state.now, speed: state.speed, isPaused: state.isPaused)))
        }
    }
}

extension JournalHost {
    /// Says once that the wall clock has jumped and is not followed.
    private func warnOfJump() {
        guard !hasWarnedOfJump, let jump = surroundings.clockJump else { return }
        hasWarnedOfJump = true
        let size = jump > .zero ? jump : .zero - jump
        send(.failed(Phrase("cli.console.clock-jumped", ["span": .text(surroundings.speech.span(size))])))
    }
}

// MARK: - Effects

extension JournalHost {
    func perform(_ effect: Effect, reply: @escaping @MainActor (Message) -> Void) {
        switch effect {
        case .appendNote(let text, let place, let draft): append(text, place: place, draft, reply)
        case .act(let act, let id): perform(act, id, reply)
        case .signOn(let who, let id): signOn(who, id, reply)
        case .saveDraft(let text): saveDraft(text)
        case .saveForm(let form): saveForm(form)
        case .searchLog(let query, let key): search(query, before: key, reply)
        case .loadOlderEntries(let key): loadEntries(before: key, reply)
        case .loadPolicy: loadPolicy(reply)
        case .loadScenarios: forecasts.loadScenarios(reply)
        case .startForecast(let order): forecasts.start(order, reply)
        case .stopForecast(let id): forecasts.stop(id)
        case .exercise(let order): tell(order)
        case .direct(let order, let id): direct(order, id, reply)
        case .lookAt(let moment): look(at: moment)
        case .startDemonstration: startDemonstration(reply)
        case .importFile(let path): importFile(path, reply)
        case .saveScreen(let lines): saveScreen(lines, reply)
        case .openEmptyWatch, .copyToClipboard, .suspend, .redraw, .ring, .setMouse, .quit: break
        }
    }

    private func append(
        _ text: String, place: String?, _ draft: DraftID, _ reply: @escaping @MainActor (Message) -> Void
    ) {
        let (journal, surroundings, person, seat) = (journal, surroundings, person, seat)
        Task.detached {
            do {
                let now = try await self.present()
                let author = Author(person: person, seat: seat)
                let note = Draft(
                    .note(Note(text: text, place: place)), about: .moment(now), author: author,
                    source: SourceID(author.person.rawValue))
                let intake = try journal.append([note], at: now)
                if let id = intake.stored.first { await reply(.noteStored(id, draft: draft)) }
                if let behind = intake.clockBehind {
                    await reply(.failed(ClockWarning.phrase(behind: behind, surroundings)))
                }
            } catch let error as StoreError {
                await reply(.noteRefused(error.phrase, draft: draft))
            }
        }
    }

    /// Written at once: a line is short, and the next thing may be a lost connection.
    private func saveDraft(_ text: String) {
        let path = surroundings.folders.draft(for: journal.header.id)
        if text.isEmpty {
            unlink(path)
        } else {
            try? text.write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    private func loadEntries(before key: FoldKey, _ reply: @escaping @MainActor (Message) -> Void) {
        let keeper = shownKeeper
        Task {
            do {
                let entries = try await keeper.entries(before: key)
                reply(.entriesLoaded(entries, reachedStart: entries.isEmpty))
            } catch let error as StoreError {
                reply(.failed(error.phrase))
            }
        }
    }

    private func loadPolicy(_ reply: @escaping @MainActor (Message) -> Void) {
        let files = surroundings.files
        Task.detached {
            do {
                let policy = try files.policy()
                await reply(.policyLoaded(policy))
            } catch {
                await reply(
                    .policyRefused(Phrase("cli.console.policy-refused", ["reason": .text("\(error)")])))
            }
        }
    }

    private func tell(_ order: ExerciseOrder) {
        guard let run = exercise?.run else { return }
        Task {
            switch order {
            case .pause: await run.pause()
            case .resume: await run.resume()
            case .setSpeed(let factor): await run.setSpeed(.init(clamping: factor))
            }
            tick()
        }
    }

    private func startDemonstration(_ reply: @escaping @MainActor (Message) -> Void) {
        let surroundings = surroundings
        reply(.workGoesOn(Phrase("cli.progress.demo")))
        Task {
            do {
                let opened = try await Task.detached {
                    let opened = try Demonstration.prepare(surroundings, hours: 30, speed: 60)
                    try await opened.playHistory { _ in }
                    return opened
                }.value
                take(opened)
                reply(.workGoesOn(nil))
            } catch {
                reply(.workGoesOn(nil))
                reply(.failed(Phrase("cli.console.demo-refused", ["reason": .text("\(error)")])))
            }
        }
    }

    /// Goes over to another journal.
    private func take(_ opened: Demonstration) {
        exercise = opened
        goOver(to: opened.journal)
    }

    /// Goes over to another journal.
    func goOver(to next: Journal) {
        journal = next
        keeper = PictureKeeper(journal, at: .now)
        past = PastLook()
        watchkeeper = nil
        send(.journalOpened(maker.context(of: journal, at: .now)))
        follow()
        loadRest()
    }

    private func importFile(_ path: String, _ reply: @escaping @MainActor (Message) -> Void) {
        let (journal, surroundings) = (journal, surroundings)
        reply(.workGoesOn(Phrase("cli.progress.importing")))
        Task.detached {
            var message: Message
            do {
                let outcome = try FeedFileImport(surroundings, journal: journal, showsProgress: false)
                    .run(path) { _ in }
                message = .told(ImportWords.phrase(outcome, surroundings))
            } catch let error as any Sayable {
                message = .failed(error.phrase)
            } catch {
                message = .failed(Phrase("cli.console.import-refused", ["reason": .text("\(error)")]))
            }
            await reply(.workGoesOn(nil))
            await reply(message)
        }
    }

    private func saveScreen(_ lines: [String], _ reply: @escaping @MainActor (Message) -> Void) {
        let stamp = surroundings.now().iso8601.filter(\.isNumber).prefix(14)
        let path = "\(surroundings.folders.state)/screen-\(stamp).txt"
        do {
            try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            reply(.told(Phrase("cli.console.screen-saved", ["path": .text(path)])))
        } catch {
            reply(
                .failed(
                    Phrase(
                        "store.refused", ["path": .text(path), "reason": .text(error.localizedDescription)])))
        }
    }
}
