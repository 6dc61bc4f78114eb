/// What a place is to people on the move.
public enum PlaceKind: String, Hashable, Sendable, CaseIterable {
    /// Where people stay, and where they are counted.
    case camp
    /// Likewise inside the country in conflict.
    case idpCamp
    case conflict
    /// Where nobody stays.
    case forward
    /// A bend in a way: no destination, and no leg of its own.
    case marker
    case floodZone
    case town

    /// The kind a case file means: found by what the text contains, in Flee's order; `nil` for none.
    public init?(written text: String) {
        let text = text.lowercased()
        if text.contains("camp") {
            self = text.contains("idp") ? .idpCamp : .camp
        } else if text.contains("conflict") {
            self = .conflict
        } else if text.contains("forward") {
            self = .forward
        } else if text.contains("marker") {
            self = .marker
        } else if text.contains("flood_zone") {
            self = .floodZone
        } else if text.contains("default") || text.contains("town") {
            self = .town
        } else {
            return nil
        }
    }

    /// Whether it is a camp of either kind.
    public var isCamp: Bool { self == .camp || self == .idpCamp }
}

/// A place of a displacement case, as its file says.
public struct FleePlace: Hashable, Sendable {
    public var name: String
    /// The country; places of another country than the first place's are abroad.
    public var country: String
    public var kind: PlaceKind
    /// The day its conflict begins, for a place of kind ``PlaceKind/conflict``.
    public var conflictDay: Int
    /// People living there; 0 for camps.
    public var population: Int
    /// Places in a camp; `nil` where there is no limit.
    public var capacity: Int?
    /// The intensity a conflict begins with.
    public var conflictIntensity = 1.0
    /// By how much its capacity grows each day.
    public var capacityPerDay = 0
    /// People in it at the start besides those counted.
    public var initialPeople = 0
    /// The share of its people who settle for good each day, where camps are sinks.
    public var deactivationProbability = 0.0

    /// - Parameters:
    ///   - population: people living there.
    ///   - capacity: places in a camp.
    public init(
        _ name: String, country: String, kind: PlaceKind, conflictDay: Int = 0, population: Int = 0,
        capacity: Int? = nil
    ) {
        self.name = name
        self.country = country
        self.kind = kind
        self.conflictDay = conflictDay
        self.population = population
        self.capacity = capacity
    }
}

/// A way between two places, open in both directions.
public struct FleeRoute: Hashable, Sendable {
    /// Places by their index in the case.
    public var from, to: Int
    public var kilometres: Double
    /// Kilometres a day on this way; `nil` for the settings' speed.
    public var maxMoveSpeed: Double?
    /// The share of people who walk it.
    public var walkProbability = 0.0

    public init(_ from: Int, _ to: Int, kilometres: Double) {
        self.from = from
        self.to = to
        self.kilometres = kilometres
    }
}

/// Something that is closed from one day and open again from another.
public struct FleeClosure: Hashable, Sendable {
    public var subject: Subject
    /// The day it closes and the day it opens again; a negative day never comes.
    public var start, end: Int

    /// What closes.
    public enum Subject: Hashable, Sendable {
        /// All ways between two countries.
        case border(String, String)
        /// All ways of a place, by its index.
        case place(Int)
        /// A camp, which is a town meanwhile.
        case camp(Int, isIDP: Bool)
    }

    public init(_ subject: Subject, from start: Int, to end: Int) {
        self.subject = subject
        self.start = start
        self.end = end
    }
}
