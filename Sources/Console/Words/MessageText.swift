import Language
import Planning
import Situation
import Watch
import Wording

extension Look {
    /// The message of a task in a language, by the language's code, with the present figures in it; `nil` when its playbook
    /// has none for it.
    func message(of task: TaskRef, in code: String) -> MessageDraft? {
        guard let record = watch.tasks[task], case .playbook(_, let id, _) = record.opening.origin,
            let name = step(of: record)?.message, let message = playbook(id)?.message(name),
            let language = PlanText.Language(rawValue: code), let figures,
            let reader = Language(rawValue: code)
        else { return nil }
        return MessageDraft(
            message, for: affected(of: record) ?? PlaybookEvent.Affected(), figures, in: language,
            words: MessageWords(
                Speech(model.context.catalog(reader)), Names(reference: reference, language: reader)),
            mark: model.isExercise ? model.context.catalog(reader).say("program.exercise") : nil)
    }

    /// The figures that plans are held against, at the moment shown.
    var figures: WatchFigures? {
        guard let picture = model.picture?.picture, let reading else { return nil }
        return WatchFigures(picture, reading)
    }

    /// What a metric is at present for what a playbook is in force for, in one line.
    func present(_ name: String, _ affected: PlaybookEvent.Affected?) -> String {
        guard let metric = Metric(rawValue: name), let figures else { return Speech.none }
        let figure = figures.messageFigure(metric, for: affected ?? PlaybookEvent.Affected())
        let value: String
        switch figure.value {
        case .number(let number): value = measure(number, metric)
        case .lasting: value = speech("words.runway.lasting")
        case .unknown: return Speech.none
        }
        let places = figure.places.prefix(2).map {
            $0 == "KZ" ? speech("console.word.country") : names.place($0)
        }
        return "\(value)  \(places.joined(separator: ", "))"
    }
}
