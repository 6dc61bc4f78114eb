import Language
import Reference
import Situation
import Wording

/// The picture as plain text: what `ahual status` prints, and what the program prints where it has no terminal.
public struct StatusText {
    private let speech: Speech
    private let names: Names

    public init(reference: Reference, catalog: Catalog) {
        speech = Speech(catalog)
        names = Names(reference: reference, language: catalog.language)
    }

    /// The whole text, a line an element. A status drawn from an exercise begins and ends with its mark.
    public func lines(_ subject: StatusSubject) -> [String] {
        let frame = subject.journal.nature == .exercise ? [exerciseLine(subject)] : []
        let parts = [
            head(subject), sections(subject.reading), posts(subject.reading), long(subject.reading),
            totals(subject.reading), shelters(subject.reading), indicators(subject.reading), legend(),
        ]
        let body = parts.filter { !$0.isEmpty }.flatMap { $0 + [""] }.dropLast()
        return frame + body + frame
    }

    private func exerciseLine(_ subject: StatusSubject) -> String {
        let word = speech("program.exercise")
        return "*** \(word) · \(subject.journal.scenario ?? subject.journal.id) · \(word) ***"
    }

    private func head(_ subject: StatusSubject) -> [String] {
        var lines = [
            "\(speech("program.name")) · \(speech("status.title"))  \(speech.clock(subject.reading.now))"
        ]
        if let moment = subject.asKnownAt {
            lines.append(speech("status.as-known-at", ["moment": .text(speech.moment(moment))]))
        }
        if let moment = subject.asRecordedAt {
            lines.append(speech("status.as-recorded-at", ["moment": .text(speech.moment(moment))]))
        }
        guard let last = subject.picture.lastKnown else { return lines + [speech("status.empty")] }
        lines.append(
            speech(
                "status.entries",
                ["count": .number(subject.picture.entryCount), "moment": .text(speech.moment(last))]))
        if subject.picture.unreadCount > 0 {
            lines.append(speech("status.unread", ["count": .number(subject.picture.unreadCount)]))
        }
        if !subject.contested.isEmpty {
            let ids = subject.contested.map(\.description).joined(separator: ", ")
            lines.append(speech("status.contested", ["entries": .text(ids)]))
        }
        return lines
    }

    /// Ends with what the signs mean, since a printed page has no help key.
    private func legend() -> [String] { [speech("status.legend")] }
}

// MARK: - The border

extension StatusText {
    private func sections(_ reading: SituationReading) -> [String] {
        var table = TextTable([.left, .right, .right, .right, .right, .right, .right, .right])
        table.add(
            ["section", "in-24h", "out-24h", "times", "queue", "wait", "reporting", "age"]
                .map { speech("status.column.\($0)") })
        for section in reading.sections {
            table.add([
                names.section(section.id), speech.daySum(section.inflow), speech.daySum(section.outflow),
                speech.figure(section.timesUsual, speech.times), speech.number(section.queue),
                speech.wait(section.wait), "\(section.postsReporting)/\(section.postsTotal)",
                speech.age(section.freshness),
            ])
        }
        return [speech("status.heading.sections")] + table.lines
    }

    private func posts(_ reading: SituationReading) -> [String] {
        // Once heard, a post stays on the list with its age: falling silent must be seen.
        let spoken = reading.checkpoints.filter { $0.freshness != .silent }
        guard !spoken.isEmpty else { return [] }
        var table = TextTable([.left, .left, .right, .right, .right, .right, .right, .right, .right])
        table.add(
            ["checkpoint", "status", "in-24h", "out-24h", "times", "queue", "wait", "lanes", "age"]
                .map { speech("status.column.\($0)") })
        for post in spoken {
            let open = post.lanesOpen.map { "\($0.value.count)" } ?? Speech.none
            table.add([
                names.checkpoint(post.id),
                post.status.map { speech("words.status.\($0.value.rawValue)") } ?? Speech.none,
                speech.daySum(post.incoming.lastDay), speech.daySum(post.outgoing.lastDay),
                speech.figure(post.timesUsual, speech.times), speech.number(post.incoming.queue?.persons),
                speech.wait(post.incoming.queue?.wait), "\(open)/\(speech.count(post.lanes))",
                speech.age(post.freshness),
            ])
        }
        return [speech("status.heading.posts")] + table.lines
    }

    /// Totals of posts over more than a day, which no 24-hour column can show.
    private func long(_ reading: SituationReading) -> [String] {
        var table = TextTable([.left, .left, .right, .left, .left, .left])
        for post in reading.checkpoints {
            for statement in [post.incoming.latestLong, post.outgoing.latestLong].compactMap(\.self) {
                table.add([
                    names.checkpoint(post.id), speech("words.direction.\(statement.body.direction.rawValue)"),
                    speech.number(statement.body.persons), speech.about(statement.about),
                    statement.body.category ?? "", origin(statement.provenance),
                ])
            }
        }
        return table.lines.isEmpty ? [] : [speech("status.heading.long")] + table.lines
    }

    private func totals(_ reading: SituationReading) -> [String] {
        var table = TextTable([.left, .left, .right, .left, .left, .left])
        for (area, statements) in reading.totals {
            for statement in statements {
                let total = statement.body
                table.add([
                    area == .country ? speech("status.country") : names.place(area.code),
                    speech("words.direction.\(total.direction.rawValue)"),
                    speech(
                        "words.precision.\(total.precision.rawValue)", ["count": .number(total.persons.count)]
                    ),
                    speech.about(statement.about), total.category ?? "", origin(statement.provenance),
                ])
            }
        }
        return table.lines.isEmpty ? [] : [speech("status.heading.totals")] + table.lines
    }

    private func origin(_ provenance: Provenance) -> String {
        speech(
            "status.origin",
            ["source": .text(provenance.source.rawValue), "moment": .text(speech.moment(provenance.known))])
    }
}

// MARK: - Shelters and indicators

extension StatusText {
    private func shelters(_ reading: SituationReading) -> [String] {
        var table = TextTable([.left, .right, .right, .right, .right, .right, .right])
        table.add(
            ["region", "free", "occupied", "open", "reserve", "runway", "age"]
                .map { speech("status.column.\($0)") })
        for region in reading.regions {
            let mark = region.hasIllustrativeBeds ? Speech.illustrativeMark : ""
            let lead = region.leadHours.map { " (\(speech.span(.hours($0))))" } ?? ""
            table.add([
                names.region(region.id), speech.number(region.free), speech.number(region.occupied),
                mark + speech.number(region.openBeds), mark + speech.number(region.reserveBeds) + lead,
                speech.runway(region.runway), speech.age(region.freshness),
            ])
        }
        return [speech("status.heading.shelters")] + table.lines
    }

    private func indicators(_ reading: SituationReading) -> [String] {
        var table = TextTable([.right, .left, .right, .right, .left])
        table.add(
            ["number", "indicator", "value", "target", "state"].map { speech("status.column.\($0)") })
        for indicator in reading.indicators {
            let number = indicator.targets.number
            table.add([
                "\(number)", clipped(names.indicator(number), to: 60),
                speech.decimal(indicator.latest?.body.value, digits: 3), targets(indicator),
                speech("status.indicator.\(indicator.status.name)"),
            ])
        }
        let year = reading.indicators.first.map { String($0.year) } ?? ""
        return [speech("status.heading.indicators", ["year": .text(year)])] + table.lines
    }

    private func targets(_ indicator: IndicatorReading) -> String {
        let part6 = indicator.targets.part6[indicator.year]
        let plan = indicator.targets.plan[indicator.year]
        guard let plan, let part6, plan != part6 else { return speech.decimal(part6 ?? plan, digits: 3) }
        return "\(speech.decimal(part6, digits: 3)) | \(speech.decimal(plan, digits: 3))"
    }

    private func clipped(_ text: String, to width: Int) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }
}

extension IndicatorReading.Status {
    /// The name that catalogs and JSON use.
    var name: String {
        switch self {
        case .noValue: "no-value"
        case .noTarget: "no-target"
        case .met: "met"
        case .missed: "missed"
        case .dependsOnSeries: "depends-on-series"
        }
    }
}
