import Situation
import StrictYAML

@testable import Planning

/// A small exercise that nothing is wrong with, the world around it, and ways to break it.
enum ExerciseFixtures {
    static let small = """
        kind: exercise
        version: 1
        id: trial
        name: {kk: Сынақ, ru: Проба, en: Trial}
        purpose: {kk: Сынақ, ru: Проба, en: Trial}
        notes: {kk: Ойдан, ru: Вымышлено, en: Invented}
        scenario: small
        play_from: 12h
        length: 2h
        history: 12h
        speed: 60
        stations:
          - {id: hq, name: {kk: Штаб, ru: Штаб, en: HQ}, seat: duty-officer, role: duty_officer, staff: 1}
        objectives:
          - {id: see, text: {kk: Көру, ru: Увидеть, en: See}}
        injects:
          - number: 1
            id: call
            at: T+5m
            from: {kk: Пост, ru: Пост, en: Post}
            to: hq
            means: telephone
            text: {kk: Кезек, ru: Очередь, en: Queue}
            expects:
              - acknowledge_alarm: {rule: post-wait, place: syrym}
                within: 10m
                objective: see
          - number: 2
            id: beds
            when: [{metric: region.beds_free, scope: KZ-27, is: below, value: 50, for: 10m}]
            not_before: T+10m
            after: [call]
            from: LEB
            to: all
            means: feed
            text: {kk: Төсек, ru: Места, en: Beds}
            change: {limit_lanes: {checkpoint: syrym, direction: in, share: 0.5, for: 1h}}
            report: {entered: {place: syrym, value: 900, last: 24h, source: phone}}
            expects:
              - order: {what: open_reserve, place: KZ-27}
                within: 20m
                objective: see
          - number: 3
            id: push
            if_missed: call
            from: MIA
            to: hq
            means: radio
            text: {kk: Неге, ru: Почему, en: Why}
        evaluation:
          - id: waited
            objective: see
            text: {kk: Күту, ru: Ожидание, en: Waiting}
            measure: person_hours_waited
            good: 100
            poor: 400
        stops:
          - id: clock
            wall_clock: 3h
            then: end
            text: {kk: Соңы, ru: Конец, en: End}
        """

    static let check = ExerciseCheck(
        ExerciseCheck.Surroundings(
            scenarios: [ScenarioFixtures.read().scenario].compactMap { $0 },
            playbooks: [try? PlaybookReader.read(text: PlanningFixtures.small, file: "p")].compactMap { $0 },
            rules: ["post-wait"], agencies: PlanningFixtures.agencies, places: ScenarioFixtures.places,
            diseases: ["measles"]))

    /// The small exercise with texts put in the place of others.
    static func text(_ changes: [(String, String)]) -> String {
        changes.reduce(small) { $0.replacing($1.0, with: $1.1) }
    }

    static func read(_ changes: (String, String)...) -> ExerciseReader.Outcome {
        ExerciseReader.read(text: text(changes), file: "trial.yaml")
    }

    /// What the check finds, and nothing when the file does not read.
    static func findings(_ changes: (String, String)...) -> [ExerciseFinding] {
        guard let exercise = ExerciseReader.read(text: text(changes), file: "trial.yaml").exercise else {
            return []
        }
        return check.findings(in: exercise)
    }
}
