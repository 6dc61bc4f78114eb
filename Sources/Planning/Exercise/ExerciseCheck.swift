import Situation

/// What can be said about an exercise only from the whole of it, or from the world around it: its scenario exists and is
/// long enough, its names lead somewhere, what it expects can be done at the console, its injects can be sent in some
/// order, each objective is tested, and every text is there in all three languages.
public struct ExerciseCheck: Sendable {
    private let surroundings: Surroundings

    /// What an exercise may name.
    public struct Surroundings: Sendable {
        public var scenarios: [Scenario]
        public var playbooks: [Playbook]
        /// The names of the alarm rules in force.
        public var rules: Set<AlarmRuleID>
        /// The keys of the decree's agencies.
        public var agencies: Set<AgencyKey>
        public var places: ScenarioPlaces
        /// Diseases by their names in the standards; `nil` where nobody knows them, and then none is missed.
        public var diseases: Set<String>?

        public init(
            scenarios: [Scenario], playbooks: [Playbook], rules: Set<AlarmRuleID>, agencies: Set<AgencyKey>,
            places: ScenarioPlaces, diseases: Set<String>? = nil
        ) {
            self.scenarios = scenarios
            self.playbooks = playbooks
            self.rules = rules
            self.agencies = agencies
            self.places = places
            self.diseases = diseases
        }
    }

    /// A check against what there is.
    public init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Everything found in `exercise`, by line.
    public func findings(in exercise: ExercisePlan) -> [ExerciseFinding] {
        var notes = ExerciseNotes(exercise, surroundings)
        checkHead(of: exercise, &notes)
        checkPeople(of: exercise, &notes)
        checkInjects(of: exercise, &notes)
        checkOrder(of: exercise, &notes)
        checkEvaluation(of: exercise, &notes)
        checkStops(of: exercise, &notes)
        return notes.findings.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
    }

    private func checkHead(of exercise: ExercisePlan, _ notes: inout ExerciseNotes) {
        notes.languages(of: exercise.name, at: "name")
        notes.languages(of: exercise.purpose, at: "purpose")
        notes.languages(of: exercise.notes, at: "notes")
        if exercise.history > exercise.playFrom {
            notes.add(.historyTooLong(exercise.playFrom), at: "history")
        }
        guard let scenario = notes.scenario else {
            return notes.add(.unknown(.scenario, exercise.scenario.rawValue), at: "scenario")
        }
        if exercise.playFrom >= scenario.horizon {
            notes.add(.beyondScenario(scenario.horizon), at: "play_from")
        } else if exercise.playFrom + exercise.length > scenario.horizon {
            notes.add(.beyondScenario(scenario.horizon), at: "length")
        }
    }

    private func checkPeople(of exercise: ExercisePlan, _ notes: inout ExerciseNotes) {
        if exercise.stations.isEmpty { notes.add(.empty, at: "stations") }
        notes.unique(exercise.stations.map(\.id.rawValue), in: "stations")
        for (index, station) in exercise.stations.enumerated() {
            let key = "stations[\(index)]"
            notes.languages(of: station.name, at: "\(key).name")
            for (place, region) in station.regions.enumerated() {
                notes.region(region, at: "\(key).regions[\(place)]")
            }
            for (place, section) in station.sections.enumerated() {
                notes.section(section, at: "\(key).sections[\(place)]")
            }
        }
        if exercise.objectives.isEmpty { notes.add(.empty, at: "objectives") }
        notes.unique(exercise.objectives.map(\.id.rawValue), in: "objectives")
        for (index, objective) in exercise.objectives.enumerated() {
            notes.languages(of: objective.text, at: "objectives[\(index)].text")
        }
        if case .only(let agencies) = exercise.agencies.played {
            for (index, agency) in agencies.enumerated() {
                notes.agency(agency, at: "agencies.played[\(index)]")
            }
        }
        for agency in exercise.agencies.particular.keys.sorted() {
            notes.agency(agency, at: "agencies.particular")
        }
    }

    private func checkEvaluation(of exercise: ExercisePlan, _ notes: inout ExerciseNotes) {
        notes.unique(exercise.evaluation.map(\.id), in: "evaluation")
        for (index, criterion) in exercise.evaluation.enumerated() {
            let key = "evaluation[\(index)]"
            notes.languages(of: criterion.text, at: "\(key).text")
            notes.objective(criterion.objective, at: "\(key).objective")
            switch criterion.measure {
            case .actionsInTime(let injects):
                for (place, id) in injects.enumerated() {
                    notes.expecting(id, at: "\(key).measure.actions_in_time.of[\(place)]")
                }
            case .response(_, let id): notes.inject(id, at: "\(key).measure.response.to")
            default: break
            }
            check(criterion, at: key, &notes)
        }
        var tested = Set(exercise.injects.flatMap { $0.expects.map(\.objective) })
        tested.formUnion(exercise.evaluation.map(\.objective))
        for (index, objective) in exercise.objectives.enumerated() where !tested.contains(objective.id) {
            notes.add(.untested(objective.id), at: "objectives[\(index)].id")
        }
    }

    private func check(_ criterion: Criterion, at key: String, _ notes: inout ExerciseNotes) {
        let (good, poor) = (criterion.good, criterion.poor)
        if criterion.measure.isShare, !(0...1).contains(good) { notes.add(.notAShare, at: "\(key).good") }
        if criterion.measure.isShare, !(0...1).contains(poor) { notes.add(.notAShare, at: "\(key).poor") }
        if criterion.measure.isBetterHigher ? poor >= good : poor <= good {
            notes.add(.poorIsNotWorse, at: "\(key).poor")
        }
    }

    private func checkStops(of exercise: ExercisePlan, _ notes: inout ExerciseNotes) {
        notes.unique(exercise.stops.map(\.id), in: "stops")
        for (index, stop) in exercise.stops.enumerated() {
            notes.languages(of: stop.text, at: "stops[\(index)].text")
            if case .state(let conditions) = stop.when {
                notes.conditions(conditions, at: "stops[\(index)].when")
            }
        }
    }
}
