import Reference
import Situation
import Terminal
import Wording

/// One site: its beds, how long they last, what it has besides, where it is.
struct ShelterDetail {
    let look: Look
    let id: ShelterID

    private var speech: Speech { look.speech }
    private var site: ShelterReading? { look.reading?.shelter(id) }

    func laidOut(in area: Rect) -> Page { look.detailPage(now, background, in: area) }

    var document: Document {
        var all = now
        all.append(background)
        return all
    }

    private var now: Document {
        var document = Document()
        var title = StyledText(look.names.shelter(id) + "  ", .heading)
        if let site { title = title + look.word(Attention(site)) }
        document.line(title)
        if let site { add(site, to: &document) }
        look.addOrders(of: .shelter(id), to: &document)
        if case .plannedRehabilitationCentre(let centre)? = look.reference.shelter(id)?.facility {
            document.text(
                speech(
                    "console.shelter.planned-note",
                    ["measure": .number(centre.measure.value), "due": .text("\(centre.due)")]))
        }
        return document
    }

    private func add(_ site: ShelterReading, to document: inout Document) {
        document.field(speech("console.column.region"), look.names.region(site.region))
        document.field(speech("console.column.open"), look.figure(site.openBeds) { speech.number($0) })
        document.field(speech("console.column.occupied"), look.figure(site.occupied) { speech.number($0) })
        document.field(speech("console.column.free"), speech.number(site.free))
        document.field(speech("console.column.reserve"), look.figure(site.reserveBeds) { speech.number($0) })
        document.field(
            speech("console.shelter.lead"), look.figure(site.leadHours) { speech.span(.hours($0)) })
        document.field(speech("console.column.runway"), look.lasting(site.runway))
        document.text(speech("console.runway.explained"), .muted)
        document.heading(speech("console.shelter.trend"))
        document.widget(trendChart(site), height: 8)
    }

    private func trendChart(_ site: ShelterReading) -> LineChart {
        let speech = speech
        var chart = LineChart(
            above: [
                LineChart.Series(site.trend.map { Double($0.occupied.count) }, style: .chartIn, shape: .area)
            ]
        ) { speech.number(Int($0.rounded())) }
        chart.targets = [
            LineChart.Target(Double(site.openBeds.value.count), label: speech("console.column.open"))
        ]
        if let first = site.trend.first, let last = site.trend.last, first.at < last.at {
            chart.labels = [
                LineChart.Label(at: 0, speech.brief(first.at, now: look.model.now)),
                LineChart.Label(at: 1, speech.brief(last.at, now: look.model.now)),
            ]
        }
        return chart
    }

    private var background: Document {
        var document = Document()
        addServices(to: &document)
        let entries = look.model.log.entries.filter { $0.fact.shelter == id }.suffix(8).reversed()
        if !entries.isEmpty { document.heading(speech("console.overview.entries")) }
        for entry in entries {
            document.line(
                StyledText(" \(speech.brief(entry.known.instant, now: look.model.now)) ", .muted)
                    + look.sentence(entry))
        }
        guard let known = look.reference.shelter(id) else { return document }
        document.heading(speech("console.post.about"))
        document.field(speech("console.column.region"), look.names.region(known.region))
        document.field(speech("console.post.place"), look.coordinates(known.coordinates))
        if let note = known.note { document.field(speech("console.post.remark"), note) }
        return document
    }

    /// What the site has besides beds: reported where it was, planned else.
    private func addServices(to document: inout Document) {
        let capacity = look.reference.shelter(id)?.capacity
        let services: [(key: String, reported: (Facility) -> Int?, planned: Planned<Int>?)] = [
            ("console.service.covered", { $0.coveredSquareMetres }, capacity?.coveredSquareMetres),
            ("console.service.water", { $0.waterLitresADay }, capacity?.waterLitresPerDay),
            ("console.service.taps", { $0.taps }, capacity?.taps),
            ("console.service.toilets", { $0.toilets }, capacity?.toilets),
            ("console.service.showers", { $0.showers }, capacity?.showers),
            ("console.service.staff", { $0.staff }, capacity?.staff),
        ]
        let figures = services.compactMap { service -> (String, Figure<Int>)? in
            let planned = service.planned.map {
                Figure($0.value, $0.isIllustrative ? .illustrative : .reference)
            }
            return (site?.facility.latest(service.reported) ?? planned).map { (service.key, $0) }
        }
        guard !figures.isEmpty else { return }
        document.heading(speech("console.shelter.services"))
        for (key, figure) in figures {
            document.field(speech(key), look.figure(figure) { speech.number($0) })
        }
    }
}
