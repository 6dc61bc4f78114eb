import Situation

/// The master scenario events list.
extension ExerciseCheck {
    func checkInjects(of exercise: ExercisePlan, _ notes: inout ExerciseNotes) {
        if exercise.injects.isEmpty { notes.add(.empty, at: "injects") }
        notes.unique(exercise.injects.map(\.id.rawValue), in: "injects")
        notes.unique(exercise.injects.map { String($0.number) }, in: "injects", key: ".number")
        for (index, inject) in exercise.injects.enumerated() {
            let key = "injects[\(index)]"
            notes.languages(of: inject.text, at: "\(key).text")
            if let words = inject.notes { notes.languages(of: words, at: "\(key).notes") }
            checkTime(of: inject, in: exercise, at: key, &notes)
            checkEnds(of: inject, at: key, &notes)
            if let change = inject.change { check(change, at: "\(key).change", &notes) }
            if let figure = inject.report { check(figure, at: "\(key).report", &notes) }
            if inject.means == .feed, inject.report == nil {
                notes.add(.feedWithoutFigure, at: "\(key).means")
            }
            checkExpected(of: inject, in: exercise, at: key, &notes)
        }
    }

    private func checkTime(
        of inject: Inject, in exercise: ExercisePlan, at key: String, _ notes: inout ExerciseNotes
    ) {
        switch inject.when {
        case .at(let time): notes.inside(time, at: "\(key).at")
        case .state(let conditions, let earliest):
            notes.conditions(conditions, at: "\(key).when")
            if let earliest { notes.inside(earliest, at: "\(key).not_before") }
        case .byHand: break
        case .missed(let id):
            notes.inject(id, at: "\(key).if_missed")
            if let missed = exercise.inject(id), missed.expects.isEmpty {
                notes.add(.nothingToMiss(id), at: "\(key).if_missed")
            }
        }
    }

    private func checkEnds(of inject: Inject, at key: String, _ notes: inout ExerciseNotes) {
        switch inject.from {
        case .agency(let agency): notes.agency(agency, at: "\(key).from")
        case .words(let words): notes.languages(of: words, at: "\(key).from")
        }
        switch inject.to {
        case .all: break
        case .station(let station): notes.station(station, at: "\(key).to")
        case .agency(let agency):
            notes.agency(agency, at: "\(key).to.agency")
            if !inject.expects.isEmpty { notes.add(.nobodyIsTold, at: "\(key).expects") }
        }
    }

    private func check(_ change: WorldChange, at key: String, _ notes: inout ExerciseNotes) {
        switch change {
        case .closePost(let post, _): notes.post(post, at: "\(key).close_post.checkpoint")
        case .openPost(let post, _): notes.post(post, at: "\(key).open_post.checkpoint")
        case .limitLanes(let post, _, _, _): notes.post(post, at: "\(key).limit_lanes.checkpoint")
        case .breakSystem(let posts, _, _):
            for (index, post) in posts.enumerated() {
                notes.post(post, at: "\(key).break_system.posts[\(index)]")
            }
        case .epidemic(let region, let disease, _, _):
            notes.received(region, at: "\(key).epidemic.region")
            notes.disease(disease, at: "\(key).epidemic.disease")
        }
    }

    private func check(_ figure: ToldFigure, at key: String, _ notes: inout ExerciseNotes) {
        let place = "\(key).\(figure.kind.rawValue).place"
        switch figure.kind {
        case .entered, .left, .waiting: notes.post(CheckpointID(figure.place), at: place)
        case .staying: notes.shelter(ShelterID(figure.place), at: place)
        case .cases: notes.place(figure.place, at: place)
        }
        if let disease = figure.disease { notes.disease(disease, at: "\(key).cases.disease") }
    }

    private func checkExpected(
        of inject: Inject, in exercise: ExercisePlan, at key: String, _ notes: inout ExerciseNotes
    ) {
        for (index, action) in inject.expects.enumerated() {
            let key = "\(key).expects[\(index)]"
            notes.objective(action.objective, at: "\(key).objective")
            if let note = action.note { notes.languages(of: note, at: "\(key).note") }
            notes.act(action.act, at: key)
            guard action.within > .zero else {
                notes.add(.notPositive, at: "\(key).within")
                continue
            }
            var earliest = Span.zero
            if case .at(let time) = inject.when { earliest = time }
            if case .state(_, let time?) = inject.when { earliest = time }
            if earliest <= exercise.length, earliest + action.within > exercise.length {
                notes.add(.deadlineAfterEnd(exercise.length), at: "\(key).within")
            }
        }
    }
}

// MARK: - Order

extension ExerciseCheck {
    /// What an inject waits for: those before it, and the one whose miss it pushes.
    private func waits(of inject: Inject) -> [Inject.ID] {
        if case .missed(let id) = inject.when { return inject.after + [id] }
        return inject.after
    }

    func checkOrder(of exercise: ExercisePlan, _ notes: inout ExerciseNotes) {
        for (index, inject) in exercise.injects.enumerated() {
            for (place, earlier) in inject.after.enumerated() {
                let key = "injects[\(index)].after[\(place)]"
                notes.inject(earlier, at: key)
                guard case .at(let time) = inject.when, case .at(let before) = exercise.inject(earlier)?.when,
                    time < before
                else { continue }
                notes.add(.beforeWhatItWaitsFor(earlier), at: key)
            }
        }
        for cycle in WaitingOrder(exercise.injects.map { ($0.id, waits(of: $0)) }).cycles {
            guard let index = exercise.injects.firstIndex(where: { $0.id == cycle.first }) else { continue }
            let key = exercise.injects[index].after.isEmpty ? "if_missed" : "after"
            notes.add(.cycle(cycle), at: "injects[\(index)].\(key)")
        }
    }
}
