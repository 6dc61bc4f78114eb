import Drill
import Language
import Planning
import Situation
import Support
import Terminal
import Testing
import Watch

@testable import Console

/// The bad night as an exercise: three injects, orders in every state, and what its director sees. All of it is invented.
struct DrillNight {
    static let station = "hq"
    static let order = OrderID(.staffLanes("syrym", .in, 8), number: 1)
    static let diversion = OrderID(.divert(from: "syrym", to: "taskala", share: 0.4), number: 1)

    private let now: Instant
    private(set) var entries: [Entry] = []

    private init(now: Instant) { self.now = now }

    /// The console of a trainee at a station, or of the director.
    static func sitting(
        _ size: Size = Size(columns: 80, rows: 24), language: Language = .kk, directs: Bool = false,
        then change: (inout DrillNight) -> Void = { _ in }
    ) throws -> Sitting {
        var context = try Shipped.context(.exercise, language: language)
        context.station = directs ? nil : station
        context.directs = directs
        var sitting = Sitting(context: context, size: size)
        let situation = try SampleSituation.badNight.get()
        var night = DrillNight(now: situation.now)
        night.play()
        change(&night)
        var picture = situation.update.picture
        for entry in night.entries { picture.apply(entry) }
        sitting.tell(.ticked(situation.now))
        sitting.tell(.policyLoaded(try Shipped.policy()))
        sitting.tell(.exerciseClockMoved(ExerciseClockState(now: situation.now, speed: 60, isPaused: false)))
        sitting.tell(
            .pictureArrived(
                PictureUpdate(
                    picture: picture, contested: situation.update.contested,
                    recent: situation.update.recent + night.entries)))
        if directs { sitting.tell(.directorBoardArrived(board(now: situation.now))) }
        _ = sitting.takeEffects()
        return sitting
    }

    /// The picture after more has happened.
    static func update(_ sitting: Sitting, _ change: (inout DrillNight) -> Void) throws -> PictureUpdate {
        let before = try #require(sitting.model.picture)
        var night = DrillNight(now: try #require(sitting.model.now))
        night.number = 1000
        change(&night)
        var picture = before.picture
        for entry in night.entries { picture.apply(entry) }
        return PictureUpdate(picture: picture, recent: before.recent + night.entries)
    }

    // MARK: The journal

    private var number: Int64 = 0

    mutating func add(_ fact: Fact, ago: Int = 0, by person: PersonName? = nil) {
        number += 1
        let known = now - .minutes(ago)
        let author = person.map { Author(person: $0, seat: "duty-officer") } ?? .system("exercise")
        entries.append(
            Entry(
                id: EntryID(station: "drill", number: number), recorded: HybridTime(known),
                known: HybridTime(known), about: .moment(known), author: author,
                source: SourceID(author.person.rawValue), confidence: .reported, fact: fact))
    }

    mutating func turn(_ turn: ExerciseTurn.Turn, ago: Int = 0) {
        add(.exercise(.turn(ExerciseTurn(turn: turn, scenario: "mass-influx", seed: 7))), ago: ago)
    }

    mutating func inject(_ number: Int, to stations: [String] = [], ago: Int = 0) {
        let message = InjectMessage(
            number: number,
            from: [
                "kk": "Сырым бекетінің бастығы", "ru": "начальник поста «Сырым»", "en": "chief of Syrym post",
            ],
            to: stations, means: "telephone",
            text: [
                "kk": "Кезекте екі мыңнан астам адам, су таусылды.",
                "ru": "В очереди больше двух тысяч человек, вода кончилась.",
                "en": "More than two thousand in the queue, the water has run out.",
            ])
        add(.exercise(.inject(message)), ago: ago)
    }

    mutating func order(_ id: OrderID, _ change: OrderEvent.Change, ago: Int) {
        add(.act(OrderEvent(id, change)), ago: ago, by: "Б. Сағынов")
    }

    private mutating func play() {
        turn(.start, ago: 240)
        inject(1, ago: 200)
        inject(2, to: ["oral"], ago: 120)
        inject(3, to: [Self.station], ago: 6)
        let lanes = Act.staffLanes("syrym", .in, 8)
        order(Self.order, .ordered(act: lanes, reason: "кезек алты сағат", task: nil, asylum: nil), ago: 50)
        order(Self.order, .accepted, ago: 44)
        if let cause = entries.last?.id {
            add(
                .exercise(
                    .effect(
                        ExerciseEffect(cause: cause, order: Self.order, acts: [lanes], at: now + .minutes(12))
                    )),
                ago: 44)
        }
        let away = Act.divert(from: "syrym", to: "taskala", share: 0.4)
        order(
            Self.diversion,
            .ordered(
                act: away, reason: "Тасқалада бос жолақ бар", task: nil, asylum: TaskEvent.AsylumAnswer.none),
            ago: 15)
        let buses = Act.orderBuses("KZ-27", count: 12)
        let ordered = OrderID(buses, number: 1)
        order(ordered, .ordered(act: buses, reason: "пунктте 300 адам", task: nil, asylum: nil), ago: 90)
        order(ordered, .refused(reason: "жүргізушілер жоқ"), ago: 70)
    }

    // MARK: The director's board

    static func text(_ kk: String, _ ru: String, _ en: String) -> PlanText {
        PlanText([.kk: kk, .ru: ru, .en: en])
    }

    static func board(now: Instant, phase: DirectorBoard.Phase = .running) -> DirectorBoard {
        DirectorBoard(
            phase: phase, now: now, opening: now - .hours(4), closing: now + .hours(4), speed: 60,
            isPaused: phase == .paused, rows: rows(now), expected: expected(now), truth: truth,
            waiting: waiting(now), objectives: objectives, observations: observations(now),
            branches: [
                ExerciseBranch(file: "night-2.ahual", journal: "j-2", at: now - .hours(1), isOrigin: false)
            ])
    }

    private static func rows(_ now: Instant) -> [DirectorBoard.Row] {
        func row(
            _ number: Int, _ state: DirectorBoard.Row.State, _ minutes: Int?,
            waits: DirectorBoard.Row.Waits = .time, to: String = "", isContingency: Bool = false,
            _ kk: String, _ ru: String, _ en: String
        ) -> DirectorBoard.Row {
            DirectorBoard.Row(
                number: number, state: state, at: minutes.map { now + .minutes($0) }, waits: waits,
                from: text("ҰҚК Шекара қызметі", "Погранслужба КНБ", "Border Service of the NSC"), to: to,
                means: "telephone", text: text(kk, ru, en), objective: "see",
                notes: text(
                    "Таразы: кезек ұзындығы", "Проверить: длина очереди", "Watch: the queue’s length"),
                isContingency: isContingency)
        }
        return [
            row(
                1, .sent, -200, "Сырымда кезек ұзарды", "Очередь на Сырыме растёт", "The queue at Syrym grows"
            ),
            row(
                2, .sent, -120, to: "oral", "Мектепте орын таусылды", "В школе нет мест", "The school is full"
            ),
            row(3, .sent, -6, to: "hq", "Су таусылды", "Вода кончилась", "The water has run out"),
            row(4, .skipped, -3, "Тасқалада апат", "Авария на Таскале", "A crash at Taskala"),
            row(5, .due, -1, "Журналист қоңырау шалды", "Звонит журналист", "A journalist calls"),
            row(6, .next, 10, to: "hq", "Озинкиде 900 адам", "В Озинках 900 человек", "900 people at Ozinki"),
            row(7, .later, 45, "Қызылша күдігі", "Подозрение на корь", "Measles suspected"),
            row(8, .later, 90, "Автобус бұзылды", "Сломался автобус", "A bus broke down"),
            row(9, .waiting, nil, waits: .state, "Төсек бітті", "Мест нет", "The beds ran out"),
            row(10, .waiting, nil, waits: .hand, "Елші келді", "Прибыл посол", "The ambassador arrives"),
            row(
                11, .waiting, nil, waits: .missed, isContingency: true, "Облыс әкімі сұрайды",
                "Спрашивает аким области",
                "The akim asks"),
        ]
    }

    private static func expected(_ now: Instant) -> [DirectorBoard.Expected] {
        func expected(_ inject: Int, _ act: ExpectedAct, _ deadline: Int, done: Int? = nil)
            -> DirectorBoard.Expected
        {
            DirectorBoard.Expected(
                inject: inject, act: act, objective: "see", deadline: now + .minutes(deadline),
                done: done.map { now + .minutes($0) })
        }
        return [
            expected(3, .order(.orderBuses, place: "KZ-27"), 24),
            expected(3, .writeLog(nil, place: "syrym", mentions: ["су", "вода", "water"]), 54),
            expected(2, .commitReserve(.beds, "KZ-27", atLeast: 200), -30),
            expected(1, .confirmLevel("ru-west", atLeast: .high), -140, done: -150),
            expected(1, .acknowledgeAlarm("post-wait", place: "syrym"), -180, done: -170),
        ]
    }

    private static let truth = [
        DirectorBoard.TruthRow(
            metric: .postQueuePersons, place: "syrym", truth: 2310, believed: 1450, age: .minutes(95)),
        DirectorBoard.TruthRow(
            metric: .regionBedsFree, place: "KZ-27", truth: 46, believed: 44, age: .minutes(12)),
        DirectorBoard.TruthRow(
            metric: .postWaitMinutes, place: "taskala", truth: 130, believed: nil, age: nil),
    ]

    private static func waiting(_ now: Instant) -> [DirectorBoard.Waiting] {
        let act = Act.divert(from: "syrym", to: "taskala", share: 0.4)
        return [
            .order(diversion, act, since: now - .minutes(15)),
            .task(TaskRef(run: "mass-influx/ru-west/1", step: "B1"), "NSC", .open, due: now - .minutes(20)),
        ]
    }

    private static var objectives: [DirectorBoard.Objective] {
        [
            DirectorBoard.Objective(
                id: "see", text: text("Легін ерте көру", "Рано увидеть приток", "See the influx early"),
                rating: DirectorOrder.ObjectiveRating(
                    objective: "see", rating: .someChallenges, words: "екі сағат кеш")),
            DirectorBoard.Objective(
                id: "beds",
                text: text("Ешкім төсексіз қалмауы", "Никто не остаётся без места", "Nobody without a bed"),
                rating: nil),
        ]
    }

    private static func observations(_ now: Instant) -> [DirectorEntry] {
        [
            DirectorEntry(
                at: now - .minutes(40), by: "Д. Оспанов",
                .observe(
                    DirectorOrder.Observation(
                        objective: "see", station: "hq", text: "Дабылды бірден қабылдады")))
        ]
    }
}
