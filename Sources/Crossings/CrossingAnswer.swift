import Crypto
import GRDB
import Situation

/// What is known of a window: exactly, from when it was closed, or about.
public struct CrossingAnswer: Hashable, Sendable {
    public let window: Period
    /// The scope's name.
    public let scope: String
    public let basis: Basis
    /// Days of the window of which single crossings are there.
    public var daysKept = 0
    /// Days of the window whose pseudonyms were erased.
    public var daysErased = 0
    /// Days of the window without either: nothing was told of them.
    public var daysSilent = 0

    public enum Basis: Hashable, Sendable {
        /// Counted anew from what is kept.
        case exact(CrossingCounts)
        /// As it was written into the journal when the window was closed.
        case closed(CrossingCounts, at: Instant)
        /// Pseudonyms of a part were erased, and the window was not closed before.
        case about(Estimate)
    }

    /// What can still be said when pseudonyms were erased.
    public struct Estimate: Hashable, Sendable {
        /// Exact sums of the days; `nil` when the window cuts an erased day.
        public var crossingsIn: Int?
        public var crossingsOut: Int?
        /// Distinct people; `nil` for a single post, of which no sketches are kept, or when an erased day is cut.
        public var people: ClosedRange<Double>?
        /// Whether ``people`` is one estimate, with ``PeopleSketch/standardError``, or only bounds, because sketches of
        /// different years cannot be united.
        public var isOneEstimate = true

        public init() {}
    }
}

extension CrossingDesk {
    /// What is known of `window` in `scope`.
    ///
    /// - Throws: ``CrossingFault``, `StoreError`.
    public func answer(
        _ window: Period, scope: CrossingScope, at now: Instant, progress: (Double) -> Void = { _ in }
    ) throws -> CrossingAnswer {
        let erased = try file.erasedBefore()
        let windows = try Self.closedWindows(in: journal)
        let basis: CrossingAnswer.Basis
        if let erased, window.from < erased.start {
            if let known = windows[window] {
                basis = .closed(known.closed.counts[scope.name] ?? CrossingCounts(), at: known.at)
            } else {
                basis = .about(try estimate(window, scope, erased: erased, windows.mapValues(\.closed), now))
            }
        } else {
            let counts = try file.counts(in: window, scopes: [scope], now: now, progress: progress)
            basis = .exact(counts[scope.name] ?? CrossingCounts())
        }
        var answer = CrossingAnswer(window: window, scope: scope.name, basis: basis)
        let kept = Set(try file.days().map(\.day))
        var day = CrossingDay(of: window.from)
        while day.start < window.to {
            if kept.contains(day) {
                answer.daysKept += 1
            } else if let erased, day < erased, let whole = day.period, windows[whole] != nil {
                answer.daysErased += 1
            } else {
                answer.daysSilent += 1
            }
            day = CrossingDay(number: day.number + 1)
        }
        return answer
    }

    private func estimate(
        _ window: Period, _ scope: CrossingScope, erased: CrossingDay,
        _ windows: [Period: CrossingEvent.Closed], _ now: Instant
    ) throws -> CrossingAnswer.Estimate {
        var estimate = CrossingAnswer.Estimate()
        let cutsErasedDay =
            window.from != window.from.startOfDay
            || (window.to < erased.start && window.to != window.to.startOfDay)
        guard !cutsErasedDay else { return estimate }
        let end = min(CrossingDay(of: window.to), erased)
        var kept = CrossingCounts()
        var keptWindow: Period?
        if let rest = Period(from: erased.start, to: window.to) {
            keptWindow = rest
            kept = try file.counts(in: rest, scopes: [scope], now: now)[scope.name] ?? kept
        }
        (estimate.crossingsIn, estimate.crossingsOut) = (kept.crossingsIn, kept.crossingsOut)
        for (period, closed) in windows where window.contains(period) {
            let day = CrossingDay(of: period.from)
            guard day < end, day.period == period, let counts = closed.counts[scope.name] else { continue }
            estimate.crossingsIn? += counts.crossingsIn
            estimate.crossingsOut? += counts.crossingsOut
        }
        guard scope.isSketched else { return estimate }
        let sketches = try file.sketches(of: scope.name, from: CrossingDay(of: window.from), before: end)
        (estimate.people, estimate.isOneEstimate) = try unite(sketches, kept, in: keptWindow, scope)
        return estimate
    }

    /// Unites the sketches of each year with what is kept, where that year's key is still there to do so.
    private func unite(
        _ sketches: [(day: CrossingDay, sketch: PeopleSketch)], _ kept: CrossingCounts,
        in keptWindow: Period?, _ scope: CrossingScope
    ) throws -> (ClosedRange<Double>, isOne: Bool) {
        var years: [Int: PeopleSketch] = [:]
        for (day, sketch) in sketches { years[day.year, default: PeopleSketch()].unite(with: sketch) }
        let alone = years.values.map(\.estimate)
        let keptPeople = Double(kept.people)
        var most = keptPeople
        var united = 0
        for (year, sketch) in years {
            var sketch = sketch
            if kept.people > 0, let keptWindow, let key = try file.keys.key(.sketch(year: year)) {
                sketch.unite(with: try file.sketch(of: keptWindow, scope: scope, hash: SketchHash(key: key)))
                united += 1
            }
            most = max(most, sketch.estimate)
        }
        let groups = years.count + (kept.people > 0 && united == 0 ? 1 : 0)
        if groups <= 1 { return (most...most, true) }
        return (most...max(most, alone.reduce(keptPeople, +)), false)
    }
}

extension CrossingFile {
    /// The sketch of everybody with a crossing in a window that is kept.
    fileprivate func sketch(
        of window: Period, scope: CrossingScope, hash: SketchHash
    ) throws(CrossingFault) -> PeopleSketch {
        try CrossingFault.translating(path) {
            try pool.read { db in
                let posts = try Self.posts(db)
                let counted = Set(posts.filter { scope.posts?.contains($0.value) ?? true }.keys)
                var sketch = PeopleSketch()
                try forEachRecord(db, from: CrossingDay(of: window.from), to: CrossingDay(of: window.to)) {
                    if window.contains($0.at), counted.contains($0.post) { sketch.insert(hash.hash(of: $0)) }
                }
                return sketch
            }
        }
    }
}

extension CrossingDay {
    /// The day as a window.
    public var period: Period? { Period(from: start, to: end) }
}
