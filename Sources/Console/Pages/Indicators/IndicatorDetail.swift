import Reference
import Situation
import Terminal
import Wording

/// One indicator: its values against both target series, the measures under it, and what the decree contradicts
/// itself in.
struct IndicatorDetail {
    let look: Look
    let reading: IndicatorReading

    private var speech: Speech { look.speech }
    private var number: IndicatorNumber { reading.targets.number }
    private var known: Indicator? { look.reference.indicator(number) }
    private static let years = Array(2025...2030)

    func laidOut(in area: Rect) -> Page { look.detailPage(figures, background, in: area) }

    var document: Document {
        var all = figures
        all.append(background)
        return all
    }

    // MARK: Figures

    private var figures: Document {
        var document = Document()
        document.text("\(number). \(look.names.indicator(number))", .heading)
        document.field(
            speech("console.indicator.state"), look.mark(reading).appending(" ") + look.verdict(reading))
        document.field(speech("console.column.unit"), look.unit(number))
        document.field(speech("console.indicator.better"), better)
        document.field(speech("console.indicator.latest"), latest)
        if let known {
            document.field(speech("console.column.owner"), look.agencies(known.responsible))
            document.field(
                speech("console.column.source"), known.sources.map(look.agency).joined(separator: ", "))
        }
        document.heading(speech("console.indicator.chart"))
        document.widget(chart, height: 9)
        document.line(chartLegend)
        addTable(to: &document)
        return document
    }

    private var better: String {
        let word = speech("console.better.\(reading.targets.better.rawValue)")
        return known?.betterIsInferred == true ? "\(word) (\(speech("console.better.inferred")))" : word
    }

    private var latest: StyledText {
        guard let latest = reading.latest else {
            return StyledText(speech("console.verdict.no-value"), .muted)
        }
        let text = "\(speech.decimal(latest.body.value, digits: 3)) (\(latest.body.period))"
        let basis = look.source(latest.provenance, at: latest.provenance.known)
        return look.value(
            text, basis: latest.body.document.map { basis.appending(", \($0)", .muted) } ?? basis)
    }

    private var chart: LineChart {
        let speech = speech
        var series = [LineChart.Series(Self.years.map { reading.targets.part6[$0] }, style: .chartTarget)]
        if reading.targets.differ {
            series.append(
                LineChart.Series(
                    Self.years.map { reading.targets.plan[$0] }, style: .chartForecast, shape: .dotted))
        }
        series.append(LineChart.Series(Self.years.map { reading.value(in: $0)?.body.value }, style: .chartIn))
        var chart = LineChart(above: series) { speech.decimal($0, digits: 2) }
        chart.startsAtZero = false
        chart.labels = Self.years.enumerated().map {
            LineChart.Label(at: Double($0.offset) / 5, "\($0.element)")
        }
        return chart
    }

    private var chartLegend: StyledText {
        let line = StyledText("\(look.glyphs.dash)\(look.glyphs.dash) ", .chartTarget)
            .appending(speech("console.indicator.part6") + "  ", .muted)
        let plan = StyledText("·· ", .chartForecast).appending(
            speech("console.indicator.plan") + "  ", .muted)
        let value = StyledText("\(look.glyphs.dash)\(look.glyphs.dash) ", .chartIn)
            .appending(speech("console.column.value"), .muted)
        return reading.targets.differ ? line + plan + value : line + value
    }

    /// Both printed series and the values, year by year.
    private func addTable(to document: inout Document) {
        let columns =
            [TableColumn("", minimum: 8, ideal: 18)]
            + Self.years.enumerated().map {
                TableColumn("\($0.element)", alignment: .right, minimum: 7, ideal: 9, priority: $0.offset)
            }
        func row(_ key: String, _ style: Style = .normal, _ value: (Int) -> Double?) -> TableRow {
            TableRow(
                [TableCell(speech(key), .muted)]
                    + Self.years.map { TableCell(speech.decimal(value($0), digits: 2), style) })
        }
        let planStyle: Style = reading.targets.differ ? .attention : .normal
        let rows = [
            row("console.indicator.part6") { reading.targets.part6[$0] },
            row("console.indicator.plan", planStyle) { reading.targets.plan[$0] },
            row("console.column.value") { reading.value(in: $0)?.body.value },
        ]
        document.blank()
        document.widget(Table(columns: columns, rows: rows), height: rows.count + 1)
    }

    // MARK: Measures and contradictions

    private var background: Document {
        var document = Document()
        switch look.model.policy {
        case .notAsked, .loading:
            document.heading(speech("console.indicator.measures"))
            document.line(speech("console.word.loading"), .muted)
        case .refused(let reason):
            document.heading(speech("console.indicator.measures"))
            document.text(look.speech.say(reason), .warning)
        case .loaded(let tables):
            addDiscrepancies(tables, to: &document)
            addMeasures(tables, to: &document)
        }
        return document
    }

    private func addDiscrepancies(_ tables: PolicyTables, to document: inout Document) {
        let found = tables.discrepancies(about: number)
        guard !found.isEmpty else { return }
        document.heading(speech("console.indicator.discrepancies"))
        for discrepancy in found {
            document.line(
                StyledText(look.marks.diamond + " ", .attention).appending(
                    speech("console.discrepancy.\(discrepancy.kind.rawValue)") + "  "
                )
                .appending(discrepancy.id, .muted))
            for place in discrepancy.places {
                document.text("«\(place.quoteKk)»", indent: 2)
                document.text(place.location, .muted, indent: 4)
            }
        }
    }

    private func addMeasures(_ tables: PolicyTables, to document: inout Document) {
        let measures = tables.measures(under: number)
        document.heading(speech("console.indicator.measures") + " (\(measures.count))")
        for measure in measures {
            document.text("\(measure.number). \(look.names.text(measure.name))")
            let owners = look.agencies(measure.responsible)
            let mark = measure.deadline.isAmbiguous ? " \(look.marks.diamond)" : ""
            document.text("\(measure.deadlineText)\(mark) · \(owners)", .muted, indent: 4)
        }
    }
}
