import Planning
import Situation

/// What all rules of one kind of place go by, in numbers, as it was at the last look: one pass finds the few posts or
/// shelters that changed or whose time has come, and the rules are asked of those alone.
struct SignalTable: Sendable {
    /// A number that is compared from look to look.
    enum Signal: Hashable, Sendable {
        case metric(Metric)
        /// When the place was last heard.
        case heard
        /// In which state a post is.
        case status
        /// Which 24 hours a post's reading shows, and how much of each is known.
        case window, covered
    }

    let kind: Metric.Scope
    private var signals: [Signal] = []
    /// Subject after subject, the bits of its signals.
    private var values: [UInt64] = []
    /// The subjects whose rules are to be asked at this look, in the reading's order.
    private(set) var changed: [Int] = []
    private var isChanged: [Bool] = []

    init(_ kind: Metric.Scope) { self.kind = kind }

    /// The place of `signal` among those of each subject; it is compared from now on.
    mutating func column(of signal: Signal) -> Int {
        if let column = signals.firstIndex(of: signal) { return column }
        signals.append(signal)
        return signals.count - 1
    }

    subscript(_ index: Int, _ column: Int) -> UInt64 { values[index * signals.count + column] }

    /// Whether anything of the subject changed since the last look.
    func hasChanged(_ index: Int) -> Bool { isChanged[index] }
}

// MARK: - Comparing

extension SignalTable {
    /// Compares every subject of the reading with the last look.
    ///
    /// - Parameter due: when a rule of each subject wants to be asked again, changed or not.
    mutating func scan(_ reading: SituationReading, now: Instant, due: inout [Instant]) {
        let count = kind == .post ? reading.checkpoints.count : reading.shelters.count
        if count != due.count {
            values = Array(repeating: .max, count: count * signals.count)
            due = Array(repeating: .never, count: count)
            isChanged = Array(repeating: true, count: count)
        }
        changed.removeAll(keepingCapacity: true)
        // Each reading is taken out of its list once, because a copy of it is one of some dozen references.
        if kind == .post {
            reading.checkpoints.withUnsafeBufferPointer { posts in
                for index in posts.indices {
                    note(index, now, take(posts[index], index, now), due: &due)
                }
            }
        } else {
            reading.shelters.withUnsafeBufferPointer { shelters in
                for index in shelters.indices {
                    note(index, now, take(shelters[index], index, now), due: &due)
                }
            }
        }
    }

    private mutating func note(_ index: Int, _ now: Instant, _ isNew: Bool, due: inout [Instant]) {
        isChanged[index] = isNew
        guard isNew || now >= due[index] else { return }
        // Its rules say anew when they want to be asked.
        due[index] = .never
        changed.append(index)
    }

    private mutating func take(_ post: CheckpointReading, _ index: Int, _ now: Instant) -> Bool {
        take(index) { Self.bits($0, post, now) }
    }

    private mutating func take(_ shelter: ShelterReading, _ index: Int, _ now: Instant) -> Bool {
        take(index) { Self.bits($0, shelter, now) }
    }

    private mutating func take(_ index: Int, _ bits: (Signal) -> UInt64) -> Bool {
        var place = index * signals.count
        var isNew = false
        for signal in signals {
            let bits = bits(signal)
            if values[place] != bits {
                values[place] = bits
                isNew = true
            }
            place += 1
        }
        return isNew
    }

    private static func bits(_ signal: Signal, _ post: CheckpointReading, _ now: Instant) -> UInt64 {
        switch signal {
        case .metric(let metric): (post.value(of: metric) ?? .nan).bitPattern
        case .heard: heard(post.freshness, now).bitPattern
        case .status: number(of: post.status?.value).bitPattern
        case .window: UInt64(bitPattern: post.incoming.hours.start.milliseconds)
        case .covered:
            post.incoming.hours.cells.reduce(0) { $0 &* 61 &+ UInt64($1.coveredMinutes) }
        }
    }

    private static func bits(_ signal: Signal, _ shelter: ShelterReading, _ now: Instant) -> UInt64 {
        switch signal {
        case .metric(let metric): (shelter.value(of: metric) ?? .nan).bitPattern
        case .heard: heard(shelter.freshness, now).bitPattern
        case .status, .window, .covered: 0
        }
    }

    private static func heard(_ freshness: Freshness, _ now: Instant) -> Double {
        freshness.age.map { Double((now - $0).milliseconds) } ?? .nan
    }

    private static func number(of status: CheckpointStatus?) -> Double {
        status.flatMap { CheckpointStatus.allCases.firstIndex(of: $0) }.map(Double.init) ?? .nan
    }
}

extension SignalTable.Signal {
    /// What `rule` goes by at posts and shelters; `nil` for rules of other things.
    init?(_ rule: AlarmRule) {
        switch rule.test {
        case .metric(let name, _, _, _):
            guard let metric = Metric(rawValue: name), metric.scope == .post || metric.scope == .shelter
            else {
                return nil
            }
            self = .metric(metric)
        case .silence(let test):
            guard test.of != .sources else { return nil }
            self = .heard
        case .closure: self = .status
        case .ownHistory: self = .metric(.postInflowRatio)
        case .influx, .clock: return nil
        }
    }
}

/// The tables of posts and shelters, which most rules are about.
struct SignalTables: Sendable {
    private(set) var posts = SignalTable(.post)
    private(set) var shelters = SignalTable(.shelter)
    // Beside the tables and not in them, so that a rule can set a time while it reads a table.
    private var postsDue: [Instant] = []
    private var sheltersDue: [Instant] = []

    /// The table of a kind; `nil` for things there are few of, which are compared one by one.
    subscript(_ kind: Metric.Scope) -> SignalTable? {
        switch kind {
        case .post: posts
        case .shelter: shelters
        default: nil
        }
    }

    /// Has a signal compared from now on; `nil` where there is no table.
    mutating func column(of signal: SignalTable.Signal, kind: Metric.Scope?) -> Int? {
        switch kind {
        case .post: posts.column(of: signal)
        case .shelter: shelters.column(of: signal)
        default: nil
        }
    }

    mutating func scan(_ reading: SituationReading, now: Instant) {
        posts.scan(reading, now: now, due: &postsDue)
        shelters.scan(reading, now: now, due: &sheltersDue)
    }

    /// A rule wants to be asked of the subject again then.
    mutating func wake(_ kind: Metric.Scope, _ index: Int, at moment: Instant) {
        switch kind {
        case .post: postsDue[index] = min(postsDue[index], moment)
        case .shelter: sheltersDue[index] = min(sheltersDue[index], moment)
        default: break
        }
    }
}
