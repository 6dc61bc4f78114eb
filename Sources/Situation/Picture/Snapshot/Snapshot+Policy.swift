import Foundation

// The council's register is small and has many forms, so it goes into a snapshot as JSON, like the watch.

extension DecisionRegister {
    /// All of it as JSON.
    var packed: String {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Reads what ``packed`` made; `nil` when it is damaged, and the caller folds from an earlier snapshot.
    init?(packed text: String) {
        guard let stored = try? JSONDecoder().decode(DecisionRegister.self, from: Data(text.utf8)) else {
            return nil
        }
        self = stored
    }
}

extension SnapshotWriter {
    mutating func put(_ state: MeasureState) {
        put(state.measure.value)
        put(state.period?.description)
        put(state.state)
        put(state.words)
        put(state.evidence?.document)
        put(state.evidence?.date?.description)
        put(state.agency?.rawValue)
    }

    private mutating func put(_ state: ExecutionState) {
        put(state.name.rawValue)
        switch state {
        case .progress, .done: break
        case .rescheduled(let day): put(day.description)
        case .cannot(let reason): put(reason)
        }
    }
}

extension SnapshotReader {
    mutating func measureState() throws(Damaged) -> MeasureState {
        guard let number = MeasureNumber(try integer()) else { throw Damaged() }
        let period = try optionalText().flatMap { ReportingPeriod($0) }
        let state = try executionState()
        let words = try optionalText()
        let document = try optionalText()
        let date = try optionalText().flatMap { CalendarDay($0) }
        return MeasureState(
            measure: number, period: period, state: state, words: words,
            evidence: document.map { Evidence(document: $0, date: date) },
            agency: try optionalText().map(AgencyKey.init(rawValue:)))
    }

    private mutating func executionState() throws(Damaged) -> ExecutionState {
        switch try named(ExecutionState.Name.self) {
        case .progress: return .progress
        case .done: return .done
        case .rescheduled:
            guard let day = CalendarDay(try text()) else { throw Damaged() }
            return .rescheduled(to: day)
        case .cannot: return .cannot(reason: try text())
        }
    }
}
