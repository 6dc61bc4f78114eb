import Planning
import Reference
import Simulation
import Situation

/// Makes what the simulator runs from a scenario and the reference data: the scenario says what is unusual, the
/// reference data what is usual.
///
/// The reference data's planning values are illustrative unless they say otherwise, and so is what this
/// builder adds to them (``Illustrative``). A scenario may be unchecked: what no run can be made of is a
/// fault, never a trap.
public struct WorldBuilder {
    let scenario: Scenario
    let reference: Reference
    let playing: [Checkpoint]

    /// A builder; nothing is read yet.
    public init(_ scenario: Scenario, reference: Reference) {
        self.scenario = scenario
        self.reference = reference
        let chosen = ScenarioPlaces(reference).posts(of: scenario)
        playing = chosen.compactMap { reference.checkpoint($0.id) }
    }

    /// The world, checked by the simulator.
    ///
    /// - Throws: `WorldFault`, the first thing that no run can be made of.
    public func world() throws(WorldFault) -> World {
        let posts = try posts()
        let shelters = shelters()
        return try World(
            scenario: scenario.id.rawValue, start: scenario.start, length: scenario.horizon,
            groups: try groups(), posts: posts, flows: try flows(over: posts),
            displacement: try displacement(over: posts), disruptions: disruptions(), diversion: diversion,
            receptions: try receptions(),
            shelters: shelters, limits: limits, timetable: timetable(shelters))
    }

    private var diversion: Diversion {
        scenario.diversion.map { Diversion(informedShare: $0.informed, worthwhile: $0.worthwhile) } ?? .none
    }

    /// The posts of a choice among those that play.
    func chosen(_ selection: PostSelection) -> [CheckpointID] {
        ScenarioPlaces.chosen(selection, among: playing.map(ScenarioPlaces.Post.init)).map(\.id)
    }

    private func disruptions() -> [Disruption] {
        scenario.disruptions.flatMap { planned in
            chosen(planned.posts).map { post in
                Disruption(
                    post: post, direction: planned.direction, from: planned.from, to: planned.to,
                    effect: Self.effect(planned.effect), reason: planned.what[.kk])
            }
        }
    }

    private static func effect(_ planned: ScenarioDisruption.Effect) -> Disruption.Effect {
        switch planned {
        case .lanesLeft(let share): .lanesLeft(share: share)
        case .serviceTimes(let factor): .slowService(factor: factor)
        }
    }
}

/// Sizes that no source gives. They are sensible, and stand until a headquarters sets its own.
enum Illustrative {
    /// How much service times differ: the coefficient of variation of the chance factor.
    static let serviceVariation = 0.5
    /// How fast people drive from one post to another, or to a shelter, by the great circle.
    static let kilometresPerHour = 60.0
    /// Posts farther apart than this are no sisters.
    static let sisterKilometres = 250.0
    /// How many sisters a post has at most.
    static let sisters = 3
    /// The way to a shelter whose region has no post in the scenario.
    static let wayToShelter = Span.hours(1)

    /// Mean persons in a vehicle or party.
    static func party(_ mode: TravelMode) -> Double {
        switch mode {
        case .car: 2.6
        case .bus: 32
        case .truck: 1.2
        case .foot: 1.5
        case .rail: 1.8
        case .air, .all: 1.6
        }
    }

    /// By what means people come where nobody has said.
    static func mix(_ kind: Checkpoint.Kind) -> [ModeShare] {
        switch kind {
        case .road: ModeShare.illustrativeRoad
        case .rail: [ModeShare(.rail, share: 1, partySize: party(.rail))]
        case .air: [ModeShare(.air, share: 1, partySize: party(.air))]
        }
    }

    /// The time a drive takes.
    static func drive(_ kilometres: Double) -> Span {
        let minutes = (kilometres / kilometresPerHour * 60).rounded()
        return max(World.tick, .minutes(Int(min(max(minutes, 0), 1e6))))
    }
}
