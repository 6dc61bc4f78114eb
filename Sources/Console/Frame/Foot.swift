import Terminal
import Wording

/// The last line: the keys that work now, most useful first; in an exercise, the exercise word at both ends.
struct Foot: Widget {
    let look: Look

    /// A hint and where it stands in the line.
    struct Hint {
        let action: Action
        let text: StyledText
        let place: Rect
    }

    /// The hints that fit into a line.
    func hints(in line: Rect) -> [Hint] {
        let inner = line.inset(horizontal: edge)
        let offered = Bindings.offered(in: look.model)
            .filter { $0.hintRank != nil && $0.disabledReason(look.model) == nil && !isHere($0.action) }
            .sorted { rank($0) < rank($1) }
        var x = inner.x
        var hints: [Hint] = []
        for binding in offered {
            guard let key = binding.keys.first else { continue }
            let text = StyledText(key.label, .key).appending(" " + look.speech(binding.hint), .muted)
            guard x + text.width <= inner.endX else { break }
            hints.append(
                Hint(
                    action: binding.action, text: text,
                    place: Rect(x: x, y: line.y, width: text.width, height: 1)))
            x += text.width + 2
        }
        return hints
    }

    /// On the director's own screen the exercise comes before the watch, and help before all.
    private func rank(_ binding: Binding) -> Int {
        let rank = binding.hintRank ?? 0
        guard look.model.view.destination.tab == .director else { return rank }
        switch binding.action {
        case .help: return -100
        case .direct, .enter, .nextPanel: return rank - 50
        default: return rank
        }
    }

    /// Whether the action leads to the screen shown.
    private func isHere(_ action: Action) -> Bool {
        if case .show(let tab) = action { look.model.view.destination == .tab(tab) } else { false }
    }

    private var edge: Int {
        look.model.isExercise ? TextWidth.of(look.speech("program.exercise")) + 4 : 1
    }

    func render(on canvas: inout Canvas) {
        if look.model.isExercise {
            let word = look.speech("program.exercise")
            let block = look.marks.block
            canvas.write(" \(word) \(block)", style: .exercise)
            let last = canvas.bounds.splitRight(edge - 1).right
            canvas.draw(Text("\(block) \(word) ", .exercise), in: last)
        }
        for hint in hints(in: canvas.bounds) { canvas.draw(Text(hint.text), in: hint.place) }
    }
}

/// The line over the footer: what is being typed, what was just told, or what goes on.
struct MessageLine: Widget {
    let look: Look

    func render(on canvas: inout Canvas) {
        switch look.model.input {
        case .filter: prompt("console.input.filter", look.model.view.filter, on: &canvas)
        case .note: renderNote(on: &canvas)
        case .importPath(let field): prompt("console.input.import", field, on: &canvas)
        case .moment(let slider): render(slider, on: &canvas)
        case nil: renderTold(on: &canvas)
        }
    }

    private func prompt(_ key: String, _ field: TextField, on canvas: inout Canvas) {
        canvas.draw(Prompt(label: StyledText(" \(look.speech(key)) ", .key), field: field))
    }

    private func renderNote(on canvas: inout Canvas) {
        let place = look.model.note.place.map { " (\(look.names.place($0)))" } ?? ""
        let label = " \(look.speech("console.input.note"))\(place): "
        canvas.draw(
            Prompt(
                label: StyledText(label, .key), field: look.model.note.field,
                placeholder: look.speech("console.input.note-placeholder")))
    }

    /// The moment that is chosen, and the keys that choose it.
    private func render(_ slider: TimeSlider, on canvas: inout Canvas) {
        let keys = StyledText(
            [
                ("\(look.marks.keyLeft) \(look.marks.keyRight)", "watch.past.hour"),
                ("PgUp PgDn", "watch.past.day"), ("Enter", "watch.past.look"), ("Esc", "watch.past.back"),
            ].flatMap {
                [StyledText.Span("  \($0.0) ", .key), StyledText.Span(look.speech($0.1), .muted)]
            })
        let label = StyledText(" \(look.speech("watch.past.line")) ", .key)
        let (left, right) = canvas.bounds.splitRight(min(keys.width, canvas.size.columns / 2))
        canvas.draw(
            Prompt(label: label, field: slider.field, placeholder: look.speech.moment(slider.moment)),
            in: left)
        canvas.draw(Text(keys), in: right)
    }

    private func renderTold(on canvas: inout Canvas) {
        if let notice = look.model.notice {
            canvas.draw(
                Text(" " + look.speech.say(notice.phrase), notice.isFailure ? .warning : .attention))
        } else if let work = look.model.work {
            canvas.draw(Text(" \(look.speech.say(work)) \(look.glyphs.ellipsis)", .attention))
        }
    }
}
