import Situation
import Terminal
import Wording

extension Look {
    /// The page of the view shown, laid out for the screen.
    var page: Page {
        guard model.size.holds(Areas.minimum) else { return Page() }
        let body = areas.body
        return page(in: body.inset(horizontal: 1))
    }

    private func page(in area: Rect) -> Page {
        if model.view.destination == .welcome { return WelcomePage(look: self).laidOut(in: area) }
        guard let reading else { return telling("console.word.loading", in: area) }
        switch model.view.destination {
        case .welcome: return WelcomePage(look: self).laidOut(in: area)
        case .tab(let tab): return page(of: tab, reading, in: area)
        case .section(let id):
            return reading.sections.first { $0.id == id }.map {
                SectionDetail(look: self, section: $0).laidOut(in: area)
            }
                ?? telling("console.word.unknown-place", in: area)
        case .checkpoint(let id):
            return reading.checkpoint(id).map { CheckpointDetail(look: self, post: $0).laidOut(in: area) }
                ?? telling("console.word.unknown-place", in: area)
        case .region(let id):
            return reading.regions.first { $0.id == id }.map {
                RegionDetail(look: self, region: $0).laidOut(in: area)
            }
                ?? telling("console.word.unknown-place", in: area)
        case .shelter(let id): return ShelterDetail(look: self, id: id).laidOut(in: area)
        case .indicator(let number):
            return council?.indicator(number)
                .map { IndicatorDetail(look: self, standing: $0).laidOut(in: area) }
                ?? withoutPolicy(in: area)
        case .measure(let number):
            return council?.board.standing(of: number)
                .map { MeasureDetail(look: self, standing: $0).laidOut(in: area) }
                ?? withoutPolicy(in: area)
        case .playbookRun(let run):
            return playbook(of: run)
                .map { PlaybookDetail(look: self, playbook: $0, run: run).laidOut(in: area) }
                ?? telling("console.word.unknown-place", in: area)
        case .playbook(let id):
            return model.context.playbooks.first { $0.id == id }
                .map { PlaybookDetail(look: self, playbook: $0).laidOut(in: area) }
                ?? telling("console.word.unknown-place", in: area)
        case .forecast(let id):
            return model.forecast.scenario(id)
                .map { ForecastDetail(look: self, scenario: $0).laidOut(in: area) }
                ?? telling("console.word.loading", in: area)
        case .entry(let id): return EntryDetail(look: self, id: id).laidOut(in: area)
        case .alarm(let id): return AlarmDetail(look: self, id: id).laidOut(in: area)
        case .task(let id): return TaskDetail(look: self, id: id).laidOut(in: area)
        case .contradiction(let id): return ContradictionDetail(look: self, id: id).laidOut(in: area)
        case .order(let id): return OrderDetail(look: self, id: id).laidOut(in: area)
        case .inject(let entry): return InjectDetail(look: self, entry: entry).laidOut(in: area)
        case .listedInject(let number):
            return model.drill.board?.rows.first { $0.number == number }
                .map { ListedInjectDetail(look: self, row: $0).laidOut(in: area) }
                ?? telling("drill.inject.unknown", in: area)
        }
    }

    /// What stands where the decree's tables are still read, or could not be.
    private func withoutPolicy(in area: Rect) -> Page {
        if case .refused(let reason) = model.policy { return telling(words: speech.say(reason), in: area) }
        return telling("console.word.loading", in: area)
    }

    private func telling(_ key: String, in area: Rect) -> Page { telling(words: speech(key), in: area) }

    private func telling(words: String, in area: Rect) -> Page {
        var page = Page()
        page.draw(
            Text(words, .muted, alignment: .centre),
            in: area.splitTop(area.height / 2).rest.splitTop(1).top)
        return page
    }

    private func page(of tab: Tab, _ reading: SituationReading, in area: Rect) -> Page {
        switch tab {
        case .overview: return OverviewPage(look: self, reading: reading).laidOut(in: area)
        case .checkpoints:
            let listing = checkpointsListing(reading)
            return listPage(
                listing, head: listHead(listing, counting: "console.count.posts"), in: area, legend: legend,
                preview: preview)
        case .shelters:
            let listing = sheltersListing(reading)
            return listPage(
                listing, head: listHead(listing, counting: "console.count.sites"), in: area, legend: legend,
                preview: preview)
        case .indicators:
            guard let council else { return withoutPolicy(in: area) }
            let listing = indicatorsListing(council)
            return listPage(
                listing, head: listHead(listing, counting: "console.count.indicators"),
                in: area, preview: preview)
        case .measures:
            guard let council else { return withoutPolicy(in: area) }
            let listing = measuresListing(council)
            return listPage(
                listing,
                head: listHead(listing, counting: "policy.measures.count", note: measuresNote(council)),
                in: area, legend: measuresLegend, preview: preview)
        case .playbooks:
            let listing = playbooksListing
            return listPage(
                listing, head: listHead(listing, counting: "console.count.playbooks", note: playbookFaults),
                in: area,
                preview: preview)
        case .forecast:
            let listing = forecastListing
            return listPage(
                listing, head: listHead(listing, counting: "console.count.scenarios", note: forecastNote),
                in: area, legend: ensembleWords("note.simulated"), preview: preview)
        case .alarms: return alarmsPage(in: area)
        case .tasks: return tasksPage(in: area)
        case .desk: return deskPage(in: area)
        case .shift: return ShiftPage(look: self).laidOut(in: area)
        case .injects: return injectsPage(in: area)
        case .director:
            guard let board = model.drill.board, model.context.directs else {
                return telling("drill.director.no-board", in: area)
            }
            return DirectorPage(look: self, board: board).laidOut(in: area)
        case .log:
            let listing = logListing
            return listPage(
                listing, head: listHead(listing, counting: "console.count.entries", note: logNote), in: area)
        }
    }

    private var legend: String {
        "\(Speech.illustrativeMark) \(speech("console.legend.illustrative"))   "
            + "\(marks.unknown) \(speech("console.legend.silent"))   \(marks.none) \(speech("console.legend.none"))"
    }

    /// What stands beside a list for the selected item.
    func preview(of item: ItemID) -> Document? {
        guard case .destination(let destination) = item, let reading else { return nil }
        switch destination {
        case .section(let id):
            return reading.sections.first { $0.id == id }.map {
                SectionDetail(look: self, section: $0).document
            }
        case .checkpoint(let id):
            return reading.checkpoint(id).map { CheckpointDetail(look: self, post: $0).document }
        case .region(let id):
            return reading.regions.first { $0.id == id }.map { RegionDetail(look: self, region: $0).document }
        case .shelter(let id): return ShelterDetail(look: self, id: id).document
        case .indicator(let number):
            return council?.indicator(number).map { IndicatorDetail(look: self, standing: $0).document }
        case .measure(let number):
            return council?.board.standing(of: number).map {
                MeasureDetail(look: self, standing: $0).document
            }
        case .playbook(let id):
            return model.context.playbooks.first { $0.id == id }.map {
                PlaybookDetail(look: self, playbook: $0).document
            }
        case .forecast(let id):
            return model.forecast.scenario(id).map { ForecastDetail(look: self, scenario: $0).document }
        case .alarm(let id): return AlarmDetail(look: self, id: id).document
        case .task(let id): return TaskDetail(look: self, id: id).document
        case .contradiction(let id): return ContradictionDetail(look: self, id: id).document
        case .order(let id): return OrderDetail(look: self, id: id).document
        case .inject(let entry): return InjectDetail(look: self, entry: entry).document
        default: return nil
        }
    }
}
