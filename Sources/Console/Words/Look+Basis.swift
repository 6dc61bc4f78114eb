import Situation
import Terminal
import Wording

extension Look {
    /// What a figure rests on: who said it and how long ago, or that nobody did.
    func basis(_ basis: Situation.Basis) -> StyledText {
        switch basis {
        case .stated(let at, let provenance): return source(provenance, at: at)
        case .illustrative: return StyledText(speech("console.basis.illustrative"), .muted)
        case .reference: return StyledText(speech("console.basis.reference"), .muted)
        case .computed(let oldest):
            return StyledText(
                speech("console.basis.computed", ["time": .text(speech.brief(oldest, now: model.now))]),
                .muted)
        }
    }

    /// The source of a statement about a time that ended at `at`, and how old it is.
    func source(_ provenance: Provenance, at: Instant) -> StyledText {
        let age = reading.map { speech.span(max($0.now - at, .zero)) } ?? speech.moment(at)
        let text = speech(
            "console.basis.stated", ["source": .text(provenance.source.rawValue), "age": .text(age)])
        let known = StyledText(text, .muted)
        let sure =
            model.correctedSince.contains(provenance.entry)
            ? StyledText("\(marks.diamond) \(speech("watch.past.corrected-since")), ", .attention) + known
            : known
        return provenance.confidence == .estimated
            ? sure.appending(", " + speech("words.confidence.estimated"), .attention) : sure
    }

    /// A value and, beside it, what it rests on.
    func value(_ text: String, _ style: Style = .normal, basis: StyledText?) -> StyledText {
        let padded = TextWidth.pad(text, to: max(14, TextWidth.of(text)))
        return basis.map { StyledText(padded + " ", style) + $0 } ?? StyledText(text, style)
    }

    /// A figure with its basis; that it is not known where it is not.
    func figure<Value>(_ figure: Figure<Value>?, _ text: (Value) -> String) -> StyledText {
        guard let figure else { return StyledText(Speech.none, .muted) }
        return value(speech.figure(figure, text), basis: basis(figure.basis))
    }
}
