import Simulation
import Situation
import Wording

// MARK: - Places

extension EnsembleText {
    func sections(_ result: EnsembleResult) -> [String] {
        let places = result.measures(.arrivals, at: .section).map(\.key.place)
        guard !places.isEmpty else { return [] }
        return [words("heading.sections")]
            + table(
                result, places, first: "section",
                [.arrivals, .peakQueue, .peakQueueAt, .peakWait, .peakWaitAt, .personHoursWaited])
    }

    /// Posts in the order of what waiting cost there; those without a line are only counted.
    func posts(_ result: EnsembleResult) -> [String] {
        let waited = result.measures(.personHoursWaited, at: .post)
        let ranked = waited.enumerated().filter { ($1.fan?.p90 ?? 0) >= Self.hoursWorthNaming }.sorted {
            left, right in
            let (first, second) = (left.element.fan?.p50 ?? 0, right.element.fan?.p50 ?? 0)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element.key.place)
        var lines = [words("heading.posts")]
        if !ranked.isEmpty {
            // Nobody turned away anywhere is no column of noughts.
            let losses = [RunMeasure.refused, .diverted, .gaveUp].filter { measure in
                ranked.contains { (result.measure(measure, $0)?.fan?.p90 ?? 0) > 0 }
            }
            lines += table(
                result, ranked, first: "checkpoint",
                [.arrivals] + losses + [.peakQueue, .peakQueueAt, .peakWait, .personHoursWaited])
        }
        let calm = waited.count - ranked.count
        return calm > 0 ? lines + ["  " + words("posts-calm", ["count": .number(calm)])] : lines
    }

    /// Person-hours in a run under which a post's line is not worth a row.
    private static let hoursWorthNaming = 10.0

    func regions(_ result: EnsembleResult) -> [String] {
        let full = result.measures(.hoursToFull, at: .region)
        guard !full.isEmpty else { return [] }
        return [words("heading.regions")] + fitting { regions(result, full, isShort: $0) }
    }

    private func regions(_ result: EnsembleResult, _ full: [MeasureSummary], isShort: Bool) -> TextTable {
        var table = TextTable([.left, .right, .right, .right, .right, .right, .right])
        table.add(
            [words("column.region")]
                + [RunMeasure.needBed, .hoursToFull].map(words.column) + [words("column.runs")]
                + [RunMeasure.peakWithoutBed, .peakWithoutBedAt, .personHoursWithoutBed].map(words.column))
        let start = result.grid.start
        for summary in full {
            let place = summary.key.place
            func middle(_ measure: RunMeasure) -> String {
                words.middle(result.measure(measure, place), since: start, isShort: isShort)
            }
            table.add([
                words.name(place), middle(.needBed),
                summary.occurred > 0 ? middle(.hoursToFull) : words("never"), words.share(summary),
                middle(.peakWithoutBed), middle(.peakWithoutBedAt), middle(.personHoursWithoutBed),
            ])
        }
        return table
    }

    private func table(
        _ result: EnsembleResult, _ places: [SimulatedPlace], first: String, _ measures: [RunMeasure]
    ) -> [String] {
        fitting { isShort in
            var table = TextTable([.left] + measures.map { _ in .right })
            table.add([words("column.\(first)")] + measures.map(words.column))
            for place in places {
                table.add(
                    [words.name(place)]
                        + measures.map {
                            words.middle(
                                result.measure($0, place), since: result.grid.start, isShort: isShort)
                        })
            }
            return table
        }
    }

    /// The table with ranges where it fits the terminal, else with the middle of the runs alone.
    private func fitting(_ table: (_ isShort: Bool) -> TextTable) -> [String] {
        let whole = table(false).lines
        guard let tableWidth, whole.contains(where: { $0.count > tableWidth }) else { return whole }
        return table(true).lines
    }
}

// MARK: - Services and people

extension EnsembleText {
    /// The standards that are broken in any run, the surest first.
    func breaches(_ result: EnsembleResult) -> [String] {
        let breaches = result.measures.enumerated().filter { _, summary in
            if case .hoursToBreach = summary.key.measure { summary.occurred > 0 } else { false }
        }.sorted { left, right in
            let (first, second) = (left.element.occurred, right.element.occurred)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
        guard !breaches.isEmpty else { return [] }
        var table = TextTable([.left, .left, .right, .right])
        table.add(["shelter", "service", "after", "runs"].map { words("column.\($0)") })
        for summary in breaches {
            guard case .hoursToBreach(let service) = summary.key.measure else { continue }
            table.add([
                words.name(summary.key.place), words.name(service),
                words.middle(summary, since: result.grid.start), words.share(summary),
            ])
        }
        return [words("heading.breaches")] + table.lines
    }

    /// Who is expected beyond the usual: by purpose, by age and sex, by papers.
    func people(_ result: EnsembleResult) -> [String] {
        let expected = result.expected
        guard expected.persons >= 1 else { return [] }
        func line<Kind: RawRepresentable<String> & CaseIterable & Hashable>(
            _ key: String, _ persons: [Kind: Double]
        ) -> String? {
            let parts = Kind.allCases.compactMap { kind -> String? in
                guard let count = persons[kind], count >= 0.5 else { return nil }
                return "\(words("\(key).\(kind.rawValue)")) \(words.speech.number(Int(count.rounded())))"
            }
            return parts.isEmpty ? nil : "  \(words("people.\(key)")): \(parts.joined(separator: ", "))"
        }
        let total = words(
            "heading.people", ["count": .text(words.speech.number(Int(expected.persons.rounded())))])
        return [total]
            + [
                line("purpose", expected.purposes), line("age", expected.ages),
                line("documents", expected.documents),
            ].compactMap(\.self)
    }
}
