import Simulation
import Situation
import Testing

/// Worlds put together from sensible, extreme and senseless numbers: each is refused, or runs to its end with
/// everyone accounted for.
@Suite struct `Wild worlds` {
    @Test func `every world is refused by name or runs to its end`() {
        var stream = RandomStream(seed: 71, name: "wild")
        var ran = 0
        for _ in 0..<400 {
            guard let world = try? Self.world(&stream) else { continue }
            ran += 1
            var engine = BorderEngine(world: world, seed: stream.next(), warmUp: Self.span(&stream))
            let drafts = engine.advance(to: Instant(milliseconds: .max))
            #expect(engine.isFinished && engine.conservationBreach == nil)
            #expect(drafts.turns.map(\.turn) == [.start, .end])
        }
        // Both ways are gone often enough to mean something.
        #expect((40...360).contains(ran))
    }

    private static func world(_ stream: inout RandomStream) throws(WorldFault) -> World {
        try World(
            scenario: "wild", start: TestWorld.start + span(&stream), length: length(&stream),
            posts: [post("a", &stream), post("b", &stream)],
            surges: [
                Surge(
                    posts: ["a", "b"], from: .zero, to: .hours(1), peakFactor: pick([1, 3, 1000], &stream))
            ],
            disruptions: [
                Disruption(
                    post: "a", from: .minutes(5), to: .minutes(90),
                    laneShareLeft: pick([0, 0.01, 0.5, 1], &stream))
            ],
            shelters: [
                TestWorld.shelter(
                    open: Beds(Int(pick([0, 20, 1_000_000], &stream))), reserve: 0,
                    occupied: Beds(Int(pick([0, 0, 0, 20], &stream))))
            ],
            intakes: [
                Intake(
                    region: TestWorld.region, shareOfUsual: pick([0, 1e-300, 1], &stream),
                    shareOfSurge: pick([0, 0.3, 1], &stream),
                    meanStay: .hours(Int(pick([1, 1, 1_000_000, 0], &stream))))
            ])
    }

    private static func post(_ id: CheckpointID, _ stream: inout RandomStream) -> SimulatedPost {
        let party = pick([1, 2.5, 2.5, 2000], &stream)
        return TestWorld.post(
            id, perHour: pick([0, 1e-300, 12, 300, 300, 100_000, .nan], &stream),
            lanes: Lanes(Int(pick([0, 1, 7, 7, 1000, -4], &stream))),
            perLaneHour: pick([0, 1e-300, 60, 60, 100_000, -1], &stream),
            mix: [
                ModeShare(.car, share: 0.5, partySize: party), ModeShare(.foot, share: 0.5, partySize: 1),
            ])
    }

    private static func length(_ stream: inout RandomStream) -> Span {
        Span(milliseconds: Int64(pick([0, 59_999, 60_000, 3_601_000, 7_200_000], &stream)))
    }

    private static func span(_ stream: inout RandomStream) -> Span {
        Span(milliseconds: Int64(pick([0, 1, 1_234_567, 3_600_000, -5], &stream)))
    }

    private static func pick(_ values: [Double], _ stream: inout RandomStream) -> Double {
        values[Int(stream.uniform() * Double(values.count))]
    }
}
