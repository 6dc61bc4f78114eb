import Situation
import Terminal
import Wording

/// One contradiction: both figures with their entries and sources, the rule, the gap, how it was settled.
struct ContradictionDetail {
    let look: Look
    let id: ContradictionID

    func laidOut(in area: Rect) -> Page {
        var page = Page()
        page.add(document, in: area)
        return page
    }

    var document: Document {
        var document = Document()
        guard let record = look.watch.contradictions[id] else { return document }
        document.text("\(look.names.place(record.finding.subject)): \(record.finding.rule)", .heading)
        for side in [record.finding.first, record.finding.second] {
            document.field(
                side.entry.description, "\(look.speech.decimal(side.value, digits: 1)) · \(side.source)")
        }
        return document
    }
}
