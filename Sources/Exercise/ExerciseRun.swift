import Simulation
import Situation
import Store

/// Plays an exercise: moves the engine along the exercise's clock and appends what the simulated posts and
/// shelters report to the exercise's journal, like any feed.
///
/// The journal must be an exercise's; a live one is refused when the run is made.
public actor ExerciseRun {
    private var engine: any SimulationEngine
    private let journal: Journal
    private var clock: SimulatedClock
    /// Time since some fixed moment, which never runs backwards.
    private let elapsed: @Sendable () -> Duration
    /// Ends a sleep early when the clock is changed.
    private var sleeper: Task<Void, Never>?

    /// How the run's clock stands.
    public struct State: Hashable, Sendable {
        public let now: Instant
        public let speed: Int
        public let isPaused: Bool
        public let isFinished: Bool
    }

    /// - Parameters:
    ///   - engine: at the beginning of its run, warm-up included.
    ///   - start: the moment at which play begins; everything before is history and is played at once.
    /// - Throws: `StoreError` when `journal` is not an exercise's.
    public init(
        _ engine: any SimulationEngine, into journal: Journal, from start: Instant,
        speed: SimulatedClock.Speed, elapsed: @escaping @Sendable () -> Duration
    ) throws(StoreError) {
        guard journal.header.nature == .exercise else {
            throw .wrongNature(path: journal.path, expected: .exercise, found: journal.header.nature)
        }
        self.engine = engine
        self.journal = journal
        self.elapsed = elapsed
        clock = SimulatedClock(start: start, atReal: elapsed(), speed: speed, isPaused: true)
    }

    public var state: State {
        State(
            now: engine.isFinished ? engine.now : clock.now(atReal: elapsed()), speed: clock.speed.factor,
            isPaused: clock.isPaused, isFinished: engine.isFinished)
    }
}

// MARK: - The clock

extension ExerciseRun {
    public func pause() {
        clock.pause(atReal: elapsed())
        sleeper?.cancel()
    }

    public func resume() {
        clock.resume(atReal: elapsed())
        sleeper?.cancel()
    }

    public func setSpeed(_ speed: SimulatedClock.Speed) {
        clock.setSpeed(speed, atReal: elapsed())
        sleeper?.cancel()
    }
}

// MARK: - Playing

extension ExerciseRun {
    /// How much is played between two looks at the clock, and between two marks of progress.
    private static let step = Span.minutes(10)

    /// Plays all that lies before the start of play, as fast as it goes.
    ///
    /// - Parameter progress: the share played so far, 0 to 1.
    /// - Throws: ``ExerciseFault``.
    public func playHistory(progress: @Sendable (Double) -> Void = { _ in }) throws(ExerciseFault) {
        let end = clock.now(atReal: elapsed())
        let begin = engine.now
        while engine.now < end, !engine.isFinished {
            let before = engine.now
            try play(to: min(engine.now + .hours(6), end))
            guard engine.now > before else { break }
            progress((engine.now - begin).inHours / max((end - begin).inHours, 0.01))
        }
    }

    /// Plays along with the clock until the end of the run or until the task is cancelled.
    ///
    /// - Throws: ``ExerciseFault`` when the journal refuses or the engine errs.
    public func playOn() async throws(ExerciseFault) {
        while !engine.isFinished, !Task.isCancelled {
            try play(to: clock.now(atReal: elapsed()))
            let next = engine.now + Self.step
            let wait = clock.realTime(until: next, atReal: elapsed()) ?? .seconds(3600)
            let sleeper = Task { _ = try? await Task.sleep(for: max(wait, .milliseconds(50))) }
            self.sleeper = sleeper
            await withTaskCancellationHandler {
                await sleeper.value
            } onCancel: {
                sleeper.cancel()
            }
        }
    }

    /// Plays up to `moment` and appends what became known on the way.
    private func play(to moment: Instant) throws(ExerciseFault) {
        let drafts: [Draft]
        do {
            drafts = try engine.advance(to: moment)
        } catch {
            throw .engine(error)
        }
        do {
            try journal.append(playing: drafts, now: engine.now)
        } catch {
            throw .store(error)
        }
    }
}
