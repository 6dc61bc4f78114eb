/// The people who are in beds at the beginning: when each of them leaves.
///
/// Whoever is met in a bed is likelier to be one who stays long. So stays are drawn and laid end to end, and
/// each guest is a moment somewhere along the row; what is left of the stay it falls into is what is left of
/// the guest's (the equilibrium of a renewal process).
struct InitialGuests: Sendable {
    private let stay: Distribution
    private let returnShare: Double

    /// How long people stay where no group of the world needs a bed. *Assumed*: three days in the mean.
    static let usualStayHours = 72.0

    /// - Parameter groups: the first that may need a bed says how long guests stay and how many return.
    init(_ groups: [PeopleGroup]) {
        let group = groups.first { $0.needsBedShare > 0 }
        returnShare = group?.returnShare ?? 0
        stay =
            group?.stayHours ?? (try? .exponential(mean: Self.usualStayHours))
            ?? .constant(Self.usualStayHours)
    }

    /// The guests of a shelter as households of one, each with what is left of its stay.
    func draw(_ count: Int, home: Int16, from stream: inout RandomStream) -> [Household] {
        guard count > 0 else { return [] }
        var ends: [Double] = []
        var row = 0.0
        for _ in 0..<max(count, 64) {
            row += stay.draw(from: &stream) * 60
            ends.append(row)
        }
        return (0..<count).map { _ in
            let moment = stream.uniform() * row
            return Household(
                persons: 1, home: home, returns: stream.uniform() < returnShare, registrationMinutes: 0,
                stayMinutes: ends[Self.firstIndex(in: ends, above: moment)] - moment)
        }
    }

    /// By halving; the last when none is above.
    private static func firstIndex(in ends: [Double], above moment: Double) -> Int {
        var low = 0
        var high = ends.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > moment { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
