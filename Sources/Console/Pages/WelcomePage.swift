import Terminal
import Wording

/// The page of a station without any live data: three ways to begin.
struct WelcomePage {
    let look: Look

    func laidOut(in area: Rect) -> Page {
        let speech = look.speech
        let width = min(76, area.width - 4)
        var text = Document()
        text.text(speech("console.welcome.title"), .title)
        text.blank()
        text.text(speech("console.welcome.text"))
        text.text(speech("console.welcome.journal", ["path": .text(look.model.context.journal.path)]), .muted)
        let textHeight = text.height(width: width)
        let place = area.centred(
            Size(columns: width, rows: textHeight + 2 + 2 * WelcomeChoice.allCases.count))
        var page = Page()
        let (top, rest) = place.splitTop(textHeight)
        page.add(text, in: top)
        page.add(.main, choices, in: rest)
        return page
    }

    private var choices: Listing {
        let speech = look.speech
        let columns: [Column<WelcomeChoice>] = [
            Column(TableColumn("", minimum: 18, ideal: 20)) {
                TableCell(speech("console.welcome.\($0.rawValue)"), .heading)
            },
            Column(TableColumn("", minimum: 20, isFlexible: true)) {
                TableCell(speech("console.welcome.\($0.rawValue)-text"), .muted)
            },
        ]
        return Listing(WelcomeChoice.allCases, columns: columns) { .choice($0) }
    }
}
