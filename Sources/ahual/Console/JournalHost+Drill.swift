import Console
import Dispatch
import Drill
import Exercise
import Foundation
import Language
import Situation
import Store

/// How this console takes part in an exercise.
struct DrillSeat: Sendable {
    let member: ExerciseMember
    var files: ExerciseFiles
    /// The exercise's name of the station; `nil` for the director's console.
    let station: String?
    /// Whether this console directs.
    let directs: Bool

    /// What time it is in the exercise; `nil` before anybody has said.
    var clock: ExerciseClockReading? { ExerciseClockReading(contentsOf: files.clock) }
}

extension JournalHost {
    /// Takes part in the exercise until the console is closed.
    func takePart(in drill: DrillSeat) {
        let take: @Sendable (ExerciseMember.Event) async -> Void = { [weak self] event in
            await self?.take(event)
        }
        playing = Task { await drill.member.takePart(take) }
        live = LiveAlarmWatch(surroundings) { [weak self] alarm in self?.send(.liveAlarm(alarm)) }
    }

    private func take(_ event: ExerciseMember.Event) {
        switch event {
        case .board(let board): send(.directorBoardArrived(board))
        case .moved(let files): move(to: files)
        case .holds: break
        case .failed(let fault): send(.failed(fault.phrase))
        }
    }

    /// Goes on in another file of the exercise.
    private func move(to files: ExerciseFiles) {
        guard drill?.files != files else { return }
        do throws(StoreError) {
            let next = try Journal.open(
                files.journal, station: journal.station, expecting: .exercise)
            drill?.files = files
            goOver(to: next)
        } catch {
            send(.failed(error.phrase))
        }
    }

    /// A station that plays no engine follows the exercise where its journal says it went on.
    func followBranch(_ branch: ExerciseBranch?) {
        guard let branch, let drill, !drill.directs else { return }
        move(to: drill.files.beside(branch.file))
    }

    /// Writes an order of the director into the director's record.
    func direct(_ order: DirectorOrder, _ id: ActID, _ reply: @escaping @MainActor (Message) -> Void) {
        guard let drill, drill.directs else { return }
        let person = person.rawValue
        Task {
            do throws(ExerciseFault) {
                try await drill.member.order(order, by: person)
                reply(.actDone(id))
            } catch {
                reply(.actFailed(id, error.phrase))
            }
        }
    }

    /// Tells the screens what time it is in the exercise.
    func tellTime(of drill: DrillSeat) {
        let wall = surroundings.now()
        guard let clock = drill.clock else { return }
        send(
            .exerciseClockMoved(
                ExerciseClockState(
                    now: clock.now(at: wall), speed: clock.speed,
                    // Nobody plays it: time stands still.
                    isPaused: clock.isPaused || !clock.isFresh(at: wall))))
    }
}

/// Looks at the live journal while this console is in an exercise: a grave alarm there breaks through, and is answered
/// in a console of its own. It reads and can write nothing.
@MainActor
final class LiveAlarmWatch {
    private let surroundings: Surroundings
    private let tell: @MainActor (LiveAlarm?) -> Void
    private var timer: (any DispatchSourceTimer)?
    private var told: LiveAlarm?
    private var keeper: PictureKeeper?
    private var isLooking = false

    init(_ surroundings: Surroundings, _ tell: @escaping @MainActor (LiveAlarm?) -> Void) {
        self.surroundings = surroundings
        self.tell = tell
        let timer = DispatchSource.makeTimerSource(queue: .main)
        timer.schedule(deadline: .now() + 1, repeating: 5, leeway: .seconds(1))
        timer.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.look() } }
        timer.activate()
        self.timer = timer
    }

    private func look() {
        guard !isLooking else { return }
        isLooking = true
        if keeper == nil, let journal = try? Journal.openForReading(surroundings.folders.journal),
            journal.header.nature == .live
        {
            keeper = PictureKeeper(journal, at: .now)
        }
        let keeper = keeper
        Task {
            let picture = try? await keeper?.newest()
            isLooking = false
            let alarm = picture.flatMap { Self.gravest($0, at: surroundings.now()) }
            guard alarm != told else { return }
            told = alarm
            tell(alarm)
        }
    }

    /// The gravest alarm of high priority at least that nobody has acknowledged.
    private static func gravest(_ picture: Picture, at now: Instant) -> LiveAlarm? {
        let worst = picture.watch.graveAlarms(at: now).filter(\.isActive).max { left, right in
            let (one, other) = (left.finding?.priority ?? .low, right.finding?.priority ?? .low)
            return one == other ? left.id > right.id : one < other
        }
        return worst.flatMap { record in
            record.finding.map {
                LiveAlarm(
                    priority: $0.priority, place: record.id.subject,
                    since: record.raised ?? Instant(milliseconds: 0))
            }
        }
    }
}
