/// Where a region registers those who need a bed: one line, equal desks.
///
/// Nothing that happens later touches the line, so a stretch of time is played here first and what comes out
/// is handed on.
struct RegistrationHall: Sendable {
    /// The desks and the line before them.
    private(set) var station: ServiceStation<Household>
    private var flow = Flow()
    /// Persons in line or at a desk, those about to come in included.
    private(set) var persons = 0

    init(desks: Int, from start: Double) {
        station = ServiceStation(servers: desks, filler: .filler, start: start)
    }

    /// A household that comes at `time`, within the stretch that is played next.
    mutating func expect(_ household: Household, at time: Double) {
        persons += Int(household.persons)
        flow.coming.append((time, household))
    }

    /// Plays everything before `minute`; who was registered is appended in order of time.
    mutating func advance(to minute: Double, registered: inout [(at: Double, household: Household)]) {
        if flow.coming.count > 1 { flow.putInOrder() }
        station.advance(to: minute, &flow)
        if !flow.coming.isEmpty { flow.forgetTaken() }
        guard !flow.registered.isEmpty else { return }
        for one in flow.registered { persons -= Int(one.household.persons) }
        registered += flow.registered
        flow.registered.removeAll(keepingCapacity: true)
    }

    /// Desks that work.
    var desks: Int { station.servers }

    /// Opens or closes desks at the moment reached; a desk serves its household to the end before it closes.
    mutating func setDesks(_ count: Int) { station.setServers(count, &flow) }

    /// Visits everyone in line, at a desk, or about to come in.
    func forEachHousehold(_ visit: (Household) -> Void) {
        station.forEachCustomer(visit)
        for one in flow.coming { visit(one.household) }
    }
}

extension RegistrationHall {
    /// Who comes and who is done.
    private struct Flow: StationModel, Sendable {
        var coming: [(at: Double, household: Household)] = []
        var registered: [(at: Double, household: Household)] = []
        private var taken = 0

        var nextArrivalTime: Double { taken < coming.count ? coming[taken].at : .infinity }

        mutating func takeArrival() -> Household {
            defer { taken += 1 }
            return coming[taken].household
        }

        mutating func serviceTime(of household: Household, at time: Double) -> Double {
            household.registrationMinutes
        }

        mutating func serviceBegan(_ household: Household, since: Double, at time: Double) {}

        mutating func serviceEnded(_ household: Household, at time: Double) {
            registered.append((time, household))
        }

        /// Several posts give their people in one after another; at one moment the order is the posts'.
        mutating func putInOrder() {
            let isInOrder = zip(coming, coming.dropFirst()).allSatisfy { $0.at <= $1.at }
            guard !isInOrder else { return }
            coming = coming.enumerated()
                .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        }

        mutating func forgetTaken() {
            coming.removeFirst(taken)
            taken = 0
        }
    }
}
