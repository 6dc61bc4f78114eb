/// An exercise of an hour at three posts, and the invented world it is played in.
public enum SmallExercise {
    public static let scenario = """
        kind: scenario
        version: 2
        id: three-posts
        name: {kk: Үш пункт, ru: Три пункта, en: Three posts}
        notes: {kk: Ойдан, ru: Вымышлено, en: Invented}
        cause: disaster
        start: 2026-09-21T18:00+05:00
        horizon: 12h
        seed: 77
        posts: [syrym, taskala, shagan]
        groups:
          - id: people
            name: {kk: Адамдар, ru: Люди, en: People}
            purpose: {asylum: 0.1, transit: 0.5, other: 0.4}
            documents: {passport: 1}
            ages:
              {under-5: 0.06, girls-5-17: 0.08, boys-5-17: 0.08, women-18-59: 0.32, men-18-59: 0.34, women-60: 0.07, men-60: 0.05}
            vulnerable: 0.1
            needs_bed: 0.3
            stay: {exponential: 36h}
            return: 0.4
        flows:
          - {name: wave, group: people, where: {checkpoint: syrym}, times_usual: 6, shape: step, from: 0h, to: 12h}
        reception:
          - region: KZ-27
            desks: 2
            registration: {lognormal: {mean: 12m, cv: 0.6}}
            buses: {vehicles: 2, seats: 45, turn_round: 40m, longest_wait: 1h}
        shelters:
          - {occupied: 0.5}
        standards: {phase: emergency}
        playbooks: [mass-influx]
        """

    public static let exercise = """
        kind: exercise
        version: 1
        id: small
        name: {kk: Сынақ, ru: Проба, en: Trial}
        purpose: {kk: Сынақ, ru: Проба, en: Trial}
        notes: {kk: Ойдан, ru: Вымышлено, en: Invented}
        scenario: three-posts
        play_from: 2h
        length: 1h
        history: 3h
        speed: 60
        stations:
          - {id: hq, name: {kk: Штаб, ru: Штаб, en: HQ}, seat: duty-officer, role: duty_officer, staff: 1}
          - {id: west, name: {kk: Батыс, ru: Запад, en: West}, seat: west, role: duty_officer, regions: [KZ-27], staff: 1}
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
              - write_log: {place: syrym}
                within: 10m
                objective: see
          - number: 2
            id: barrier
            when: [{metric: post.queue_persons, scope: syrym, is: above, value: 5}]
            not_before: T+10m
            after: [call]
            from: LEB
            to: all
            means: feed
            text: {kk: Шлагбаум, ru: Шлагбаум, en: Barrier}
            change: {limit_lanes: {checkpoint: syrym, direction: in, share: 0.5, for: 20m}}
            report: {entered: {place: syrym, value: 9000, last: 24h, source: phone}}
          - number: 3
            id: push
            if_missed: call
            from: MIA
            to: hq
            means: radio
            text: {kk: Неге, ru: Почему, en: Why}
          - number: 4
            id: hand
            by_hand: true
            from: MIA
            to: hq
            means: radio
            text: {kk: Қолмен, ru: Вручную, en: By hand}
        """
}
