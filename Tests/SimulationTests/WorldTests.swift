import Simulation
import Situation
import Testing

@Suite struct `World checks` {
    private func fault(_ make: () throws -> World) -> WorldFault? {
        do {
            _ = try make()
            return nil
        } catch {
            return error as? WorldFault
        }
    }

    private func fault(_ change: (inout SimulatedPost) -> Void) -> WorldFault? {
        var post = TestWorld.post()
        change(&post)
        return fault { try TestWorld.quiet([post]) }
    }

    @Test func `numbers below nothing and no numbers are refused by name`() {
        for wrong in [-1, .nan, .infinity, 1e30] {
            let loads = fault { $0.incoming.usualPersonsPerHour = wrong }
            guard case .outOfRange(.personsPerHour, "syrym", _, _) = loads else {
                Issue.record("\(wrong) gave \(String(describing: loads))")
                continue
            }
            let speed = fault { $0.personsPerLaneHour = wrong }
            guard case .outOfRange(.personsPerLaneHour, "syrym", _, _) = speed else {
                Issue.record("\(wrong) gave \(String(describing: speed))")
                continue
            }
        }
        let lanes = fault { $0.outgoing.lanes = -1 }
        #expect(lanes == .outOfRange(.lanes, of: "syrym", value: -1, allowed: 0...1000))
    }

    @Test func `a profile has 24 hours with the mean 1`() {
        #expect(
            fault { $0.incoming.profile = DailyProfile(multipliers: [1, 1]) }
                == .profileLength(of: "syrym", hours: 2))
        let double = fault { $0.incoming.profile = DailyProfile(multipliers: Array(repeating: 2, count: 24)) }
        #expect(double == .outOfRange(.profileMean, of: "syrym", value: 2, allowed: 0.99...1.01))
        #expect(fault { $0.incoming.profile = .daytime } == nil)
    }

    @Test func `a mix names real means of travel once, and adds up`() {
        #expect(fault { $0.mix = [] } == .sharesDoNotAddUp(of: "syrym", sum: 0))
        let half = ModeShare(.car, share: 0.5, partySize: 2)
        #expect(fault { $0.mix = [half] } == .sharesDoNotAddUp(of: "syrym", sum: 0.5))
        #expect(fault { $0.mix = [half, half] } == .duplicate("syrym/car"))
        let all = ModeShare(.all, share: 1, partySize: 2)
        #expect(fault { $0.mix = [all] } == .notAMeansOfTravel(of: "syrym"))
        let nobody = fault { $0.mix = [ModeShare(.car, share: 1, partySize: 0)] }
        #expect(nobody == .outOfRange(.partySize, of: "syrym", value: 0, allowed: 1...2000))
    }

    @Test func `names are unique and surges go to posts that exist`() {
        #expect(fault { try TestWorld.quiet([TestWorld.post(), TestWorld.post()]) } == .duplicate("syrym"))
        let surge = Surge(posts: ["nowhere"], from: .zero, to: .hours(1), peakFactor: 2)
        #expect(world(surges: [surge]) == .unknownPost("nowhere"))
    }

    @Test func `a surge has time to rise and fall`() {
        let backwards = Surge(posts: ["syrym"], from: .hours(2), to: .hours(1), peakFactor: 2)
        #expect(
            world(surges: [backwards])
                == .endsBeforeItBegins(of: "surge", from: .hours(2), to: .hours(1)))
        let steep = Surge(
            posts: ["syrym"], from: .zero, to: .hours(1), peakFactor: 2, rampUp: .hours(1),
            rampDown: .hours(1))
        #expect(world(surges: [steep]) == .rampsLongerThanSurge(ramps: .hours(2), surge: .hours(1)))
    }

    @Test func `moments outside the calendar are refused, not reckoned with`() {
        for wrong in [Int64.min, Int64.max] {
            let fault = fault {
                try World(
                    scenario: "test", start: Instant(milliseconds: wrong), posts: [TestWorld.post()])
            }
            guard case .outOfRange(.startYear, "test", _, _) = fault else {
                Issue.record("\(wrong) gave \(String(describing: fault))")
                continue
            }
        }
        let span = Span(milliseconds: .max)
        guard
            case .outOfRange(.lengthHours, _, _, _) = fault({
                try TestWorld.quiet([TestWorld.post()], length: span)
            })
        else {
            Issue.record("an endless run was accepted")
            return
        }
    }

    @Test func `more people than beds at the beginning are refused`() {
        let full = TestWorld.shelter(open: 10, occupied: 11)
        let fault = fault {
            try World(
                scenario: "test", start: TestWorld.start, posts: [TestWorld.post()], shelters: [full])
        }
        #expect(fault == .outOfRange(.beds, of: "oral-1", value: 11, allowed: 0...10))
    }

    private func world(surges: [Surge]) -> WorldFault? {
        fault {
            try World(
                scenario: "test", start: TestWorld.start, posts: [TestWorld.post()], surges: surges)
        }
    }
}
