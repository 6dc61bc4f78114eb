import Situation
import Wording

// By sector: needs, response, gaps. Where the journal holds nothing of a sector, that is said.

extension SituationReport {
    /// The sectors of the report, in their order.
    private enum Sector: String, CaseIterable {
        case border, reception, water, food, health, protection
    }

    private struct Findings {
        var needs: [String] = []
        var response: [String] = []
        var gaps: [String] = []
    }

    var sectors: [Section] {
        Sector.allCases.map { sector in
            var found = findings(of: sector)
            if (found.needs + found.response + found.gaps).isEmpty { found.gaps = [brief("gap.sector")] }
            let lines = [("needs", found.needs), ("response", found.response), ("gaps", found.gaps)].flatMap {
                key, texts in
                ["\(brief("sector.\(key)")):"]
                    + (texts.isEmpty ? ["– \(brief("gap.\(key)"))"] : texts.map { "– \($0)" })
            }
            return Section(
                heading: brief("sector.\(sector.rawValue)"), body: .lines(lines), depth: 1)
        }
    }

    private func findings(of sector: Sector) -> Findings {
        switch sector {
        case .border: border
        case .reception: reception
        case .water: water
        case .food: supplies(of: ["food", "meals", "kitchens", "rations"])
        case .health: health
        case .protection: protection
        }
    }

    // MARK: Border

    private var border: Findings {
        var found = Findings()
        for section in scope.sections where section.postsReporting > 0 {
            found.needs.append(
                brief(
                    "sector.line.border",
                    [
                        "section": .text(brief.names.section(section.id)),
                        "in": .text(speech.daySum(section.inflow)),
                        "times": .text(speech.figure(section.timesUsual, speech.times)),
                        "queue": .text(speech.number(section.queue)),
                        "wait": .text(speech.wait(section.wait)),
                        "age": .text(speech.age(section.freshness)),
                    ]))
        }
        for post in scope.posts {
            guard let open = post.lanesOpen else { continue }
            found.response.append(
                brief(
                    "sector.line.lanes",
                    [
                        "post": .text(brief.names.checkpoint(post.id)), "open": .number(open.value.count),
                        "lanes": .text(speech.count(post.lanes)), "origin": .text(origin(open.basis)),
                    ]))
        }
        let silent = scope.posts.filter { $0.freshness == .silent }
        if !silent.isEmpty {
            let names = silent.map { brief.names.checkpoint($0.id) }
            found.gaps.append(
                brief(
                    "sector.line.silent-posts",
                    ["count": .number(silent.count), "names": .text(names.joined(separator: ", "))]))
        }
        let stale = scope.posts.filter { $0.freshness != .silent && !$0.freshness.isFresh }
        found.gaps += stale.map { post in
            brief(
                "sector.line.stale",
                [
                    "place": .text(brief.names.checkpoint(post.id)),
                    "age": .text(speech.age(post.freshness)),
                ])
        }
        return found
    }

    private func origin(_ basis: Basis) -> String {
        guard case .stated(let at, let provenance) = basis else { return Speech.none }
        return "\(speech.moment(at)); \(brief.origin(provenance))"
    }

    // MARK: Reception

    private var reception: Findings {
        var found = Findings()
        for region in scope.regions {
            let name = brief.names.region(region.id)
            if region.occupied != nil {
                found.needs.append(
                    brief(
                        "sector.line.occupied",
                        [
                            "region": .text(name), "occupied": .text(speech.number(region.occupied)),
                            "free": .text(speech.number(region.free)),
                            "runway": .text(speech.runway(region.runway)),
                            "age": .text(speech.age(region.freshness)),
                        ]))
            }
            let mark = region.hasIllustrativeBeds ? Speech.illustrativeMark : ""
            found.response.append(
                brief(
                    "sector.line.beds",
                    [
                        "region": .text(name), "open": .text(mark + speech.number(region.openBeds)),
                        "reserve": .text(mark + speech.number(region.reserveBeds)),
                        "lead": .text(region.leadHours.map { speech.span(.hours($0)) } ?? Speech.none),
                    ]))
        }
        let silent = scope.shelters.filter { $0.occupied == nil }
        if !silent.isEmpty {
            found.gaps.append(
                brief(
                    "sector.line.silent-shelters",
                    [
                        "count": .number(silent.count),
                        "names": .text(silent.map { brief.names.shelter($0.id) }.joined(separator: "; ")),
                    ]))
        }
        if scope.regions.contains(where: \.hasIllustrativeBeds) {
            found.gaps.append(brief("sector.line.illustrative"))
        }
        return found
    }

    // MARK: Water and sanitation

    private var water: Findings {
        var found = Findings()
        var unsaid: [String] = []
        for shelter in scope.shelters {
            let name = brief.names.shelter(shelter.id)
            let litres = shelter.facility.latest(\.waterLitresADay)
            let others = [
                ("taps", shelter.facility.latest(\.taps)), ("toilets", shelter.facility.latest(\.toilets)),
                ("showers", shelter.facility.latest(\.showers)),
            ].compactMap { key, figure in figure.map { "\(brief("sector.\(key)")) \($0.value)" } }
            if let litres {
                let sleeping = shelter.occupied?.value.count ?? 0
                let each = sleeping > 0 ? Double(litres.value) / Double(sleeping) : nil
                found.needs.append(
                    brief(
                        "sector.line.water",
                        [
                            "place": .text(name), "litres": .number(litres.value),
                            "each": .text(speech.decimal(each)), "origin": .text(origin(litres.basis)),
                        ]))
            }
            if !others.isEmpty { found.response.append("\(name): \(others.joined(separator: ", "))") }
            if litres == nil || others.isEmpty { unsaid.append(name) }
        }
        found.response += supplies(of: ["water_tankers", "toilets", "showers"]).response
        if !unsaid.isEmpty {
            found.gaps.append(
                brief(
                    "sector.line.no-water",
                    ["count": .number(unsaid.count), "names": .text(unsaid.joined(separator: "; "))]))
        }
        return found
    }

    /// What regions have of some resources, by the kinds that playbooks name.
    private func supplies(of kinds: Set<String>) -> Findings {
        let lines = scope.resources.filter { kinds.contains($0.body.kind) }.map { statement in
            let report = statement.body
            return "\(brief.words.words(Fact.resource(report))) · \(speech.moment(statement.at)); "
                + brief.origin(statement.provenance)
        }
        return Findings(response: lines)
    }

    // MARK: Health and protection

    private var health: Findings {
        var found = supplies(of: ["medical_teams", "ambulances"])
        found.needs = scope.health.map { statement in
            "\(brief.words.words(Fact.healthReport(statement.body))) · \(speech.moment(statement.at)); "
                + brief.origin(statement.provenance)
        }
        return found
    }

    /// The journal holds of protection only what tasks asked: whether people seek asylum.
    private var protection: Findings {
        let asked = view.picture.watch.tasks.values.filter { $0.asylum != nil }
            .sorted { ($0.since, $0.id.rawValue) < ($1.since, $1.id.rawValue) }
        return Findings(
            needs: asked.compactMap { task in
                task.asylum.map { answer in
                    brief(
                        "sector.line.asylum",
                        [
                            "task": .text(brief.words.name(task.id)),
                            "answer": .text(speech("watch.asylum.\(answer.rawValue)")),
                            "moment": .text(speech.moment(task.since)),
                        ])
                }
            })
    }
}
