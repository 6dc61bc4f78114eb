/// Something that happens to an alarm: what the watch finds, or what a person does about it.
public struct AlarmEvent: Hashable, Codable, Sendable {
    public var alarm: AlarmID
    public var change: Change

    public init(_ alarm: AlarmID, _ change: Change) {
        self.alarm = alarm
        self.change = change
    }

    /// The turns in the life of an alarm, in the words of ISA-18.2.
    public enum Change: Hashable, Codable, Sendable {
        /// Its condition came to hold, or holds again at a worse priority.
        case raised(Finding)
        /// Its condition holds no more.
        case returned(value: Double?)
        /// An officer has seen it.
        case acknowledged
        /// Kept quiet until a time, by an officer.
        case shelved(until: Instant, reason: String)
        /// Back from the shelf: `reason` is the officer's, or empty when its time had run out.
        case unshelved(reason: String)
        /// Kept quiet by design, because of what else holds.
        case suppressed(because: String)
        /// What kept it quiet is over.
        case unsuppressed
        /// Not watched until it is put back, because its source or rule is at fault.
        case takenOutOfService(reason: String)
        case putInService(reason: String)
    }

    /// What was found when an alarm was raised.
    public struct Finding: Hashable, Codable, Sendable {
        /// The measured value in the metric's unit; `nil` where the rule measures nothing, as with silence.
        public var value: Double?
        /// The value it was held against.
        public var limit: Double?
        public var priority: AlarmPriority
        /// What alarms of a flood are grouped by: the same cause at the same place, such as `influx/ru-west`.
        public var cause: String
        /// What the value was held against, where that is not a fixed limit.
        public var basis: Basis?

        public init(
            value: Double?, limit: Double? = nil, priority: AlarmPriority, cause: String, basis: Basis? = nil
        ) {
            self.value = value
            self.limit = limit
            self.priority = priority
            self.cause = cause
            self.basis = basis
        }

        /// Where the usual comes from that a value is held against.
        public enum Basis: String, CaseIterable, Codable, Sendable {
            /// The place's own history of a week or more, by hour of the week.
            case ownWeeks = "own_weeks"
            /// The place's own history of some days, by hour of the day.
            case ownDays = "own_days"
            /// A value of the reference data that a source gives.
            case reference
            /// A planning value that no source gives.
            case illustrative
        }
    }
}
