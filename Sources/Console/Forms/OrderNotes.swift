import Drill
import Situation
import Terminal
import Wording

// What has to be in sight while an order is filled in.

extension Look {
    func taskSubject(_ subject: OrderSubject) -> String? {
        if case .task(let task) = subject { taskCode(task) } else { nil }
    }

    /// All that can be chosen, so that the arrows go through what is seen.
    func choices(of form: Form) -> [StyledText] {
        guard case .choice(let choices)? = form.fields.first?.kind else { return [] }
        return choices.map { choice in
            let isChosen = choice.name == form.fields[0].text
            return StyledText(
                "\(isChosen ? marks.chevron : " ") \(speech.say(choice.label))", isChosen ? .accent : .muted)
        }
    }

    /// What speaks for or against an order at a place: queues, lanes, free beds, and the rule on asylum.
    func notes(on kind: Act.Kind, at place: String) -> [StyledText] {
        switch kind {
        case .staffLanes, .followRoster, .openPost: return [postNote(CheckpointID(place))]
        case .closePost: return [postNote(CheckpointID(place))] + asylumNote
        case .divert:
            let post = CheckpointID(place)
            return [postNote(post)] + model.sisters(of: post).prefix(3).map { postNote($0) } + asylumNote
        case .openReserve: return [siteNote(ShelterID(place))]
        case .staffRegistration, .orderBuses, .askRegion: return [regionNote(RegionCode(place))]
        }
    }

    private var asylumNote: [StyledText] { [StyledText(speech("drill.orders.asylum"), .attention)] }

    private func postNote(_ id: CheckpointID) -> StyledText {
        let post = reading?.checkpoint(id)
        return StyledText(
            speech(
                "drill.orders.post-note",
                [
                    "post": .text(names.checkpoint(id)),
                    "wait": .text(speech.wait(post?.incoming.queue?.wait)),
                    "open": .text(speech.count(post?.lanesOpen)), "lanes": .text(speech.count(post?.lanes)),
                ]), .muted)
    }

    private func siteNote(_ id: ShelterID) -> StyledText {
        let site = reading?.shelter(id)
        return StyledText(
            speech(
                "drill.orders.site-note",
                [
                    "free": .text(speech.number(site?.free)),
                    "reserve": .text(speech.count(site?.reserveBeds)),
                    "lead": .text(speech.figure(site?.leadHours) { speech.span(.hours($0)) }),
                ]), .muted)
    }

    private func regionNote(_ code: RegionCode) -> StyledText {
        let region = reading?.regions.first { $0.id == code }
        return StyledText(
            speech(
                "drill.orders.region-note",
                [
                    "free": .text(speech.number(region?.free)),
                    "reserve": .text(speech.number(region?.reserveBeds)),
                    "runway": .text(region.map { speech.runway($0.runway) } ?? Speech.none),
                ]), .muted)
    }
}

// MARK: - The director's forms

extension Look {
    func subject(of form: DirectorForm) -> String? {
        switch form {
        case .delay(let number), .reword(let number): "№ \(number)"
        case .rate(let id): objective(id)
        case .agencyDone(let task), .agencyCannot(let task): taskCode(task)
        case .refuseOrder(let order): watch.orders[order].map { words($0.act) } ?? order.rawValue
        case .worldDetails(_, let place): names.place(place)
        case .real, .jump, .rewind, .invent, .shiftAll, .observe, .world: nil
        }
    }

    func notes(on form: DirectorForm) -> [StyledText] {
        switch form {
        case .real: return [StyledText(speech("drill.note.real"), .critical)]
        case .jump: return [StyledText(speech("drill.note.jump"), .muted)]
        case .rewind: return [StyledText(speech("drill.note.rewind"), .attention)]
        case .invent: return [StyledText(speech("drill.note.invent"), .muted)]
        case .shiftAll: return [StyledText(speech("drill.note.shift-all"), .muted)]
        case .world: return [StyledText(speech("drill.note.world"), .muted)]
        case .delay(let number), .reword(let number):
            let row = model.drill.board?.rows.first { $0.number == number }
            return row.map { [StyledText(names.text($0.text), .muted)] } ?? []
        case .refuseOrder, .observe, .rate, .agencyDone, .agencyCannot, .worldDetails: return []
        }
    }

    /// An objective by its id, in words where the board has them.
    func objective(_ id: String) -> String {
        model.drill.board?.objectives.first { $0.id == id }.map { names.text($0.text) } ?? id
    }

    func title(of question: DirectorQuestion) -> String {
        switch question {
        case .end: "console.action.endex"
        case .rewind: "console.action.rewind"
        }
    }

    func words(_ question: DirectorQuestion) -> [String] {
        switch question {
        case .end: [speech("drill.question.end")]
        case .rewind(let moment):
            [
                speech("drill.question.rewind", ["time": .text(speech.moment(moment))]),
                speech("drill.question.both-kept"),
            ]
        }
    }
}
