import Language
import Planning
import Situation
import Watch

extension MessageWords {
    /// How figures of messages are said in the reader's language.
    public init(_ speech: Speech, _ names: Names) {
        @Sendable func number(_ value: Double, _ metric: Metric) -> String {
            switch metric.unit {
            case .share: speech.percent(value)
            case .times: speech.times(value)
            case .hours, .own: speech.decimal(value)
            default: speech.number(Int(value.rounded()))
            }
        }
        let unknown = speech("watch.message.unknown")
        let lasting = speech("watch.message.lasting")
        self.init(unknown: unknown, lasting: lasting, number: { number($0, $1) }) { index, figure in
            let value: String =
                switch figure.value {
                case .number(let value): number(value, figure.metric)
                case .lasting: lasting
                case .unknown: unknown
                }
            return Self.note(index, figure, value: value, speech, names)
        }
    }

    private static func note(
        _ index: Int, _ figure: MessageFigure, value: String, _ speech: Speech, _ names: Names
    ) -> String {
        let key = figure.metric.rawValue.map { $0 == "." || $0 == "_" ? "-" : $0 }
        let places = figure.places.isEmpty ? figure.unknownPlaces : figure.places
        var place = places.prefix(3).map(names.place).joined(separator: ", ") + (places.count > 3 ? " …" : "")
        if !figure.unknownPlaces.isEmpty, figure.metric.addsUp {
            let all = figure.places.count + figure.unknownPlaces.count
            place += "; " + speech(
                "watch.message.partly", ["known": .number(figure.places.count), "all": .number(all)])
        }
        var said: [String: Phrase.Argument] = [
            "number": .number(index), "metric": .text(speech("console.metric.\(String(key))")),
            "value": .text(value), "place": .text(place),
        ]
        if case .unknown = figure.value { return speech("watch.message.note-unknown", said) }
        let sources = figure.sources.map(\.rawValue).prefix(4).joined(separator: ", ")
        said["source"] = .text(sources.isEmpty ? speech("watch.message.journal") : sources)
        guard let at = figure.at else { return speech("watch.message.note-unknown", said) }
        said["time"] = .text(speech.moment(at))
        return speech("watch.message.note", said)
    }
}
