import Drill
import Foundation
import Reference
import Situation
import Store

/// One process that takes part in an exercise: a station, or the director's.
///
/// Whoever is first plays the engine. When that process is lost, any other that may read the director's record takes
/// over, plays the world anew to the same minute, and goes on.
public actor ExerciseMember {
    /// What a member hears of.
    public enum Event: Sendable {
        /// What the director's screen shows.
        case board(DirectorBoard)
        /// The exercise goes on in other files.
        case moved(ExerciseFiles)
        /// This process plays the engine from now on, or does not any more.
        case holds(Bool)
        case failed(ExerciseFault)
    }

    /// What it takes to open an exercise's files.
    public struct Means: Sendable {
        public let station: StationID
        public let reference: Reference
        public let words: ExerciseStage.AgencyWords
        public let plans: ExercisePlans
        /// Time that passes, and time on the wall.
        public let elapsed: @Sendable () -> Duration
        public let wall: @Sendable () -> Instant

        public init(
            station: StationID, reference: Reference, words: ExerciseStage.AgencyWords, plans: ExercisePlans,
            elapsed: @escaping @Sendable () -> Duration, wall: @escaping @Sendable () -> Instant
        ) {
            self.station = station
            self.reference = reference
            self.words = words
            self.plans = plans
            self.elapsed = elapsed
            self.wall = wall
        }
    }

    private var files: ExerciseFiles
    private let directs: Bool
    private let means: Means
    private var lock: EngineLock?
    private var holder: ExerciseHolder?
    /// How a director sees an exercise that another process plays.
    private var mirror: ExerciseTable?
    private var isOver = false
    /// Where the exercise was found to have gone on.
    private var movedTo: ExerciseFiles?
    private var lastBoard = Duration.zero

    public init(_ files: ExerciseFiles, directs: Bool, means: Means) {
        self.files = files
        self.directs = directs
        self.means = means
    }

    /// Takes part until the task is cancelled or the exercise is over.
    public func takePart(_ tell: @escaping @Sendable (Event) async -> Void) async {
        while !Task.isCancelled, !isOver {
            do throws(ExerciseFault) {
                if let holder {
                    try await play(holder, tell)
                } else {
                    if try takeOver() { await tell(.holds(true)) }
                    if let moved = movedTo {
                        movedTo = nil
                        files = moved
                        mirror = nil
                        await tell(.moved(moved))
                    }
                    if holder == nil {
                        try await watch(tell)
                        try? await Task.sleep(for: .milliseconds(500))
                    }
                }
            } catch {
                await tell(.failed(error))
                letGo()
                try? await Task.sleep(for: .seconds(2))
            }
        }
        letGo()
    }

    /// Writes an order of the director; whoever plays the engine does it.
    ///
    /// - Throws: ``ExerciseFault``.
    public func order(_ order: DirectorOrder, by person: String) async throws(ExerciseFault) {
        let record = try DirectorRecordFile.open(files.record)
        let now: Instant
        if let clock = ExerciseClockReading(contentsOf: files.clock) {
            now = clock.now(at: means.wall())
        } else {
            // Nobody has played anything yet: only the plan knows what time it is.
            now = try record.opening().stage(means.reference, means.words).opening
        }
        try record.append([DirectorEntry(at: now, by: person, order)])
    }

    private func play(
        _ holder: ExerciseHolder, _ tell: @escaping @Sendable (Event) async -> Void
    ) async throws(ExerciseFault) {
        let isBusy = try await holder.turn()
        let journal = await holder.journal.path
        if journal != files.journal {
            files = ExerciseFiles(journal: journal)
            lock = await holder.lock
            await tell(.moved(files))
        }
        // Three times a second is as fast as anybody reads.
        if directs, means.elapsed() - lastBoard > .milliseconds(300) {
            lastBoard = means.elapsed()
            await tell(.board(await holder.board()))
        }
        if await holder.isOver {
            if directs { await tell(.board(await holder.board())) }
            isOver = true
        } else if isBusy {
            await Task.yield()
        } else {
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Whether this process plays the engine now.
    private func takeOver() throws(ExerciseFault) -> Bool {
        // Those who may not read the record cannot play.
        guard FileManager.default.isReadableFile(atPath: files.record) else { return false }
        guard let lock = EngineLock(files.engine) else { return false }
        let opened = try OpenedExercise.open(
            files, station: means.station, reference: means.reference, words: means.words)
        // What went on in another file is played there and nowhere else.
        let standing = try storing { () throws(StoreError) in try opened.journal.picture().picture.exercise }
        if let branch = standing.branch {
            movedTo = files.beside(branch.file)
            return false
        }
        let next = try ExerciseHolder(
            opened, plans: means.plans, elapsed: means.elapsed, wall: means.wall)
        self.lock = lock
        holder = next
        mirror = nil
        return true
    }

    /// Looks at an exercise that another process plays.
    private func watch(_ tell: @escaping @Sendable (Event) async -> Void) async throws(ExerciseFault) {
        guard directs else { return }
        if mirror == nil {
            let opened = try OpenedExercise.open(
                files, station: means.station, reference: means.reference, words: means.words)
            mirror = try ExerciseTable(opened, plans: means.plans)
        }
        try mirror?.follow()
        guard let mirror, let clock = ExerciseClockReading(contentsOf: files.clock) else { return }
        if let branch = mirror.picture.exercise.branch {
            files = files.beside(branch.file)
            self.mirror = nil
            await tell(.moved(files))
            return
        }
        await tell(
            .board(
                mirror.board(
                    now: clock.now(at: means.wall()), speed: clock.speed, isPaused: clock.isPaused,
                    catchingUp: clock.catchingUp)))
        isOver = mirror.phase == .over
    }

    private func letGo() {
        holder = nil
        lock = nil
        mirror = nil
    }
}
