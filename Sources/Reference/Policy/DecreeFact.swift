/// A number the decree prints, to set a figure beside.
public struct DecreeFact: Hashable, Sendable, Identifiable {
    /// Such as `population_2025`.
    public let id: String
    /// Such as `population`, `external`, `labour`.
    public let topic: String
    public let value: Value
    /// With the decree's "about" and "more than".
    public let unit: String
    /// The date or period as printed.
    public let when: String
    public let ru: String
    public let en: String
    public let place: Place
    public let quoteKk: String
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
        public let name: String
        public let number: Double?
        public let printed: String
    }

    /// Where it is printed.
    public struct Place: Hashable, Sendable {
        /// 1 to 6, or `annex`.
        public let part: String
        public let chapter: Int?
        public let paragraph: Int?
        public let measure: Int?
    }
}
