import Language
import Planning
import Situation
import Watch
import Wording

/// A message that a playbook has for a task, with the present figures in it, for an officer to send.
struct MessageText: Hashable, Sendable {
    /// Its name in the playbook.
    let id: String
    let to: [AgencyKey]
    let text: String
    /// What each figure is and where it was measured.
    let figures: [String]
}

extension Look {
    /// The message of a task in a language, by the language's code; `nil` when its playbook has none for it.
    func message(of task: TaskRef, in code: String) -> MessageText? {
        guard let record = watch.tasks[task], case .playbook(_, let id, _) = record.opening.origin,
            let name = step(of: record)?.message, let message = playbook(id)?.message(name),
            let language = PlanText.Language(rawValue: code)
        else { return nil }
        var text = "\(message.subject[language])\n\(message.body[language])"
        var figures: [String] = []
        for metric in PlaybookMessage.metrics(in: message.body[language]) {
            let (value, source) = figure(metric, affected(of: record))
            text = text.replacing("{\(metric)}", with: value)
            if !figures.contains(source) { figures.append(source) }
        }
        return MessageText(id: name.rawValue, to: message.to, text: text, figures: figures)
    }

    /// A figure as it stands for what a playbook is in force for; of several posts or regions, the worst.
    func figure(_ name: String, _ affected: PlaybookEvent.Affected?) -> (value: String, source: String) {
        guard let metric = Metric(rawValue: name), let reading else { return (Speech.none, name) }
        let subjects: [String] =
            switch metric.scope {
            case .section: affected?.sections.map(\.rawValue) ?? []
            case .post: affected?.checkpoints.map(\.rawValue) ?? []
            case .region: affected?.regions.map(\.rawValue) ?? []
            case .country: ["KZ"]
            case .shelter, .indicator, .source, .station: []
            }
        let found = subjects.compactMap { subject in
            reading.value(of: metric, for: subject).map { (subject: subject, value: $0) }
        }
        let isLessWorse = metric.unit == .hours || metric.unit == .beds || metric.unit == .lanes
        let worst = found.max { isLessWorse ? $0.value > $1.value : $0.value < $1.value }
        guard let worst else { return (Speech.none, "\(speech("console.metric.\(Self.key(metric))")): \(Speech.none)") }
        let place = worst.subject == "KZ" ? speech("console.word.country") : names.place(worst.subject)
        let value = amount(worst.value, metric)
        return (value, "\(speech("console.metric.\(Self.key(metric))")), \(place): \(value) (\(speech.moment(reading.now)))")
    }
}
