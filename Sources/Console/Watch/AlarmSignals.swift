import Language
import Situation

/// One ring of a grave alarm: the same alarm raised again rings again.
struct Ring: Hashable, Sendable {
    let alarm: AlarmID
    let raised: Instant?
}

extension WatchPicture {
    /// Alarms of high or critical priority that wait to be seen, which ring and stand in the window's title.
    public func graveAlarms(at now: Instant) -> [AlarmRecord] {
        alarms.values.filter { record in
            record.state(at: now).wantsAcknowledgement && (record.finding?.priority ?? .low) >= .high
        }
    }
}

extension Model {
    /// Rings for grave alarms that were not there when it was last looked; whatever stood there before the console
    /// was opened does not ring.
    mutating func ring(for update: PictureUpdate) -> [Effect] {
        guard keptPresent != nil || context.past == nil, let now = now ?? update.picture.lastKnown else {
            return []
        }
        let found = Set(
            update.picture.watch.graveAlarms(at: now).map { Ring(alarm: $0.id, raised: $0.raised) })
        let isNews = ringing.map { !found.subtracting($0).isEmpty } ?? false
        ringing = found
        return isNews && context.usesBell ? [.ring] : []
    }

    mutating func toggleBell() {
        context.usesBell.toggle()
        tell(context.usesBell ? "watch.signals.bell-on" : "watch.signals.bell-off")
    }

    mutating func toggleTitle() {
        context.usesTitle.toggle()
        tell(context.usesTitle ? "watch.signals.title-on" : "watch.signals.title-off")
    }
}
