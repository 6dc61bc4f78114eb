/// Scenario files for the tests of the program.
enum ScenarioText {
    /// One post, one group, one flow, one region that receives: quick to play.
    static let small = """
        kind: scenario
        version: 2
        id: small
        name: {kk: Шағын мысал, ru: Малый пример, en: A small example}
        notes: {kk: Ойдан шығарылған, ru: Всё вымышлено, en: All of it is invented}
        cause: disaster
        start: 2027-01-01T00:00+05:00
        horizon: 12h
        seed: 7
        posts: [syrym]
        groups:
          - id: people
            purpose: {asylum: 0.5, other: 0.5}
            documents: {passport: 0.9, none: 0.1}
            ages: {women-18-59: 0.5, men-18-59: 0.5}
            needs_bed: 0.2
            stay: {exponential: 36h}
        flows:
          - {name: wave, group: people, where: {checkpoint: syrym}, persons_per_day: 2400, shape: hill, from: 1h, to: 9h}
        reception:
          - region: KZ-27
            desks: 4
            registration: {lognormal: {mean: 12m, cv: 0.5}}
            buses: {vehicles: 3, seats: 45, turn_round: 40m, longest_wait: 1h}

        """

    /// Three errors of form: an unknown key in line 3, a time without its unit in line 9, a share beyond 1 in
    /// line 17.
    static let broken = small.replacing("id: small", with: "ident: small")
        .replacing("horizon: 12h", with: "horizon: 12").replacing("needs_bed: 0.2", with: "needs_bed: 1.2")

    /// Of sound form, and more people than a run can bear; the flow stands in line 20.
    static let unplayable = small.replacing("horizon: 12h", with: "horizon: 30d")
        .replacing("persons_per_day: 2400", with: "persons_per_day: 9000000").replacing("9h}", with: "29d}")
}
