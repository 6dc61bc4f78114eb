import Situation

/// How long one who joins a post's lines can expect to wait, for each direction and means of travel.
struct ExpectedWaits: Sendable {
    private var minutes = InlineArray<14, Double>(repeating: .infinity)

    /// Infinity everywhere: nothing works.
    init() {}

    subscript(direction: Direction, mode: TravelMode) -> Double {
        get { minutes[direction.place * 7 + mode.place] }
        set { minutes[direction.place * 7 + mode.place] = newValue }
    }
}

/// Where parties go instead, by their own choice or because they are sent.
struct Diverter: Sendable {
    let sisters: [SisterPlan]
    private let worthwhile: Double
    private var waits: ContiguousArray<ExpectedWaits>
    /// What part of those who come is sent to which sister, in the order in which it was ordered.
    private(set) var orders: [(sister: Int, share: Double)] = []

    init(_ plan: PostPlan) {
        sisters = plan.sisters
        worthwhile = plan.worthwhile
        waits = ContiguousArray(repeating: ExpectedWaits(), count: plan.sisters.count)
    }

    mutating func publish(_ waits: ExpectedWaits, ofSister index: Int) {
        guard self.waits.indices.contains(index) else { return }
        self.waits[index] = waits
    }

    /// From now on that part is sent there; 0 ends it.
    mutating func order(_ share: Double, to post: CheckpointID) {
        guard let sister = sisters.firstIndex(where: { $0.id == post }) else { return }
        orders.removeAll { $0.sister == sister }
        if share > 0 { orders.append((sister, share)) }
    }

    /// Which sister a party just come goes on to; `nil` when it stays.
    func goal(of party: Party, _ direction: Direction, waitHere: Double) -> Int? {
        ordered(party, direction) ?? chosen(party, direction, waitHere)
    }

    /// Which part of all it belongs to is in the party's own luck, so under two policies with the same order
    /// the same parties are sent.
    private func ordered(_ party: Party, _ direction: Direction) -> Int? {
        guard !orders.isEmpty else { return nil }
        var mixer = SplitMix(state: party.luck ^ 0x6469_7665_7274_6564)
        var place = Double(mixer.next() >> 11) * 0x1p-53
        for order in orders {
            if place < order.share {
                return takes(order.sister, direction, party.mode) ? order.sister : nil
            }
            place -= order.share
        }
        return nil
    }

    /// Those led past the line have no reason to go elsewhere.
    private func chosen(_ party: Party, _ direction: Direction, _ waitHere: Double) -> Int? {
        guard party.isInformed, !party.isVulnerable, waitHere > worthwhile else { return nil }
        var best: Int?
        var least = Double.infinity
        for index in sisters.indices where takes(index, direction, party.mode) {
            let through = waits[index][direction, party.mode] + sisters[index].travel
            if through < least { (best, least) = (index, through) }
        }
        return least + worthwhile < waitHere ? best : nil
    }

    private func takes(_ sister: Int, _ direction: Direction, _ mode: TravelMode) -> Bool {
        sisters[sister].takes[direction.place * 7 + mode.place]
    }
}
