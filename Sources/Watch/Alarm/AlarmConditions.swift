import Planning
import Situation

/// What a rule sees of the picture at one look. A class, because it is handed on for every condition and a copy of picture
/// and reading is one of some dozen references.
final class AlarmView: Sendable {
    let picture: Picture
    let reading: SituationReading
    let now: Instant
    /// How far the machine's clock is out: by how much it jumped, or how far behind the journal it is.
    let clockFault: Span
    /// The rules of which some alarm stands.
    let standing: Set<AlarmRuleID>

    init(
        picture: Picture, reading: SituationReading, now: Instant, clockJump: Span?,
        standing: Set<AlarmRuleID>
    ) {
        self.picture = picture
        self.reading = reading
        self.now = now
        clockFault = Self.clockFault(jump: clockJump ?? .zero, lastKnown: picture.lastKnown ?? now, now)
        self.standing = standing
    }

    private static func clockFault(jump: Span, lastKnown: Instant, _ now: Instant) -> Span {
        max(jump < .zero ? .zero - jump : jump, lastKnown - now, .zero)
    }
}

/// One rule and everything it is watched at.
struct RuleWatch: Sendable {
    let rule: AlarmRule
    private(set) var subjects: [AlarmSubject] = []
    private(set) var groups: [InfluxGroup] = []
    /// What kind of thing the rule is about: looked up once, because it is asked for at every look.
    let kind: Metric.Scope?
    private let metric: Metric?
    private let limits: [Double]
    /// Where the table of its kind has what the rule goes by, for posts and shelters.
    private let column: Int?
    /// Where it has the state of a post, for rules that are suppressed by it.
    private let statusColumn: Int?
    /// The rules whose alarms keep this one's quiet.
    let quietedBy: [AlarmRuleID]
    /// Where each place stands in the list of subjects, by its number in the reading and by its name.
    private(set) var places: [Int?] = []
    private(set) var placesByName: [String: Int] = [:]
    /// How many things of the rule's kind there were when the subjects were listed.
    private var known = -1
    private var sources: [SourceID] = []

    /// - Parameter tables: what is compared of posts and shelters; the rule adds what it goes by.
    init(_ rule: AlarmRule, _ tables: inout SignalTables) {
        self.rule = rule
        kind = rule.subjects
        column = SignalTable.Signal(rule).flatMap { tables.column(of: $0, kind: rule.subjects) }
        let isStilledByStatus = rule.suppressions.contains { if case .post = $0 { true } else { false } }
        statusColumn = isStilledByStatus ? tables.column(of: .status, kind: rule.subjects) : nil
        quietedBy = rule.suppressions.compactMap { if case .alarm(let other) = $0 { other } else { nil } }
        if case .influx = rule.test {
            _ = tables.column(of: .window, kind: .post)
            _ = tables.column(of: .covered, kind: .post)
        }
        if case .metric(let name, _, _, .value(let value)) = rule.test {
            metric = Metric(rawValue: name)
            limits = [value] + rule.worse.map(\.value)
        } else {
            metric = nil
            limits = rule.worse.map(\.value)
        }
    }

    mutating func update(_ place: Int, _ change: (inout AlarmSubject) -> Void) { change(&subjects[place]) }

    mutating func take(
        _ condition: AlarmSubject.Condition, at place: Int, now: Instant
    ) -> (limits: Int, isOver: Bool) {
        subjects[place].take(condition, rule, now: now)
    }
}

// MARK: - Subjects

extension RuleWatch {
    /// Lists the subjects anew when there are more or other things than before.
    mutating func list(_ view: AlarmView) {
        let count = count(view.reading)
        guard count != known else { return }
        known = count
        if kind == .source { sources = view.reading.sources.keys.sorted() }
        if case .influx(let test) = rule.test { groups = Self.groups(test, view.reading, before: groups) }
        let before = Dictionary(subjects.map { ($0.id, $0) }) { first, _ in first }
        subjects = ids(view.reading).enumerated().compactMap { index, id in
            guard isInScope(id) else { return nil }
            let alarm = AlarmID(rule: rule.id, subject: id)
            var subject = AlarmSubject(alarm, index: index, limits: 1 + rule.worse.count)
            if let old = before[alarm], old.index == index { subject = old }
            return subject
        }
        places = Array(repeating: nil, count: (subjects.map(\.index).max() ?? -1) + 1)
        for (place, subject) in subjects.enumerated() { places[subject.index] = place }
        placesByName = Dictionary(subjects.enumerated().map { ($1.id.subject, $0) }) { first, _ in first }
    }

    private func count(_ reading: SituationReading) -> Int {
        switch kind {
        case .post, .section: reading.checkpoints.count
        case .region: reading.regions.count + reading.checkpoints.count
        case .shelter: reading.shelters.count
        case .source: reading.sources.count
        case .indicator: reading.indicators.count
        case .country, .station, nil: 1
        }
    }

    private func ids(_ reading: SituationReading) -> [String] {
        if case .influx = rule.test { return groups.map(\.id) }
        return switch kind {
        case .post: reading.checkpoints.map(\.id.rawValue)
        case .section: reading.sections.map(\.id.rawValue)
        case .region: reading.regions.map(\.id.rawValue)
        case .shelter: reading.shelters.map(\.id.rawValue)
        case .source: sources.map(\.rawValue)
        case .indicator: reading.indicators.map { String($0.targets.number.value) }
        case .country, .station, nil: [Area.country.code]
        }
    }

    private func isInScope(_ id: String) -> Bool {
        switch rule.test {
        case .metric(_, .one(let one), _, _), .closure(_, .one(let one)): one == id
        // What the program itself writes is no source that could fall silent.
        case .silence(let test) where test.of == .sources: id != AlarmWatch.source.rawValue
        default: true
        }
    }

    private static func groups(
        _ test: InfluxTest, _ reading: SituationReading, before: [InfluxGroup]
    ) -> [InfluxGroup] {
        let old = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        let posts = Dictionary(grouping: reading.checkpoints.indices) { index in
            let post = reading.checkpoints[index]
            return test.of == .sections ? post.section.rawValue : post.region.rawValue
        }
        return posts.sorted { $0.key < $1.key }.map { id, posts in
            old[id] ?? InfluxGroup(id: id, posts: posts, in: reading)
        }
    }
}

// MARK: - What is measured

extension RuleWatch {
    /// Takes the hours in that came to be known.
    mutating func advance(_ view: AlarmView, posts: SignalTable) {
        guard case .influx(let test) = rule.test else { return }
        for index in groups.indices where groups[index].wantsToAdvance(view.now, posts) {
            groups[index].advance(test, picture: view.picture, reading: view.reading, now: view.now)
        }
    }

    /// A number that changes whenever the condition may have: cheap, because it is asked for at every look.
    func signal(_ index: Int, _ view: AlarmView, _ table: SignalTable?) -> Double {
        if let column, let table { return Double(bitPattern: table[index, column]) }
        switch rule.test {
        case .metric: return value(index, view.reading) ?? .nan
        case .silence(let test):
            // Of posts and shelters the table has it.
            guard test.of == .sources else { return .nan }
            return view.reading.sources[sources[index]].map { Double($0.lastKnown.milliseconds) } ?? .nan
        case .closure, .ownHistory: return .nan
        case .influx: return Double(groups[index].tested)
        case .clock: return Double(view.clockFault.milliseconds)
        }
    }

    private func value(_ index: Int, _ reading: SituationReading) -> Double? {
        guard let metric else { return nil }
        return switch metric.scope {
        case .post, .shelter: nil
        case .section: reading.sections[index].value(of: metric)
        case .region: reading.regions[index].value(of: metric)
        case .indicator: reading.indicators[index].value(of: metric)
        case .source: reading.value(of: metric, for: sources[index].rawValue)
        case .country, .station: reading.value(of: metric, for: Area.country.code)
        }
    }

    /// What tells of a change beside the signal: the state of a post, as something to be added to its bits.
    func statusMark(_ index: Int, _ table: SignalTable?) -> UInt64 {
        guard let statusColumn, let table else { return 0 }
        return table[index, statusColumn] &* 0x9E37_79B9_7F4A_7C15
    }
}

// MARK: - Conditions

extension RuleWatch {
    /// How the condition stands.
    func condition(_ index: Int, signal: Double, _ view: AlarmView) -> AlarmSubject.Condition {
        switch rule.test {
        case .metric(_, _, let comparison, _): compared(signal, comparison)
        case .silence(let test): silence(test, index, view)
        case .closure(let states, _): closure(states, index, view)
        case .ownHistory(let test): ownHistory(test, index, view)
        case .influx(let test): influx(test, index)
        case .clock(let longest):
            stepped(
                signal / 60_000, reached: signal > Double(longest.milliseconds),
                isClear: signal <= Double(longest.milliseconds) / 2,
                limit: Double(longest.milliseconds) / 60_000)
        }
    }

    private func compared(_ value: Double, _ comparison: Comparison) -> AlarmSubject.Condition {
        guard !value.isNaN, let limit = limits.first else { return AlarmSubject.Condition() }
        let count = limits.prefix { comparison.holds(value, against: $0) }.count
        return AlarmSubject.Condition(
            limits: count,
            isClear: count == 0 && !comparison.holds(value, against: rule.returning.value ?? limit),
            value: value, limit: limits[max(count, 1) - 1])
    }

    /// A condition of its own kind, with worse steps by its value.
    private func stepped(
        _ value: Double?, reached: Bool, isClear: Bool, limit: Double? = nil,
        basis: AlarmEvent.Finding.Basis? = nil, due: Instant? = nil
    ) -> AlarmSubject.Condition {
        let worse = reached ? limits.prefix { step in value.map { $0 >= step } ?? false }.count : 0
        return AlarmSubject.Condition(
            limits: reached ? 1 + worse : 0, isClear: isClear, value: value, limit: limit, basis: basis,
            due: due)
    }

    private func silence(_ test: SilenceTest, _ index: Int, _ view: AlarmView) -> AlarmSubject.Condition {
        guard let voice = Voice(test, of: index, view, sources: sources) else {
            // Who keeps no rhythm cannot be silent, and who was is so no more.
            return AlarmSubject.Condition(limits: 0, isClear: true)
        }
        let patience = max(
            Span(milliseconds: Int64(Double(voice.rhythm.milliseconds) * test.times)), test.atLeast)
        let silentFrom = voice.heard + patience
        // A whole feed that stops is one silence, its source's, and not one for each post it speaks of.
        let isItsOwn = voice.sourceHeard.map { $0 >= silentFrom } ?? true
        let silence = view.now - voice.heard
        return stepped(
            Double(silence.wholeMinutes), reached: view.now >= silentFrom && isItsOwn,
            isClear: view.now < silentFrom, limit: Double(patience.wholeMinutes),
            // As long as its source is silent as well, the source's next word decides and not the clock.
            due: isItsOwn || view.now < silentFrom
                ? nextStep(of: voice.heard, silentFrom, view.now) : view.now)
    }

    /// When a silence that goes on reaches its next limit.
    private func nextStep(of heard: Instant, _ first: Instant, _ now: Instant) -> Instant? {
        let moments = [first] + limits.map { heard + .minutes(Int($0.rounded(.up))) }
        return moments.filter { $0 > now }.min()
    }

    private func closure(
        _ states: Set<CheckpointStatus>, _ index: Int, _ view: AlarmView
    ) -> AlarmSubject.Condition {
        guard let status = view.reading.checkpoints[index].status?.value else {
            return AlarmSubject.Condition()
        }
        let holds = states.contains(status)
        return AlarmSubject.Condition(limits: holds ? 1 : 0, isClear: !holds)
    }

    private func ownHistory(
        _ test: OwnHistoryTest, _ index: Int, _ view: AlarmView
    ) -> AlarmSubject.Condition {
        let posts = view.reading.checkpoints
        // A reference value is no history, and its distance from the truth is no news.
        guard let times = posts[index].timesUsual, case .computed = times.basis,
            let day = posts[index].incoming.lastDay, times.value > 0 || day.persons == .zero
        else { return AlarmSubject.Condition() }
        guard posts[index].ownUsual ?? 0 >= Double(test.persons) else {
            return AlarmSubject.Condition(limits: 0, isClear: true)
        }
        let isHigh = test.above.map { times.value >= $0 } ?? false
        let isLow = test.below.map { times.value <= $0 } ?? false
        // A fifth of the way back, so that a day on the limit does not come and go.
        let isBackFromHigh = test.above.map { times.value <= 1 + ($0 - 1) * 0.8 } ?? true
        let isBackFromLow = test.below.map { times.value >= $0 * 1.25 } ?? true
        return stepped(
            times.value, reached: isHigh || isLow, isClear: isBackFromHigh && isBackFromLow,
            limit: isLow ? test.below : test.above, basis: .ownDays)
    }

    private func influx(_ test: InfluxTest, _ index: Int) -> AlarmSubject.Condition {
        let group = groups[index]
        guard let baseline = group.baseline else { return AlarmSubject.Condition() }
        return stepped(
            group.score.ratio, reached: group.score.value >= test.score,
            isClear: group.score.value <= test.score / 4, limit: group.times(test), basis: baseline.basis)
    }
}

/// Somebody with a rhythm: when they were last heard, and how far apart their words are.
private struct Voice {
    let heard: Instant
    let rhythm: Span
    /// When the source that speaks of it was last heard of anything; `nil` for a source itself.
    var sourceHeard: Instant?

    init?(_ test: SilenceTest, of index: Int, _ view: AlarmView, sources: [SourceID]) {
        switch test.of {
        case .sources:
            guard let source = view.reading.sources[sources[index]],
                let rhythm = source.rhythm(after: test.words)
            else { return nil }
            heard = source.lastKnown
            self.rhythm = rhythm
        case .posts:
            // Field by field: a whole reading is costly to take out of the list.
            guard let age = view.reading.checkpoints[index].freshness.age,
                let rhythm = view.picture.checkpoints[view.reading.checkpoints[index].id]?
                    .rhythm(after: test.words)
            else { return nil }
            heard = view.now - age
            self.rhythm = rhythm
            let source = view.reading.checkpoints[index].latest?.provenance.source
            sourceHeard = source.flatMap { view.reading.sources[$0]?.lastAbout }
        case .shelters:
            let shelter = view.reading.shelters[index]
            guard let age = shelter.freshness.age, shelter.trend.count > test.words else { return nil }
            let gaps = zip(shelter.trend, shelter.trend.dropFirst()).map { $1.at - $0.at }.suffix(8)
            guard let longest = gaps.max(), longest > .zero else { return nil }
            heard = view.now - age
            rhythm = longest
            let source = view.picture.shelters[shelter.id]?.reports.latest?.provenance.source
            sourceHeard = source.flatMap { view.reading.sources[$0]?.lastAbout }
        }
    }
}

extension CheckpointPicture {
    /// How far apart the post's reports are; `nil` while too few are known.
    fileprivate func rhythm(after words: Int) -> Span? {
        let ends = lastEnds(9)
        if ends.count > words { return zip(ends, ends.dropFirst()).map { $0 - $1 }.max() }
        // A post that reports once a day has few words among those kept singly.
        guard incoming.hours.cells.count >= words * 24, case .period(let period) = incoming.newest?.about
        else {
            return nil
        }
        return period.length >= .hours(6) ? period.length : nil
    }
}
