import Council
import Language
import Reference
import Situation
import Terminal

/// What keys do about the measures of the action plan.
enum MeasureCommand: String, CaseIterable, Hashable, Sendable {
    /// Their list; from an indicator's page, of those under it.
    case show = "measures"
    case phase = "measures-state"
    case direction = "measures-direction"
    /// Those of the lead agency of the marked measure, and back to all.
    case agency = "measures-agency"
}

extension Bindings {
    static let measures = [
        Binding(
            action: .measure(.show), keys: [.character("M")], scope: .policy, hintRank: 3,
            disabledReason: {
                $0.view.destination == .tab(.measures) ? Phrase("policy.why-not.here") : nil
            }),
        binding(.phase, "v", 3), binding(.agency, "f", 4), binding(.direction, "r", 4),
    ]

    private static func binding(_ command: MeasureCommand, _ key: Character, _ rank: Int) -> Binding {
        Binding(
            action: .measure(command), keys: [.character(key)], scope: .measures, hintRank: rank,
            disabledReason: { $0.reasonAgainst(command) })
    }
}

extension Model {
    /// The measure marked in the list.
    private var chosenMeasure: Measure? {
        guard case .destination(.measure(let number))? = view.list.selected else { return nil }
        return policy.tables?.measure(number)
    }

    fileprivate func reasonAgainst(_ command: MeasureCommand) -> Phrase? {
        if council == nil { return Phrase("policy.why-not.not-read") }
        if command == .agency, view.measureView.agency == nil, chosenMeasure?.lead == nil {
            return Phrase("policy.why-not.no-measure")
        }
        return nil
    }

    mutating func perform(_ command: MeasureCommand) {
        switch command {
        case .show:
            var indicator: IndicatorNumber?
            if case .indicator(let number) = view.destination { indicator = number }
            let isFromIndicators = view.destination.tab == .indicators
            navigation.show(.tab(.measures))
            if isFromIndicators { view.measureView.indicator = indicator }
        case .phase: view.measureView.phase = next(after: view.measureView.phase, of: MeasurePhase.allCases)
        case .direction:
            let all = policy.tables?.directions.map(\.number) ?? []
            view.measureView.direction = next(after: view.measureView.direction, of: all)
        case .agency:
            view.measureView.agency = view.measureView.agency == nil ? chosenMeasure?.lead : nil
        }
        view.lists[.main] = nil
    }

    /// The next choice; after the last, all again.
    private func next<Choice: Equatable>(after choice: Choice?, of all: [Choice]) -> Choice? {
        guard let choice else { return all.first }
        return all.firstIndex(of: choice).flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
    }
}
