import Language
import Terminal
import Wording

/// A form over the view: labels, fields, what is wrong, and the keys.
struct FormView {
    let look: Look
    let form: Form

    private static let labelWidth = 26

    func render(in area: Rect, on canvas: inout Canvas) {
        let width = min(72, area.width - 4)
        // Notes give way to the fields on a small screen.
        let notes = Array(lines(width: width).prefix(max(0, area.height - 6 - min(form.fields.count, 8))))
        let gap = notes.isEmpty ? 0 : 1
        let wanted = notes.count + gap + form.fields.count + 4
        let inner = Size(columns: width, rows: min(wanted, area.height - 2))
        let frame = area.centred(Size(columns: inner.columns + 4, rows: inner.rows + 2))
        canvas.fill(frame)
        let title = StyledText(look.formTitle(form.purpose), .title)
        canvas.draw(Pane(title: title, note: StyledText(""), isFocused: true), in: frame)
        let inside = frame.inset(horizontal: 2, vertical: 1)
        for (line, text) in notes.enumerated() {
            canvas.draw(Text(text), in: Rect(x: inside.x, y: inside.y + line, width: inside.width, height: 1))
        }
        let form = inside.splitTop(notes.count + gap).rest
        let (rows, below) = form.splitTop(max(0, form.height - 3))
        renderFields(in: rows, on: &canvas)
        let (told, keys) = below.splitTop(2)
        if self.form.sending != nil {
            canvas.draw(Text(look.speech("console.told.note-on-its-way"), .attention), in: told)
        } else if let problem = self.form.problem {
            canvas.draw(Paragraph(look.speech.say(problem), .warning), in: told)
        }
        canvas.draw(Text(keyLine), in: keys)
    }

    /// The notes of the form, broken into lines.
    private func lines(width: Int) -> [StyledText] {
        look.notes(of: form).flatMap { note in
            let style = note.spans.first?.style ?? .normal
            return TextWrap.lines(of: note.plain, width: width).map { StyledText(String($0), style) }
        }
    }

    /// The fields around the one in focus, where not all have room.
    private func renderFields(in area: Rect, on canvas: inout Canvas) {
        guard area.height > 0 else { return }
        let first = max(0, min(form.focus - area.height + 1, form.fields.count - area.height))
        for (line, index) in (first..<min(form.fields.count, first + area.height)).enumerated() {
            let place = Rect(x: area.x, y: area.y + line, width: area.width, height: 1)
            render(form.fields[index], isFocused: index == form.focus, in: place, on: &canvas)
        }
    }

    private func render(_ field: FormField, isFocused: Bool, in place: Rect, on canvas: inout Canvas) {
        let name = look.speech(field.id.label) + (field.isOptional ? "" : " *")
        let mark = isFocused ? look.marks.chevron : " "
        let label = StyledText(
            TextWidth.pad("\(mark) \(name)", to: Self.labelWidth), isFocused ? .key : .muted)
        if case .choice = field.kind {
            let words = field.choice.map { look.speech.say($0.label) } ?? field.text
            let style: Style = isFocused ? .input : .normal
            canvas.draw(Text(label + StyledText(isFocused ? "← \(words) →" : words, style)), in: place)
            return
        }
        let shown = field.isSecret ? TextField(String(repeating: "•", count: field.text.count)) : field.field
        canvas.draw(Prompt(label: label, field: shown, hasCursor: isFocused), in: place)
    }

    private var keyLine: StyledText {
        let keys = [
            ("Enter", "console.form.send"), ("↑↓", "console.form.field"), ("Esc", "console.form.leave"),
        ]
        return StyledText(
            keys.flatMap {
                [StyledText.Span("\($0.0) ", .key), StyledText.Span(look.speech($0.1) + "   ", .muted)]
            })
    }
}

extension Look {
    /// What a form is called, with what it is about.
    func formTitle(_ purpose: FormPurpose) -> String {
        let title = speech(purpose.title)
        return subject(of: purpose).map { "\(title): \($0)" } ?? title
    }
}
