/// How many persons crossed in one hour, and how much of the hour the count covers.
public struct HourCell: Hashable, Sendable {
    public var persons: Int
    /// Minutes of the hour that reports cover, 0 to 60.
    public var coveredMinutes: Int
    /// Whether a statement longer than an hour was spread evenly to fill it.
    public var isSpread: Bool

    public init(persons: Int = 0, coveredMinutes: Int = 0, isSpread: Bool = false) {
        self.persons = persons
        self.coveredMinutes = coveredMinutes
        self.isSpread = isSpread
    }

    /// An hour nobody reported on.
    public static let unknown = HourCell()

    public var isKnown: Bool { coveredMinutes > 0 }

    /// The same number counted twice over, once by means of travel and once as a whole: the breakdown counts
    /// when it reaches the whole; a breakdown that falls short is incomplete, and then the whole counts.
    static func reconciled(whole: HourCell, breakdown: HourCell) -> HourCell {
        if !whole.isKnown { return breakdown }
        if !breakdown.isKnown { return whole }
        return breakdown.persons >= whole.persons ? breakdown : whole
    }

    /// Takes in a late count for an hour that was rolled up already. A finer count is not given up for an even
    /// share of a coarser one.
    mutating func absorb(_ late: HourCell) {
        if coveredMinutes + late.coveredMinutes <= 60 {
            persons += late.persons
            coveredMinutes += late.coveredMinutes
            isSpread = isSpread || late.isSpread
        } else if late.coveredMinutes > coveredMinutes
            || (late.coveredMinutes == coveredMinutes && (isSpread || !late.isSpread))
        {
            self = late
        }
    }
}

/// A run of hours without gaps in it, some of them unknown.
public struct HourSeries: Hashable, Sendable {
    /// The beginning of the first hour.
    public private(set) var start: Instant
    public private(set) var cells: [HourCell]

    public init(start: Instant, cells: [HourCell] = []) {
        self.start = start
        self.cells = cells
    }

    /// The end of the last hour.
    public var end: Instant { start + .hours(cells.count) }

    /// The cell of the hour that begins at `hour`; unknown outside the run.
    public subscript(hour: Instant) -> HourCell {
        index(of: hour).map { cells[$0] } ?? .unknown
    }

    private func index(of hour: Instant) -> Int? {
        let index = (hour - start).milliseconds.floorDivided(by: 3_600_000)
        return cells.indices.contains(Int(index)) ? Int(index) : nil
    }

    /// Changes one cell, making the run longer towards the future if needed; hours before the run are lost.
    mutating func update(_ hour: Instant, _ change: (inout HourCell) -> Void) {
        if cells.isEmpty { start = hour }
        guard hour >= start else { return }
        let index = Int((hour - start).milliseconds / 3_600_000)
        if index >= cells.count {
            cells.append(contentsOf: repeatElement(.unknown, count: index - cells.count + 1))
        }
        change(&cells[index])
    }

    /// Removes the hours before `instant` and returns them.
    mutating func removeHours(before instant: Instant) -> [(hour: Instant, cell: HourCell)] {
        let count = min(cells.count, max(0, Int((instant - start).milliseconds / 3_600_000)))
        guard count > 0 else { return [] }
        let removed = (0..<count).map { (start + .hours($0), cells[$0]) }
        cells.removeFirst(count)
        start = start + .hours(count)
        return removed
    }
}
