import Reference
import Situation
import Terminal
import Wording

extension Look {
    /// The last 24 hours of a post: in above the axis, out below it.
    func flowChart(_ post: CheckpointReading) -> LineChart {
        flowChart(
            incoming: Self.values(post.incoming), outgoing: Self.values(post.outgoing),
            from: post.incoming.hours.start)
    }

    /// The last 24 hours of the whole border: the sum of the posts that reported each hour.
    func borderChart(_ reading: SituationReading) -> LineChart {
        func sum(_ series: [[Double?]]) -> [Double?] {
            (0..<24).map { hour in
                let known = series.compactMap { $0.indices.contains(hour) ? $0[hour] : nil }
                return known.isEmpty ? nil : known.reduce(0, +)
            }
        }
        return flowChart(
            incoming: sum(reading.checkpoints.map { Self.values($0.incoming) }),
            outgoing: sum(reading.checkpoints.map { Self.values($0.outgoing) }),
            from: reading.now.startOfHour - .hours(23))
    }

    /// Persons by hour; nothing where nobody reported.
    private static func values(_ flow: FlowReading) -> [Double?] {
        flow.hours.cells.map { $0.isKnown ? Double($0.persons) : nil }
    }

    private func flowChart(incoming: [Double?], outgoing: [Double?], from start: Instant) -> LineChart {
        let speech = speech
        var chart = LineChart(above: [LineChart.Series(incoming, style: .chartIn, shape: .area)]) {
            speech.number(Int($0.rounded()))
        }
        chart.below = [LineChart.Series(outgoing, style: .chartOut, shape: .area)]
        chart.labels = stride(from: 0, to: 24, by: 4).map { hour in
            LineChart.Label(at: Double(hour) / 23, speech.timeOfDay(start + .hours(hour)))
        }
        return chart
    }

    /// Which side of a flow chart is which.
    var flowLegend: StyledText {
        StyledText("\(marks.keyUp) ", .chartIn).appending(speech("console.post.legend-in") + "  ", .muted)
            .appending("\(marks.keyDown) ", .chartOut).appending(speech("console.post.legend-out"), .muted)
    }

    /// A report over a long time, with when it became known.
    func words(_ statement: Statement<CheckpointReport>) -> String {
        var text =
            "\(speech.about(statement.about)): \(speech("words.direction.\(statement.body.direction.rawValue)")) "
            + persons(statement.body.persons)
        if let category = statement.body.category { text += ", \(category)" }
        return text
            + speech(
                "console.basis.known",
                [
                    "source": .text(statement.provenance.source.rawValue),
                    "time": .text(speech.brief(statement.provenance.known, now: model.now)),
                ])
    }

    /// A place on the map with how far off it may be.
    func coordinates(_ place: Coordinates) -> String {
        speech(
            "console.post.coordinates",
            [
                "lat": .text(speech.decimal(place.latitude, digits: 2)),
                "lon": .text(speech.decimal(place.longitude, digits: 2)),
                "km": .number(place.withinKilometres),
            ])
    }

    /// How far the rebuilding of a post has come, with what is known of dates and size.
    func modernisation(_ modernisation: Modernisation) -> String {
        var parts = [speech("console.modernisation.\(modernisation.status.rawValue)")]
        parts += modernisation.programmes.map { speech("console.programme.\($0.rawValue)") }
        if modernisation.from != nil || modernisation.until != nil {
            parts.append("\(modernisation.from ?? "…")–\(modernisation.until ?? "…")")
        }
        if let lanes = modernisation.lanes {
            parts.append(
                speech(
                    "console.modernisation-lanes",
                    ["before": .number(lanes.before), "after": .number(lanes.after)]))
        }
        if let booths = modernisation.booths {
            parts.append(
                speech(
                    "console.modernisation-booths",
                    ["before": .number(booths.before), "after": .number(booths.after)])
            )
        }
        return parts.joined(separator: "; ")
    }
}
