import Situation
import Terminal
import Wording

extension Look {
    /// What a form is about, behind its name.
    func subject(of purpose: FormPurpose) -> String? {
        switch purpose {
        case .signOn, .relieve, .handover, .call: nil
        case .shelve(let alarm), .unshelve(let alarm), .takeOutOfService(let alarm), .putInService(let alarm):
            alarmName(alarm)
        case .decideLevel(let section), .declineLevel(let section): names.section(section)
        case .task(let task, _): taskCode(task)
        case .playbook(let run, _): runTitle(run)
        case .start(let id): playbook(id).map { names.text($0.name) }
        case .settle(let id, _): watch.contradictions[id].map { subject($0.finding) }
        case .item(let item, _): words(item)
        case .entry(let id, _): id.description
        case .report(_, let place): names.place(place)
        case .order(let subject, _): subject.place.map(names.place) ?? taskSubject(subject)
        case .orderDetails(_, let place, _): names.place(place)
        case .onOrder(let order, _): watch.orders[order].map { words($0.act) } ?? order.rawValue
        case .direct(let form): self.subject(of: form)
        }
    }

    /// What has to be in sight while a form is filled in: the original, the rule, the text that goes out.
    func notes(of form: Form) -> [StyledText] {
        switch form.purpose {
        case .task(let task, .asylum): return asylumRule(task)
        case .task(let task, .message):
            guard let draft = message(of: task, in: form.text(.work("language"))) else { return [] }
            let to =
                "\(speech("watch.work.task.message-to")): \(draft.to.map(agency).joined(separator: ", "))"
            return [StyledText(to, .muted)] + draft.text.split(separator: "\n").map { StyledText(String($0)) }
        case .task(let task, _): return watch.tasks[task].map { [StyledText(what($0), .muted)] } ?? []
        case .playbook(let run, _):
            return watch.runs[run].map { [state(of: $0).appending("  \(words($0.affected))", .muted)] } ?? []
        case .settle(let id, let kind): return figures(id, kind)
        case .item(let item, .answer):
            return model.seat?.handover?.questions[item].map { [StyledText($0, .attention)] } ?? []
        case .entry(let id, _): return model.entry(id).map { [StyledText(words($0.fact), .muted)] } ?? []
        case .handover:
            return [
                StyledText(
                    speech(
                        "watch.work.shift.draft", ["count": .number(model.handoverDraft?.items.count ?? 0)]),
                    .muted)
            ]
        case .report: return [StyledText(speech("watch.work.telephone.note"), .muted)]
        case .order: return choices(of: form)
        case .orderDetails(let kind, let place, _): return notes(on: kind, at: place)
        case .onOrder(let order, _): return watch.orders[order].map { [state(of: $0)] } ?? []
        case .direct(let kind): return notes(on: kind)
        default: return []
        }
    }

    private func asylumRule(_ task: TaskRef) -> [StyledText] {
        guard let record = watch.tasks[task], case .playbook(_, let id, _) = record.opening.origin,
            let rule = playbook(id)?.noReturn
        else { return [] }
        return [StyledText(names.text(rule.question)), StyledText(names.text(rule.rule), .attention)]
    }

    private func figures(_ id: ContradictionID, _ kind: SettlementForm) -> [StyledText] {
        guard let finding = watch.contradictions[id]?.finding else { return [] }
        return [(finding.first, kind == .first), (finding.second, kind == .second)].map { figure, isChosen in
            StyledText(
                "\(isChosen ? marks.chevron : " ") \(speech.decimal(figure.value, digits: 1))  \(figure.source)  \(figure.entry)",
                isChosen ? .accent : .muted)
        }
    }
}
