import Simulation

/// Reads what was counted: `source_data/` and the registration corrections.
struct FleeCountsReader {
    let folder: FleeCaseFolder
    let startDay: Int

    /// The counts of a case.
    struct Counts {
        var total: CountSeries
        var camps: [CountSeries]
        var corrections: [FleeCase.Correction] = []
        /// Where each camp stands in the layout.
        var lines: [Int] = []
        let file: String

        /// Camps that are counted and not on the map: their people set out all the same.
        func remarks(places: [String: Int]) -> [FleeCaseFault] {
            zip(camps, lines).compactMap { camp, line in
                places[camp.name] == nil
                    ? FleeCaseFault(file: file, line: line, column: "name", .unknownPlace(camp.name)) : nil
            }
        }
    }

    func read() throws(FleeCaseFault) -> Counts {
        let layout = try CaseTable(
            path: folder.source("data_layout.csv"), file: "source_data/data_layout.csv")
        var series: [CountSeries] = []
        for row in layout.rows { series.append(try self.series(row)) }
        guard let total = series.first else { throw FleeCaseFault(file: layout.file, .noRows) }
        var counts = Counts(
            total: total, camps: Array(series.dropFirst()), lines: layout.rows.dropFirst().map(\.line),
            file: layout.file)
        if let table = try folder.corrections() { counts.corrections = try corrections(table, series) }
        return counts
    }

    private func series(_ row: CaseRow) throws(FleeCaseFault) -> CountSeries {
        let name = try row.text(0, "name")
        var series = try counts(name, in: try row.text(1, "file"))
        var index = 2
        while index < row.fields.count {
            if let file = row.optional(index) { series.add(try counts(name, in: file)) }
            index += 1
        }
        return series
    }

    private func counts(_ name: String, in file: String) throws(FleeCaseFault) -> CountSeries {
        let table = try CaseTable(path: folder.source(file), file: "source_data/" + file)
        var rows: [CountSeries.Row] = []
        for (index, row) in table.rows.enumerated() {
            // A header is optional, and a date without a count says nothing.
            if index == 0, !(row.fields[0].first?.isNumber ?? false) { continue }
            guard row.optional(1) != nil else { continue }
            let day = try row.date(0, "Date") - startDay
            rows.append(.init(day, Double(try row.whole(1, "count", in: FleeCaseFolder.counts))))
        }
        guard !rows.isEmpty else { throw FleeCaseFault(file: table.file, .noRows) }
        return CountSeries(name, rows: rows)
    }

    private func corrections(
        _ table: CaseTable, _ series: [CountSeries]
    ) throws(FleeCaseFault) -> [FleeCase.Correction] {
        var corrected = series
        var corrections: [FleeCase.Correction] = []
        for row in table.rows {
            let name = try row.text(0, "name")
            guard let index = series.firstIndex(where: { $0.name == name }) else {
                throw row.fault("name", .unknownPlace(name))
            }
            let day = try row.date(1, "date") - startDay
            guard day >= 0 else { continue }
            guard corrected[index].normalise(day: day) else {
                throw row.fault("date", .nothingToCorrect(row.fields[1]))
            }
            corrections.append(.init(series: index, day: day))
        }
        return corrections
    }
}
