import Council
import Reference
import Situation
import Wording

// The 14 indicators: a table of all, then a part for each with its chart and the same as a table.

extension CouncilPack {
    var indicators: [Section] {
        let all = part("indicators", text.indicatorList.body)
        return [all] + reading.indicators.map(indicator)
    }

    private func indicator(_ standing: IndicatorStanding) -> Section {
        var parts: [PrintedDocument.Body] = []
        if standing.thisYear?.figure == nil {
            parts.append(.lines([brief("gap.indicator", ["year": .text("\(standing.year)")])]))
        }
        parts.append(text.outlook(of: standing).body)
        let chart = chart(standing)
        parts.append(.drawing([chart.alternative], svg: chart.svg(id: "indicator-\(standing.id)")))
        parts.append(text.years(of: standing).body)
        parts.append(values(standing))
        if let regions = standing.regions {
            let table = text.table(regions)
            parts += [.lines([table.heading]), table.body]
        } else {
            parts.append(.lines([brief("gap.regions")]))
        }
        let under = standing.measures.map { "\($0.id)" }.joined(separator: ", ")
        if !under.isEmpty { parts.append(.lines([brief("line.under", ["numbers": .text(under)])])) }
        parts.append(.lines(standing.findings.flatMap(text.lines)))
        return Section(
            heading: "\(standing.id). \(brief.names.text(standing.indicator.name))", body: .parts(parts),
            depth: 1)
    }

    /// Everything that was said of the country's figure, each with where it is from and when it was known.
    private func values(_ standing: IndicatorStanding) -> PrintedDocument.Body {
        guard !standing.series.statements.isEmpty else { return .lines([brief("gap.values")]) }
        return .table(
            [
                brief.speech("council.column.period"), brief.speech("council.column.value"),
                brief("column.document"), brief("column.origin"),
            ],
            rows: standing.series.statements.map { statement in
                [
                    statement.body.period.description, text.number(statement.body.value),
                    [statement.body.document, statement.body.published?.description].compactMap(\.self)
                        .joined(separator: ", "), brief.origin(statement.provenance),
                ]
            })
    }

    // MARK: The chart

    private func chart(_ standing: IndicatorStanding) -> SVGChart {
        let years = IndicatorStanding.years
        let lines = lines(standing)
        var intervals: [SVGChart.Interval] = []
        var levels = lines.flatMap { $0.points.map(\.y) }
        if case .value(let projected) = standing.projection {
            intervals = [
                SVGChart.Interval(x: place(projected.year), low: projected.low, high: projected.high)
            ]
            levels += [projected.low, projected.high]
        }
        let (low, high) = (levels.min() ?? 0, levels.max() ?? 1)
        let margin = high > low ? (high - low) * 0.08 : max(abs(high) * 0.1, 1)
        return SVGChart(
            title: "\(standing.id). \(brief.names.text(standing.indicator.name))",
            alternative: alternative(standing), series: lines, range: low - margin...high + margin,
            labels: years.map { SVGChart.Label(x: place($0), text: "\($0)") },
            tick: { text.number($0) }, intervals: intervals)
    }

    /// Each year stands at its end.
    private func place(_ year: Int) -> Double {
        let years = IndicatorStanding.years
        return Double(year - years.lowerBound) / Double(years.upperBound - years.lowerBound)
    }

    private func lines(_ standing: IndicatorStanding) -> [SVGChart.Series] {
        let said = standing.years.compactMap { year in
            year.figure.map { SVGChart.Point(x: place(year.year), y: $0.value) }
        }
        let targets = TargetSource.allCases.compactMap { source -> SVGChart.Series? in
            let points = standing.years.compactMap { year in
                year.targets.first { $0.source == source }.map {
                    SVGChart.Point(x: place(year.year), y: $0.value)
                }
            }
            guard !points.isEmpty else { return nil }
            let series = brief.speech("council.series.\(source.rawValue)")
            return SVGChart.Series(
                name: brief("chart.target", ["series": .text(series)]), points: points,
                style: source == .part6 ? 1 : 2)
        }
        let values = SVGChart.Series(name: brief("chart.value"), points: said, style: 0, hasDots: true)
        guard case .value(let projected) = standing.projection else { return [values] + targets }
        let point = SVGChart.Point(x: place(projected.year), y: projected.value)
        return [values] + targets + [
            SVGChart.Series(
                name: brief("chart.projection"), points: [said.last, point].compactMap(\.self), style: 3,
                hasDots: true)
        ]
    }

    private func alternative(_ standing: IndicatorStanding) -> String {
        let targets = TargetSource.allCases.compactMap { source -> String? in
            let said = standing.years.compactMap { year in
                year.targets.first { $0.source == source }.map { "\(year.year): \(text.number($0.value))" }
            }
            guard !said.isEmpty else { return nil }
            return "\(brief.speech("council.series.\(source.rawValue)")) – \(said.joined(separator: "; "))"
        }
        let values = standing.years.compactMap { year in
            year.figure.map { "\(year.year): \(text.number($0.value))" }
        }
        return brief(
            "chart.alternative",
            [
                "targets": .text(targets.isEmpty ? Speech.none : targets.joined(separator: " | ")),
                "values": .text(values.isEmpty ? brief("gap.values") : values.joined(separator: "; ")),
                "projection": .text(text.speech.words(standing.projection)),
            ])
    }
}
