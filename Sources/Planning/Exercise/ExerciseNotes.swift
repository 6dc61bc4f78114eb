import Situation

/// Findings of a check as they are made, each with its line.
struct ExerciseNotes: PlanNotes {
    private let exercise: ExercisePlan
    private let surroundings: ExerciseCheck.Surroundings
    /// The scenario that is played; `nil` when there is none of that name.
    let scenario: Scenario?
    private let playing: Set<CheckpointID>
    private let receiving: Set<RegionCode>
    private(set) var findings: [ExerciseFinding] = []

    init(_ exercise: ExercisePlan, _ surroundings: ExerciseCheck.Surroundings) {
        self.exercise = exercise
        self.surroundings = surroundings
        scenario = surroundings.scenarios.first { $0.id == exercise.scenario }
        playing = Set(scenario.map { surroundings.places.posts(of: $0).map(\.id) } ?? [])
        receiving = Set(scenario?.reception.map(\.region) ?? [])
    }

    mutating func add(_ problem: ExerciseFinding.Problem, at key: String) {
        findings.append(
            ExerciseFinding(
                file: exercise.source.file, line: exercise.source.line(of: key), key: key, problem: problem))
    }

    /// A time between STARTEX and ENDEX.
    mutating func inside(_ time: Span, at key: String) {
        if time < .zero { add(.beforeStart, at: key) }
        if time > exercise.length { add(.afterEnd(exercise.length), at: key) }
    }
}

// MARK: - Names of the exercise

extension ExerciseNotes {
    mutating func station(_ id: ExerciseStation.ID, at key: String) {
        if exercise.station(id) == nil { add(.unknown(.station, id.rawValue), at: key) }
    }

    mutating func objective(_ id: ExerciseObjective.ID, at key: String) {
        if !exercise.objectives.contains(where: { $0.id == id }) {
            add(.unknown(.objective, id.rawValue), at: key)
        }
    }

    mutating func inject(_ id: Inject.ID, at key: String) {
        if exercise.inject(id) == nil { add(.unknown(.inject, id.rawValue), at: key) }
    }

    /// An inject that expects something.
    mutating func expecting(_ id: Inject.ID, at key: String) {
        inject(id, at: key)
        if exercise.inject(id)?.expects.isEmpty == true { add(.nothingToMiss(id), at: key) }
    }
}

// MARK: - Names of the world

extension ExerciseNotes {
    mutating func agency(_ agency: AgencyKey, at key: String) {
        if !surroundings.agencies.contains(agency) { add(.unknown(.agency, agency.rawValue), at: key) }
    }

    mutating func disease(_ disease: String, at key: String) {
        guard let known = surroundings.diseases, !known.contains(disease) else { return }
        add(.unknown(.disease, disease), at: key)
    }

    /// A post that plays; where the scenario is unknown, one that exists.
    mutating func post(_ id: CheckpointID, at key: String) {
        if !surroundings.places.posts.contains(where: { $0.id == id }) {
            add(.unknown(.post, id.rawValue), at: key)
        } else if scenario != nil, !playing.contains(id) {
            add(.notPlaying(id), at: key)
        }
    }

    mutating func section(_ section: SectionID, at key: String) {
        if !surroundings.places.sections.contains(section) {
            add(.unknown(.section, section.rawValue), at: key)
        }
    }

    mutating func region(_ region: RegionCode, at key: String) {
        if !surroundings.places.regions.contains(region) { add(.unknown(.region, region.rawValue), at: key) }
    }

    /// A region that takes people in.
    mutating func received(_ region: RegionCode, at key: String) {
        if !surroundings.places.regions.contains(region) {
            add(.unknown(.region, region.rawValue), at: key)
        } else if scenario != nil, !receiving.contains(region) {
            add(.noReception(region), at: key)
        }
    }

    /// A shelter of a region that takes people in.
    mutating func shelter(_ shelter: ShelterID, at key: String) {
        guard let region = surroundings.places.shelters[shelter] else {
            return add(.unknown(.shelter, shelter.rawValue), at: key)
        }
        received(region, at: key)
    }

    /// Any place that plays: a post, section, region, shelter or the country.
    mutating func place(_ name: String, at key: String) {
        guard let scope = scopes(of: name).first else { return add(.unknown(.place, name), at: key) }
        check(name, as: scope, at: key)
    }

    private mutating func check(_ name: String, as scope: Metric.Scope, at key: String) {
        switch scope {
        case .post: post(CheckpointID(name), at: key)
        case .shelter: shelter(ShelterID(name), at: key)
        case .region: region(RegionCode(name), at: key)
        case .section: section(SectionID(name), at: key)
        case .country, .indicator, .source, .station: break
        }
    }

    /// What kinds of place have this name.
    private func scopes(of name: String) -> [Metric.Scope] {
        let places = surroundings.places
        var scopes: [Metric.Scope] = []
        if name == Area.country.code { scopes.append(.country) }
        if places.regions.contains(RegionCode(name)) { scopes.append(.region) }
        if places.sections.contains(SectionID(name)) { scopes.append(.section) }
        if places.posts.contains(where: { $0.id.rawValue == name }) { scopes.append(.post) }
        if places.shelters[ShelterID(name)] != nil { scopes.append(.shelter) }
        return scopes
    }

    /// A place of one of these kinds.
    private mutating func place(_ name: String?, among wanted: [Metric.Scope], at key: String) {
        guard let name else { return }
        let scopes = scopes(of: name)
        guard !scopes.isEmpty else { return add(.unknown(.place, name), at: key) }
        guard let scope = scopes.first(where: wanted.contains) else { return add(.wrongPlace(name), at: key) }
        check(name, as: scope, at: key)
    }

    mutating func conditions(_ conditions: [Condition], at key: String) {
        for (index, condition) in conditions.enumerated() { check(condition, at: "\(key)[\(index)]") }
    }

    private mutating func check(_ condition: Condition, at key: String) {
        guard let metric = Metric(rawValue: condition.metric) else {
            return add(.unknown(.metric, condition.metric), at: "\(key).metric")
        }
        switch condition.scope {
        case .any: break
        case .affected: add(.affectedNeedsPlaybook, at: "\(key).scope")
        case .one(let name):
            switch metric.scope {
            // What a station measures is asked of the country's; sources and indicators are named as they come.
            case .country, .station: place(name, among: [.country], at: "\(key).scope")
            case .region, .section, .post, .shelter: place(name, among: [metric.scope], at: "\(key).scope")
            case .source, .indicator: break
            }
        }
    }
}

// MARK: - Acts

extension ExerciseNotes {
    /// What is expected can be done at the console.
    mutating func act(_ act: ExpectedAct, at key: String) {
        let everywhere: [Metric.Scope] = [.post, .section, .region, .shelter, .country]
        switch act {
        case .acknowledgeAlarm(let rule, let place):
            if let rule, !surroundings.rules.contains(rule) {
                add(.unknown(.rule, rule.rawValue), at: "\(key).acknowledge_alarm.rule")
            }
            self.place(place, among: everywhere, at: "\(key).acknowledge_alarm.place")
        case .confirmLevel(let section, _): self.section(section, at: "\(key).confirm_level.section")
        case .startPlaybook(let id): _ = playbook(id, at: "\(key).start_playbook.playbook")
        case .openPhase(let id, let phase):
            guard let playbook = playbook(id, at: "\(key).open_phase.playbook") else { return }
            if !playbook.phases.contains(where: { $0.id == phase }) {
                add(.unknown(.phase, phase.rawValue), at: "\(key).open_phase.phase")
            }
        case .task(let id, let step, _):
            guard let playbook = playbook(id, at: "\(key).task.playbook") else { return }
            if playbook.task(step) == nil { add(.unknown(.step, step.rawValue), at: "\(key).task.step") }
        case .sendMessage(let id, let message):
            guard let playbook = playbook(id, at: "\(key).send_message.playbook") else { return }
            if playbook.message(message) == nil {
                add(.unknown(.message, message.rawValue), at: "\(key).send_message.message")
            }
        case .commitReserve(_, let region, _):
            if let region { self.region(region, at: "\(key).commit_reserve.region") }
        case .order(let order, let place):
            self.place(place, among: Self.subjects(of: order), at: "\(key).order.place")
            if order.needsReception, let place, scopes(of: place).contains(.region) {
                received(RegionCode(place), at: "\(key).order.place")
            }
        case .settleContradiction(let place):
            self.place(place, among: everywhere, at: "\(key).settle_contradiction.place")
        case .writeLog(_, let place, _): self.place(place, among: everywhere, at: "\(key).write_log.place")
        case .telephoneReport(_, let place):
            self.place(place, among: everywhere, at: "\(key).telephone_report.place")
        case .handOver: break
        }
    }

    private mutating func playbook(_ id: PlaybookID, at key: String) -> Playbook? {
        if let playbook = surroundings.playbooks.first(where: { $0.id == id }) { return playbook }
        add(.unknown(.playbook, id.rawValue), at: key)
        return nil
    }

    private static func subjects(of order: OrderKind) -> [Metric.Scope] {
        switch order {
        case .staffLanes, .followRoster, .closePost, .openPost, .divert: [.post]
        case .openReserve: [.region, .shelter]
        case .staffRegistration, .orderBuses, .askRegion: [.region]
        }
    }
}

extension OrderKind {
    /// Whether only a region that takes people in can be ordered to do it.
    fileprivate var needsReception: Bool {
        switch self {
        case .openReserve, .staffRegistration, .orderBuses, .askRegion: true
        case .staffLanes, .followRoster, .closePost, .openPost, .divert: false
        }
    }
}
