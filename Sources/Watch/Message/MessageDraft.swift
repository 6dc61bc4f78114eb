import Planning
import Situation

/// A message drafted from the picture's own figures, for an officer to read, change and send.
public struct MessageDraft: Hashable, Sendable {
    public let message: PlaybookMessage.ID
    public let to: [AgencyKey]
    public let subject: String
    /// The words with the figures in their places, each with the number of its note in brackets.
    public let body: String
    /// One line for each figure, in the order of their first mention: value, place, source and time.
    public let notes: [String]
    /// The figures behind the notes.
    public let figures: [MessageFigure]

    /// The word that an exercise's messages begin and end with; `nil` for the live watch.
    public let mark: String?

    /// Subject, body and notes as one text, as it is sent and kept.
    public var text: String { text(adding: []) }

    /// The same with further lines at its end; the mark stands before and behind all of it.
    public func text(adding lines: [String]) -> String {
        let frame = mark.map { [$0] } ?? []
        return (frame + [subject, "", body, ""] + notes + lines + frame).joined(separator: "\n")
    }

    /// Drafts `message` for what is affected.
    ///
    /// - Parameter mark: the word for an exercise in that language, when the journal is an exercise's.
    public init(
        _ message: PlaybookMessage, for affected: PlaybookEvent.Affected, _ figures: WatchFigures,
        in language: PlanText.Language, words: MessageWords, mark: String? = nil
    ) {
        self.mark = mark
        var filling = Filling(affected: affected, figures: figures, words: words)
        self.message = message.id
        to = message.to
        subject = filling.fill(message.subject[language])
        body = filling.fill(message.body[language])
        self.figures = filling.found
        notes = filling.found.enumerated().map { words.note($0 + 1, $1) }
    }

    /// Puts figures in the place of names.
    private struct Filling {
        let affected: PlaybookEvent.Affected
        let figures: WatchFigures
        let words: MessageWords
        var found: [MessageFigure] = []

        mutating func fill(_ text: String) -> String {
            var filled = ""
            var rest = text[...]
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                filled += rest[..<open]
                filled += figure(String(rest[rest.index(after: open)..<close]))
                rest = rest[rest.index(after: close)...]
            }
            return filled + rest
        }

        private mutating func figure(_ name: String) -> String {
            guard let metric = Metric(rawValue: name) else { return words.unknown }
            let index =
                found.firstIndex { $0.metric == metric }
                ?? {
                    found.append(figures.messageFigure(metric, for: affected))
                    return found.count - 1
                }()
            return "\(words.value(found[index])) [\(index + 1)]"
        }
    }
}

/// How figures are said in one language; the words come from outside.
public struct MessageWords: Sendable {
    /// What stands for a figure that nobody knows, such as "no data"; never a number.
    public let unknown: String
    /// What stands for hours to full where nothing fills.
    public let lasting: String
    /// A number in the metric's unit, without the unit's name.
    public let number: @Sendable (Double, Metric) -> String
    /// The note with this number: what the figure is, of where, by whom and of when.
    public let note: @Sendable (Int, MessageFigure) -> String

    public init(
        unknown: String, lasting: String, number: @escaping @Sendable (Double, Metric) -> String,
        note: @escaping @Sendable (Int, MessageFigure) -> String
    ) {
        self.unknown = unknown
        self.lasting = lasting
        self.number = number
        self.note = note
    }

    /// The figure in words.
    public func value(_ figure: MessageFigure) -> String {
        switch figure.value {
        case .number(let value): number(value, figure.metric)
        case .lasting: lasting
        case .unknown: unknown
        }
    }
}
