/// One agent each, in the order they came, as Flee does it: slow, and there to prove the cohorts right.
struct AgentCrowd: DisplacedCrowd {
    private(set) var here: [Int]
    var people: Int { agents.count }
    private var agents: [Agent] = []
    private var stream: RandomStream
    private var planner: RoutePlanner

    /// The most agents that are held.
    static let most = 30_000_000

    private struct Agent {
        /// Where they are, or the way's start.
        var place: Int32
        /// The way they are on; −1 at a place.
        var link: Int32 = -1
        var route: Int32 = 0
        var kilometres = 0.0
        var moved = 0.0
        var recent = 0.0
        var isFresh = true
        var isSettled = false
    }

    init(map: DisplacementMap, stream: RandomStream) {
        self.stream = stream
        here = Array(repeating: 0, count: map.places.count)
        planner = RoutePlanner(places: map.places.count)
    }

    mutating func add(_ count: Int, at place: Int, map: DisplacementMap) throws(DisplacementFault) {
        guard agents.count + count <= Self.most else {
            throw .tooManyForAgents(people: agents.count + count, most: Self.most)
        }
        agents.append(contentsOf: repeatElement(Agent(place: Int32(place)), count: count))
        here[place] += count
    }

    mutating func passDay(_ map: DisplacementMap) throws(DisplacementFault) {
        planner.look(at: map)
        for place in map.places.indices { look(atRoomOf: place, map) }
        for index in agents.indices where agents[index].link < 0 && !agents[index].isSettled {
            decide(index, isForced: false, map)
        }
        for index in agents.indices where agents[index].link >= 0 { travel(index, map) }
        for index in agents.indices {
            let way = agents[index].moved / map.settings.maxMoveSpeed
            agents[index].recent = (agents[index].recent + way) / 2
            agents[index].moved = 0
        }
        if map.settings.campsAreSinks { settleForGood(map) }
        if planner.isExhausted { throw .tooManyRoutes(most: RoutePlanner.mostRoutes) }
    }

    private mutating func settleForGood(_ map: DisplacementMap) {
        for index in agents.indices where agents[index].link < 0 && !agents[index].isSettled {
            let place = map.places[Int(agents[index].place)]
            guard place.isCamp, place.deactivationProbability > 0 else { continue }
            agents[index].isSettled = stream.uniform() < place.deactivationProbability
        }
    }

    private mutating func look(atRoomOf place: Int, _ map: DisplacementMap) {
        guard map.places[place].capacity >= 1 || planner.room[place] != 1 else { return }
        planner.look(atRoom: map.room(place, holding: Double(here[place])), of: place)
    }

    // MARK: - Deciding

    private mutating func decide(_ index: Int, isForced: Bool, _ map: DisplacementMap) {
        let place = Int(agents[index].place)
        var chance = agents[index].route != 0 ? 1 : map.moveChance(place)
        if isForced, map.places[place].isTown { chance = 1 }
        guard stream.uniform() < chance else { return }
        guard let link = agents[index].route == 0 ? choose(index, map) : follow(index, map) else { return }
        agents[index].link = link
        agents[index].kilometres = 0
        here[place] -= 1
        look(atRoomOf: place, map)
    }

    private mutating func choose(_ index: Int, _ map: DisplacementMap) -> Int32? {
        let place = Int(agents[index].place)
        planner.prepare(place, map)
        let count = planner.choices[place].chance.count
        for route in 0..<count
        where route == count - 1 || stream.uniform() < planner.choices[place].chance[route] {
            guard !planner.choices[place].isFull[route] else { return nil }
            agents[index].route = planner.choices[place].rest[route]
            return planner.choices[place].link[route]
        }
        return nil
    }

    private mutating func follow(_ index: Int, _ map: DisplacementMap) -> Int32? {
        let route = agents[index].route
        agents[index].route = 0
        guard let link = planner.step(from: Int(agents[index].place), along: route, map),
            !planner.isFull(planner.book.end[Int(route)], map)
        else { return nil }
        agents[index].route = planner.book.rest[Int(route)]
        return link
    }

    // MARK: - Travelling

    private mutating func travel(_ index: Int, _ map: DisplacementMap) {
        // Flee ends at its stack's depth, a thousand legs, when ways are far shorter than a day's speed.
        for _ in 0..<CohortCrowd.mostLegs where agents[index].link >= 0 {
            guard passLeg(index, map) else { return }
        }
    }

    /// One leg of a day.
    ///
    /// - Returns: whether the agent may be on another.
    private mutating func passLeg(_ index: Int, _ map: DisplacementMap) -> Bool {
        let link = map.links[Int(agents[index].link)]
        let speed = speed(index, link, map)
        agents[index].kilometres += speed
        agents[index].moved += speed
        guard agents[index].kilometres > link.kilometres else { return false }
        agents[index].isFresh = false
        agents[index].moved += link.kilometres - agents[index].kilometres
        agents[index].kilometres = 0
        agents[index].link = -1
        let place = link.isClosed ? link.from : link.to
        agents[index].place = place
        here[Int(place)] += 1
        look(atRoomOf: Int(place), map)
        guard !link.isClosed, agents[index].moved < speed else { return false }
        let recent = agents[index].recent + agents[index].moved / map.settings.maxMoveSpeed
        decide(index, isForced: map.settings.avoidsShortStints && recent / 2 < 0.5, map)
        return true
    }

    private mutating func speed(
        _ index: Int, _ link: DisplacementMap.Link, _ map: DisplacementMap
    ) -> Double {
        var speed = link.speed
        if agents[index].isFresh, map.settings.startsOnFoot { speed = map.settings.maxWalkSpeed }
        if link.walkProbability > 0, stream.uniform() < link.walkProbability {
            speed = map.settings.maxWalkSpeed
        }
        return speed
    }
}
