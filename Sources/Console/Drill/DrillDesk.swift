import Drill
import Language
import Situation

/// What a console knows of the exercise beside its journal.
struct DrillDesk: Sendable {
    /// The injects somebody looked at here, by their entries.
    var opened: Set<EntryID> = []
    /// How many injects had come when it was last looked, to ring for what is new; `nil` before the first look.
    var counted: Int?
    /// What rings in the live journal.
    var liveAlarm: LiveAlarm?
    /// What the director sees.
    var board: DirectorBoard?
}

extension Model {
    /// What stands of the exercise now, whatever moment is on the screen.
    var exerciseStanding: ExercisePicture { presentUpdate?.picture.exercise ?? ExercisePicture() }

    /// The injects that are for this station, the newest first, as of the moment shown.
    var injects: [ExercisePicture.Sent] { injects(of: picture?.picture.exercise) }

    private func injects(of exercise: ExercisePicture?) -> [ExercisePicture.Sent] {
        (exercise?.injects ?? []).filter { isForThisStation($0.message) }.reversed()
    }

    /// Whoever directs, or looks on without a station of their own, sees what all were told.
    private func isForThisStation(_ message: InjectMessage) -> Bool {
        guard let station = context.station, !context.directs else { return true }
        return message.to.isEmpty || message.to.contains(station)
    }

    /// Entries without the injects that went to other stations of the exercise.
    func forThisStation(_ entries: some Sequence<Entry>) -> [Entry] {
        guard isExercise, context.station != nil else { return Array(entries) }
        return entries.filter { entry in
            guard case .exercise(.inject(let message)) = entry.fact else { return true }
            return isForThisStation(message)
        }
    }

    /// Those that nobody opened here, the newest first. The director sent them and needs no reminder.
    var unopenedInjects: [ExercisePicture.Sent] {
        context.directs ? [] : injects(of: exerciseStanding).filter { !drill.opened.contains($0.entry) }
    }

    /// An inject by its entry.
    func inject(_ entry: EntryID) -> ExercisePicture.Sent? { injects.first { $0.entry == entry } }

    /// Counts as opened what is on the screen: all of the list, or the one looked at.
    mutating func openInjects() {
        switch view.destination {
        case .tab(.injects): drill.opened.formUnion(injects.map(\.entry))
        case .inject(let entry): drill.opened.insert(entry)
        default: break
        }
    }

    /// Rings once for an inject that was not there when it was last looked.
    mutating func ringForInjects() -> [Effect] {
        guard isExercise else { return [] }
        let count = context.directs ? 0 : injects(of: exerciseStanding).count
        let isNews = drill.counted.map { count > $0 } ?? false
        drill.counted = count
        return isNews && context.usesBell ? [.ring] : []
    }

    /// Takes in what rings in the live journal; it rings here too, bell or no bell.
    mutating func take(_ alarm: LiveAlarm?) -> [Effect] {
        guard isExercise else { return [] }
        let isNews = alarm != nil && alarm != drill.liveAlarm
        drill.liveAlarm = alarm
        return isNews ? [.ring] : []
    }

    mutating func take(_ board: DirectorBoard) {
        if context.directs { drill.board = board }
    }

    /// Why nobody acts any more: the exercise is over.
    var reasonOfEnd: Phrase? {
        guard isExercise, let turn = exerciseStanding.turn?.turn, turn.isEnd else { return nil }
        return Phrase(turn == .realEmergency ? "drill.why-not.real" : "drill.why-not.over")
    }
}
