import GRDB
import Situation

extension CrossingFile {
    /// How many records are sorted at once; of 24 bytes, twice.
    public static let recordsAtOnce = 1 << 21

    /// What the crossings of `window` come to in each of `scopes`, exactly.
    ///
    /// Tokens spread evenly, so people are told apart range by range of their tokens: each range is read, sorted in
    /// memory and counted. Nothing unsealed is written anywhere, and memory does not grow with the number of crossings.
    ///
    /// - Parameters:
    ///   - now: stays are judged by silence only up to then.
    ///   - progress: called with the share that is done.
    /// - Returns: counts by the scope's name.
    /// - Throws: ``CrossingFault``; ``CrossingFault/erased(before:)`` when pseudonyms of the window were erased.
    public func counts(
        in window: Period, scopes: [CrossingScope], now: Instant, recordsAtOnce: Int = recordsAtOnce,
        progress: (Double) -> Void = { _ in }
    ) throws(CrossingFault) -> [String: CrossingCounts] {
        try CrossingFault.translating(path) {
            try pool.read { db in
                if let erased = try Self.erasedBefore(db), window.from < erased.start {
                    throw CrossingFault.erased(before: erased)
                }
                let reach = try Reach(of: window, db)
                var counter = CrossingCounter(
                    window: window, horizon: min(now, try horizon(db)), scopes: scopes,
                    posts: try Self.posts(db))
                let ranges = max(1, (reach.rows + recordsAtOnce - 1) / max(1, recordsAtOnce))
                for range in 0..<ranges {
                    var people = PeopleRange(range, of: ranges, expecting: reach.rows)
                    try forEachRecord(db, from: reach.first, to: reach.last) { record in
                        if record.at >= window.from, record.at < reach.end { people.take(record) }
                    }
                    people.forEachPerson { counter.count($0) }
                    progress(Double(range + 1) / Double(ranges))
                }
                return Dictionary(zip(scopes.map(\.name), counter.counts)) { first, _ in first }
            }
        }
    }

    /// The days to read for a window: two more than it has, in which its stays may end.
    private struct Reach {
        let end: Instant
        let first: CrossingDay
        let last: CrossingDay
        let rows: Int

        init(of window: Period, _ db: Database) throws {
            end = window.to + CrossingCounts.shortStay + Span(milliseconds: 1)
            first = CrossingDay(of: window.from)
            last = CrossingDay(of: end)
            rows =
                try Int.fetchOne(
                    db, sql: "SELECT sum(rows) FROM run WHERE day BETWEEN ? AND ?",
                    arguments: [first.number, last.number]) ?? 0
        }
    }

    /// Up to when crossings are known: the last moment of which anything was told.
    private func horizon(_ db: Database) throws -> Instant {
        guard let last = try Int.fetchOne(db, sql: "SELECT max(day) FROM run").map(CrossingDay.init(number:))
        else { return Instant(milliseconds: 0) }
        var latest = last.start
        try forEachRecord(db, from: last, to: last) { latest = max(latest, $0.at) }
        return latest
    }

    /// The sketch of everybody with a crossing on the days, keyed for one year's sketches, by the scope's name.
    func sketches(
        from first: CrossingDay, to last: CrossingDay, scopes: [CrossingScope], hash: SketchHash,
        _ db: Database
    ) throws -> [String: PeopleSketch] {
        let posts = try Self.posts(db)
        let places = (0...(posts.keys.max() ?? 0)).map { number in
            scopes.indices.filter { scope in
                posts[number].map { scopes[scope].posts?.contains($0) ?? true } ?? false
            }
        }
        var sketches = Array(repeating: PeopleSketch(), count: scopes.count)
        try forEachRecord(db, from: first, to: last) { record in
            guard !places[record.post].isEmpty else { return }
            let hashed = hash.hash(of: record)
            for place in places[record.post] { sketches[place].insert(hashed) }
        }
        return Dictionary(zip(scopes.map(\.name), sketches)) { first, _ in first }
    }
}

/// The crossings of the people in one range of tokens, sorted by person.
struct PeopleRange {
    private let range: UInt64
    private let ranges: UInt64
    private var records: [CrossingRecord] = []

    init(_ range: Int, of ranges: Int, expecting rows: Int) {
        self.range = UInt64(range)
        self.ranges = UInt64(ranges)
        records.reserveCapacity(rows / ranges + rows / ranges / 64 + 1024)
    }

    /// Takes in a record if its person is in the range.
    mutating func take(_ record: CrossingRecord) {
        if record.high.multipliedFullWidth(by: ranges).high == range { records.append(record) }
    }

    /// Calls `body` with the crossings of each person, in order of time. The records are given up by it.
    mutating func forEachPerson(_ body: (Slice<UnsafeMutableBufferPointer<CrossingRecord>>) -> Void) {
        let given = records
        records = []
        let sorted = UnsafeMutableBufferPointer<CrossingRecord>.allocate(capacity: given.count)
        defer { sorted.deallocate() }
        let ends = scatter(given, into: sorted)
        var start = 0
        for end in ends {
            var part = sorted[start..<end]
            part.sort()
            start = end
        }
        start = 0
        for index in sorted.indices {
            let next = index + 1
            if next == sorted.count || !sorted[next].isSamePerson(as: sorted[index]) {
                body(sorted[start..<next])
                start = next
            }
        }
    }

    /// Puts records into small groups that stand in the order of tokens.
    ///
    /// - Returns: where each group ends.
    private func scatter(
        _ given: [CrossingRecord], into sorted: UnsafeMutableBufferPointer<CrossingRecord>
    ) -> [Int] {
        let groups = UInt64(max(1, given.count / 8))
        func group(_ record: CrossingRecord) -> Int {
            // Where in its range the token lies, as a fraction of 2⁶⁴.
            Int((record.high &* ranges).multipliedFullWidth(by: groups).high)
        }
        var places = [Int](repeating: 0, count: Int(groups) + 1)
        for record in given { places[group(record) + 1] += 1 }
        for index in 1..<places.count { places[index] += places[index - 1] }
        for record in given {
            let place = group(record)
            (sorted.baseAddress.map { $0 + places[place] })?.initialize(to: record)
            places[place] += 1
        }
        return Array(places.dropLast())
    }
}
