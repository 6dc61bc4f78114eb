/// A number the decree prints, to set a figure beside.
public struct DecreeFact: Hashable, Sendable, Identifiable {
    /// Such as `population_2025`.
    public let id: String
    /// Such as `population`, `external`, `labour`.
    public let topic: String
    /// The number.
    public let value: Value
    /// With the decree's "about" and "more than".
    public let unit: String
    /// The date or period as printed.
    public let when: String
    /// What the number says, in Russian.
    public let ru: String
    /// What the number says, in English.
    public let en: String
    /// Where it is printed.
    public let place: Place
    /// The printed words.
    public let quoteKk: String
    /// What a reader should know.
    public let note: String?

    /// The printed number.
    public enum Value: Hashable, Sendable {
        case number(Double)
        /// A range, or the values of the dates in `when`.
        case numbers([Double])
        /// Values by name.
        case named([NamedValue])
        /// A number only words hold, such as `2023-07`.
        case text(String)
    }

    /// One value of several.
    public struct NamedValue: Hashable, Sendable {
        /// What the value belongs to.
        public let name: String
        /// `nil` where the print is no plain number.
        public let number: Double?
        /// As the table has it.
        public let printed: String
    }

    /// Where it is printed.
    public struct Place: Hashable, Sendable {
        /// 1 to 6, or `annex`.
        public let part: String
        /// The chapter (тарау), in part 2 only.
        public let chapter: Int?
        /// The paragraph (параграф).
        public let paragraph: Int?
        /// The measure, in the annex only.
        public let measure: Int?
    }
}
