import Planning
import Situation
public struct ActionLedger: Sendable {
    public init(_ plan: ExercisePlan) {}
    public mutating func note(_ entry: Entry, _ picture: Picture) {}
    public func isMissed(_ inject: Inject.ID, at now: Instant) -> Bool { false }
}
