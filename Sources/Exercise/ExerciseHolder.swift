import Drill
import Foundation
import Planning
import Simulation
import Situation
import Store
import Watch

/// Holds the engine of an exercise: plays it along its clock, does what the director ordered, and appends all that
/// follows to the exercise's journal.
///
/// Everything it needs to know stands in the journal and the director's record, so another process takes over where
/// one was lost: it plays the same world to the same minute.
public actor ExerciseHolder {
    private(set) var table: ExerciseTable
    private var clock: SimulatedClock
    /// Until when is played at once, whatever the clock says.
    private var goal: Instant?
    private var goalBegan: Instant?
    /// Whether time stands still when the goal is reached.
    private var pausesAtGoal = false
    private var published: ExerciseClockReading?
    private var troubles: [String] = []
    private var branches: [ExerciseBranch] = []
    /// The right to play the branch that is played; `nil` before there is one.
    private(set) var lock: EngineLock?
    private let plans: ExercisePlans

    /// Real time as it passes and as a clock on the wall shows it.
    private let elapsed: @Sendable () -> Duration
    private let began: Duration
    private let wall: @Sendable () -> Instant

    /// Takes an exercise up where its files say it is.
    ///
    /// - Throws: ``ExerciseFault``.
    public init(
        _ opened: OpenedExercise, plans: ExercisePlans, elapsed: @escaping @Sendable () -> Duration,
        wall: @escaping @Sendable () -> Instant
    ) throws(ExerciseFault) {
        self.plans = plans
        self.elapsed = elapsed
        began = elapsed()
        self.wall = wall
        table = try ExerciseTable(opened, plans: plans)
        // Time goes on where whoever held the engine before last said it was.
        let told = ExerciseClockReading(contentsOf: opened.files.clock)?.now
        let reached = max(table.now, opened.stage.opening, table.lastWord)
        clock = SimulatedClock(
            start: max(reached, told ?? reached), atReal: elapsed(),
            speed: SimulatedClock.Speed(clamping: table.lastSpeed ?? opened.stage.plan.speed),
            isPaused: table.phase != .running)
    }

    /// The journal that is played into.
    public var journal: Journal { table.opened.journal }

    /// The exercise's time.
    public var now: Instant { table.phase == .beforeStart ? table.now : clock.now(atReal: elapsed()) }

    /// Whether it is over.
    public var isOver: Bool { table.phase == .over }

    /// What went wrong and was passed over.
    public var faults: [String] { troubles }
}

// MARK: - Playing

extension ExerciseHolder {
    /// One step: takes in what is new, plays as far as the clock says but no longer than some ten milliseconds, and
    /// tells the stations what time it is.
    ///
    /// - Returns: whether there is more to be played at once.
    /// - Throws: ``ExerciseFault``.
    @discardableResult
    public func turn() throws(ExerciseFault) -> Bool {
        let news = try table.takeIn()
        for line in news.lines { try obey(line) }
        // Even while time stands still, what is sent by hand is sent and what is ordered gets its minute.
        if news.isNews { try table.lookAround() }
        if table.phase == .beforeStart, table.now < stage.opening { setGoal(stage.opening, pauses: true) }
        let began = elapsed()
        var isBusy = false
        while let target = nextTarget() {
            try table.play(to: target)
            if let goal, table.now >= goal { reachGoal() }
            if table.now >= stage.closing, table.phase != .over { try end(.end) }
            isBusy = nextTarget() != nil
            if elapsed() - began > .milliseconds(30) { break }
        }
        if table.phase == .running || table.phase == .paused { try stopByRule() }
        publish(isPaused: clock.isPaused)
        return isBusy
    }

    /// Plays to a moment without a clock, step by step: for tests and for runs that nobody watches.
    ///
    /// - Parameter afterStep: what players do then.
    /// - Throws: ``ExerciseFault``.
    public func play(to moment: Instant, afterStep: @Sendable (ExerciseTable) throws(ExerciseFault) -> Void)
        throws(ExerciseFault)
    {
        while table.now < moment, table.phase != .over {
            for line in try table.takeIn().lines { try obey(line) }
            try table.play(to: min(moment, table.nextStep))
            if table.now >= stage.closing { try end(.end) }
            try afterStep(table)
        }
    }

    private var stage: ExerciseStage { table.opened.stage }

    /// How far to play next: nothing while time stands still.
    private func nextTarget() -> Instant? {
        guard table.phase != .over else { return nil }
        let target =
            goal ?? (table.phase == .running ? min(clock.now(atReal: elapsed()), stage.closing) : table.now)
        let whole = target.startOfMinute
        return whole > table.now ? min(whole, table.nextStep) : nil
    }

    private func setGoal(_ moment: Instant, pauses: Bool) {
        guard goal != moment else { return }
        goal = min(moment, stage.closing)
        goalBegan = table.now
        pausesAtGoal = pauses
    }

    private func reachGoal() {
        guard let reached = goal else { return }
        goal = nil
        clock.set(to: reached, atReal: elapsed())
        if pausesAtGoal || table.phase != .running { clock.pause(atReal: elapsed()) }
    }

    private func publish(isPaused: Bool) {
        var share: Double?
        if let goal, let begin = goalBegan, goal > begin {
            share = (table.now - begin).inHours / (goal - begin).inHours
        }
        let reading = ExerciseClockReading(
            now: max(table.now, goal == nil ? clock.now(atReal: elapsed()) : table.now), wall: wall(),
            speed: clock.speed.factor, isPaused: isPaused || goal != nil, catchingUp: share,
            seats: Dictionary(stage.plan.stations.map { ($0.id.rawValue, $0.seat) }) { first, _ in first })
        if let last = published, last.isPaused == reading.isPaused, last.speed == reading.speed,
            last.catchingUp == share, reading.wall - last.wall < ExerciseClockReading.rhythm
        {
            return
        }
        do {
            try reading.write(to: table.opened.files.clock)
            published = reading
        } catch {
            note("\(table.opened.files.clock): \(error.localizedDescription)")
        }
    }

    private func note(_ trouble: String) {
        if troubles.last != trouble { troubles.append(trouble) }
        if troubles.count > 20 { troubles.removeFirst() }
    }
}

// MARK: - Orders

extension ExerciseHolder {
    private func obey(_ line: DirectorEntry) throws(ExerciseFault) {
        switch line.order {
        case .clock(let order): try obey(order)
        case .rewind(let moment): try rewind(to: moment)
        case .inject, .world, .agency, .observe, .rate: break
        }
    }

    private func obey(_ order: DirectorOrder.ClockOrder) throws(ExerciseFault) {
        switch order {
        case .start:
            guard table.phase == .beforeStart else { return }
            while table.now < stage.opening { try table.play(to: min(stage.opening, table.nextStep)) }
            goal = nil
            try table.say(.start)
            clock.set(to: stage.opening, atReal: elapsed())
            clock.resume(atReal: elapsed())
        case .pause:
            guard table.phase == .running else { return }
            try table.say(.pause, at: clock.now(atReal: elapsed()))
            clock.pause(atReal: elapsed())
        case .resume:
            guard table.phase == .paused else { return }
            try table.say(.resume)
            clock.set(to: max(table.now, clock.now(atReal: elapsed())), atReal: elapsed())
            clock.resume(atReal: elapsed())
        case .end: try end(.end)
        case .realEmergency: try end(.realEmergency)
        case .speed(let factor): clock.setSpeed(SimulatedClock.Speed(clamping: factor), atReal: elapsed())
        case .step(let minutes):
            guard canPlay else { return }
            if table.phase == .running { try table.say(.pause, at: clock.now(atReal: elapsed())) }
            setGoal(table.now + .minutes(max(1, minutes)), pauses: true)
        case .jump(let moment):
            guard canPlay, moment > table.now else { return }
            setGoal(moment, pauses: false)
        case .jumpToNextInject:
            guard canPlay, let moment = table.game.nextInjectTime, moment > table.now else { return }
            setGoal(moment, pauses: false)
        }
    }

    private var canPlay: Bool { table.phase == .running || table.phase == .paused }

    private func end(_ turn: ExerciseTurn.Turn) throws(ExerciseFault) {
        guard table.phase != .over else { return }
        goal = nil
        clock.pause(atReal: elapsed())
        clock.set(to: table.now, atReal: elapsed())
        try table.say(turn)
        try table.publishRecord()
    }

    /// What the plan stops for the sake of the people in it.
    private func stopByRule() throws(ExerciseFault) {
        // Without rules there is nothing to work out ten times a second.
        guard !stage.plan.stops.isEmpty, let consequence = table.dueStop(after: elapsed() - began) else {
            return
        }
        switch consequence {
        case .pause:
            guard table.phase == .running else { return }
            try table.say(.pause, at: clock.now(atReal: elapsed()))
            clock.pause(atReal: elapsed())
        case .end: try end(.end)
        }
    }

    private func rewind(to moment: Instant) throws(ExerciseFault) {
        guard table.phase != .beforeStart, moment < table.now, moment >= stage.opening else { return }
        let branch = try table.branch(at: moment.startOfMinute)
        table = try ExerciseTable(branch.opened, plans: plans)
        // A branch begins at rest, so that everybody can find where they are.
        if table.phase == .running { try table.say(.pause, at: moment.startOfMinute) }
        branches.append(branch.told)
        lock = branch.lock
        goal = nil
        clock.set(to: moment.startOfMinute, atReal: elapsed())
        clock.pause(atReal: elapsed())
        published = nil
    }

    /// What the director's screen shows.
    public func board() -> DirectorBoard {
        var board = table.board(
            now: now, speed: clock.speed.factor, isPaused: clock.isPaused,
            catchingUp: published?.catchingUp)
        board.branches = branches
        board.troubles = troubles
        return board
    }
}
