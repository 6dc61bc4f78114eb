import Situation
import Testing

@testable import Planning

@Suite struct ExerciseCheckTests {
    @Test func `a good exercise has no findings`() {
        #expect(ExerciseFixtures.read().exercise != nil)
        #expect(ExerciseFixtures.findings().isEmpty, "\(ExerciseFixtures.findings())")
    }

    /// What is changed, and the finding it makes.
    struct Fault: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        let key: String
        let problem: ExerciseFinding.Problem

        init(_ from: String, _ to: String, _ key: String, _ problem: ExerciseFinding.Problem) {
            self.from = from
            self.to = to
            self.key = key
            self.problem = problem
        }

        var testDescription: String { "\(problem)" }
    }

    @Test(arguments: [
        Fault("ru: Очередь, en", "en", "injects[0].text", .missingLanguage(.ru)),
        Fault("scenario: small", "scenario: large", "scenario", .unknown(.scenario, "large")),
        Fault("history: 12h", "history: 13h", "history", .historyTooLong(.hours(12))),
        Fault("play_from: 12h", "play_from: 71h", "length", .beyondScenario(.days(3))),
        Fault("play_from: 12h", "play_from: 72h", "play_from", .beyondScenario(.days(3))),
        Fault("at: T+5m", "at: T-5m", "injects[0].at", .beforeStart),
        Fault("at: T+5m", "at: T+3h", "injects[0].at", .afterEnd(.hours(2))),
        Fault("at: T+5m", "at: T+119m", "injects[0].expects[0].within", .deadlineAfterEnd(.hours(2))),
        Fault("within: 10m", "within: 0m", "injects[0].expects[0].within", .notPositive),
        Fault("number: 2", "number: 1", "injects[1].number", .repeated("1")),
        Fault("id: beds", "id: call", "injects[1].id", .repeated("call")),
        Fault("after: [call]", "after: [none]", "injects[1].after[0]", .unknown(.inject, "none")),
        Fault("after: [call]", "after: [beds]", "injects[1].after", .cycle(["beds"])),
        Fault(
            "metric: region.beds_free", "metric: region.beds", "injects[1].when[0].metric",
            .unknown(.metric, "region.beds")),
        Fault("scope: KZ-27", "scope: syrym", "injects[1].when[0].scope", .wrongPlace("syrym")),
        Fault("scope: KZ-27", "scope: KZ-99", "injects[1].when[0].scope", .unknown(.place, "KZ-99")),
        Fault("scope: KZ-27", "scope: affected", "injects[1].when[0].scope", .affectedNeedsPlaybook),
        Fault("from: LEB", "from: MIB", "injects[1].from", .unknown(.agency, "MIB")),
        Fault("to: hq", "to: hw", "injects[0].to", .unknown(.station, "hw")),
        Fault("to: hq", "to: {agency: MIA}", "injects[0].expects", .nobodyIsTold),
        Fault(
            "rule: post-wait", "rule: post-weight", "injects[0].expects[0].acknowledge_alarm.rule",
            .unknown(.rule, "post-weight")),
        Fault("place: KZ-27", "place: KZ-39", "injects[1].expects[0].order.place", .noReception("KZ-39")),
        Fault("place: KZ-27", "place: syrym", "injects[1].expects[0].order.place", .wrongPlace("syrym")),
        Fault(
            "checkpoint: syrym", "checkpoint: kairak", "injects[1].change.limit_lanes.checkpoint",
            .notPlaying("kairak")),
        Fault(
            "entered: {place: syrym", "entered: {place: sirim", "injects[1].report.entered.place",
            .unknown(.post, "sirim")),
        Fault(
            "order: {what: open_reserve, place: KZ-27}", "start_playbook: {playbook: big}",
            "injects[1].expects[0].start_playbook.playbook", .unknown(.playbook, "big")),
        Fault(
            "order: {what: open_reserve, place: KZ-27}", "task: {playbook: small, step: B9, state: done}",
            "injects[1].expects[0].task.step", .unknown(.step, "B9")),
        Fault(
            "order: {what: open_reserve, place: KZ-27}", "send_message: {playbook: small, message: hello}",
            "injects[1].expects[0].send_message.message", .unknown(.message, "hello")),
        Fault(
            "order: {what: open_reserve, place: KZ-27}", "open_phase: {playbook: small, phase: last}",
            "injects[1].expects[0].open_phase.phase", .unknown(.phase, "last")),
        Fault(
            "order: {what: open_reserve, place: KZ-27}", "confirm_level: {section: moon, at_least: low}",
            "injects[1].expects[0].confirm_level.section", .unknown(.section, "moon")),
        Fault(
            "{entered: {place: syrym, value: 900, last: 24h, source: phone}}",
            "{cases: {place: syrym, value: 9, last: 24h, disease: envy, source: phone}}",
            "injects[1].report.cases.disease", .unknown(.disease, "envy")),
        Fault("if_missed: call", "if_missed: push", "injects[2].if_missed", .cycle(["push"])),
        Fault("means: radio", "means: feed", "injects[2].means", .feedWithoutFigure),
        Fault("poor: 400", "poor: 50", "evaluation[0].poor", .poorIsNotWorse),
        Fault(
            "measure: person_hours_waited", "measure: contradictions_settled", "evaluation[0].good",
            .notAShare),
        Fault(
            "measure: person_hours_waited", "measure: {response: {stage: relief, to: nobody}}",
            "evaluation[0].measure.response.to", .unknown(.inject, "nobody")),
        Fault(
            "injects:\n", "  - {id: bored, text: {kk: а, ru: б, en: c}}\ninjects:\n", "objectives[1].id",
            .untested("bored")),
    ])
    func `what is wrong is found at its key`(_ fault: Fault) {
        let found = ExerciseFixtures.findings((fault.from, fault.to))
        #expect(found.contains { $0.key == fault.key && $0.problem == fault.problem }, "\(found)")
        #expect(found.allSatisfy { $0.line != nil })
    }

    @Test func `a ring over what must come before and what was missed is told whole`() {
        let found = ExerciseFixtures.findings(("at: T+5m", "at: T+5m\n    after: [push]"))
        // call waits for push, and push for call.
        #expect(found.map(\.problem) == [.cycle(["call", "push"])])
    }

    @Test func `an inject cannot come before the one it waits for`() {
        let found = ExerciseFixtures.findings(
            ("    if_missed: call", "    at: T+1m\n    after: [call]"))
        #expect(found.map(\.problem) == [.beforeWhatItWaitsFor("call")])
    }

    @Test func `nothing can be missed where nothing is expected`() {
        let found = ExerciseFixtures.findings(
            (
                "    if_missed: call", "    if_missed: quiet"
            ),
            (
                "evaluation:",
                """
                  - {number: 4, id: quiet, by_hand: true, from: MIA, to: hq, means: radio, text: {kk: а, ru: б, en: c}}
                evaluation:
                """
            ))
        #expect(found.map(\.problem) == [.nothingToMiss("quiet")])
    }
}
