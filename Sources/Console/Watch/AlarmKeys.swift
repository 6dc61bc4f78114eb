import Language
import Situation
import Terminal
import Watch

/// What keys do about alarms.
enum AlarmCommand: String, CaseIterable, Hashable, Sendable {
    case acknowledge
    case shelve, unshelve
    case outOfService = "out-of-service"
    case inService = "in-service"
    /// Which alarms are listed.
    case view = "alarm-view"
    /// To the place an alarm is about, and to the task or playbook that is its next step.
    case place = "alarm-place"
    case step = "alarm-step"
}

extension Bindings {
    static let alarms = [
        Binding(
            action: .alarm(.acknowledge), keys: [.character("a")], scope: .everywhere, hintRank: 0,
            disabledReason: { $0.reasonNotToWrite ?? $0.reasonNotToAcknowledge }),
        alarm(.shelve, "z", 4), alarm(.unshelve, "Z", nil), alarm(.outOfService, "o", nil),
        alarm(.inService, "O", nil),
        Binding(action: .alarm(.view), keys: [.character("v")], scope: .alarmList, hintRank: 5),
        Binding(
            action: .alarm(.place), keys: [.enter, .right, .character("l")], scope: .alarm, hintRank: 1,
            disabledReason: { $0.placeOfAlarm == nil ? Phrase("watch.alarm-page.no-place") : nil }),
        Binding(
            action: .alarm(.step), keys: [.character("f")], scope: .alarms, hintRank: 4,
            disabledReason: { $0.stepOfAlarm == nil ? Phrase("watch.alarm-page.no-step") : nil }),
    ]

    private static func alarm(_ command: AlarmCommand, _ key: Character, _ rank: Int?) -> Binding {
        Binding(
            action: .alarm(command), keys: [.character(key)], scope: .alarms, hintRank: rank,
            disabledReason: { model in
                model.reasonNotToWrite
                    ?? (model.chosenAlarm == nil ? Phrase("watch.why-not.no-alarm") : nil)
            })
    }
}

extension Model {
    /// The alarm that is looked at or marked in a list.
    var chosenAlarm: AlarmID? {
        if case .alarm(let id) = view.destination { return id }
        if case .destination(.alarm(let id))? = view.list.selected { return id }
        return nil
    }

    /// The alarm that `a` is about: the one looked at, else the worst that waits to be seen.
    var alarmToAcknowledge: AlarmID? {
        if let chosen = chosenAlarm, watch.alarms[chosen]?.isAcknowledged == false { return chosen }
        return Look(self).alarmRows.first { $0.state.wantsAcknowledgement }?.record.id
    }

    /// The page of what the chosen alarm is about.
    var placeOfAlarm: Destination? { chosenAlarm.flatMap { Look(self).destination(ofSubject: $0.subject) } }

    /// The task or playbook that is the next step of the chosen alarm.
    var stepOfAlarm: Destination? { chosenAlarm.flatMap { Look(self).destination(ofStep: $0) } }

    var reasonNotToAcknowledge: Phrase? {
        alarmToAcknowledge == nil ? Phrase("watch.why-not.nothing-to-acknowledge") : nil
    }

    mutating func perform(_ command: AlarmCommand) -> [Effect] {
        switch command {
        case .acknowledge: return acknowledge()
        case .view:
            view.alarmView = view.alarmView.next
            return []
        default: break
        }
        guard let alarm = chosenAlarm else { return [] }
        switch command {
        case .acknowledge, .view: break
        case .place: placeOfAlarm.map { navigation.show($0) }
        case .step: stepOfAlarm.map { navigation.show($0) }
        case .shelve: open(.shelve(alarm))
        case .unshelve: open(.unshelve(alarm))
        case .outOfService: open(.takeOutOfService(alarm))
        case .inService: open(.putInService(alarm))
        }
        return []
    }

    /// The first press shows the alarm, the second acknowledges that one, whatever has come since.
    private mutating func acknowledge() -> [Effect] {
        guard let alarm = alarmToAcknowledge else { return [] }
        guard chosenAlarm == alarm else {
            // From one alarm to the next is no way back through all of them.
            if case .alarm = view.destination { navigation.back() }
            navigation.show(.alarm(alarm))
            return []
        }
        return act(.alarm(alarm, .acknowledge))
    }
}
