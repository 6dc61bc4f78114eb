import Drill
import Language
import Planning
import Situation
import Terminal
import Wording

/// One inject of the director's list: what is told, to whom, what is expected of them, and the notes for controllers.
struct ListedInjectDetail {
    let look: Look
    let row: DirectorBoard.Row

    private var speech: Speech { look.speech }
    private var board: DirectorBoard? { look.model.drill.board }

    func laidOut(in area: Rect) -> Page { look.detailPage(brief, otherLanguages, in: area) }

    /// What stands under the list: the reader's language alone.
    var brief: Document {
        var document = Document()
        let to = row.to.isEmpty ? speech("drill.word.all") : row.to
        document.line(
            StyledText("№ \(row.number)  ", .key)
                .appending("\(look.names.text(row.from)) \(look.marks.arrow) \(to)", .heading)
                .appending("  \(look.means(row.means)), \(state)", .muted))
        document.text(look.names.text(row.text), indent: 1)
        if let notes = row.notes, !look.names.text(notes).isEmpty {
            document.field(speech("drill.director.notes"), look.names.text(notes), .attention)
        }
        if let objective = row.objective {
            document.field(speech("drill.field.objective"), look.objective(objective))
        }
        addExpected(to: &document)
        return document
    }

    private var state: String {
        let when = look.when(row, board?.now ?? look.present)
        return "\(speech("drill.row-state.\(row.state.rawValue)")) \(when)"
            + (row.isContingency ? ", \(speech("drill.director.contingency"))" : "")
    }

    private func addExpected(to document: inout Document) {
        guard let board else { return }
        for expected in board.expected where expected.inject == row.number {
            document.line(
                StyledText(" ")
                    + look.mark(expected, board.now)
                    .appending(" \(look.words(expected.act))  ") + look.deadline(expected, board.now))
        }
    }

    private var otherLanguages: Document {
        var document = Document()
        for language in Language.allCases where language != look.model.language {
            guard let plan = PlanText.Language(rawValue: language.rawValue) else { continue }
            document.heading(speech("watch.work.language.\(language.rawValue)"))
            document.text(row.text.exactly(in: plan) ?? speech("drill.director.no-text"), indent: 1)
        }
        return document
    }
}

extension Look {
    /// What is known of what is marked on the director's screen; `nil` where its line says all.
    func detail(of item: DirectorItem, of board: DirectorBoard) -> Document? {
        switch item {
        case .inject(let number), .expected(let number, _):
            return board.rows.first { $0.number == number }.map {
                ListedInjectDetail(look: self, row: $0).brief
            }
        case .task(let task):
            return watch.tasks[task] == nil ? nil : TaskDetail(look: self, id: task).document
        case .order(let order): return OrderDetail(look: self, id: order).document
        case .objective(let id): return board.objectives.first { $0.id == id }.map { document(of: $0, board) }
        case .observation(let number):
            return board.observed.first { $0.number == number }.map(document)
        case .truth(let metric, let place):
            return board.truth.first { $0.metric == metric && $0.place == place }.map(document)
        case .branch: return nil
        }
    }

    private func document(of objective: DirectorBoard.Objective, _ board: DirectorBoard) -> Document {
        var document = Document()
        document.text(names.text(objective.text), .heading)
        if let rating = objective.rating {
            document.field(
                speech("drill.field.rating"),
                "\(rating.rating.rawValue) — \(speech("drill.rating.\(rating.rating.rawValue)"))")
            if !rating.words.isEmpty { document.text(rating.words, indent: 1) }
        }
        for observed in board.observed where observed.of.objective == objective.id {
            document.text("\(speech.timeOfDay(observed.entry.at)) \(observed.of.text)", indent: 1)
        }
        return document
    }

    private func document(of observed: DirectorBoard.Observed) -> Document {
        var document = Document()
        document.text(observed.of.text)
        if let objective = observed.of.objective {
            document.field(speech("drill.field.objective"), self.objective(objective))
        }
        document.field(
            speech("drill.column.station"),
            "\(observed.of.station ?? speech("drill.word.all")), \(speech.moment(observed.entry.at)), \(observed.entry.by)"
        )
        return document
    }

    private func document(of row: DirectorBoard.TruthRow) -> Document {
        var document = Document()
        let place = row.place == "KZ" ? speech("console.word.country") : names.place(row.place)
        document.text("\(speech("console.metric.\(Self.key(row.metric))")), \(place)", .heading)
        document.field(speech("drill.column.truth"), measure(row.truth, row.metric))
        document.field(
            speech("drill.column.believed"),
            row.believed.map { "\(measure($0, row.metric))  (\(speech.span(row.age)))" } ?? Speech.none)
        return document
    }
}
