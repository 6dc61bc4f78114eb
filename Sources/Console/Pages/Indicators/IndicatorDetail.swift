import Council
import Language
import Reference
import Situation
import Terminal
import Wording

/// One indicator: how it stands against each target that counts, where it leads, the values it rests on, its regions,
/// the measures under it, and what the decree contradicts itself in.
struct IndicatorDetail {
    let look: Look
    let standing: IndicatorStanding

    var speech: Speech { look.speech }
    var indicator: Indicator { standing.indicator }
    private static let years = Array(IndicatorStanding.years)

    func laidOut(in area: Rect) -> Page { look.detailPage(figures, background, in: area) }

    var document: Document {
        var all = figures
        all.append(background)
        return all
    }

    // MARK: Figures

    private var figures: Document {
        var document = Document()
        document.text("\(standing.id). \(look.names.text(indicator.name))", .heading)
        addStatus(to: &document)
        document.field(speech("console.column.unit"), look.unit(indicator))
        document.field(speech("console.indicator.better"), better)
        document.field(speech("policy.indicator.read-as"), semantics)
        document.field(speech("console.column.owner"), look.agencies(indicator.responsible))
        document.field(
            speech("console.column.source"), indicator.sources.map(look.agency).joined(separator: ", "))
        document.heading(speech("console.indicator.chart"))
        document.widget(chart, height: 9)
        document.line(chartLegend)
        addTable(to: &document)
        addStatements(to: &document)
        return document
    }

    /// Status, figure, pace to each target, trend and projection.
    private func addStatus(to document: inout Document) {
        document.field(
            speech("console.indicator.state"),
            look.mark(standing).appending(" ") + look.verdict(standing.thisYear))
        document.field(speech("policy.indicator.figure", ["year": .text("\(standing.year)")]), figure)
        addTargets(standing.thisYear?.targets ?? [], to: &document)
        if let settled = standing.settled {
            document.text(
                speech(
                    "council.line.settled",
                    [
                        "series": .text(series(settled.source)), "number": .text(settled.number),
                        "day": .text(settled.date.description),
                    ]), .muted)
        } else if standing.isContested {
            document.text(speech("council.line.contested"), .attention)
        }
        document.field(speech("council.column.trend"), speech.words(standing.trend))
        document.field(speech("council.column.by-2030"), speech.words(standing.projection))
    }

    /// Each target that counts with its status and pace; one line for both places where they print the same.
    private func addTargets(_ targets: [YearStanding.Target], to document: inout Document) {
        for (place, target) in targets.enumerated()
        where !targets.prefix(place).contains(where: { $0.value == target.value }) {
            let places = targets.filter { $0.value == target.value }.map { series($0.source) }
            document.field(
                speech("policy.indicator.target"),
                StyledText("\(look.number(target.value, of: indicator)) ")
                    .appending("(\(places.joined(separator: ", "))) ", .muted) + look.verdict(target.status))
            if let pace = target.pace { document.field("", words(pace, isMet: target.status == .met)) }
        }
    }

    private func series(_ source: TargetSource) -> String {
        speech("council.series.\(source.rawValue)")
    }

    private var better: String {
        let word = speech("console.better.\(indicator.better.rawValue)")
        return indicator.betterIsInferred ? "\(word) (\(speech("console.better.inferred")))" : word
    }

    private var semantics: String {
        let read = standing.semantics
        return speech("council.semantics.\(read.measure.rawValue)")
            + " (\(speech("council.basis.\(read.basis.rawValue)"))). \(look.names.text(read.reason))"
    }

    /// What is known of the year, how much of it that covers, and what it rests on.
    private var figure: StyledText {
        guard let figure = standing.thisYear?.figure else {
            return StyledText(speech("council.status.no_value"), .muted)
        }
        let months = speech(
            "policy.indicator.months", ["count": .number(figure.months)])
        let text = StyledText("\(look.number(figure.value, of: indicator)) ").appending("· \(months)", .muted)
        guard figure.statements.count == 1, let only = figure.statements.first else {
            return text.appending(
                " · " + speech("policy.indicator.sum", ["count": .number(figure.statements.count)]), .muted)
        }
        return text.appending(" · ", .muted) + look.origin(only)
    }

    /// What each month must bring, what it brings, and where the year ends so.
    private func words(_ pace: Pace, isMet: Bool) -> StyledText {
        guard pace.monthsLeft > 0 else { return StyledText(speech("policy.pace.year-over"), .muted) }
        let key =
            switch pace.isReachable {
            case true?: "reachable"
            case false?: "out-of-reach"
            case nil: "unknown"
            }
        // Of a target that is met, no more is needed.
        var parts =
            isMet
            ? []
            : [
                speech(
                    "policy.pace.needed",
                    [
                        "count": .number(pace.monthsLeft),
                        "needed": .text(speech.decimal(pace.neededPerMonth, digits: 2)),
                    ])
            ]
        if let present = pace.presentPerMonth, let expected = pace.expected {
            parts.append(
                speech(
                    "policy.pace.present",
                    [
                        "present": .text(speech.decimal(present, digits: 2)),
                        "expected": .text(look.number(expected, of: indicator)),
                    ]))
        }
        return StyledText(
            ([speech("council.pace.\(key)")] + parts).joined(separator: "; "),
            pace.isReachable == false ? .attention : .normal)
    }

    private var chart: LineChart {
        let speech = speech
        var series = [LineChart.Series(Self.years.map { indicator.part6[$0] }, style: .chartTarget)]
        if !indicator.targetsAgree {
            series.append(
                LineChart.Series(
                    Self.years.map { indicator.plan[$0] }, style: .chartForecast, shape: .dotted))
        }
        series.append(LineChart.Series(standing.years.map { $0.figure?.value }, style: .chartIn))
        var chart = LineChart(above: series) { speech.decimal($0, digits: 2) }
        chart.startsAtZero = false
        chart.labels = Self.years.enumerated().map {
            LineChart.Label(at: Double($0.offset) / 5, "\($0.element)")
        }
        return chart
    }

    private var chartLegend: StyledText {
        let dash = "\(look.glyphs.dash)\(look.glyphs.dash) "
        let line = StyledText(dash, .chartTarget).appending(speech("console.indicator.part6") + "  ", .muted)
        let plan = StyledText("·· ", .chartForecast).appending(
            speech("console.indicator.plan") + "  ", .muted)
        let value = StyledText(dash, .chartIn).appending(speech("console.column.value"), .muted)
        return indicator.targetsAgree ? line + value : line + plan + value
    }

    /// Both printed series, the figures, and how many months those cover, year by year.
    private func addTable(to document: inout Document) {
        let columns =
            [TableColumn("", minimum: 8, ideal: 18)]
            + Self.years.enumerated().map {
                TableColumn("\($0.element)", alignment: .right, minimum: 7, ideal: 9, priority: $0.offset)
            }
        func row(_ key: String, _ values: [Double?], _ style: Style = .normal) -> TableRow {
            TableRow(
                [TableCell(speech(key), .muted)]
                    + values.map { TableCell(speech.decimal($0, digits: 2), style) })
        }
        let planStyle: Style = indicator.targetsAgree ? .normal : .attention
        let rows = [
            row("console.indicator.part6", Self.years.map { indicator.part6[$0] }),
            row("console.indicator.plan", Self.years.map { indicator.plan[$0] }, planStyle),
            row("console.column.value", standing.years.map { $0.figure?.value }),
            row(
                "council.column.months", standing.years.map { $0.figure.map { Double($0.months) } }, .muted),
        ]
        document.blank()
        document.widget(Table(columns: columns, rows: rows), height: rows.count + 1)
    }
}
