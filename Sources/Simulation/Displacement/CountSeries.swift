/// Counts of people in one place on some days, as UNHCR published them.
public struct CountSeries: Hashable, Sendable {
    /// The place's name.
    public var name: String
    /// Days from the start of the case (they may be negative) with the count of each.
    public var rows: [Row]

    /// One published count.
    public struct Row: Hashable, Sendable {
        public var day: Int
        public var count: Double

        public init(_ day: Int, _ count: Double) {
            self.day = day
            self.count = count
        }
    }

    public init(_ name: String, rows: [Row]) {
        self.name = name
        self.rows = rows
    }

    /// Adds a further file's counts at that file's days, using the running row of this one, as Flee does.
    public mutating func add(_ other: CountSeries) {
        guard !rows.isEmpty else { return }
        var sum: [Row] = []
        var offset = 0
        var last = 0.0
        for row in other.rows {
            while row.day > rows[offset].day {
                sum.append(Row(rows[offset].day, last + rows[offset].count))
                guard offset < rows.count - 1 else { break }
                offset += 1
            }
            guard row.day <= rows[offset].day else { continue }
            sum.append(Row(row.day, row.count + rows[offset].count))
            if row.day == rows[offset].day, offset < rows.count - 1 { offset += 1 }
            last = row.count
        }
        rows = sum
    }

    /// Puts what was counted before a registration on the level of that registration.
    ///
    /// - Returns: false when there is no row of that day, or none before it that can be scaled.
    public mutating func normalise(day: Int) -> Bool {
        guard let index = rows.firstIndex(where: { $0.day == day }) else { return false }
        guard index > 0 else { return true }
        let before = rows[index - 1].count
        guard before >= 1 else { return false }
        let factor = rows[index].count / before
        for earlier in 0..<index { rows[earlier].count *= factor }
        return true
    }

    /// The count on a day: linear between rows and cut to a whole number; the first before, the last after.
    public func count(on day: Int) -> Int {
        guard let first = rows.first, let last = rows.last else { return 0 }
        if day <= first.day { return Self.whole(first.count) }
        for index in 1..<max(rows.count, 1) where day < rows[index].day {
            let before = rows[index - 1]
            let share = Double(day - before.day) / Double(rows[index].day - before.day)
            return Self.whole(before.count + share * (rows[index].count - before.count))
        }
        return Self.whole(last.count)
    }

    /// A number that fits: corrections can multiply a count beyond any crowd.
    private static func whole(_ count: Double) -> Int {
        Int(min(max(count, -FleeCase.largestCount), FleeCase.largestCount))
    }
}
