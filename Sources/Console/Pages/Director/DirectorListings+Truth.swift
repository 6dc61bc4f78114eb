import Drill
import Planning
import Situation
import Terminal
import Wording

extension Look {
    /// Figures as they are beside what the trainees know of them.
    func truthListing(_ board: DirectorBoard) -> Listing {
        let columns: [Column<DirectorBoard.TruthRow>] = [
            Column(TableColumn("", minimum: 1)) { TableCell($0.isOff ? marks.diamond : " ", .attention) },
            Column(TableColumn(name(of: .truth), minimum: 16, isFlexible: true)) {
                TableCell(speech("console.metric.\(Self.key($0.metric))"))
            },
            Column(TableColumn(speech("drill.column.place"), minimum: 8, ideal: 16)) {
                TableCell($0.place == "KZ" ? speech("console.word.country") : names.place($0.place), .muted)
            },
            Column(TableColumn(speech("drill.column.truth"), alignment: .right, minimum: 9)) {
                TableCell(measure($0.truth, $0.metric))
            },
            Column(TableColumn(speech("drill.column.believed"), alignment: .right, minimum: 9)) { row in
                TableCell(
                    row.believed.map { measure($0, row.metric) } ?? Speech.none,
                    row.isOff ? .attention : .normal)
            },
            Column(TableColumn(speech("console.column.age"), alignment: .right, minimum: 8, priority: 1)) {
                TableCell(speech.span($0.age), .muted)
            },
        ]
        return Listing(board.truth, columns: columns) { .director(.truth($0.metric, place: $0.place)) }
    }

    func objectivesListing(_ board: DirectorBoard) -> Listing {
        let columns: [Column<DirectorBoard.Objective>] = [
            Column(TableColumn(speech("drill.column.rating"), minimum: 2)) { objective in
                TableCell(
                    objective.rating?.rating.rawValue ?? marks.none, objective.rating == nil ? .muted : .key)
            },
            Column(TableColumn(name(of: .objectives), minimum: 20, isFlexible: true)) {
                TableCell(names.text($0.text))
            },
            Column(
                TableColumn(speech("drill.column.notes"), alignment: .right, minimum: 5, priority: 1)
            ) { objective in
                TableCell("\(board.observed.count { $0.of.objective == objective.id })", .muted)
            },
        ]
        return Listing(board.objectives, columns: columns) { .director(.objective($0.id)) }
    }

    func observationsListing(_ board: DirectorBoard) -> Listing {
        let columns: [Column<DirectorBoard.Observed>] = [
            Column(TableColumn(speech("console.column.known"), minimum: 11)) {
                TableCell(speech.brief($0.entry.at, now: board.now), .muted)
            },
            Column(TableColumn(speech("drill.column.station"), minimum: 8, ideal: 10, priority: 1)) {
                TableCell($0.of.station ?? "", .muted)
            },
            Column(TableColumn(name(of: .observations), minimum: 20, isFlexible: true)) {
                TableCell($0.of.text)
            },
            Column(TableColumn("", minimum: 10, ideal: 14, priority: 2)) { TableCell($0.entry.by, .muted) },
        ]
        return Listing(board.observed.reversed(), columns: columns) { .director(.observation($0.number)) }
    }

    func branchesListing(_ board: DirectorBoard) -> Listing {
        let columns: [Column<ExerciseBranch>] = [
            Column(TableColumn(speech("drill.column.when"), minimum: 11)) {
                TableCell(speech.brief($0.at, now: board.now), .muted)
            },
            Column(TableColumn(name(of: .branches), minimum: 20, isFlexible: true)) { TableCell($0.file) },
            Column(TableColumn("", minimum: 10)) {
                TableCell(speech($0.isOrigin ? "drill.branch.origin" : "drill.branch.continuation"), .muted)
            },
        ]
        return Listing(board.branches, columns: columns) { .director(.branch(file: $0.file)) }
    }
}

extension DirectorBoard.TruthRow {
    /// Whether what is believed is off by more than a tenth of the truth, or nothing is known.
    var isOff: Bool {
        guard let believed else { return true }
        return abs(believed - truth) > max(abs(truth), 1) / 10
    }
}

extension DirectorBoard {
    /// An observation and its place among all, from 0.
    struct Observed: Sendable {
        let number: Int
        let entry: DirectorEntry
        let of: DirectorOrder.Observation
    }

    /// What was observed, the oldest first.
    var observed: [Observed] {
        observations.enumerated().compactMap { number, entry in
            guard case .observe(let observation) = entry.order else { return nil }
            return Observed(number: number, entry: entry, of: observation)
        }
    }
}
