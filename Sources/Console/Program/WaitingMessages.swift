/// Messages that wait for the next frame. A newer picture, clock reading or progress mark takes the place of
/// the one that waits, since the older would never be seen.
struct WaitingMessages {
    private var messages: [Message] = []

    /// Adds a message at the end, in place of one it makes out of date.
    mutating func add(_ message: Message) {
        if let kind = Kind(message), let index = messages.lastIndex(where: { Kind($0) == kind }),
            // Another journal's picture must not pass the message that opened it.
            !messages[index...].contains(where: \.opensJournal)
        {
            messages.remove(at: index)
        }
        messages.append(message)
    }

    /// Hands out what waits, in order.
    mutating func takeAll() -> [Message] {
        defer { messages = [] }
        return messages
    }

    /// Messages of which only the last counts.
    private enum Kind {
        case picture, past, clock, exerciseClock, work, forecast, liveAlarm, directorBoard

        init?(_ message: Message) {
            switch message {
            case .pictureArrived: self = .picture
            case .pastArrived: self = .past
            case .ticked: self = .clock
            case .exerciseClockMoved: self = .exerciseClock
            case .workGoesOn: self = .work
            case .forecastMoved: self = .forecast
            case .liveAlarm: self = .liveAlarm
            case .directorBoardArrived: self = .directorBoard
            default: return nil
            }
        }
    }
}

extension Message {
    fileprivate var opensJournal: Bool {
        if case .journalOpened = self { true } else { false }
    }
}
