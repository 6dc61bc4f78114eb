import Situation
import StrictYAML
import Testing

@testable import Planning

@Suite struct ExerciseReaderTests {
    @Test func `a small exercise is read as it is written`() throws {
        let outcome = ExerciseFixtures.read()
        #expect(outcome.faults.isEmpty, "\(outcome.faults)")
        let exercise = try #require(outcome.exercise)
        #expect(exercise.playFrom == .hours(12))
        #expect(exercise.speed == 60)
        #expect(exercise.injects.map(\.number) == [1, 2, 3])
        #expect(exercise.injects[0].when == .at(.minutes(5)))
        #expect(exercise.injects[0].expects[0].act == .acknowledgeAlarm("post-wait", place: "syrym"))
        #expect(
            exercise.injects[1].when
                == .state(
                    [
                        Condition(
                            metric: "region.beds_free", scope: .one("KZ-27"), comparison: .below, value: 50,
                            duration: .minutes(10))
                    ], noEarlierThan: .minutes(10)))
        #expect(exercise.injects[1].change == .limitLanes("syrym", .in, share: 0.5, duration: .hours(1)))
        #expect(exercise.injects[2].when == .missed("call"))
        #expect(exercise.injects.map(\.isContingency) == [false, false, true])
        // Nothing is written of delays and agencies: the illustrative ones hold.
        #expect(exercise.delays == .illustrative)
        #expect(exercise.agencies == .illustrative)
        #expect(exercise.stops[0].when == .wallClock(.hours(3)))
    }

    @Test func `agencies and delays say only what differs`() throws {
        let outcome = ExerciseFixtures.read(
            (
                "evaluation:",
                """
                agencies:
                  played: [MOH, LEB]
                  acceptance: 10m
                  particular:
                    - {agency: MOH, work: {uniform: [20m, 1h]}}
                delays: {buses: 2h}
                evaluation:
                """
            ))
        let exercise = try #require(outcome.exercise)
        let manner = try #require(exercise.agencies.manner(of: "MOH"))
        #expect(manner.acceptance == .constant(10))
        #expect(manner.work == .uniform(low: 20, high: 60))
        // Played by hand, because it is not named.
        #expect(exercise.agencies.manner(of: "MIA") == nil)
        #expect(exercise.delays.of(.orderBuses) == .hours(2))
        #expect(exercise.delays.of(.staffLanes) == ActDelays.illustrative.lanes)
    }

    @Test func `every act of the list is read under its key`() throws {
        let acts: [(String, ExpectedAct)] = [
            ("acknowledge_alarm: {}", .acknowledgeAlarm(nil, place: nil)),
            (
                "confirm_level: {section: ru-west, at_least: high}", .confirmLevel("ru-west", atLeast: .high)
            ),
            ("start_playbook: {playbook: small}", .startPlaybook("small")),
            ("open_phase: {playbook: small, phase: first}", .openPhase("small", "first")),
            ("task: {playbook: small, step: B1, state: done}", .task("small", "B1", .done)),
            (
                "commit_reserve: {kind: beds, region: KZ-27, at_least: 100}",
                .commitReserve(.beds, "KZ-27", atLeast: 100)
            ),
            ("order: {what: divert, place: syrym}", .order(.divert, place: "syrym")),
            ("settle_contradiction: {place: syrym}", .settleContradiction(place: "syrym")),
            (
                "write_log: {kind: call, mentions: [су, вода, water]}",
                .writeLog(.call, place: nil, mentions: ["су", "вода", "water"])
            ),
            ("telephone_report: {kind: incident, place: syrym}", .telephoneReport(.incident, place: "syrym")),
            ("send_message: {playbook: small, message: alert}", .sendMessage("small", "alert")),
            ("handover: {}", .handOver),
        ]
        #expect(acts.count == ExerciseReader.actKeys.count)
        for (written, act) in acts {
            let exercise = ExerciseFixtures.read(
                ("acknowledge_alarm: {rule: post-wait, place: syrym}", written))
            #expect(exercise.faults.isEmpty, "\(exercise.faults)")
            #expect(exercise.exercise?.injects[0].expects[0].act == act)
        }
    }

    @Test(arguments: [
        ("kind: exercise", "kind: scenario", "kind"), ("version: 1", "version: 2", "version"),
        ("length: 2h", "length: 0m", "length"), ("length: 2h", "length: 120", "length"),
        ("speed: 60", "speed: 3601", "speed"), ("role: duty_officer", "role: boss", "stations[0].role"),
        ("at: T+5m", "at: 5m", "injects[0].at"), ("    at: T+5m\n", "", "injects[0]"),
        ("means: telephone", "means: pigeon", "injects[0].means"),
        ("    number: 1", "    number: 0", "injects[0].number"),
        ("acknowledge_alarm: {rule", "sing: {rule", "injects[0].expects[0]"),
        ("means: radio", "means: radio\n    by_hand: true", "injects[2].if_missed"),
        ("share: 0.5", "share: 5", "injects[1].change.limit_lanes.share"),
        ("change: {limit_lanes: {", "change: {flood: {", "injects[1].change"),
        ("last: 24h, ", "", "injects[1].report.entered"),
        ("measure: person_hours_waited", "measure: luck", "evaluation[0].measure"),
        ("then: end", "then: dance", "stops[0].then"),
        ("id: clock", "id: clock\n    hue: red", "stops[0].hue"),
        ("id: trial", "id: ' '", "id"),
    ])
    func `a wrong value names its key`(from: String, to: String, key: String) {
        let old = from.hasPrefix("    number") ? "- number: 1" : from
        let new = from.hasPrefix("    number") ? "- number: 0" : to
        #expect(ExerciseFixtures.read((old, new)).faults.map(\.path).contains(key))
    }

    @Test func `every error is reported with its line, not only the first`() {
        let outcome = ExerciseFixtures.read(
            ("speed: 60", "speed: fast"), ("means: telephone", "means: pigeon"), ("good: 100", "good: many"))
        let lines = ["speed: 60", "means: telephone", "good: 100"].map {
            PlanningFixtures.line(of: $0, in: ExerciseFixtures.small)
        }
        #expect(outcome.exercise == nil)
        #expect(outcome.faults.map(\.line) == lines)
        #expect(outcome.faults.map(\.path) == ["speed", "injects[0].means", "evaluation[0].good"])
    }
}
