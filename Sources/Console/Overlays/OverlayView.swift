import Terminal
import Wording

/// What lies over a view, laid out for an area.
struct OverlayView {
    let look: Look
    let overlay: Overlay

    /// The search list's rows, for the update and the view alike.
    struct Rows {
        let commands: [Command]
        let found: [Int]
        let place: Rect
    }

    func render(in area: Rect, on canvas: inout Canvas) {
        switch overlay {
        case .help(let search): renderSearch(search, title: "console.overlay.help", in: area, on: &canvas)
        case .palette(let search):
            renderSearch(search, title: "console.overlay.palette", in: area, on: &canvas)
        case .contacts(let search):
            renderSearch(search, title: "watch.work.contacts.title", in: area, on: &canvas)
        case .quitQuestion:
            renderQuestion(
                "console.action.quit", [look.speech("console.quit.question")], yes: "console.quit.leave",
                no: "console.quit.stay", in: area, on: &canvas)
        case .directorQuestion(let question):
            renderQuestion(
                look.title(of: question), look.words(question), yes: "drill.question.go",
                no: "drill.question.stay", in: area, on: &canvas)
        case .form(let form): FormView(look: look, form: form).render(in: area, on: &canvas)
        }
    }

    // MARK: Search lists

    /// The commands of a search list, those found, and where their rows stand.
    func rows(of search: SearchList, in area: Rect) -> Rows {
        let commands =
            switch overlay {
            case .palette: look.paletteCommands
            case .contacts: look.contactCommands
            case .help, .quitQuestion, .directorQuestion, .form: look.commands
            }
        let frame = Self.searchFrame(in: area)
        let inside = frame.inset(horizontal: 2, vertical: 1).splitTop(2).rest
        return Rows(commands: commands, found: look.found(search, in: commands), place: inside)
    }

    private static func searchFrame(in area: Rect) -> Rect {
        area.centred(Size(columns: min(86, area.width - 2), rows: area.height))
    }

    private func renderSearch(_ search: SearchList, title: String, in area: Rect, on canvas: inout Canvas) {
        let frame = Self.searchFrame(in: area)
        let rows = rows(of: search, in: area)
        canvas.fill(frame)
        let note = look.speech("console.list.matches", ["count": .number(rows.found.count)])
        canvas.draw(
            Pane(
                title: StyledText(look.speech(title), .title), note: StyledText(note, .muted), isFocused: true
            ),
            in: frame)
        let inside = frame.inset(horizontal: 2, vertical: 1)
        let prompt = Prompt(
            label: StyledText("/ ", .key), field: search.field,
            placeholder: look.speech("console.overlay.type-to-search"))
        canvas.draw(prompt, in: inside.splitTop(1).top)
        // Why the marked command cannot be done now.
        if let reason = search.list.selected.flatMap({ rows.commands[$0].reason }) {
            canvas.draw(
                Text(look.speech.say(reason), .attention), in: inside.splitTop(2).top.splitTop(1).rest)
        }
        canvas.draw(table(rows, search), in: rows.place)
    }

    private func table(_ rows: Rows, _ search: SearchList) -> Table {
        let columns = [
            TableColumn("", minimum: 14, ideal: 20), TableColumn("", minimum: 20, isFlexible: true),
        ]
        let cells = rows.found.map { index in
            let command = rows.commands[index]
            let isOff = command.reason != nil
            return TableRow([
                TableCell(command.note, isOff ? .disabled : .key),
                TableCell(command.title, isOff ? .disabled : .normal),
            ])
        }
        var table = Table(
            columns: columns, rows: cells, selected: search.list.index(in: rows.found),
            offset: search.list.offset)
        table.showsHeader = false
        return table
    }

    // MARK: The question

    private func renderQuestion(
        _ title: String, _ text: [String], yes: String, no: String, in area: Rect, on canvas: inout Canvas
    ) {
        let lines =
            text.map { StyledText($0) } + [
                StyledText(""),
                StyledText("y ", .key).appending(look.speech(yes) + "    ")
                    .appending("Esc ", .key).appending(look.speech(no)),
            ]
        let width = lines.map(\.width).max() ?? 0
        canvas.within(area) {
            $0.draw(
                Popup(
                    title: StyledText(look.speech(title), .title),
                    contentSize: Size(columns: width, rows: lines.count), content: Lines(lines)))
        }
    }
}
