import Planning
import Situation

/// When the trainees answered each inject: saw it, decided, and when that showed in the world.
public struct ResponseLedger: Sendable {
    private let injects: [Int: Inject]
    private let regions: [String: [String]]
    /// In the order in which injects were sent.
    public private(set) var responses: [Response] = []
    /// What trainees did, about which places, for times that no inject begins.
    private(set) var deeds: [Deed] = []
    /// What orders changed and when.
    private(set) var effects: [ExerciseEffect] = []
    private var end: Instant?
    private var started: Instant?

    /// The answer to one inject.
    public struct Response: Hashable, Sendable {
        public let inject: Int
        public let injectID: Inject.ID?
        public let sent: Instant
        /// Anything of it in the journal in a trainee's name.
        public internal(set) var detection: Instant?
        /// The first order, level, playbook or reserve of it.
        public internal(set) var decision: Instant?
        /// The first minute at which such a decision changed the world.
        public internal(set) var relief: Instant?
        let places: Set<String>
        var deciding: Set<EntryID> = []
        var orders: Set<OrderID> = []

        /// When a stage was reached; `nil` when it was not.
        public func moment(of stage: ExerciseMeasure.Stage) -> Instant? {
            switch stage {
            case .detection: detection
            case .decision: decision
            case .relief: relief
            }
        }
    }

    /// Something a trainee did.
    struct Deed: Sendable {
        let at: Instant
        let entry: EntryID
        let places: Set<String>
        let isDecision: Bool
        let order: OrderID?
    }

    /// - Parameter placesAround: the section and region of a post, the region of a shelter: a decision about these is about
    ///   the place.
    public init(_ plan: ExercisePlan, placesAround: [String: [String]] = [:]) {
        injects = Dictionary(plan.injects.map { ($0.number, $0) }) { first, _ in first }
        regions = placesAround
    }

    /// Takes in the next entry, with the picture after it.
    public mutating func note(_ entry: Entry, _ picture: Picture) {
        guard end == nil else { return }
        if case .exercise(let event) = entry.fact { return note(event, entry) }
        guard started != nil, let fact = entry.traineeFact else { return }
        let deed = Deed(
            at: entry.known.instant, entry: entry.id, places: Set(fact.placesMeant(picture)),
            isDecision: fact.isDecision, order: fact.order)
        deeds.append(deed)
        for index in responses.indices where concerns(deed, entry, fact, picture, responses[index]) {
            responses[index].take(deed)
        }
    }

    private mutating func note(_ event: ExerciseEvent, _ entry: Entry) {
        switch event {
        case .turn(let turn):
            if turn.turn.isEnd { end = entry.known.instant }
            if turn.turn == .start { started = started ?? entry.known.instant }
        case .inject(let message):
            started = started ?? entry.known.instant
            let planned = injects[message.number]
            responses.append(
                Response(
                    inject: message.number, injectID: planned?.id, sent: entry.known.instant,
                    places: planned.map { $0.places(around: regions) } ?? []))
        case .effect(let effect) where !effect.acts.isEmpty:
            effects.append(effect)
            for index in responses.indices where responses[index].isCause(of: effect) {
                responses[index].relief = min(responses[index].relief ?? effect.at, effect.at)
            }
        default: break
        }
    }

    /// An inject that names no place is answered by whatever is done next.
    private func concerns(
        _ deed: Deed, _ entry: Entry, _ fact: Fact, _ picture: Picture, _ response: Response
    ) -> Bool {
        if response.places.isEmpty || !response.places.isDisjoint(with: deed.places) { return true }
        let expected = injects[response.inject]?.expects ?? []
        return expected.contains { $0.act.isDone(by: entry, saying: fact, picture) }
    }
}

extension ResponseLedger.Response {
    fileprivate mutating func take(_ deed: ResponseLedger.Deed) {
        detection = detection ?? deed.at
        guard deed.isDecision else { return }
        decision = decision ?? deed.at
        deciding.insert(deed.entry)
        if let order = deed.order { orders.insert(order) }
    }

    fileprivate func isCause(of effect: ExerciseEffect) -> Bool {
        deciding.contains(effect.cause) || effect.order.map(orders.contains) ?? false
    }
}

extension Inject {
    /// The places it is about, with what lies around them.
    fileprivate func places(around: [String: [String]]) -> Set<String> {
        let named = expects.flatMap(\.act.places) + (change?.places ?? []) + (report.map { [$0.place] } ?? [])
        return Set(named + named.flatMap { around[$0] ?? [] })
    }
}

extension ExpectedAct {
    /// The places it names.
    var places: [String] {
        switch self {
        case .acknowledgeAlarm(_, let place), .order(_, let place), .settleContradiction(let place),
            .writeLog(_, let place, _), .telephoneReport(_, let place):
            place.map { [$0] } ?? []
        case .confirmLevel(let section, _): [section.rawValue]
        case .commitReserve(_, let region, _): region.map { [$0.rawValue] } ?? []
        case .startPlaybook, .openPhase, .task, .sendMessage, .handOver: []
        }
    }
}

extension WorldChange {
    /// Where it happens.
    var places: [String] {
        switch self {
        case .closePost(let post, _), .openPost(let post, _), .limitLanes(let post, _, _, _): [post.rawValue]
        case .breakSystem(let posts, _, _): posts.map(\.rawValue)
        case .epidemic(let region, _, _, _): [region.rawValue]
        }
    }
}

extension Fact {
    /// The places it is about, both ends of an order and the subject of a contradiction that is settled too.
    fileprivate func placesMeant(_ picture: Picture) -> [String] {
        switch self {
        case .act(let event):
            picture.watch.orders[event.order]?.act.places ?? searchPlaces
        case .contradiction(let event):
            picture.watch.contradictions[event.contradiction].map { [$0.finding.subject] } ?? searchPlaces
        default: searchPlaces
        }
    }

    /// Whether it changes what others do: an order, a level, a playbook or one of its stages, a reserve.
    fileprivate var isDecision: Bool {
        switch self {
        case .act(let event): if case .ordered = event.change { true } else { false }
        case .level(let event): if case .confirmed = event.change { true } else { false }
        case .playbook(let event):
            switch event.change {
            case .requested, .started, .phaseOpened: true
            default: false
            }
        case .reserve(let event): if case .committed = event.change { true } else { false }
        default: false
        }
    }

    fileprivate var order: OrderID? { if case .act(let event) = self { event.order } else { nil } }
}
