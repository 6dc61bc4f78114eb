import Situation

/// What one side's runs have in common.
struct SidePlan: Sendable {
    let direction: Direction
    let channels: [ChannelPlan]
    /// `nil`: nobody is looked at more closely.
    let officers: Int?
    /// Which channel takes each means of travel, by ``TravelMode/place``.
    let channelOfMode: [Int?]
    /// For each of the world's groups, whether somebody of it may need a bed in the country.
    let mayNeedBed: ContiguousArray<Bool>

    init(
        _ world: World, _ post: SimulatedPost, _ direction: Direction, _ grid: HourGrid,
        _ tables: SharedTables
    ) {
        self.direction = direction
        let side = post.side(direction)
        let channelOfMode = TravelMode.allCases.map { mode in
            side.channels.firstIndex { $0.modes.contains(mode) }
        }
        self.channelOfMode = channelOfMode
        officers = side.secondLine?.officers.count
        mayNeedBed = ContiguousArray(world.groups.map { direction == .in && $0.needsBedShare > 0 })
        let maker = StrandMaker(world: world, post: post, direction: direction, grid: grid, tables: tables)
        let strands = maker.strands()
        channels = side.channels.indices.map { index in
            ChannelPlan(
                side.channels[index],
                strands: strands.filter { channelOfMode[$0.law.mode.place] == index })
        }
    }
}

/// What one channel's runs have in common.
struct ChannelPlan: Sendable {
    /// Lanes staffed in each hour of the day.
    let roster: [Int]
    let room: Int
    let closing: ServiceStation<PartyBook.Place>.Closing
    let strands: ContiguousArray<StrandPlan>

    init(_ channel: Channel, strands: [StrandPlan]) {
        roster = channel.roster.lanesByHour.map(\.count)
        room = channel.room
        closing = channel.closing == .atOnce ? .atOnce : .afterService
        self.strands = ContiguousArray(strands)
    }
}

/// What one strand's runs have in common.
struct StrandPlan: Sendable {
    /// The name of its random stream.
    let name: String
    /// Which of the world's flows; `nil`: the usual people.
    let flow: Int?
    let rate: ArrivalRate
    let law: PartyLaw
}

extension TravelMode {
    /// Its place in tables.
    var place: Int {
        switch self {
        case .car: 0
        case .bus: 1
        case .truck: 2
        case .foot: 3
        case .rail: 4
        case .air: 5
        case .all: 6
        }
    }
}

extension Direction {
    /// Its place in tables.
    var place: Int {
        switch self {
        case .in: 0
        case .out: 1
        }
    }
}
