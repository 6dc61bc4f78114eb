import Situation
import Terminal
import Wording

/// How much something calls for the officer: what the mark, the word and the colour in front of a row say.
///
/// The limits are this console's own until alarm rules are data: they follow the levels at which the playbook for
/// a mass influx proposes its phases.
enum Attention: Int, Comparable, Sendable {
    /// Never heard of, so nothing can be missed.
    case unheard
    case calm
    /// Heard before, and overdue.
    case silent
    case raised, high

    static func < (left: Attention, right: Attention) -> Bool { left.rawValue < right.rawValue }

    private enum Limit {
        static let raisedTimes = 2.0
        static let highTimes = 4.0
        static let raisedWait = Minutes(120)
        static let highWait = Minutes(360)
        static let raisedRunwayHours = 24.0
        static let highRunwayHours = 6.0
        static let raisedOccupancy = 0.9
    }

    /// Of flow and wait; silence only where nothing else is wrong.
    private init(times: Double?, wait: Minutes?, freshness: Freshness) {
        let times = times ?? 0
        let wait = wait ?? .zero
        if times >= Limit.highTimes || wait >= Limit.highWait {
            self = .high
        } else if times >= Limit.raisedTimes || wait >= Limit.raisedWait {
            self = .raised
        } else {
            self = Attention(of: freshness)
        }
    }

    private init(of freshness: Freshness) {
        switch freshness {
        case .silent: self = .unheard
        case .stale: self = .silent
        case .fresh: self = .calm
        }
    }

    init(_ section: SectionReading) {
        self.init(times: section.timesUsual?.value, wait: section.wait, freshness: section.freshness)
    }

    /// A post that is closed or limited is no calm one. One closed for planned works is: it stays so for months.
    init(_ post: CheckpointReading) {
        let flow = Attention(
            times: post.timesUsual?.value, wait: post.incoming.queue?.wait, freshness: post.freshness)
        switch post.status?.value {
        case .closed, .limited: self = max(flow, .raised)
        case .open, .works, nil: self = flow
        }
    }

    /// Of beds: how long they last and how full they are.
    private init(runway: Runway, occupancy: Double?, freshness: Freshness) {
        if let hours = runway.hoursLeft, hours < Limit.highRunwayHours {
            self = .high
        } else if let hours = runway.hoursLeft, hours < Limit.raisedRunwayHours {
            self = .raised
        } else if let occupancy, occupancy >= Limit.raisedOccupancy {
            self = .raised
        } else {
            self = Attention(of: freshness)
        }
    }

    /// A region with free beds elsewhere is still no calm one when one of its shelters is full or about to be.
    init(_ region: RegionReading) {
        let own = Attention(
            runway: region.runway, occupancy: region.occupancy, freshness: region.freshness)
        let isOneInNeed = region.shelters.contains { Attention($0) == .high }
        self = isOneInNeed ? max(own, .raised) : own
    }

    init(_ shelter: ShelterReading) {
        self.init(runway: shelter.runway, occupancy: shelter.occupancy, freshness: shelter.freshness)
    }

    /// The colour that goes with the mark.
    var style: Style {
        switch self {
        case .calm: .normal
        case .silent: .attention
        case .unheard: .muted
        case .raised: .warning
        case .high: .critical
        }
    }

    /// The catalog's key of the word; `nil` where nothing is said.
    var key: String? {
        switch self {
        case .calm, .unheard: nil
        case .silent: "console.level.silent"
        case .raised: "console.level.raised"
        case .high: "console.level.high"
        }
    }
}

extension Look {
    /// The mark of a level: two cells.
    func mark(_ attention: Attention) -> StyledText {
        switch attention {
        case .calm: StyledText("  ")
        case .unheard: StyledText(marks.unknown + " ", .muted)
        case .silent: StyledText(marks.unknown + " ", .attention)
        case .raised: StyledText(marks.up + " ", .warning)
        case .high: StyledText(marks.up + marks.up, .critical)
        }
    }

    func word(_ attention: Attention) -> StyledText {
        attention.key.map { StyledText(speech($0), attention.style) } ?? StyledText("")
    }
}
