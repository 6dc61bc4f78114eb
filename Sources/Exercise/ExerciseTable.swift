import Drill
import Foundation
import Planning
import Simulation
import Situation
import Store
import Watch

/// An exercise with its files open and what it is made from.
public struct OpenedExercise: Sendable {
    public let files: ExerciseFiles
    public let journal: Journal
    public let record: DirectorRecordFile
    public let stage: ExerciseStage

    /// - Throws: `StoreError` when the journal is no exercise's.
    public init(
        files: ExerciseFiles, journal: Journal, record: DirectorRecordFile, stage: ExerciseStage
    ) throws(StoreError) {
        guard journal.header.nature == .exercise else {
            throw .wrongNature(path: journal.path, expected: .exercise, found: journal.header.nature)
        }
        self.files = files
        self.journal = journal
        self.record = record
        self.stage = stage
    }
}

/// What an exercise is watched by: the same plans as a live headquarters.
public struct ExercisePlans: Sendable {
    public let watch: WatchPlans
    public let places: Places
    public let targets: [IndicatorTargets]

    /// Plans, and the places they speak of.
    public init(watch: WatchPlans, places: Places, targets: [IndicatorTargets]) {
        self.watch = watch
        self.places = places
        self.targets = targets
    }
}

/// One file of an exercise as it is played: the game, the journal it goes into, and how far both are.
public struct ExerciseTable: Sendable {
    public let opened: OpenedExercise
    public private(set) var game: ExerciseGame
    private let plans: ExercisePlans
    private var state = JournalPicture()
    private var round: WatchRound
    private var sequence: Int64 = 0
    private var offset: UInt64 = 0
    /// Lines of the record that were taken in and not handed on yet.
    private var heard: [DirectorEntry] = []
    /// Stop rules that did what they do.
    private var stopped: Set<String> = []
    private var memory = HoldMemory()
    /// Reports of the played world that the journal should have and has not.
    private var missing: [Draft] = []

    /// Takes an exercise up where its files say it is: plays it anew to the last minute that is in the journal.
    ///
    /// - Throws: ``ExerciseFault``.
    init(_ opened: OpenedExercise, plans: ExercisePlans) throws(ExerciseFault) {
        self.opened = opened
        self.plans = plans
        game = ExerciseGame(opened.stage)
        round = WatchRound(plans: plans.watch)
        try takeInLines()
        try takeUp()
        // What was ordered of whoever played before was done then.
        heard = []
        game.forgetToDo()
    }

    private mutating func takeUp() throws(ExerciseFault) {
        let arrivals = try storing { () throws(StoreError) in try opened.journal.arrivals(after: 0) }
        var folded = Picture()
        var played: Instant?
        var count = 0
        for arrival in arrivals {
            folded.apply(arrival.entry)
            game.take(arrival.entry, folded)
            sequence = arrival.sequence
            if arrival.entry.source == Self.simulator {
                count += 1
                played = max(played ?? arrival.entry.known.instant, arrival.entry.known.instant)
            }
        }
        // As far as anybody has said anything: what is ordered from now on never reaches back before it.
        let reached = max(played ?? now, folded.lastKnown?.startOfMinute ?? now)
        var again = try playing { () throws(ConservationBreach) in try game.advance(to: reached) }
        if again.count < count {
            // What a post says of itself as a minute is left stands in the journal: that minute is over.
            again += try playing { () throws(ConservationBreach) in
                try game.advance(to: reached + .minutes(1))
            }
        }
        missing = Array(again.dropFirst(count))
        state = try storing { () throws(StoreError) in try opened.journal.picture() }
    }

    /// Who the played world's reports are from.
    static let simulator: SourceID = "simulator"

    // MARK: How it stands

    /// The minute the world is played to.
    public var now: Instant { game.run.now }
    public var picture: Picture { state.picture }

    /// When anybody last said anything.
    var lastWord: Instant { state.picture.lastKnown ?? now }

    /// The figures as the stations see them now.
    public var reading: SituationReading {
        SituationReading(state.picture, places: plans.places, targets: plans.targets, now: now)
    }

    var phase: DirectorBoard.Phase {
        switch state.picture.exercise.turn?.turn {
        case nil: .beforeStart
        case .start, .resume: .running
        case .pause: .paused
        case .end, .realEmergency: .over
        }
    }

    /// The speed that was ordered last.
    var lastSpeed: Int? {
        game.state.entries.reversed().lazy.compactMap { line in
            if case .clock(.speed(let factor)) = line.order { factor } else { nil }
        }.first
    }

    /// As far as can be played before something may want to be looked at.
    var nextStep: Instant {
        let tick = World.tick.milliseconds
        let passed = (now - now.startOfHour).milliseconds
        let round = now.startOfHour + Span(milliseconds: (passed / tick + 1) * tick)
        // Before STARTEX nobody acts: history is played in hours.
        guard phase != .beforeStart else { return now + .hours(6) }
        let next = game.nextInjectTime.map { $0.roundedUpToMinute }
        return next.map { $0 > now ? min($0, round) : round } ?? round
    }

    // MARK: Playing

    /// Takes in what others wrote.
    ///
    /// - Returns: the new lines of the director's record, and whether there is anything new at all.
    /// - Throws: ``ExerciseFault``.
    mutating func takeIn() throws(ExerciseFault) -> (lines: [DirectorEntry], isNews: Bool) {
        let before = sequence
        try takeInLines()
        try takeInEntries()
        defer { heard = [] }
        return (heard, !heard.isEmpty || sequence != before)
    }

    /// Lines of the director may come between those that are written here: none is passed over.
    private mutating func takeInLines() throws(ExerciseFault) {
        let lines = try opened.record.entries(from: offset)
        offset = lines.next
        for line in lines.entries { game.take(line) }
        heard += lines.entries
    }

    private mutating func takeInEntries() throws(ExerciseFault) {
        let arrivals = try storing { () throws(StoreError) in try opened.journal.arrivals(after: sequence) }
        guard let last = arrivals.last else { return }
        sequence = last.sequence
        var state = state
        _ = try storing { () throws(StoreError) in try opened.journal.update(&state) }
        self.state = state
        for arrival in arrivals { game.take(arrival.entry, state.picture) }
    }

    /// Comes to where another process has played to, writing nothing.
    ///
    /// - Throws: ``ExerciseFault``.
    mutating func follow() throws(ExerciseFault) {
        _ = try takeIn()
        guard let played = state.picture.sources[Self.simulator]?.lastKnown, played > now else { return }
        _ = try playing { () throws(ConservationBreach) in try game.advance(to: played) }
    }

    /// Plays the world to a whole minute, looks around there, and appends all that follows.
    ///
    /// - Throws: ``ExerciseFault``.
    mutating func play(to moment: Instant) throws(ExerciseFault) {
        let reports =
            missing + (try playing { () throws(ConservationBreach) in try game.advance(to: moment) })
        missing = []
        if !reports.isEmpty {
            try storing { () throws(StoreError) in try opened.journal.append(playing: reports, now: now) }
        }
        try takeInEntries()
        try lookAround()
    }

    /// Looks around at the minute reached and appends all that follows: what is sent by hand, what agencies answer, the
    /// minutes at which orders take effect.
    ///
    /// - Throws: ``ExerciseFault``.
    mutating func lookAround() throws(ExerciseFault) {
        guard phase == .running || phase == .paused else { return }
        var figures = reading
        let look = game.look(state.picture, figures, playbooks: plans.watch.playbooks)
        try opened.record.append(look.lines)
        try append(look.drafts)
        // Working the figures out is the dearest part of a look: not twice where nothing was said.
        if !look.drafts.isEmpty { figures = reading }
        try append(round.look(at: state.picture, reading: figures, now: now))
        if !look.lines.isEmpty { try takeInLines() }
    }

    private mutating func append(_ drafts: [Draft]) throws(ExerciseFault) {
        guard !drafts.isEmpty else { return }
        try storing { () throws(StoreError) in try opened.journal.appendUnlessOvertaken(drafts, at: now) }
        try takeInEntries()
    }

    /// Writes a turn of the exercise.
    mutating func say(_ turn: ExerciseTurn.Turn, at moment: Instant? = nil) throws(ExerciseFault) {
        let header = opened.journal.header
        let fact = Fact.exercise(
            .turn(ExerciseTurn(turn: turn, scenario: header.scenario ?? "", seed: opened.stage.seed)))
        let at = max(moment ?? now, now)
        let draft = Draft(
            fact, about: .moment(at), author: .system("exercise"), source: "exercise", known: at)
        try storing { () throws(StoreError) in try opened.journal.append(playing: [draft], now: at) }
        try takeInEntries()
    }

    /// Puts the director's record into the journal: when the exercise is over, everybody may read it, and a replay
    /// needs nothing else.
    mutating func publishRecord() throws(ExerciseFault) {
        let lines = try opened.record.allLines()
        let drafts = lines.map { line in
            Draft(
                .exercise(.record(line)), about: .moment(now), author: .system("exercise"), source: "exercise"
            )
        }
        try append(drafts)
    }

    /// What a stop rule asks for now; each asks once.
    ///
    /// - Parameter passed: real time since whoever holds the engine began.
    mutating func dueStop(after passed: Duration) -> StopRule.Consequence? {
        let figures = WatchFigures(state.picture, reading)
        for rule in opened.stage.plan.stops where !stopped.contains(rule.id) && holds(rule, figures, passed) {
            stopped.insert(rule.id)
            return rule.then
        }
        return nil
    }

    private mutating func holds(_ rule: StopRule, _ figures: WatchFigures, _ passed: Duration) -> Bool {
        switch rule.when {
        case .wallClock(let span): return passed >= .milliseconds(span.milliseconds)
        case .state(let conditions):
            return conditions.allSatisfy { condition in
                guard let metric = Metric(rawValue: condition.metric) else { return false }
                return memory.verdict(
                    on: condition, over: figures.subjects(of: metric, condition.scope), figures
                ).holdsSomewhere
            }
        }
    }

    // MARK: Branching

    /// Another file that goes on from an earlier time; both name one another.
    func branch(
        at moment: Instant
    ) throws(ExerciseFault) -> (opened: OpenedExercise, told: ExerciseBranch, lock: EngineLock?) {
        let files = opened.files.nextBranch
        let old = opened.journal.header
        let header = JournalHeader(
            id: UUID().uuidString, nature: .exercise, scenario: old.scenario, seed: old.seed,
            created: old.created)
        let journal = try storing { () throws(StoreError) in
            try opened.journal.fork(to: files.journal, header: header, until: moment)
        }
        var opening = try opened.record.opening()
        opening.journal = header.id
        let record = try DirectorRecordFile.create(files.record, opening)
        try record.append(game.state.entries.filter { $0.at <= moment && !$0.isRewind })
        let told = ExerciseBranch(file: files.name, journal: header.id, at: moment, isOrigin: false)
        let origin = ExerciseBranch(file: opened.files.name, journal: old.id, at: moment, isOrigin: true)
        try say(.branch(origin), in: journal, at: moment)
        // Held before anybody hears of the branch: nobody else plays it.
        let lock = EngineLock(files.engine)
        try say(.branch(told), in: opened.journal, at: now)
        return (
            try storing { () throws(StoreError) in
                try OpenedExercise(files: files, journal: journal, record: record, stage: opened.stage)
            }, told, lock
        )
    }

    private func say(
        _ event: ExerciseEvent, in journal: Journal, at moment: Instant
    ) throws(ExerciseFault) {
        let draft = Draft(
            .exercise(event), about: .moment(moment), author: .system("exercise"), source: "exercise",
            known: moment)
        _ = try storing { () throws(StoreError) in try journal.append(playing: [draft], now: moment) }
    }

    // MARK: The director's screen

    func board(now: Instant, speed: Int, isPaused: Bool, catchingUp: Double?) -> DirectorBoard {
        var board = DirectorBoard(
            phase: phase, now: now, opening: opened.stage.opening, closing: opened.stage.closing,
            speed: speed,
            isPaused: isPaused, catchingUp: catchingUp)
        game.fill(&board, WatchFigures(state.picture, reading))
        return board
    }
}

extension DirectorEntry {
    fileprivate var isRewind: Bool { if case .rewind = order { true } else { false } }
}

/// Runs something of the store, in the words of an exercise.
@discardableResult
func storing<Result>(_ work: () throws(StoreError) -> Result) throws(ExerciseFault) -> Result {
    do { return try work() } catch { throw .store(error) }
}

/// Runs something of the engine, in the words of an exercise.
func playing<Result>(_ work: () throws(ConservationBreach) -> Result) throws(ExerciseFault) -> Result {
    do { return try work() } catch { throw .engine(error) }
}
