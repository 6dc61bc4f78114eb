import Situation
import StrictYAML

@testable import Planning

/// A small scenario that nothing is wrong with, the country around it, and ways to break it.
enum ScenarioFixtures {
    static let small = """
        kind: scenario
        version: 2
        id: small
        name: {kk: Шағын, ru: Малый, en: Small}
        notes: {kk: Ойдан шығарылған, ru: Вымышлен, en: Invented}
        cause: disaster
        start: 2027-01-01T00:00+05:00
        horizon: 3d
        seed: 7
        posts: [syrym, shagan]
        groups:
          - id: people
            purpose: {asylum: 0.5, other: 0.5}
            documents: {passport: 1}
            ages: {women-18-59: 0.5, men-18-59: 0.5}
            needs_bed: 0.2
            stay: {exponential: 36h}
        flows:
          - name: wave
            group: people
            where: {checkpoint: syrym}
            persons_per_day: 2400
            shape: hill
            from: 6h
            to: 30h
        reception:
          - region: KZ-27
            desks: 4
            registration: {lognormal: {mean: 12m, cv: 0.5}}
            buses: {vehicles: 3, seats: 45, turn_round: 40m, longest_wait: 1h}
        decisions:
          - at: 12h
            what: {kk: Ашу, ru: Открыть, en: Open}
            open_reserve: {region: KZ-27, share: 0.5}
        """

    static let places = ScenarioPlaces(
        posts: [
            ScenarioPlaces.Post(id: "syrym", section: "ru-west", region: "KZ-27"),
            ScenarioPlaces.Post(id: "shagan", section: "ru-west", region: "KZ-27"),
            ScenarioPlaces.Post(id: "kairak", section: "ru-north", region: "KZ-39"),
        ],
        sections: ["ru-west", "ru-north"], regions: ["KZ-27", "KZ-39"],
        shelters: ["oral-1": "KZ-27", "kostanay-1": "KZ-39"], playbooks: ["mass-influx"])

    /// The small scenario with texts put in the place of others.
    static func read(_ changes: (String, String)...) -> ScenarioReader.Outcome {
        let text = changes.reduce(small) { $0.replacing($1.0, with: $1.1) }
        return ScenarioReader.read(text: text, file: "small.yaml")
    }

    /// What the check finds, as `line key`.
    static func findings(_ changes: (String, String)...) -> [ScenarioFinding] {
        let text = changes.reduce(small) { $0.replacing($1.0, with: $1.1) }
        guard let scenario = ScenarioReader.read(text: text, file: "small.yaml").scenario else { return [] }
        return ScenarioCheck(places: places).findings(in: scenario)
    }
}
