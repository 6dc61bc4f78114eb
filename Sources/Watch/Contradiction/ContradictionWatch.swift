import Situation

/// The contradiction desk: finds figures that cannot both be right, once each, and takes cases back when a correction
/// made them agree.
///
/// Each rule looks at one place at a time, and only when what the picture keeps of the place is another than at the
/// last look. Cases have names made of the rule, the place, the series and the times compared
/// (``CaseKey``), so that two consoles and every start find the same ones:
///
/// - a case without a record is raised; so is one that lapsed and is found again;
/// - a case whose figures are others than its record has is raised anew, even when it was settled;
/// - an open case whose figures were compared again and agree, or one of whose entries was retracted or replaced,
///   lapses. A case whose figures the picture has merely rolled up stays open until somebody settles it;
/// - a case that rests on an entry that another open case speaks against waits until that is settled, and one that
///   rests on an entry an officer passed over is none: one slip is one case, not ten.
public struct ContradictionWatch: Sendable {
    private var posts: [CheckpointID: Memory<CheckpointPicture>] = [:]
    private var shelters: [ShelterID: Memory<ShelterPicture>] = [:]
    private var totals: [Area: Memory<Timeline<StatedTotal>>] = [:]
    private var sums: [Area: Memory<SumInput>] = [:]
    private var resources: [ReservePool: Memory<Timeline<ResourceReport>>] = [:]
    private var indicators: [IndicatorNumber: Memory<Timeline<IndicatorValue>>] = [:]
    private var restatements: Memory<Timeline<Restatement>>?
    private var counts: [CheckpointID: PostCounts] = [:]
    private var passedOver: Set<EntryID> = []

    public init() {}

    /// No look writes more; what is left comes with the next.
    public static let mostAtOnce = 100

    /// The events that follow from `picture`; none when nothing changed since they were written.
    public mutating func look(at picture: Picture, reading: SituationReading, now: Instant) -> [Draft] {
        // What is compared is other than before, everywhere it may matter.
        if picture.watch.passedOver != passedOver {
            self = ContradictionWatch()
            passedOver = picture.watch.passedOver
        }
        examine(picture, reading)
        return drafts(picture, now: now)
    }

    /// What the rules find in a picture by itself: every case, whether it has a record or not.
    public static func findings(
        in picture: Picture, reading: SituationReading
    ) -> [(id: ContradictionID, finding: ContradictionEvent.Finding)] {
        var watch = ContradictionWatch()
        watch.passedOver = picture.watch.passedOver
        watch.examine(picture, reading)
        return watch.cases(picture).map { ($0.id, $0.finding) }
    }
}

/// What was looked at of a place, and what was found.
private struct Memory<Input: Equatable & Sendable>: Sendable {
    let input: Input
    let book: Casebook
}

/// What an area's parts and total are compared from.
private struct SumInput: Equatable, Sendable {
    let total: Timeline<StatedTotal>
    let posts: [CheckpointPicture?]
    let regions: [Timeline<StatedTotal>]
    let sections: [Timeline<StatedTotal>]
}

// MARK: - Looking

extension ContradictionWatch {
    /// Forgets places whose every word was retracted.
    private mutating func forget(_ picture: Picture) {
        if posts.count > picture.checkpoints.count {
            posts = posts.filter { picture.checkpoints[$0.key] != nil }
            counts = counts.filter { picture.checkpoints[$0.key] != nil }
        }
        if shelters.count > picture.shelters.count {
            shelters = shelters.filter { picture.shelters[$0.key] != nil }
        }
        if totals.count > picture.totals.count {
            totals = totals.filter { picture.totals[$0.key] != nil }
            sums = sums.filter { picture.totals[$0.key] != nil }
        }
        if resources.count > picture.resources.count {
            resources = resources.filter { picture.resources[$0.key] != nil }
        }
        if indicators.count > picture.indicators.count {
            indicators = indicators.filter { picture.indicators[$0.key] != nil }
        }
    }

    private mutating func examine(_ picture: Picture, _ reading: SituationReading) {
        forget(picture)
        let open = Dictionary(grouping: picture.watch.contradictions.values.filter(\.isOpen)) {
            $0.finding.subject
        }.mapValues { Set($0.map(\.id)) }
        let passed = passedOver
        let known = Dictionary(reading.checkpoints.map { ($0.id, $0) }) { first, _ in first }
        for (id, post) in picture.checkpoints {
            let wasNew = Self.look(&posts[id], at: post, open: open[id.rawValue]) { book in
                Self.examine(post, id, known[id], passing: passed, into: &book)
            }
            if wasNew { counts[id] = PostCounts(post.passingOver(passed)) }
        }
        for (id, shelter) in picture.shelters {
            Self.look(&shelters[id], at: shelter, open: open[id.rawValue]) { book in
                Self.examine(shelter, id, passing: passed, into: &book)
            }
        }
        for (area, total) in picture.totals {
            Self.look(&totals[area], at: total, open: open[area.code]) { book in
                let claims = Claims.of(total).without(passed)
                FallingRule(subject: area.code).examine(claims, into: &book)
                WholeRule(subject: area.code).examine(claims, into: &book)
                SetsRule(subject: area.code).examine(claims, into: &book)
                BalanceRule(subject: area.code).examine(claims, into: &book)
            }
        }
        examineSums(picture, reading, open: open)
        for (pool, reports) in picture.resources {
            Self.look(&resources[pool], at: reports, open: open[pool.description]) { book in
                let claims = Claims.of(reports)
                TwiceRule(subject: pool.description, witnesses: Witnesses(claims: claims))
                    .examine(claims, into: &book)
                WholeRule.examine(reports.passingOver(passed), of: pool, into: &book)
            }
        }
        for (number, values) in picture.indicators {
            let subject = "indicator-\(number)"
            Self.look(&indicators[number], at: values, open: open[subject]) { book in
                let claims = Claims.of(values)
                TwiceRule(subject: subject, witnesses: Witnesses(claims: claims))
                    .examine(claims, into: &book)
            }
        }
        let all = open.values.reduce(into: Set()) { $0.formUnion($1) }
        Self.look(&restatements, at: picture.restatements, open: all) { book in
            TwiceRule.examine(picture.restatements.statements, into: &book)
        }
    }

    /// Has `examine` fill a new book unless place and open cases are as they were.
    ///
    /// - Returns: whether it did.
    @discardableResult
    private static func look<Input>(
        _ memory: inout Memory<Input>?, at input: Input, open: Set<ContradictionID>?,
        _ examine: (inout Casebook) -> Void
    ) -> Bool {
        // Copies share their storage, so what nothing was added to is equal at once.
        if let memory, memory.book.open == open ?? [], memory.input == input { return false }
        var book = Casebook(open: open ?? [])
        examine(&book)
        memory = Memory(input: input, book: book)
        return true
    }

    private static func examine(
        _ post: CheckpointPicture, _ id: CheckpointID, _ reading: CheckpointReading?,
        passing passed: Set<EntryID>, into book: inout Casebook
    ) {
        for direction in Direction.allCases {
            let subject = id.rawValue
            let claims = Claims.of(post.flow(direction))
            TwiceRule(subject: subject, witnesses: Witnesses(claims: claims)).examine(claims, into: &book)
            let used = claims.without(passed)
            let ledger = post.passingOver(passed).flow(direction)
            FallingRule(subject: subject).examine(used, into: &book)
            WholeRule(subject: subject).examine(used, into: &book)
            StaleRule(subject: subject, series: direction.rawValue).examine(ledger, into: &book)
            guard let reading else { continue }
            let capacity = RateRule.Capacity(
                lanes: direction == .in ? reading.lanes : reading.lanesOut,
                personsPerLaneHour: reading.personsPerLaneHour)
            RateRule(subject: subject).examine(ledger, post.states, capacity, into: &book)
        }
    }

    private static func examine(
        _ shelter: ShelterPicture, _ id: ShelterID, passing passed: Set<EntryID>, into book: inout Casebook
    ) {
        let subject = id.rawValue
        let claims = Claims.of(shelter.reports)
        TwiceRule(subject: subject, witnesses: Witnesses(claims: claims)).examine(claims, into: &book)
        let used = shelter.reports.passingOver(passed)
        BalanceRule(subject: subject).examine(used, into: &book)
        WholeRule.examine(used, of: id, into: &book)
        StaleRule(subject: subject, series: "occupied").examine(used, into: &book)
    }

    // MARK: Sums

    private mutating func examineSums(
        _ picture: Picture, _ reading: SituationReading, open: [String: Set<ContradictionID>]
    ) {
        let passed = passedOver
        let counts = counts
        let regions = Set(reading.checkpoints.map(\.region)).sorted().map(Area.region)
        let sections = Set(reading.checkpoints.map(\.section)).sorted().map(Area.section)
        for (area, total) in picture.totals {
            let posts = reading.checkpoints.filter { area.holds($0) }.map(\.id)
            func stated(_ areas: [Area]) -> [Timeline<StatedTotal>] {
                area == .country ? areas.map { picture.totals[$0] ?? Timeline() } : []
            }
            let input = SumInput(
                total: total, posts: posts.map { picture.checkpoints[$0] }, regions: stated(regions),
                sections: stated(sections))
            Self.look(&sums[area], at: input, open: open[area.code]) { book in
                let claims = Claims.of(total)
                func used(_ totals: [Timeline<StatedTotal>]) -> [[Claim]] {
                    totals.map { Claims.of($0).without(passed) }
                }
                let rule = SumRule(
                    subject: area.code, posts: posts.map { counts[$0] ?? PostCounts(CheckpointPicture()) },
                    regions: used(input.regions), sections: used(input.sections))
                rule.examine(claims.without(passed), into: &book)
                let witnesses = Witnesses(claims: claims) { rule.posts(for: $0) }
                TwiceRule(subject: area.code, witnesses: witnesses).examine(claims, into: &book)
            }
        }
    }
}

extension Area {
    /// Whether a post lies in the area.
    fileprivate func holds(_ post: CheckpointReading) -> Bool {
        switch self {
        case .country: true
        case .region(let code): post.region == code
        case .section(let id): post.section == id
        }
    }
}

// MARK: - What follows

extension ContradictionWatch {
    private var books: [Casebook] {
        posts.values.map(\.book) + shelters.values.map(\.book) + totals.values.map(\.book)
            + sums.values.map(\.book) + resources.values.map(\.book) + indicators.values.map(\.book)
            + [restatements?.book].compactMap(\.self)
    }

    /// What stands of all that was found: without cases that another one explains.
    private func cases(_ picture: Picture) -> [FoundCase] {
        let found = books.flatMap(\.found)
        guard !found.isEmpty else { return [] }
        var blamed = picture.watch.passedOver
        var standing: [FoundCase] = []
        for rank in 0...2 {
            let ofRank = found.filter { $0.rule.rank == rank }
            let left = rank == 0 ? ofRank : ofRank.filter { $0.rests.isDisjoint(with: blamed) }
            for each in left where picture.watch.contradictions[each.id]?.isOpen ?? true {
                blamed.formUnion(each.blames)
            }
            standing += left
        }
        return standing.sorted { $0.id < $1.id }
    }

    private func drafts(_ picture: Picture, now: Instant) -> [Draft] {
        let records = picture.watch.contradictions
        var events: [ContradictionEvent] = []
        for each in cases(picture) where records[each.id].map(each.differs) ?? true {
            events.append(ContradictionEvent(each.id, .raised(each.finding)))
        }
        let open = records.values.filter(\.isOpen)
        if !open.isEmpty {
            let found = Set(books.flatMap(\.found).map(\.id))
            let agreed = books.reduce(into: Set()) { $0.formUnion($1.agreed) }
            for record in open.sorted(by: { $0.id < $1.id }) where !found.contains(record.id) {
                if agreed.contains(record.id) || picture.hasMoved(on: record.finding) {
                    events.append(ContradictionEvent(record.id, .lapsed))
                }
            }
        }
        return events.prefix(Self.mostAtOnce).map { .found(.contradiction($0), in: picture, at: now) }
    }
}

extension FoundCase {
    /// Whether the record has to be written anew.
    fileprivate func differs(from record: ContradictionRecord) -> Bool {
        if record.hasLapsed { return true }
        // A copy that goes on is the same copy.
        if rule == .stale, finding.variant == "copy" { return false }
        if !record.finding.isSameCase(as: finding) { return true }
        return record.settlement == nil && record.finding.likely != finding.likely
    }
}
