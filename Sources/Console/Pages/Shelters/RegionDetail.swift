import Situation
import Terminal
import Wording

/// One region's shelters together, beside what authorities state for the region.
struct RegionDetail {
    let look: Look
    let region: RegionReading

    private var speech: Speech { look.speech }

    func laidOut(in area: Rect) -> Page { look.detailPage(now, background, in: area) }

    var document: Document {
        var all = now
        all.append(background)
        return all
    }

    private var now: Document {
        var document = Document()
        document.line(
            StyledText(look.names.region(region.id) + "  ", .heading) + look.word(Attention(region)))
        let isIllustrative = region.hasIllustrativeBeds
        document.field(
            speech("console.column.open"),
            look.illustrative(speech.number(region.openBeds), if: isIllustrative))
        document.field(speech("console.column.occupied"), speech.number(region.occupied))
        document.field(speech("console.column.free"), speech.number(region.free))
        document.field(
            speech("console.column.reserve"),
            look.reserve(region.reserveBeds, lead: region.leadHours, isIllustrative: isIllustrative))
        document.field(speech("console.column.runway"), look.lasting(region.runway))
        document.text(speech("console.runway.explained"), .muted)
        if isIllustrative {
            document.text(
                Speech.illustrativeMark + " " + speech("console.legend.illustrative"), .muted)
        }
        look.addOrders(of: .region(region.id), to: &document)
        document.heading(speech("console.region.sites"))
        for site in region.shelters {
            document.line(
                look.mark(Attention(site))
                    .appending(" " + TextWidth.pad(look.names.shelter(site.id), to: 26) + " ")
                    .appending("\(speech.number(site.occupied?.value))/\(speech.count(site.openBeds))  ")
                    + look.lasting(site.runway))
        }
        return document
    }

    private var background: Document {
        var document = Document()
        let posts = look.reading?.checkpoints.filter { $0.region == region.id } ?? []
        if !posts.isEmpty { document.heading(speech("console.region.posts")) }
        for post in posts {
            document.line(
                look.mark(Attention(post)).appending(
                    " " + TextWidth.pad(look.names.checkpoint(post.id), to: 26) + " "
                )
                .appending(
                    speech(
                        "console.region.inflow",
                        ["count": .text(speech.number(post.incoming.lastDay?.persons))]),
                    .muted))
        }
        if !region.stated.isEmpty { document.heading(speech("console.region.stated")) }
        for statement in region.stated.suffix(10).reversed() {
            document.text(look.words(statement), indent: 1)
        }
        return document
    }
}

extension Look {
    /// What an authority stated for an area, with the time it speaks of, its source, and when it became known.
    func words(_ statement: Statement<StatedTotal>) -> String {
        let total = statement.body
        var text =
            "\(speech.about(statement.about)): \(speech("words.direction.\(total.direction.rawValue)")) "
            + stated(total)
        if let category = total.category { text += ", \(category)" }
        return text
            + speech(
                "console.basis.known",
                [
                    "source": .text(statement.provenance.source.rawValue),
                    "time": .text(speech.brief(statement.provenance.known, now: model.now)),
                ])
    }
}
