/// Persons by hour, from statements of different length, means of travel and source, none counted twice.
struct HourlyTotals {
    /// Known hours in order of time.
    private(set) var cells: [(hour: Instant, cell: HourCell)] = []
    /// How many statements were not counted, because finer or later ones cover their time.
    private(set) var checks = 0

    /// - Parameter statements: of at most a day each, in fold order among equals. Parts of the whole
    ///   (statements with a category) are passed over.
    init(of statements: [Statement<CheckpointReport>]) {
        var byMode: [TravelMode: [(period: Period, persons: Int)]] = [:]
        for statement in statements where statement.body.category == nil {
            guard case .period(let period) = statement.about else { continue }
            byMode[statement.body.mode, default: []].append((period, statement.body.persons.count))
        }
        var whole: [Instant: HourCell] = [:]
        var breakdown: [Instant: HourCell] = [:]
        for (mode, counts) in byMode {
            let cover = FinestCover.choose(counts.map(\.period))
            checks += cover.checks.count
            var ofMode: [Instant: HourCell] = [:]
            for index in cover.counted {
                for (hour, cell) in Self.spread(counts[index].persons, over: counts[index].period) {
                    ofMode[hour, default: .unknown].extend(with: cell)
                }
            }
            if mode == .all { whole = ofMode } else { breakdown.merge(ofMode) { $0.joined(with: $1) } }
        }
        cells = Set(whole.keys).union(breakdown.keys).sorted().map { hour in
            (
                hour,
                HourCell.reconciled(whole: whole[hour] ?? .unknown, breakdown: breakdown[hour] ?? .unknown)
            )
        }
    }

    /// `persons` over the hours of `period`, in proportion to the time in each; the parts add up to exactly
    /// `persons`.
    static func spread(_ persons: Int, over period: Period) -> [(hour: Instant, cell: HourCell)] {
        let firstHour = period.from.startOfHour
        if period.to <= firstHour + .hours(1) {
            let minutes = period.length.wholeMinutes
            return [(firstHour, HourCell(persons: persons, coveredMinutes: max(1, minutes)))]
        }
        var parts: [(Instant, HourCell)] = []
        var hour = firstHour
        var given = 0
        while hour < period.to {
            let end = min(hour + .hours(1), period.to)
            let passed = (end - period.from).milliseconds
            let upToHere = Int(
                (Double(persons) * Double(passed) / Double(period.length.milliseconds)).rounded())
            let minutes = (end - max(hour, period.from)).wholeMinutes
            parts.append((hour, HourCell(persons: upToHere - given, coveredMinutes: minutes, isSpread: true)))
            given = upToHere
            hour = end == period.to ? period.to : hour + .hours(1)
        }
        return parts
    }
}

extension HourCell {
    /// Another stretch of the same hour, of the same kind of count.
    fileprivate mutating func extend(with cell: HourCell) {
        persons += cell.persons
        coveredMinutes = min(60, coveredMinutes + cell.coveredMinutes)
        isSpread = isSpread || cell.isSpread
    }

    /// The same stretch by another means of travel: more persons, no more time.
    fileprivate func joined(with other: HourCell) -> HourCell {
        HourCell(
            persons: persons + other.persons, coveredMinutes: max(coveredMinutes, other.coveredMinutes),
            isSpread: isSpread || other.isSpread)
    }
}
