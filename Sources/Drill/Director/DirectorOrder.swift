import Planning
import Situation

/// What an exercise director can do while it runs. Every order goes into the director's own record before anything
/// follows from it, so that a console that takes over knows all of them.
public enum DirectorOrder: Hashable, Codable, Sendable {
    case clock(ClockOrder)
    case inject(InjectOrder)
    /// Changes the simulated world from now on.
    case world(WorldOrder)
    /// Answers for an agency that is not there.
    case agency(AgencyOrder)
    /// Something seen at a station, for the review.
    case observe(Observation)
    /// An evaluator's rating of an objective; a later one takes an earlier one's place.
    case rate(ObjectiveRating)
    /// Plays on from an earlier time in a file of its own; both are kept.
    case rewind(to: Instant)

    /// Orders to the exercise's clock.
    public enum ClockOrder: Hashable, Codable, Sendable {
        /// STARTEX.
        case start
        /// PAUSEX.
        case pause
        case resume
        /// ENDEX.
        case end
        /// The word for something real.
        case realEmergency(words: String)
        /// 1 to 3,600 simulated seconds in a real one.
        case speed(Int)
        /// Plays so much at once and stands still then.
        case step(minutes: Int)
        /// Plays up to there at once and goes on as before.
        case jump(to: Instant)
        /// Plays at once up to the next inject that has a time.
        case jumpToNextInject
    }

    /// Orders to the list of events. `number` is the inject's.
    public enum InjectOrder: Hashable, Codable, Sendable {
        /// Now, whatever its time or condition.
        case send(number: Int)
        /// Never.
        case skip(number: Int)
        /// Back into the list after it was skipped.
        case restore(number: Int)
        /// So many minutes later; fewer than none is earlier.
        case delay(number: Int, minutes: Int)
        /// Other words.
        case reword(number: Int, text: [String: String])
        /// A new one, sent at that time; the text in whatever languages there are.
        case invent(InventedInject)
        /// All that are still to come, their spacing kept.
        case shift(minutes: Int)
        /// Written by the program: given out to an agency that the director's people play.
        case delivered(number: Int)
    }

    /// An inject the director made up.
    public struct InventedInject: Hashable, Codable, Sendable {
        /// Counts on from the list's last.
        public var number: Int
        public var at: Instant
        public var from: String
        /// Stations; empty for all.
        public var to: [String]
        public var means: String
        public var text: [String: String]

        public init(
            number: Int, at: Instant, from: String, to: [String] = [], means: String = "telephone",
            text: [String: String]
        ) {
            self.number = number
            self.at = at
            self.from = from
            self.to = to
            self.means = means
            self.text = text
        }
    }

    /// What the director does to the world.
    public enum WorldOrder: Hashable, Codable, Sendable {
        /// `nil`: both ways.
        case closePost(CheckpointID, Direction?)
        case openPost(CheckpointID, Direction?)
        /// Only this part of the lanes works, for so many minutes; `nil` until the end.
        case limitLanes(CheckpointID, Direction?, share: Double, minutes: Int?)
        /// Service takes so many times as long.
        case breakSystem([CheckpointID], factor: Double, minutes: Int)
        /// Cases of a disease are reported from a region.
        case epidemic(RegionCode, disease: String, casesPerDay: Double, minutes: Int)
    }

    /// What the director says for an agency.
    public enum AgencyOrder: Hashable, Codable, Sendable {
        case accept(TaskRef)
        case begin(TaskRef)
        case done(TaskRef, words: String)
        case cannot(TaskRef, reason: String)
        case acceptOrder(OrderID)
        case refuseOrder(OrderID, reason: String)
    }

    /// Something seen at a station.
    public struct Observation: Hashable, Codable, Sendable {
        public var objective: String?
        public var station: String?
        public var text: String

        public init(objective: String?, station: String? = nil, text: String) {
            self.objective = objective
            self.station = station
            self.text = text
        }
    }

    /// How well an objective was met, in the words of the field (HSEEP).
    public struct ObjectiveRating: Hashable, Codable, Sendable {
        public var objective: String
        public var rating: Rating
        public var words: String

        public init(objective: String, rating: Rating, words: String = "") {
            self.objective = objective
            self.rating = rating
            self.words = words
        }

        /// The four ratings.
        public enum Rating: String, CaseIterable, Codable, Sendable {
            /// Performed without challenges.
            case performed = "P"
            /// Performed with some challenges.
            case someChallenges = "S"
            /// Performed with major challenges.
            case majorChallenges = "M"
            /// Unable to be performed.
            case unable = "U"
        }
    }
}

/// One line of the director's record.
public struct DirectorEntry: Hashable, Codable, Sendable {
    /// The exercise's time at which it was ordered.
    public var at: Instant
    /// Who ordered it.
    public var by: String
    public var order: DirectorOrder
    /// The minute at which it changes the simulated world. A director's line has none; whoever holds the engine writes
    /// the line a second time with it.
    public var effective: Instant?

    public init(at: Instant, by: String, _ order: DirectorOrder, effective: Instant? = nil) {
        self.at = at
        self.by = by
        self.order = order
        self.effective = effective
    }
}
