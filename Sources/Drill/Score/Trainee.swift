import Situation

extension Author {
    /// The seat under which the program or the director speaks for an agency that is not in the room.
    public static let playedSeat: SeatName = "played"
    /// The seat of what the director does in the exercise's journal.
    public static let directorSeat: SeatName = "director"

    /// Whether a person of the exercise wrote it: not the program, not a played agency, not the director.
    public var isTrainee: Bool {
        seat != Author.system("").seat && seat != Self.playedSeat && seat != Self.directorSeat
    }
}

extension Entry {
    /// What a trainee says with it now: its fact, or what a correction puts in a fact's place. `nil` where nobody in
    /// training wrote it.
    var traineeFact: Fact? { author.isTrainee ? statedFact : nil }

    /// What it says, or what it puts in another entry's place.
    var statedFact: Fact? {
        guard case .correction(let correction) = fact else { return fact }
        guard case .supersede(let other) = correction.change else { return nil }
        return other
    }
}

extension Act {
    /// Every place it is about: for a diversion or a request both ends.
    public var places: [String] {
        switch self {
        case .divert(let from, let to, _): [from.rawValue, to.rawValue]
        case .askRegion(let from, let to): [from.rawValue, to.rawValue]
        default: [place]
        }
    }

    /// The kind of act that takes this one back; `nil` where only a cancelled order does.
    var undoing: Kind? {
        switch self {
        case .staffLanes: .followRoster
        case .followRoster: .staffLanes
        case .closePost: .openPost
        case .openPost: .closePost
        default: nil
        }
    }

    /// Which way it is done, where it has one.
    var direction: Direction? {
        switch self {
        case .staffLanes(_, let direction, _), .followRoster(_, let direction),
            .closePost(_, let direction), .openPost(_, let direction):
            direction
        default: nil
        }
    }
}
