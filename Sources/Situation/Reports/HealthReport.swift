/// What is known of health at a place over a period.
public struct HealthReport: Hashable, Codable, Sendable {
    /// A checkpoint, shelter or region, by its id.
    public var place: String
    /// Cases by disease, by the disease's name in the standards, such as `measles`.
    public var cases: [String: Int]
    public var deaths: Persons?
    public var underFiveDeaths: Persons?
    public var consultations: Int?

    public init(
        place: String, cases: [String: Int] = [:], deaths: Persons? = nil, underFiveDeaths: Persons? = nil,
        consultations: Int? = nil
    ) {
        self.place = place
        self.cases = cases
        self.deaths = deaths
        self.underFiveDeaths = underFiveDeaths
        self.consultations = consultations
    }
}
