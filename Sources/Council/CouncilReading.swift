import Reference
import Situation

/// Everything the council looks at, worked out from the picture at a moment.
public struct CouncilReading: Sendable {
    public let now: Instant
    /// The 14 in order.
    public let indicators: [IndicatorStanding]
    public let board: MeasureBoard
    public let register: DecisionRegister
    public let calendar: CouncilCalendar
    public let sources: SourceRegister

    /// - Parameters:
    ///   - picture: as it was known at the moment; figures that an officer passed over do not count.
    ///   - window: how many days before its last day a measure counts as due.
    public init(
        _ picture: Picture, reference: Reference, policy: PolicyTables, now: Instant,
        window: Int = MeasureBoard.usualWindow
    ) {
        let used = picture.inUse()
        let board = MeasureBoard(used, policy: policy, now: now, window: window)
        self.now = now
        self.board = board
        indicators = reference.indicators.compactMap { indicator in
            policy.semantics(of: indicator.number).map {
                IndicatorStanding(
                    indicator, semantics: $0, picture: used, policy: policy, board: board, now: now)
            }
        }
        register = picture.register
        calendar = CouncilCalendar(board, duties: policy.duties, register: picture.register)
        sources = SourceRegister(policy.sources, heard: picture.sources)
    }

    /// The indicator with that number.
    public func indicator(_ number: IndicatorNumber) -> IndicatorStanding? {
        indicators.first { $0.id == number }
    }
}
