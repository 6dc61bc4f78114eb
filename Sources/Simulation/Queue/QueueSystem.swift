/// A queueing system as textbooks describe it: classes of customers with their arrivals, service and patience, a
/// number of equal servers, and room to wait.
public struct QueueSystem: Sendable {
    /// How customers of a class come.
    public enum Arrivals: Sendable {
        /// Independent times of one distribution between them: Kendall's GI, or M when exponential.
        case apart(Distribution)
        /// A rate that changes with time: M(t).
        case varying(ThinnedArrivals)
    }

    /// One class of customers. Classes named earlier are served first.
    public struct Class: Sendable {
        /// How they come.
        public var arrivals: Arrivals
        /// How long service takes.
        public var service: Distribution
        /// How long they wait before they give up; `nil` when they never do.
        public var patience: Distribution?

        /// A class of customers.
        public init(arrivals: Arrivals, service: Distribution, patience: Distribution? = nil) {
            self.arrivals = arrivals
            self.service = service
            self.patience = patience
        }
    }

    /// The classes, the one served first first.
    public var classes: [Class]
    /// Equal servers side by side.
    public var servers: Int
    /// How many can wait.
    public var room: Int

    /// A system.
    public init(classes: [Class], servers: Int, room: Int = .max) {
        self.classes = classes
        self.servers = servers
        self.room = room
    }

    /// A system with one class.
    public init(
        arrivals: Arrivals, service: Distribution, patience: Distribution? = nil, servers: Int,
        room: Int = .max
    ) {
        self.init(
            classes: [Class(arrivals: arrivals, service: service, patience: patience)], servers: servers,
            room: room)
    }
}
