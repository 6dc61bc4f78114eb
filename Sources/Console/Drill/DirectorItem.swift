import Drill
import Situation

/// Names a row of the director's screen.
enum DirectorItem: Hashable, Sendable {
    /// An inject by its number.
    case inject(Int)
    /// The n-th expected action of an inject.
    case expected(inject: Int, Int)
    case truth(Metric, place: String)
    case task(TaskRef)
    case order(OrderID)
    case objective(String)
    /// The n-th observation, from 0.
    case observation(Int)
    case branch(file: String)
}

/// A director's order that cannot be taken back, or that nobody wants to give by a slip.
enum DirectorQuestion: Hashable, Sendable {
    case end
    case rewind(to: Instant)

    /// What a yes orders.
    var order: DirectorOrder {
        switch self {
        case .end: .clock(.end)
        case .rewind(let moment): .rewind(to: moment)
        }
    }
}
