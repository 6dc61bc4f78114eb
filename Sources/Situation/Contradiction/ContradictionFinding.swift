extension ContradictionEvent {
    /// What contradicts what.
    public struct Finding: Hashable, Codable, Sendable {
        /// The rule broken, by its name; its words are in the catalogs under `watch.rule`.
        public var rule: String
        /// Which of the rule's comparisons, by the name of its explanation.
        public var variant: String
        /// The area, post, shelter, resource pool or indicator the figures are about.
        public var subject: String
        public var first: Figure
        public var second: Figure
        /// A third figure that bears on the case: one that fits one of the two, or the other part of a sum.
        public var third: Figure?
        /// How far the two are apart, in their unit.
        public var gap: Double
        public var unit: Unit
        /// Which of the two entries another figure speaks for.
        public var likely: EntryID?
        /// Whether the two are alternatives for one number, so that preferring one passes the other over.
        public var isChoice: Bool

        public init(
            rule: String, variant: String = "", subject: String, first: Figure, second: Figure,
            third: Figure? = nil, gap: Double, unit: Unit = .persons, likely: EntryID? = nil,
            isChoice: Bool = false
        ) {
            self.rule = rule
            self.variant = variant
            self.subject = subject
            self.first = first
            self.second = second
            self.third = third
            self.gap = gap
            self.unit = unit
            self.likely = likely
            self.isChoice = isChoice
        }

        /// Whether it says the same of the same numbers, whatever entries they stand in now.
        public func isSameCase(as other: Finding) -> Bool {
            first.isSameNumber(as: other.first) && second.isSameNumber(as: other.second)
        }

        /// The entries of the two sides.
        public var sides: [EntryID] { [first.entry, second.entry] }

        /// Of a choice, the entry on the other side; `nil` when `entry` is neither.
        public func rival(of entry: EntryID) -> EntryID? {
            if entry == first.entry { return second.entry }
            return entry == second.entry ? first.entry : nil
        }
    }

    /// What the numbers of a case count.
    public enum Unit: String, Codable, CaseIterable, Sendable {
        case persons, beds, hours
        /// Pieces of a resource.
        case pieces
        /// The indicator's own unit.
        case indicator
    }

    /// One of the two sides.
    public struct Figure: Hashable, Codable, Sendable {
        public var value: Double
        public var precision: Precision
        /// The entry that says it; of a sum, its newest part.
        public var entry: EntryID
        public var source: SourceID
        /// The beginning of the time spoken of; the same as `to` for a moment.
        public var from: Instant?
        /// The end of the time spoken of.
        public var to: Instant?
        public var nature: Nature

        public init(
            value: Double, precision: Precision = .exact, entry: EntryID, source: SourceID,
            from: Instant? = nil, to: Instant? = nil, nature: Nature = .stated
        ) {
            self.value = value
            self.precision = precision
            self.entry = entry
            self.source = source
            self.from = from
            self.to = to
            self.nature = nature
        }

        func isSameNumber(as other: Figure) -> Bool {
            value == other.value && precision == other.precision && source == other.source
        }
    }

    /// What a side of a case rests on.
    public enum Nature: String, Codable, CaseIterable, Sendable {
        /// The entry says it.
        case stated
        /// The sum of several entries.
        case sum
        /// Worked out from what the entry says.
        case computed
        /// It rests on a planning value that no source gives.
        case illustrative
    }
}
