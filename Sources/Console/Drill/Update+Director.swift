import Drill
import Language
import Situation

extension Model {
    /// Sends an order of the director's that needs to be told nothing more.
    mutating func direct(_ order: DirectorOrder) -> [Effect] {
        tell("console.told.note-on-its-way")
        return [.direct(order, nextAct())]
    }

    mutating func perform(_ command: DirectorCommand) -> [Effect] {
        switch command {
        case .start: return direct(.clock(.start))
        case .pause: return direct(.clock(.pause))
        case .resume: return direct(.clock(.resume))
        case .stepMinute: return direct(.clock(.step(minutes: 1)))
        case .stepHour: return direct(.clock(.step(minutes: 60)))
        case .jumpToInject: return direct(.clock(.jumpToNextInject))
        case .end: overlay = .directorQuestion(.end)
        case .real: open(.direct(.real))
        case .jump: open(.direct(.jump))
        case .rewind: open(.direct(.rewind))
        case .invent: open(.direct(.invent))
        case .shiftAll: open(.direct(.shiftAll))
        case .world: open(.direct(.world))
        case .observe: open(.direct(.observe))
        case .rate: if let id = chosenObjective?.id { open(.direct(.rate(id))) }
        case .send, .skip, .restore, .delay, .reword: return performOnInject(command)
        case .accept, .begin, .done, .cannot: return answerForAgency(command)
        }
        return []
    }

    private mutating func performOnInject(_ command: DirectorCommand) -> [Effect] {
        guard let number = chosenRow?.number else { return [] }
        switch command {
        case .send: return direct(.inject(.send(number: number)))
        case .skip: return direct(.inject(.skip(number: number)))
        case .restore: return direct(.inject(.restore(number: number)))
        case .delay: open(.direct(.delay(number)))
        case .reword: open(.direct(.reword(number)))
        default: break
        }
        return []
    }

    private mutating func answerForAgency(_ command: DirectorCommand) -> [Effect] {
        switch (chosenWaiting, command) {
        case (.task(let task, _, _, _), .accept): return direct(.agency(.accept(task)))
        case (.task(let task, _, _, _), .begin): return direct(.agency(.begin(task)))
        case (.task(let task, _, _, _), .done): open(.direct(.agencyDone(task)))
        case (.task(let task, _, _, _), .cannot): open(.direct(.agencyCannot(task)))
        case (.order(let order, _, _), .accept): return direct(.agency(.acceptOrder(order)))
        case (.order(let order, _, _), .cannot): open(.direct(.refuseOrder(order)))
        default: break
        }
        return []
    }

    // MARK: The clock's speed

    /// The next speed up or down: the director's order, or the demonstration's own clock.
    mutating func turnSpeed(_ action: Action) -> [Effect] {
        guard let speed = nextSpeed(action) else { return [] }
        return context.directs ? direct(.clock(.speed(speed))) : [.exercise(.setSpeed(speed))]
    }

    // MARK: What is asked about

    /// Only an express yes orders it.
    mutating func answer(_ question: DirectorQuestion, isYes: Bool) -> [Effect] {
        overlay = nil
        guard isYes else { return [] }
        keptForm = nil
        return direct(question.order)
    }

    // MARK: To what is marked

    /// The page of what is marked on the director's screen.
    mutating func enter(_ item: DirectorItem) {
        switch item {
        case .inject(let number), .expected(let number, _): navigation.show(.listedInject(number))
        case .task(let task): navigation.show(.task(task))
        case .order(let order): navigation.show(.order(order))
        case .truth(_, let place):
            if let destination = Look(self).destination(ofSubject: place) { navigation.show(destination) }
        case .objective(let id): open(.direct(.rate(id)))
        case .observation, .branch: break
        }
    }
}
