import Council
import Language
import Reference
import Situation
import Terminal
import Wording

// What an indicator's figures rest on, and what surrounds them.

extension IndicatorDetail {
    /// How many of the newest values are listed; the log has all.
    private static let listed = 13

    /// Each value with its period, source, age, document and day of publication, the newest first.
    func addStatements(to document: inout Document) {
        let statements = standing.series.statements
        guard !statements.isEmpty else { return }
        document.heading(speech("policy.indicator.values"))
        for statement in statements.reversed().prefix(Self.listed) {
            document.field(
                statement.body.period.description,
                StyledText(look.number(statement.body.value, of: indicator) + "  ") + look.origin(statement))
        }
        let more = statements.count - Self.listed
        guard more > 0 else { return }
        document.text(speech("policy.indicator.more-values", ["count": .number(more)]), .muted)
    }

    var background: Document {
        var document = Document()
        addRegions(to: &document)
        addMeasures(to: &document)
        addFindings(to: &document)
        return document
    }

    /// The regions by rank on the newest period; others with their own, unranked.
    private func addRegions(to document: inout Document) {
        guard let regions = standing.regions else { return }
        document.heading(
            speech("council.title.regions", ["period": .text(regions.period.description)]))
        func line(_ rank: String, _ statement: Statement<IndicatorValue>, _ period: String) {
            let name = statement.body.region.map(look.names.region) ?? Speech.none
            let value = look.number(statement.body.value, of: indicator) + period
            document.field(
                "\(rank) \(name)", StyledText(value + "  ") + look.origin(statement), labelWidth: 28)
        }
        for row in regions.rows { line("\(row.rank).", row.statement, "") }
        for statement in regions.others { line(Speech.none, statement, " (\(statement.body.period))") }
    }

    /// The measures under it, what is overdue first.
    private func addMeasures(to document: inout Document) {
        document.heading(speech("console.indicator.measures") + " (\(standing.measures.count))")
        for measure in standing.measures.mostUrgentFirst {
            document.text("\(measure.id). \(look.names.text(measure.measure.name))")
            let rest = look.dueWords(measure) + [look.lead(measure.measure)]
            document.line(
                StyledText("    ")
                    + look.phase(measure)
                    .appending(" · " + rest.joined(separator: " · "), .muted))
        }
    }

    private func addFindings(to document: inout Document) {
        guard !standing.findings.isEmpty else { return }
        document.heading(speech("console.indicator.discrepancies"))
        for finding in standing.findings {
            look.add(finding.discrepancy, settledBy: finding.settledBy, to: &document)
        }
    }
}

extension Look {
    /// A finding in the decree's text with every place quoted, and the decision that settles it.
    func add(_ discrepancy: Discrepancy, settledBy record: DecisionRecord?, to document: inout Document) {
        document.line(
            StyledText(marks.diamond + " ", record == nil ? .attention : .muted).appending(
                speech("console.discrepancy.\(discrepancy.kind.rawValue)") + "  "
            )
            .appending(discrepancy.id, .muted))
        if let record {
            let number = record.resolution?.number ?? record.id.rawValue
            document.text(speech("council.line.settled-by", ["number": .text(number)]), indent: 2)
        }
        for place in discrepancy.places {
            document.text("«\(place.quoteKk)»", indent: 2)
            document.text(place.location, .muted, indent: 4)
        }
    }

    /// Who said a value, how long ago, from which document, and when that was published.
    func origin(_ statement: Statement<IndicatorValue>) -> StyledText {
        let said = source(statement.provenance, at: statement.provenance.known)
        let more = [
            statement.body.document,
            statement.body.published.map {
                speech("policy.indicator.published", ["day": .text($0.description)])
            },
        ].compactMap(\.self)
        return more.reduce(said) { $0.appending(", \($1)", .muted) }
    }
}
