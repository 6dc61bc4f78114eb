import Language
import Planning
import Reference
import Situation

/// What entries say, in a reader's words: shared by screens, documents and the command line.
public struct EntryWords: Sendable {
    public let speech: Speech
    public let names: Names
    /// Whose phases and tasks are called by their names.
    public let playbooks: [Playbook]
    /// Whose names alarms go by.
    public let alarmRules: [AlarmRule]
    /// Whose tasks are called by their names.
    public let levels: ImpactLevels?
    /// For the names of agencies.
    public let policy: PolicyTables?

    public init(
        speech: Speech, names: Names, playbooks: [Playbook] = [], alarmRules: [AlarmRule] = [],
        levels: ImpactLevels? = nil, policy: PolicyTables? = nil
    ) {
        self.speech = speech
        self.names = names
        self.playbooks = playbooks
        self.alarmRules = alarmRules
        self.levels = levels
        self.policy = policy
    }
}

extension EntryWords {
    /// What a fact says, in one line.
    public func words(_ fact: Fact) -> String {
        switch fact {
        case .checkpointReport(let report): words(report)
        case .checkpointState(let state): words(state)
        case .statedTotal(let total): words(total)
        case .shelterReport(let report): words(report)
        case .facility(let facility): words(facility)
        case .indicatorValue(let value): words(value)
        case .measureState(let state): words(state)
        case .decision(let event): words(event)
        case .note(let note): note.place.map { "\(names.place($0)): \(note.text)" } ?? note.text
        case .resource(let report): words(report)
        case .healthReport(let report): words(report)
        case .incident(let incident): words(incident)
        case .significance(let event): words(event)
        case .alarm(let event): words(event)
        case .level(let event): words(event)
        case .playbook(let event): words(event)
        case .task(let event): words(event)
        case .reserve(let event): words(event)
        case .shift(let event): words(event)
        case .contradiction(let event): words(event)
        case .act(let event): words(event)
        case .crossings(let event): words(event)
        case .exercise(let event): words(event)
        case .correction(let correction): words(correction)
        case .unread(let fact): speech("console.fact.unread", ["kind": .text(fact.kindName)])
        }
    }

    /// The kind of a fact in words; the stored name of a kind only newer programs know.
    public func kind(_ fact: Fact, short: Bool = false) -> String {
        guard let kind = FactKind(rawValue: fact.kindName) else { return fact.kindName }
        return short ? speech("console.kind-short.\(kind.rawValue)") : speech("console.kind.\(kind.rawValue)")
    }

    private func words(_ report: CheckpointReport) -> String {
        var parts = [
            "\(names.checkpoint(report.checkpoint)), \(speech("words.direction.\(report.direction.rawValue)"))"
                + (report.mode == .all ? "" : ", \(speech("console.mode.\(report.mode.rawValue)"))")
                + ": \(persons(report.persons))"
        ]
        if let category = report.category { parts.append(category) }
        parts += queue(report)
        if let lanes = report.lanesOpen {
            parts.append(speech("console.fact.lanes", ["count": .number(lanes.count)]))
        }
        return parts.joined(separator: ", ")
    }

    private func queue(_ report: CheckpointReport) -> [String] {
        let told = [report.waitingPersons?.count, report.waitingVehicles?.count, report.wait?.count]
            .compactMap(\.self)
        if !told.isEmpty, told.allSatisfy({ $0 == 0 }) { return [speech("console.fact.no-queue")] }
        var parts: [String] = []
        if let waiting = report.waitingPersons {
            parts.append(speech("console.fact.queue", ["count": .number(waiting.count)]))
        }
        if let vehicles = report.waitingVehicles {
            parts.append(speech("console.fact.queue-vehicles", ["count": .number(vehicles.count)]))
        }
        if let wait = report.wait {
            parts.append(speech("console.fact.wait", ["time": .text(speech.wait(wait))]))
        }
        return parts
    }

    private func words(_ state: CheckpointState) -> String {
        var parts: [String] = []
        if let status = state.status { parts.append(speech("words.status.\(status.rawValue)")) }
        if let lanes = state.lanesIn {
            parts.append(speech("console.fact.lanes-in", ["count": .number(lanes.count)]))
        }
        if let lanes = state.lanesOut {
            parts.append(speech("console.fact.lanes-out", ["count": .number(lanes.count)]))
        }
        if let booths = state.booths {
            parts.append(speech("console.fact.booths", ["count": .number(booths)]))
        }
        if let staff = state.staff { parts.append(speech("console.fact.staff", ["count": .number(staff)])) }
        if let until = state.until {
            parts.append(speech("console.fact.until", ["time": .text(speech.moment(until))]))
        }
        if let reason = state.reason { parts.append(reason) }
        return "\(names.checkpoint(state.checkpoint)): " + parts.joined(separator: ", ")
    }

    private func words(_ total: StatedTotal) -> String {
        var text =
            "\(area(total.area)), \(speech("words.direction.\(total.direction.rawValue)"))"
            + (total.mode == .all ? "" : ", \(speech("console.mode.\(total.mode.rawValue)"))")
        text += ": " + stated(total)
        return total.category.map { "\(text), \($0)" } ?? text
    }

    /// A stated number with how exactly it is meant.
    public func stated(_ total: StatedTotal) -> String {
        speech("words.precision.\(total.precision.rawValue)", ["count": .text(persons(total.persons))])
    }

    /// What an area is called.
    public func area(_ area: Area) -> String {
        switch area {
        case .country: speech("console.word.country")
        case .region(let code): names.region(code)
        case .section(let id): names.section(id)
        }
    }

    private func words(_ report: ShelterReport) -> String {
        var text =
            names.shelter(report.shelter) + ": "
            + speech(
                "console.fact.beds",
                [
                    "occupied": .number(report.occupied.count), "open": .number(report.openBeds.count),
                    "reserve": .number(report.reserveBeds.count),
                ])
        if let arrived = report.arrived, arrived > 0 { text += ", +\(speech.number(arrived))" }
        if let departed = report.departed, departed > 0 { text += ", −\(speech.number(departed))" }
        return text
    }

    private func words(_ facility: Facility) -> String {
        var parts: [String] = []
        if let beds = facility.openBeds {
            parts.append(speech("console.fact.open-beds", ["count": .number(beds.count)]))
        }
        if let beds = facility.reserveBeds {
            parts.append(speech("console.fact.reserve-beds", ["count": .number(beds.count)]))
        }
        if let hours = facility.leadHours { parts.append(speech.span(.hours(hours))) }
        let name = facility.name ?? names.shelter(facility.facility)
        return "\(name) (\(names.region(facility.region))): "
            + (parts.isEmpty ? speech("console.fact.facility") : parts.joined(separator: ", "))
    }

    private func words(_ value: IndicatorValue) -> String {
        let place = value.region.map { ", \(names.region($0))" } ?? ""
        return "\(value.indicator). \(names.indicator(value.indicator))\(place), \(value.period): "
            + speech.decimal(value.value, digits: 3)
    }

    private func words(_ correction: Correction) -> String {
        let arguments: [String: Phrase.Argument] = [
            "entry": .text(correction.target.description), "reason": .text(correction.reason),
        ]
        return switch correction.change {
        case .retract: speech("console.fact.retraction", arguments)
        case .supersede(let fact):
            speech(
                "console.fact.supersession", arguments.merging(["fact": .text(words(fact))]) { _, new in new }
            )
        }
    }

    /// A number of persons.
    public func persons(_ persons: Persons) -> String {
        speech("console.fact.persons", ["count": .number(persons.count)])
    }
}
