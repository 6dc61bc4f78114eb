import Council
import Language
import Reference
import Situation
import Wording

extension CouncilText {
    /// All indicators, a line each.
    public func indicators() -> String {
        let year = CivilTime(reading.now).year
        return document(
            speech("council.title.indicators", ["year": .text("\(year)")]), [indicatorList]
        ).text
    }

    /// A line an indicator.
    var indicatorList: PrintedDocument.Section {
        let columns = ["number", "target", "value", "status", "trend", "by-2030", "indicator"].map {
            speech("council.column.\($0)")
        }
        let rows = reading.indicators.map { standing in
            let year = standing.thisYear
            return [
                "\(standing.id)", targets(year),
                year?.figure.map { number($0.value) } ?? Speech.none,
                speech("council.status.\((year?.status ?? .noTarget).rawValue)"),
                speech.words(standing.trend),
                speech.words(standing.projection), names.text(standing.indicator.name),
            ]
        }
        return .init(heading: speech("council.title.all"), body: .table(columns, rows: rows))
    }

    func targets(_ year: YearStanding?) -> String {
        guard let year, let first = year.targets.first else { return Speech.none }
        if year.targets.allSatisfy({ $0.value == first.value }) { return number(first.value) }
        return year.targets.map {
            "\(number($0.value)) (\(speech("council.series.\($0.source.rawValue)")))"
        }.joined(separator: " / ")
    }

    /// One indicator with all that is known of it.
    public func indicator(_ standing: IndicatorStanding) -> String {
        var sections = [years(of: standing), outlook(of: standing)]
        if let regions = standing.regions { sections.append(table(regions)) }
        sections.append(
            .init(
                heading: speech("council.title.measures-under"),
                body: .table(measureColumns, rows: standing.measures.map(row))))
        if !standing.findings.isEmpty {
            sections.append(
                .init(
                    heading: speech("council.title.findings"),
                    body: .lines(standing.findings.flatMap(lines))))
        }
        return document("\(standing.id). \(names.text(standing.indicator.name))", sections).text
    }

    func years(of standing: IndicatorStanding) -> PrintedDocument.Section {
        let columns = ["year", "target", "value", "months", "status", "source"].map {
            speech("council.column.\($0)")
        }
        let rows = standing.years.map { year in
            [
                "\(year.year)", targets(year), year.figure.map { number($0.value) } ?? Speech.none,
                year.figure.map { "\($0.months)" } ?? "", speech("council.status.\(year.status.rawValue)"),
                year.figure?.statements.last.map(source) ?? "",
            ]
        }
        return .init(heading: speech("council.title.years"), body: .table(columns, rows: rows))
    }

    func source(_ statement: Statement<IndicatorValue>) -> String {
        [
            statement.provenance.source.rawValue, statement.body.document,
            statement.body.published?.description, statement.provenance.entry.description,
        ].compactMap(\.self).joined(separator: ", ")
    }

    func outlook(of standing: IndicatorStanding) -> PrintedDocument.Section {
        var lines = [
            speech("council.line.unit", ["unit": .text(names.text(standing.indicator.unit.name))]),
            speech(
                "council.line.better",
                ["way": .text(speech("council.better.\(standing.indicator.better.rawValue)"))]),
            speech(
                "council.line.semantics",
                [
                    "measure": .text(speech("council.semantics.\(standing.semantics.measure.rawValue)")),
                    "basis": .text(speech("council.basis.\(standing.semantics.basis.rawValue)")),
                    "reason": .text(names.text(standing.semantics.reason)),
                ]),
            speech("council.line.responsible", ["agencies": .text(agencies(standing.indicator.responsible))]),
            speech("council.line.trend", ["trend": .text(speech.words(standing.trend))]),
            speech("council.line.projection", ["projection": .text(speech.words(standing.projection))]),
        ]
        if let settled = standing.settled {
            lines.append(
                speech(
                    "council.line.settled",
                    [
                        "series": .text(speech("council.series.\(settled.source.rawValue)")),
                        "number": .text(settled.number), "day": .text(settled.date.description),
                    ]))
        } else if standing.isContested {
            lines.append(speech("council.line.contested"))
        }
        for target in standing.thisYear?.targets ?? [] {
            lines += target.pace.map { [pace($0, target)] } ?? []
        }
        return .init(heading: speech("council.title.outlook"), body: .lines(lines))
    }

    private func pace(_ pace: Pace, _ target: YearStanding.Target) -> String {
        let verdict =
            switch pace.isReachable {
            case true?: "reachable"
            case false?: "out-of-reach"
            case nil: "unknown"
            }
        return speech(
            "council.line.pace",
            [
                "target": .text(number(target.value)),
                "series": .text(speech("council.series.\(target.source.rawValue)")),
                "needed": .text(number(pace.neededPerMonth)), "present": .text(number(pace.presentPerMonth)),
                "verdict": .text(speech("council.pace.\(verdict)")),
            ])
    }

    func table(_ regions: RegionTable) -> PrintedDocument.Section {
        let columns = ["rank", "region", "value", "source"].map { speech("council.column.\($0)") }
        let ranked = regions.rows.map {
            ["\($0.rank)", names.region($0.region), number($0.statement.body.value), source($0.statement)]
        }
        let others = regions.others.map { statement in
            [
                Speech.none, statement.body.region.map(names.region) ?? "",
                "\(number(statement.body.value)) (\(statement.body.period))", source(statement),
            ]
        }
        return .init(
            heading: speech("council.title.regions", ["period": .text(regions.period.description)]),
            body: .table(columns, rows: ranked + others))
    }

    func lines(_ finding: IndicatorStanding.Finding) -> [String] {
        let settled = finding.settledBy.map {
            " · "
                + speech(
                    "council.line.settled-by", ["number": .text($0.resolution?.number ?? $0.id.rawValue)])
        }
        return ["\(finding.discrepancy.id): \(finding.discrepancy.text)" + (settled ?? "")]
            + finding.discrepancy.places.map { "  \($0.location): «\($0.quoteKk)»" }
    }
}
